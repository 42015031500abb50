// `sekisho confirm`: what the registers in use say of every company in an application, field by field. Nothing is kept.
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import type { Command } from 'commander';
import { readApplicationFile } from '../../flows/application-file.ts';
import { confirmApplication } from '../../flows/confirm-application.ts';
import { exitCodes, paint } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';

const styleOf = { CONFIRMED: 'green', MISMATCH: 'red', NOT_FOUND: 'red', NOT_CHECKABLE: 'yellow' } as const;

export function confirmCommand(program: Command, cli: Cli): void {
  program
    .command('confirm')
    .argument('<application>', 'a JSON or YAML file')
    .description(
      'hold the companies of an application against the registers: exit 0 all confirmed, 10 not; nothing is kept',
    )
    .action(async (file: string, _options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const confirmations = await confirmApplication(await readApplicationFile(file), parts);
        const isConfirmed = 0 < confirmations.length && confirmations.every(({ verdict }) => verdict === 'CONFIRMED');
        return {
          json: { confirmations },
          text:
            confirmations.flatMap((confirmation) => confirmationLines(confirmation, cli)).join('\n') ||
            'no company to confirm',
          exitCode: isConfirmed ? exitCodes.ok : exitCodes.review,
        };
      });
    });
}

function confirmationLines({ party, register, verdict, reason, fields, candidates }: Confirmation, cli: Cli): string[] {
  return [
    `${paint(styleOf[verdict], verdict)}  ${party} in ${cli.say(`source.${register}`, {})}: ${cli.say(`confirmation.${reason}`, {})}`,
    ...fields.map(
      ({ field, verdict: agreed, claimed = '–', registered = '–', detail }) =>
        `  ${field}: ${agreed}${detail === undefined ? '' : ` (${detail})`}  claimed “${claimed}”, registered “${registered}”`,
    ),
    ...candidates.map(({ number, name, address }) => `  candidate: ${number}  ${name}  ${address}`),
  ];
}
