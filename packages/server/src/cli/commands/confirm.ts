// `sekisho confirm`: what the registers in use say of every company in an application, field by field. Nothing is kept.
import path from 'node:path';
import type { DocumentCheck } from '@sekisho/engine/model/document.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import type { Command } from 'commander';
import { readApplicationFile } from '../../flows/application-file.ts';
import { confirmApplication } from '../../flows/confirm-application.ts';
import { takeDocuments } from '../../flows/take-documents.ts';
import { exitCodes, paint } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';

const styleOf = { CONFIRMED: 'green', MISMATCH: 'red', NOT_FOUND: 'red', NOT_CHECKABLE: 'yellow' } as const;

export function confirmCommand(program: Command, cli: Cli): void {
  program
    .command('confirm')
    .argument('<application>', 'a JSON or YAML file')
    .description(
      'hold the companies and documents of an application against the registers: exit 0 all confirmed and agreeing, 10 not; nothing is kept',
    )
    .action(async (file: string, _options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const { application } = await takeDocuments(await readApplicationFile(file), path.dirname(file));
        const { confirmations, documents } = await confirmApplication(application, parts);
        const isConfirmed =
          0 < confirmations.length &&
          confirmations.every(({ verdict }) => verdict === 'CONFIRMED') &&
          !documents.some(({ fields }) => fields.some(({ verdict }) => verdict === 'DIFFERENT'));
        const lines = [
          ...confirmations.flatMap((confirmation) => confirmationLines(confirmation, cli)),
          ...documents.flatMap((document) => documentLines(document, cli)),
        ];
        return {
          json: { confirmations, documents },
          text: lines.join('\n') || 'no company to confirm',
          exitCode: isConfirmed ? exitCodes.ok : exitCodes.review,
        };
      });
    });
}

function confirmationLines(
  { party, register, verdict, reason, fields, candidates, joins = [] }: Confirmation,
  cli: Cli,
): string[] {
  return [
    `${paint(styleOf[verdict], verdict)}  ${party} in ${cli.say(`source.${register}`, {})}: ${cli.say(`confirmation.${reason}`, {})}`,
    ...fields.map(
      ({ field, verdict: agreed, claimed = '–', registered = '–', detail }) =>
        `  ${field}: ${agreed}${detail === undefined ? '' : ` (${detail})`}  claimed “${claimed}”, registered “${registered}”`,
    ),
    ...joins.flatMap((join) => [
      `  also ${join.number} in ${cli.say(`source.${join.register}`, {})}, by ${cli.say(`identifier-type.${join.by}`, {})}`,
      ...join.fields.map(
        (field) =>
          `    ${field.field}: ${field.verdict}  there “${field.claimed ?? '–'}”, here “${field.registered ?? '–'}”`,
      ),
    ]),
    ...candidates.map(({ number, name, address }) => `  candidate: ${number}  ${name}  ${address}`),
  ];
}

function documentLines({ file, kind, issuedOn, ageDays, register, fields }: DocumentCheck, cli: Cli): string[] {
  const whose = {
    register: register === undefined ? 'the register' : cli.say(`source.${register}`, {}),
    application: 'the application',
  };
  return [
    `${paint('bold', file)}  ${cli.say(`document.${kind}`, {})} of ${issuedOn}, ${String(ageDays)} days old`,
    ...fields.map(
      ({ against, field, verdict, stated, other = '–' }) =>
        `  ${field}: ${paint(verdict === 'DIFFERENT' ? 'red' : 'reset', verdict)}  states “${stated}”, ${whose[against]} “${other}”`,
    ),
  ];
}
