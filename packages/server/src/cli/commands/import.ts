// `sekisho import`: an official file in, an edition in use out.
import type { Command } from 'commander';
import { importEdition, type ImportResult } from '../../flows/import-edition.ts';
import { runLookBacks } from '../../flows/look-back.ts';
import { exitCodes, paint, type Answer } from '../answer.ts';
import { lookBackLines } from './look-back.ts';
import type { OpenParts } from '../../open-parts.ts';
import type { Settings } from '../../settings.ts';
import { runCommand, withParts, type Cli } from '../run.ts';

interface ImportOptions {
  readonly published: string;
  readonly currentAsOf?: string;
  readonly by?: string;
  readonly accept?: string;
  readonly mapping?: string;
}

/** Problems shown; all are kept with the edition. */
const SHOWN_PROBLEMS = 5;

export function importCommand(program: Command, cli: Cli): void {
  program
    .command('import')
    .argument(
      '<source-id>',
      'a list of docs/lists.md (un-sc, ofac-sdn, eu-fsf, jp-mof, …), a register (jp-nta, …) or a gazetteer (jp-post, jp-geolonia); ftm-<name> or senzing-<name> for such files; own-<name> and own-register-<name> with --mapping',
    )
    .argument('<file...>', 'the files of one edition, as the publisher names them')
    .description('read official files into an edition, put it in use and look back over everything ever applied for')
    .requiredOption('--published <date>', 'when the publisher issued it, YYYY-MM-DD')
    .option(
      '--current-as-of <date>',
      'the day on which it was established to be the newest edition (default: --published)',
    )
    .option('--by <name>', 'who imports it and says so (default: the user of the machine)')
    .option('--accept <reason>', 'take an edition outside its bounds, with the reason for the record')
    .option('--mapping <file>', 'the column mapping (YAML) of an own list or register')
    .action(async (source: string, files: string[], options: ImportOptions, command: Command) => {
      const work = async (parts: OpenParts, settings: Settings): Promise<Answer> => {
        const imported = await importEdition(
          {
            source,
            files,
            publishedOn: options.published,
            by: options.by ?? settings.userName,
            ...(options.currentAsOf !== undefined && { confirmedCurrentOn: options.currentAsOf }),
            ...(options.accept !== undefined && { accept: options.accept }),
            ...(options.mapping !== undefined && { mapping: options.mapping }),
          },
          parts,
        );
        const lookBacks = await runLookBacks(parts);
        return {
          json: { ...imported, lookBacks },
          text: [...importLines(imported, cli), ...lookBackLines(lookBacks)].join('\n'),
          exitCode: exitCodes.ok,
        };
      };
      await runCommand(command, cli, (settings) => withParts(settings, cli, { makesFolder: true }, work));
    });
}

/** What an import did, a line each. */
export function importLines(
  { result, edition, confirmedCurrentOn, changes, leftOut = [], accepted }: ImportResult,
  cli: Cli,
): string[] {
  const { source, publishedOn, counts, problems } = edition;
  const head = `${source}  edition of ${publishedOn}, current on ${confirmedCurrentOn}  ${edition.id.slice(0, 12)}`;
  if (result === 'unchanged') return [`${paint('yellow', 'unchanged')}  ${head}`];
  const counted = Object.entries(counts).map(([name, count]) => `${count.toLocaleString('en')} ${name}`);
  return [
    `${paint('green', 'imported')}  ${head}`,
    `  read     ${counted.join(', ')}`,
    ...(changes
      ? [
          `  changes  ${String(changes.added)} added, ${String(changes.changed)} changed, ${String(changes.removed)} removed`,
        ]
      : []),
    ...(leftOut.length === 0
      ? []
      : [`  without  ${leftOut.join(', ')}: the edition before it, or this one, lacks a file for it`]),
    ...(edition.kind === 'register' && !edition.complete
      ? ['  incomplete: a company it lacks cannot be said not to exist']
      : []),
    ...(edition.kind === 'gazetteer' && !edition.complete
      ? ['  incomplete: not all of Japan; a place or code outside its part cannot be said not to exist']
      : []),
    ...accepted.map((objection) => `  ${paint('yellow', 'accepted')} although it ${objection}`),
    ...problems
      .slice(0, SHOWN_PROBLEMS)
      .map(({ code, facts }) => `  ${paint('yellow', 'note')} ${cli.say(`problem.${code}`, facts)}`),
    ...(SHOWN_PROBLEMS < (counts['problems'] ?? 0)
      ? [`  and ${String((counts['problems'] ?? 0) - SHOWN_PROBLEMS)} notes more (--json shows the first hundred)`]
      : []),
  ];
}
