// `sekisho retention show|run`: until when what is kept of every case is kept, and what is due erased.
import { readFile } from 'node:fs/promises';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parseRetention } from '@sekisho/engine/reference/retention.ts';
import type { Command } from 'commander';
import { keptCases, runRetention, type KeptCase } from '../../flows/run-retention.ts';
import { exitCodes, paint, table } from '../answer.ts';
import { runCommand, runWithParts, type Cli } from '../run.ts';

interface RunOptions {
  readonly apply?: boolean;
  readonly by?: string;
  readonly reason?: string;
}

export function retentionCommand(program: Command, cli: Cli): void {
  const retention = program
    .command('retention')
    .description('how long cases are kept, on what ground, and what is due');
  retention
    .command('show')
    .description('the classes and laws, and every case with its last day')
    .action(async (_options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const cases = await Array.fromAsync(keptCases(parts));
        const { classes, regimes } = parts.reference.retention;
        const { ownRetention: own } = parts;
        return {
          json: { ...(own && { own }), classes, regimes, cases },
          text: [
            ...(own ? [`by ${own.file} of this data folder, SHA-256 ${own.sha256}`] : []),
            paint('bold', 'Laws that ask for records'),
            table(
              regimes.map(({ regime, years, from, reference, checked }) => [
                `  ${regime}`,
                `${String(years)} years${from === 'end-of-year' ? ' from the end of the year' : ''}`,
                reference,
                checked === 'source' ? '' : paint('yellow', `to be verified (${checked})`),
              ]),
            ),
            paint('bold', 'Cases'),
            cases.length === 0 ? '  none' : table(cases.map(caseRow)),
          ].join('\n'),
        };
      });
    });
  retention
    .command('check')
    .argument('<file>', 'a retention.yml')
    .description('read periods as they would be read at a start: exit 0, or 2 with line and field of what is wrong')
    .action(async (file: string, _options: object, command: Command) => {
      await runCommand(command, cli, async () => {
        const { classes, regimes, regimesOfPolicy } = parseRetention(await textOf(file), file);
        const counts = `${String(classes.length)} classes, ${String(regimes.length)} laws, ${String(regimesOfPolicy.size)} policies`;
        return { json: { classes, regimes }, text: `${file}: ${counts}; nothing is wrong with it` };
      });
    });
  retention
    .command('run')
    .description('what is due; with --apply it is erased, or asked for where two people are needed')
    .option('--apply', 'erase what is due')
    .option('--by <name>', 'with --apply: who says so')
    .option('--reason <text>', 'with --apply: why', 'the period of retention has ended')
    .action(async ({ apply = false, by = '', reason = '' }: RunOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        if (!apply) {
          const due = (await Array.fromAsync(keptCases(parts))).filter(({ isDue }) => isDue);
          const text =
            due.length === 0 ? 'nothing is due' : `${table(due.map(caseRow))}\n  nothing was erased: --apply does`;
          return { json: { due }, text };
        }
        const { erased, requested, refused } = await runRetention({ by, reason }, parts);
        const told = refused.map(({ id, problem }) => ({ id, code: problem.code, ...problem.facts }));
        return {
          json: { erased, requested, refused: told },
          text: [
            `${String(erased.length)} cases erased${erased.length === 0 ? '' : `: ${erased.join(', ')}`}`,
            ...(requested.length === 0 ? [] : [`  another person says the same again for ${requested.join(', ')}`]),
            ...refused.map(({ problem }) => `  ${cli.say(`problem.${problem.code}`, problem.facts)}`),
          ].join('\n'),
          exitCode: refused.length === 0 ? exitCodes.ok : exitCodes.failed,
        };
      });
    });
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Problem('retention.invalid', { file, reason: `cannot be read (${code})` }, { cause: error });
  }
}

function caseRow({ id, state, class: name, until, isOnHold, isRestricted, isDue }: KeptCase): string[] {
  const when = until === undefined ? 'kept while it is open' : `kept until ${until}`;
  return [
    `  ${id}`,
    state,
    name ?? '',
    when,
    isOnHold ? paint('red', 'legal hold') : isDue ? paint('yellow', 'due') : '',
    isRestricted ? paint('red', 'restricted') : '',
  ];
}
