// The queue in, its jobs done one after the other and some at once, until it is stopped: by a server, or by a worker on its own.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '@sekisho/engine/model/problem.ts';
import {
  endJob,
  failJob,
  renewLease,
  scheduleJob,
  takeJob,
  type JobResult,
  type TakenJob,
} from '../flows/job-queue.ts';
import { ProgressNotes } from '../flows/job-progress.ts';
import type { Parts } from '../flows/parts.ts';
import { oweAlertMails } from '../flows/mail/owed-mails.ts';
import { oweDeliveries } from '../flows/webhooks/owed-deliveries.ts';
import { inSpan, type Tracer } from '../telemetry/tracer.ts';
import {
  DAILY_MAIL,
  DAILY_MAIL_MS,
  jobKinds,
  mailKinds,
  schedule,
  type JobKind,
  type JobSurroundings,
} from './job-kinds.ts';

export interface WorkerSettings extends JobSurroundings {
  /** Lists are fetched so often; 0: no more; absent: as whoever came before said. */
  readonly updateEveryHours?: number;
  /** A worker that says nothing for so long has lost its job. */
  readonly leaseMs?: number;
  readonly kinds?: Readonly<Record<string, JobKind>>;
  /** Absent: jobs are not traced. */
  readonly tracer?: Tracer | undefined;
}

export interface Worker {
  /** Takes no more jobs, and waits for those under way. */
  stop(): Promise<void>;
}

const LOOK_MS = 1000;
/** Building an index keeps a process from answering for some ten seconds: a lease is much longer. */
const LEASE_MS = 120_000;
/** A receiver that does not answer keeps no other one waiting. */
const SUBJECT_AT_ONCE = 2;
const HOUR_MS = 3_600_000;

/** Begins at once. What fails is told as a warning; the queue knows when to try again. */
export function runJobs(parts: Parts, settings: WorkerSettings): Worker {
  const stopping = new AbortController();
  const done = work(parts, settings, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

async function work(parts: Parts, settings: WorkerSettings, stopping: AbortSignal): Promise<void> {
  const { mail, leaseMs = LEASE_MS, updateEveryHours } = settings;
  const { kinds = mail ? { ...jobKinds, ...mailKinds(mail) } : jobKinds } = settings;
  const worker = `${hostname()} ${String(process.pid)} ${randomUUID().slice(0, 8)}`;
  const running = new Map<TakenJob, Promise<void>>();
  await told(parts, async () => {
    for (const [kind, everyMs] of Object.entries(schedule)) await scheduleJob(kind, everyMs, parts);
    await scheduleJob(DAILY_MAIL, mail && DAILY_MAIL_MS, parts);
    if (updateEveryHours !== undefined)
      await scheduleJob('list-update', updateEveryHours === 0 ? undefined : updateEveryHours * HOUR_MS, parts);
  });
  const goesOn = () => !stopping.aborted;
  while (goesOn()) {
    await told(parts, () => oweDeliveries(parts));
    if (mail) await told(parts, () => oweAlertMails(parts));
    while (goesOn()) {
      const taken = await told(parts, () => takeJob(free(kinds, [...running.keys()]), { worker, leaseMs }, parts));
      const kind = taken && kinds[taken.kind];
      if (!taken || !kind) break;
      const run = runJob(taken, kind, parts, { ...settings, leaseMs }).finally(() => running.delete(taken));
      running.set(taken, run);
    }
    await pause([...running.values()], stopping);
  }
  await Promise.all(running.values());
}

/** The kinds that there is a hand for: no kind keeps another one waiting. */
function free(kinds: Readonly<Record<string, JobKind>>, running: readonly TakenJob[]) {
  const countOf = (isCounted: (job: TakenJob) => boolean) => running.filter(isCounted).length;
  const open = Object.entries(kinds).filter(([name, { atOnce = 1 }]) => countOf(({ kind }) => kind === name) < atOnce);
  const subjects = new Set(running.map(({ subject }) => subject).filter((subject) => subject !== ''));
  return {
    kinds: open.map(([name]) => name),
    busy: [...subjects].filter((one) => SUBJECT_AT_ONCE <= countOf(({ subject }) => subject === one)),
  };
}

/** Until a job ends, it is time to look, or to stop. */
async function pause(running: readonly Promise<void>[], stopping: AbortSignal): Promise<void> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, stopping]);
  await Promise.race([wait(LOOK_MS, undefined, { signal }).catch(() => undefined), ...running]);
  over.abort();
}

async function runJob(
  taken: TakenJob,
  kind: JobKind,
  parts: Parts,
  settings: WorkerSettings & { readonly leaseMs: number },
): Promise<void> {
  const { leaseMs } = settings;
  const renewal = setInterval(() => void told(parts, () => renewLease(taken, leaseMs, parts)), leaseMs / 4);
  renewal.unref();
  try {
    const ended = await told(parts, async () => {
      try {
        const span = settings.tracer?.job(taken.kind);
        const result = await inSpan(span, () => progressing(taken, kind, parts, settings));
        await endJob(taken, result, parts);
        return result;
      } catch (error) {
        const problem = asProblem(error);
        if (problem.code === 'job.lost') throw problem; // whoever has it now says what became of it
        await failJob(taken, problem, kind.retryMs, parts);
        throw problem;
      }
    });
    await told(parts, async () => ended?.afterwards?.());
  } finally {
    clearInterval(renewal);
  }
}

async function progressing(taken: TakenJob, kind: JobKind, parts: Parts, settings: WorkerSettings): Promise<JobResult> {
  const notes = new ProgressNotes(taken, parts);
  try {
    await parts.policiesInForce.refresh(parts.clock().slice(0, 10));
    return await kind.run(taken, { ...parts, store: parts.store.heldBy(taken), onWork: notes.note }, settings);
  } finally {
    await notes.end();
  }
}

async function told<T>(parts: Parts, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    parts.onWarning?.(asProblem(error));
    return undefined;
  }
}

function asProblem(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem('internal', { reason: (error as Error).message }, { cause: error });
}
