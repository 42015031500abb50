// `sekisho lists update`: newest editions fetched from their publishers, or taken from a folder that somebody carries them into.
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import { droppedEditions, importDropped } from '../../flows/dropped-editions.ts';
import { runLookBacks } from '../../flows/look-back.ts';
import { updateLists } from '../../flows/update-every-list.ts';
import type { UpdateResult } from '../../flows/update-lists.ts';
import type { OpenParts } from '../../open-parts.ts';
import type { Settings } from '../../settings.ts';
import { exitCodes, paint, type Answer } from '../answer.ts';
import { numberBetween } from '../options.ts';
import { runCommand, withParts, type Cli } from '../run.ts';
import { importLines } from './import.ts';
import { lookBackLines } from './look-back.ts';

interface UpdateOptions {
  readonly from?: string;
  readonly every?: string;
  readonly by?: string;
}

const HOUR_MS = 3_600_000;

/** @param lists the command `lists`, which it is put below. */
export function updateListsCommand(lists: Command, cli: Cli): void {
  lists
    .command('update')
    .argument('[source-id...]', 'default: every list in use that has an address, or all in the folder')
    .description(
      'fetch the newest editions from their publishers and put them in use; what fails leaves the one in use',
    )
    .option(
      '--from <folder>',
      'take them from <folder>/<source id>/<YYYY-MM-DD>/ instead: for machines without a network',
    )
    .option('--every <hours>', 'go on until stopped, with so many hours between')
    .option('--by <name>', 'who lets them be fetched (default: the user of the machine)')
    .action(async (sources: string[], options: UpdateOptions, command: Command) => {
      const pause = options.every === undefined ? undefined : numberBetween('--every', options.every, 0.01, 24 * 7);
      const update = (parts: OpenParts, { userName }: Settings) =>
        answerOf(sources, { ...options, by: options.by ?? userName }, parts, cli);
      await runCommand(command, cli, async (settings) => {
        const once = () => withParts(settings, cli, { makesFolder: true }, update);
        return pause === undefined ? once() : untilStopped(once, pause * HOUR_MS, cli);
      });
    });
}

/** Each round opens the data folder anew, so that what other processes did meanwhile is seen and the record is signed. */
async function untilStopped(round: () => Promise<Answer>, pauseMs: number, cli: Cli): Promise<Answer> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  let rounds = 0;
  while (!stop.signal.aborted) {
    const { text } = await round();
    cli.out(`${new Date().toISOString()}\n${text}\n`);
    rounds++;
    await wait(pauseMs, undefined, { signal: stop.signal }).catch(() => undefined);
  }
  return { json: { rounds }, text: 'stopped' };
}

async function answerOf(
  sources: readonly string[],
  { from, by }: UpdateOptions & { readonly by: string },
  parts: OpenParts,
  cli: Cli,
): Promise<Answer> {
  const { results, lookBacks } =
    from === undefined
      ? await updateLists(sources, by, parts)
      : {
          results: await importDropped(await droppedEditions(from, sources), by, parts),
          lookBacks: await runLookBacks(parts),
        };
  return {
    json: { results: results.map(resultJson), lookBacks },
    text: [
      ...(results.length === 0 ? ['nothing to update'] : results.flatMap((result) => resultLines(result, cli))),
      ...lookBackLines(lookBacks),
    ].join('\n'),
    exitCode: results.some(({ result }) => result === 'failed') ? exitCodes.failed : exitCodes.ok,
  };
}

function resultJson(result: UpdateResult): object {
  if (result.result !== 'failed') return result;
  const { code, facts } = result.problem;
  return { source: result.source, result: 'failed', problem: { code, ...facts } };
}

function resultLines(result: UpdateResult, cli: Cli): readonly string[] {
  if (result.result === 'imported') return importLines(result.imported, cli);
  if (result.result === 'unchanged')
    return [`${paint('green', 'current')}  ${result.source}  unchanged, current on ${result.confirmedCurrentOn}`];
  const { code, facts } = result.problem;
  return [`${paint('red', 'failed')}  ${result.source}  ${cli.say(`problem.${code}`, facts)}`];
}
