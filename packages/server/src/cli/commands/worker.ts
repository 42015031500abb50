// `sekisho worker`: the jobs of a data folder, done by a process of their own until it is told to stop.
import { operator } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import { runJobs } from '../../jobs/run-jobs.ts';
import { numberBetween } from '../options.ts';
import { deliverySettings, recordPlaces, runWithParts, type Cli } from '../run.ts';
import { paint } from '../answer.ts';
import type { WorkerSettings } from '../../jobs/run-jobs.ts';
import type { OpenParts } from '../../open-parts.ts';
import type { Settings } from '../../settings.ts';
import { withTraces } from '../../telemetry/with-traces.ts';
import { stopSignal } from '../stop-signal.ts';

export const UPDATE_EVERY = [
  '--update-every <hours>',
  'fetch the lists in use from their publishers so often; 0: no more',
] as const;

const MAX_HOURS = 24 * 7;

interface WorkerOptions {
  readonly updateEvery?: string;
  readonly url?: string;
}

export function workerCommand(program: Command, cli: Cli): void {
  program
    .command('worker')
    .description('do what `serve --no-jobs` leaves undone: look-backs, signatures, webhooks, updates of lists')
    .option(...UPDATE_EVERY)
    .option('--url <url>', 'the address that people use, for links in mails: https://sekisho.example')
    .action(async (options: WorkerOptions, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const jobs = workerSettings(options, settings);
        const stopped = stopSignal();
        await withTraces(parts, settings.traces, tracedService(parts), async (traced, tracer) => {
          const worker = runJobs({ ...traced, actor: operator('sekisho') }, { ...jobs, tracer });
          cli.out(`${paint('bold', 'Sekisho')} does the jobs of ${settings.folderPath}; stop with Ctrl-C\n`);
          await stopped;
          await worker.stop();
        });
        return { json: { stopped: true }, text: 'stopped' };
      });
    });
}

/** @throws Problem `command.usage` */
export function workerSettings({ updateEvery, url }: WorkerOptions, settings: Settings): WorkerSettings {
  if (settings.mail && url === undefined)
    throw new Problem('command.usage', { reason: 'whoever sends mails names the address in them: --url <url>' });
  return {
    ...(settings.mail && url !== undefined && { mail: { server: settings.mail, publicUrl: checkedPublicUrl(url) } }),
    places: recordPlaces(settings),
    delivery: deliverySettings(settings),
    ...(updateEvery !== undefined && {
      updateEveryHours: numberBetween('--update-every', updateEvery, 0, MAX_HOURS),
    }),
  };
}

/** How the process names itself to who traces it, and whom it tells that nobody takes that. */
export function tracedService({ engineVersion: version, onWarning }: OpenParts) {
  return { version, onWarning };
}

/** @throws Problem `command.usage` */
export function checkedPublicUrl(url: string): string {
  if (!/^https?:\/\/[^/\s]+$/.test(url))
    throw new Problem('command.usage', { reason: `--url ${url} is not like https://sekisho.example` });
  return url;
}
