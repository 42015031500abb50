// Work that is owed and who does it: the queue that outlives its workers. Taken by lease, written under a fencing number.
import type { Instant } from '@sekisho/engine/model/calendar.ts';

export const jobStates = ['waiting', 'running', 'done', 'dead'] as const;
/** `dead`: tried as often as its kind allows; a person has to look at it. */
export type JobState = (typeof jobStates)[number];

export interface Job {
  /** Names what is done: the same work is one job, however often it is asked for. */
  readonly id: string;
  readonly kind: string;
  /** What it is about, where several are: the id of a webhook. Empty elsewhere. */
  readonly subject: string;
  /** JSON that its kind understands: ids, states and who asked for it, nothing of parties. */
  readonly content: string;
  readonly state: JobState;
  readonly dueAt: Instant;
  /** Milliseconds from one end to the next beginning; absent: it is done once. */
  readonly everyMs?: number;
  /** Of tries since it was last due. */
  readonly tries: number;
  /** Goes up each time it is taken: what an earlier worker writes is refused. */
  readonly fence: number;
  /** While it runs: who runs it, and until when nobody else takes it. */
  readonly lease?: { readonly worker: string; readonly until: Instant };
  readonly createdAt: Instant;
  /** When the last try ended. */
  readonly endedAt?: Instant;
  /** JSON: what came of the last try. */
  readonly outcome?: string;
  /** JSON, while it runs: how far it is. */
  readonly progress?: string;
}

/** A job as one worker took it. */
export type Lease = Pick<Job, 'id' | 'fence'>;

export interface JobReader {
  job(id: string): Promise<Job | undefined>;
  /** The latest due first. `after` is the id of the last one of the page before. */
  jobs(page: {
    readonly state?: JobState;
    readonly kind?: string;
    readonly subject?: string;
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly Job[]>;
  /** How many there are of each state. */
  jobCounts(): Promise<Readonly<Partial<Record<JobState, number>>>>;
  /**
   * Of these kinds, and not about any of `busy`, the one that is due the longest at `at`: waiting, or running under a lease that ended.
   */
  dueJob(kinds: readonly string[], at: Instant, busy?: readonly string[]): Promise<Job | undefined>;
}

export interface JobWriter extends JobReader {
  /** Adds or changes. */
  saveJob(job: Job): Promise<void>;
  /** False when there is one with this id: it is left as it is. */
  addJob(job: Job): Promise<boolean>;
  endJob(id: string): Promise<void>;
  /** Jobs that were done, and are done once, before. */
  forgetJobs(before: Instant): Promise<void>;
}
