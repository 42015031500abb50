// A command's work in, its answer printed and its exit code out; every problem becomes one sentence or one JSON value.
import { Problem, type ProblemCode } from '@sekisho/engine/model/problem.ts';
import { sentence } from '@sekisho/engine/messages/sentence.ts';
import type { Command } from 'commander';
import { checkpointWhenDue, type RecordPlaces } from '../flows/checkpoint.ts';
import type { DeliverySettings } from '../download/post-body.ts';
import { openParts, type OpenParts } from '../open-parts.ts';
import { readSettings, type CommonOptions, type Settings } from '../settings.ts';
import { exitCodes, paint, type Answer } from './answer.ts';
import { loadCatalogue } from './catalogue.ts';
import { progressOn } from './progress.ts';

/** What a command line works with: the outside world as values, so that a story or a test can play one. */
export interface Cli {
  /** A code and its facts as a sentence. */
  readonly say: (code: string, facts: Readonly<Record<string, unknown>>) => string;
  readonly environment: NodeJS.ProcessEnv;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The exit code of the command that ran. */
  readonly exit: (code: number) => void;
  /** The exit code for a problem, where a command has its own. */
  readonly exitOfProblem?: (problem: Problem) => number;
}

export function newCli(outside: Omit<Cli, 'say'>): Cli {
  const catalogue = loadCatalogue();
  return { ...outside, say: (code, facts) => sentence(catalogue, code, facts) };
}

/** Failures of the machine rather than of what was put in. */
const machineProblems: ReadonlySet<ProblemCode> = new Set([
  'store.busy',
  'store.failed',
  'witness.unreachable',
  'edition.damaged',
  'internal',
]);

/** Runs what asks the data folder, which must be there. */
export async function runWithParts(
  command: Command,
  cli: Cli,
  work: (parts: OpenParts, settings: Settings) => Promise<Answer>,
): Promise<void> {
  await runCommand(command, cli, (settings) => withParts(settings, cli, { makesFolder: false }, work));
}

/** The answer of work on the data folder. What was written is signed when that is due; a simulation always says so. */
export async function withParts(
  settings: Settings,
  cli: Cli,
  { makesFolder }: { readonly makesFolder: boolean },
  work: (parts: OpenParts, settings: Settings) => Promise<Answer>,
): Promise<Answer> {
  const progress = progressOn(process.stderr);
  const parts = await openParts(settings, {
    makesFolder,
    onProgress: progress.report,
    onWarning: ({ code, facts }) => {
      progress.clear();
      cli.err(`${paint('yellow', 'warning')}: ${cli.say(`problem.${code}`, facts)}\n`);
    },
  });
  try {
    const before = await parts.store.head();
    const answer = await work(parts, settings);
    const after = await parts.store.head();
    if (before?.sequence !== after?.sequence) await keepSigned(parts, settings, cli);
    if (!parts.store.folder.simulation) return answer;
    const today = settings.asOf ? `, today is ${settings.asOf}` : '';
    const banner = paint('magenta', `SIMULATION: dates are played here${today}`);
    return { ...answer, json: { simulation: true, ...answer.json }, text: `${banner}\n${answer.text}` };
  } finally {
    progress.clear();
    await parts.close();
  }
}

/** Where the record's keys and witnesses are. */
export function recordPlaces({ keysPath, folderPath, witnesses }: Settings): RecordPlaces {
  return { keysFolder: keysPath, dataFolder: folderPath, witnesses };
}

/** How webhooks are told. */
export function deliverySettings({ webhooks }: Settings): DeliverySettings {
  return webhooks ?? { allowsPrivate: false };
}

/** Signs the record when it is due. What was asked is done already: that nothing could be signed is said, not thrown. */
async function keepSigned(parts: OpenParts, settings: Settings, cli: Cli): Promise<void> {
  try {
    const outcome = await checkpointWhenDue(parts, recordPlaces(settings));
    for (const { problem } of outcome?.witnesses ?? []) if (problem) throw problem;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    cli.err(
      `${paint('yellow', 'warning')}: the record is not signed and witnessed: ${cli.say(`problem.${error.code}`, error.facts)}\n`,
    );
  }
}

/** Runs what needs no data folder. */
export async function runCommand(
  command: Command,
  cli: Cli,
  work: (settings: Settings) => Promise<Answer>,
): Promise<void> {
  const options = command.optsWithGlobals<CommonOptions & { json?: boolean }>();
  try {
    const { json, text, exitCode } = await work(readSettings(options, cli.environment));
    cli.out(`${options.json ? JSON.stringify(json, undefined, 2) : text}\n`);
    cli.exit(exitCode ?? exitCodes.ok);
  } catch (error) {
    if (cli.environment['SEKISHO_DEBUG']) cli.err(`${(error as Error).stack ?? String(error)}\n`);
    const problem =
      error instanceof Problem
        ? error
        : new Problem('internal', { reason: (error as Error).message }, { cause: error });
    tellProblem(problem, options.json ?? false, cli);
    const usual = machineProblems.has(problem.code) ? exitCodes.failed : exitCodes.badInput;
    cli.exit(cli.exitOfProblem?.(problem) ?? usual);
  }
}

/** A problem as one sentence on the standard error, or as one JSON value where answers are asked for as JSON. */
export function tellProblem({ code, facts }: Problem, asJson: boolean, cli: Cli): void {
  const message = cli.say(`problem.${code}`, facts);
  if (asJson) cli.out(`${JSON.stringify({ problem: { code, ...facts, message } }, undefined, 2)}\n`);
  else cli.err(`${paint('red', 'error')}: ${message}\n`);
}
