// `sekisho subject-access`: all that is kept of a person in one file, and who may be a namesake.
import path from 'node:path';
import type { Command } from 'commander';
import { exportPerson } from '../../flows/export-person.ts';
import { nodeOf, type FoundParty } from '../../flows/find-person.ts';
import { table } from '../answer.ts';
import { subjectFrom, type SubjectOptions } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';

interface AccessOptions extends SubjectOptions {
  readonly out: string;
  readonly by: string;
  readonly reason: string;
  readonly including?: string[];
}

export function subjectAccessCommand(program: Command, cli: Cli): void {
  program
    .command('subject-access')
    .argument('<name>')
    .description(
      'write all that is kept of a person to one file: what, from where, what for, until when, who was given it',
    )
    .requiredOption('--out <file>', 'a new file; only its owner can read it')
    .requiredOption('--by <name>', 'who gives it out')
    .requiredOption('--reason <text>', 'who asked for it, and how it was established who they are')
    .option('--schema <schema>', 'what it is', 'Person')
    .option('--birth-date <date>', 'YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--country <code...>', 'two letters')
    .option('--id <type:value...>', 'a number: passport:…, jp-corporate-number:…')
    .option('--including <party...>', 'parties (A-1/buyer) that were found to be the person')
    .action(async (name: string, options: AccessOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const { out, by, reason, including = [] } = options;
        const asked = subjectFrom(name, options);
        const exported = await exportPerson({ asked, including, by, reason, file: path.resolve(out) }, parts);
        const { included, leftOut, sha256 } = exported;
        return {
          json: { ...exported },
          text: [
            `${out}: ${String(included.length)} parties, SHA-256 ${sha256}`,
            ...(included.length === 0 ? [] : [table(included.map(partyRow))]),
            ...(leftOut.length === 0
              ? []
              : ['Not in it, as they may be other people; --including puts them in:', table(leftOut.map(partyRow))]),
          ].join('\n'),
        };
      });
    });
}

const likenessWords = {
  same: 'a number, or name and day of birth, are one',
  possible: 'the name alone',
  other: 'born on another day',
} as const satisfies Record<FoundParty['likeness'], string>;

function partyRow(party: FoundParty): string[] {
  return [`  ${nodeOf(party)}`, party.name, party.birthDate ?? '', likenessWords[party.likeness]];
}
