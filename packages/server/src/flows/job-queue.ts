// The queue of jobs in, one job under a lease out; what came of it in, the job done, due again, or waiting for a person out.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Job, JobState } from '../store/jobs.ts';
import type { StoreWriter } from '../store/store.ts';
import type { JobProgress } from './job-progress.ts';
import type { Parts } from './parts.ts';
import { later } from './people/people.ts';
import { permit } from './permit.ts';

/** What a job made of itself; `write` happens in the transaction that ends the job, and so once. */
export interface JobResult {
  /** Ids, states and counts. */
  readonly outcome?: Readonly<Record<string, unknown>>;
  readonly write?: (writer: StoreWriter) => Promise<void>;
  /** What is tidied away once that is written; `forgetting` does it for a worker that was killed before. */
  readonly afterwards?: () => Promise<void>;
}

export interface TakenJob extends Job {
  readonly lease: NonNullable<Job['lease']>;
}

/** A job that is done once. */
export function newJob(
  { id, kind, subject = '', content }: { id: string; kind: string; subject?: string; content: unknown },
  at: Instant,
): Job {
  return {
    id,
    kind,
    subject,
    content: JSON.stringify(content),
    state: 'waiting',
    dueAt: at,
    tries: 0,
    fence: 0,
    createdAt: at,
  };
}

/** A job of this kind is due now and `everyMs` after each end; undefined: no more. Its id is its kind, so that there is one. */
export async function scheduleJob(kind: string, everyMs: number | undefined, { store, clock }: Parts): Promise<void> {
  const known = await store.jobs.job(kind);
  if (known?.everyMs === everyMs) return;
  await store.write(async (writer) => {
    const kept = await writer.jobs.job(kind);
    if (everyMs === undefined) await writer.jobs.endJob(kind);
    else await writer.jobs.saveJob({ ...(kept ?? newJob({ id: kind, kind, content: {} }, clock())), everyMs });
  });
}

/**
 * The job of these kinds that is due the longest, for `worker` alone until the lease ends; undefined when none is due.
 * @param busy what the job may not be about.
 */
export async function takeJob(
  { kinds, busy = [] }: { readonly kinds: readonly string[]; readonly busy?: readonly string[] },
  { worker, leaseMs }: { readonly worker: string; readonly leaseMs: number },
  { store, clock }: Parts,
): Promise<TakenJob | undefined> {
  if (!(await store.jobs.dueJob(kinds, clock(), busy))) return undefined; // a look keeps no writer waiting
  return store.write(async (writer) => {
    const at = clock();
    const due = await writer.jobs.dueJob(kinds, at, busy);
    if (!due) return undefined;
    const lease = { worker, until: later(at, leaseMs) };
    const { progress: _, ...fresh } = due;
    const taken: TakenJob = { ...fresh, state: 'running', tries: due.tries + 1, fence: due.fence + 1, lease };
    await writer.jobs.saveJob(taken);
    return taken;
  });
}

/** @throws Problem `job.lost` when another worker has it. */
export async function renewLease(taken: TakenJob, leaseMs: number, { store, clock }: Parts): Promise<void> {
  await store.heldBy(taken).write(async (writer) => {
    const job = (await writer.jobs.job(taken.id)) ?? taken;
    await writer.jobs.saveJob({ ...job, lease: { ...taken.lease, until: later(clock(), leaseMs) } });
  });
}

/** @throws Problem `job.lost` when another worker has it: then nothing of the result is written. */
export async function endJob(taken: TakenJob, result: JobResult, { store, clock }: Parts): Promise<void> {
  await store.heldBy(taken).write(async (writer) => {
    await result.write?.(writer);
    const at = clock();
    const { everyMs } = taken;
    await writer.jobs.saveJob({
      ...withoutLease(taken),
      ...(everyMs === undefined ? { state: 'done' } : { state: 'waiting', dueAt: later(at, everyMs), tries: 0 }),
      endedAt: at,
      outcome: JSON.stringify(result.outcome ?? {}),
    });
  });
}

/**
 * The job failed: it is due again after the next of these pauses; after the last of them it waits for a person, or, when it is done
 * again and again, for its next time.
 * @throws Problem `job.lost`
 */
export async function failJob(
  taken: TakenJob,
  problem: Problem,
  retryMs: readonly number[],
  { store, clock }: Parts,
): Promise<void> {
  const at = clock();
  const pause = retryMs[taken.tries - 1];
  const next =
    pause !== undefined
      ? { state: 'waiting' as const, dueAt: later(at, pause) }
      : taken.everyMs !== undefined
        ? { state: 'waiting' as const, dueAt: later(at, taken.everyMs), tries: 0 }
        : { state: 'dead' as const };
  const outcome = JSON.stringify({ problem: problem.code, facts: problem.facts });
  await store
    .heldBy(taken)
    .write((writer) => writer.jobs.saveJob({ ...withoutLease(taken), ...next, endedAt: at, outcome }));
}

export interface ListedJob extends Omit<Job, 'content' | 'outcome' | 'progress' | 'fence'> {
  readonly content: unknown;
  readonly outcome?: unknown;
  /** While it runs. */
  readonly progress?: JobProgress;
}

/** @throws Problem `job.not-found` */
export async function jobOfId(id: string, parts: Parts): Promise<ListedJob> {
  permit(parts, 'job.read');
  const job = await parts.store.jobs.job(id);
  if (!job) throw new Problem('job.not-found', { job: id });
  return listedJob(job);
}

/** A job that is done once, for the actor who asks for it. */
export async function oweJob(owed: Parameters<typeof newJob>[0], { store, clock }: Parts): Promise<ListedJob> {
  const job = newJob(owed, clock());
  await store.write((writer) => writer.jobs.addJob(job));
  return listedJob(job);
}

export async function listJobs(
  asked: Parameters<Parts['store']['jobs']['jobs']>[0],
  parts: Parts,
): Promise<{ readonly items: readonly ListedJob[]; readonly counts: Readonly<Partial<Record<JobState, number>>> }> {
  permit(parts, 'job.read');
  const { jobs } = parts.store;
  return { items: (await jobs.jobs(asked)).map(listedJob), counts: await jobs.jobCounts() };
}

/** Due now, with all its tries before it. @throws Problem `job.not-found`; also for one that runs. */
export async function retryJob(id: string, parts: Parts): Promise<ListedJob> {
  permit(parts, 'job.manage');
  return parts.store.write(async (writer) => {
    const known = await writer.jobs.job(id);
    if (!known || known.state === 'running') throw new Problem('job.not-found', { job: id });
    const again: Job = { ...known, state: 'waiting', dueAt: parts.clock(), tries: 0 };
    await writer.jobs.saveJob(again);
    return listedJob(again);
  });
}

export function listedJob({ content, outcome, progress, fence: _, ...job }: Job): ListedJob {
  return {
    ...job,
    content: JSON.parse(content) as unknown,
    ...(outcome !== undefined && { outcome: JSON.parse(outcome) as unknown }),
    ...(progress !== undefined && { progress: JSON.parse(progress) as JobProgress }),
  };
}

function withoutLease({ lease: _, ...job }: TakenJob): Job {
  return job;
}
