// `sekisho jobs`: what waits, what runs, what waits for a person; `sekisho jobs retry` tries again.
import type { Command } from 'commander';
import { listJobs, retryJob, type ListedJob } from '../../flows/job-queue.ts';
import { jobStates } from '../../store/jobs.ts';
import { table } from '../answer.ts';
import { wordOf } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';

const SHOWN = 100;

export function jobsCommand(program: Command, cli: Cli): void {
  const jobs = program.command('jobs').description('work that is done beside answering');
  jobs
    .command('list', { isDefault: true })
    .description('the latest due first')
    .option('--state <state>', jobStates.join(', '))
    .action(async (options: { state?: string }, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const state = options.state === undefined ? undefined : wordOf('--state', options.state, jobStates);
        const { items, counts } = await listJobs({ limit: SHOWN, ...(state && { state }) }, parts);
        const said = jobStates.map((word) => `${String(counts[word] ?? 0)} ${word}`).join(' · ');
        return {
          json: { items, counts },
          text: [said, ...(items.length === 0 ? [] : [table(items.map(cells))])].join('\n'),
        };
      });
    });
  jobs
    .command('retry')
    .argument('<job>', 'its id')
    .description('make a job due now, with all its tries before it')
    .action(async (id: string, _: unknown, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const job = await retryJob(id, parts);
        return { json: { job }, text: `${job.id} is due` };
      });
    });
}

function cells({ state, kind, id, dueAt, tries, outcome }: ListedJob): readonly string[] {
  return [state, kind, dueAt, `${String(tries)} tries`, id, outcome === undefined ? '' : JSON.stringify(outcome)];
}
