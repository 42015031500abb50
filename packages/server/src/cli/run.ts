// A command's work in, its answer printed and its exit code out; every problem becomes one sentence or one JSON value.
import { Problem, type ProblemCode } from '@sekisho/engine/model/problem.ts';
import { sentence } from '@sekisho/engine/messages/sentence.ts';
import type { Command } from 'commander';
import { openParts, type OpenParts } from '../open-parts.ts';
import { readSettings, type CommonOptions, type Settings } from '../settings.ts';
import { exitCodes, paint, type Answer } from './answer.ts';
import { loadCatalogue, type Catalogue } from './catalogue.ts';
import { progressOn } from './progress.ts';

export interface Cli {
  readonly catalogue: Catalogue;
  /** A code and its facts as a sentence. */
  readonly say: (code: string, facts: Readonly<Record<string, unknown>>) => string;
}

export function newCli(): Cli {
  const catalogue = loadCatalogue();
  return { catalogue, say: (code, facts) => sentence(catalogue, code, facts) };
}

/** Failures of the machine rather than of what was put in. */
const machineProblems: ReadonlySet<ProblemCode> = new Set([
  'store.busy',
  'store.failed',
  'witness.unreachable',
  'edition.damaged',
]);

/** Runs what needs the data folder. Every answer from a simulation says so. */
export async function runWithParts(
  command: Command,
  cli: Cli,
  work: (parts: OpenParts, settings: Settings) => Promise<Answer>,
): Promise<void> {
  await runCommand(command, cli, async (settings) => {
    const progress = progressOn(process.stderr);
    const parts = await openParts(settings, progress.report);
    try {
      const answer = await work(parts, settings);
      if (!parts.store.folder.simulation) return answer;
      const banner = paint(
        'magenta',
        `SIMULATION: dates are played here${settings.asOf ? `, today is ${settings.asOf}` : ''}`,
      );
      return { ...answer, json: { simulation: true, ...answer.json }, text: `${banner}\n${answer.text}` };
    } finally {
      progress.clear();
      await parts.close();
    }
  });
}

/** Runs what needs no data folder. */
export async function runCommand(
  command: Command,
  cli: Cli,
  work: (settings: Settings) => Promise<Answer>,
): Promise<void> {
  const options = command.optsWithGlobals<CommonOptions & { json?: boolean }>();
  try {
    const { json, text, exitCode } = await work(readSettings(options, process.env));
    process.stdout.write(`${options.json ? JSON.stringify(json, undefined, 2) : text}\n`);
    process.exitCode = exitCode ?? exitCodes.ok;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const message = cli.say(`problem.${error.code}`, error.facts);
    if (options.json)
      process.stdout.write(
        `${JSON.stringify({ problem: { code: error.code, ...error.facts, message } }, undefined, 2)}\n`,
      );
    else process.stderr.write(`${paint('red', 'error')}: ${message}\n`);
    process.exitCode = machineProblems.has(error.code) ? exitCodes.failed : exitCodes.badInput;
  }
}
