// A job in, what it does out: every kind of work that is done beside answering, and how often it is tried.
import type { RecordPlaces } from '../flows/checkpoint.ts';
import { checkpointWhenDue } from '../flows/checkpoint.ts';
import type { JobResult } from '../flows/job-queue.ts';
import { forgetUploads, IMPORT, runImport } from '../flows/import-upload.ts';
import { ASKED_LOOK_BACK, askedIn } from '../flows/ask-look-back.ts';
import { runLookBacks } from '../flows/look-back.ts';
import type { Parts } from '../flows/parts.ts';
import { DAY_MS, later } from '../flows/people/people.ts';
import { sourcesToUpdate, updateSource } from '../flows/update-lists.ts';
import { deliverMail, type MailSettings } from '../flows/mail/deliver-mail.ts';
import { MAIL, oweDailyMails } from '../flows/mail/owed-mails.ts';
import { deliverEvent } from '../flows/webhooks/deliver-event.ts';
import { DELIVERY } from '../flows/webhooks/owed-deliveries.ts';
import { forgetBatches } from '../flows/batch/batches.ts';
import { BATCH_JOB, screenKeptBatch } from '../flows/batch/screen-kept-batch.ts';
import type { DeliverySettings } from '../download/post-body.ts';
import type { Job } from '../store/jobs.ts';

/** What a job works with beside the parts, whose writes are refused once another worker has the job. */
export interface JobSurroundings {
  readonly places: RecordPlaces;
  readonly delivery: DeliverySettings;
  /** Absent: no mail is sent, and none is owed. */
  readonly mail?: MailSettings;
}

export interface JobKind {
  /** How many of them a worker does at once; one where nothing is said. */
  readonly atOnce?: number;
  /** How long to wait before each further try. */
  readonly retryMs: readonly number[];
  run(job: Job, parts: Parts, surroundings: JobSurroundings): Promise<JobResult>;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Two days of trying: a receiver that is down over a weekend's half is told by itself, a longer one by a person. */
const deliveryRetries = [
  10 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  8 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
];

/** What was done stays in the log for so long. */
const KEEP_DONE_MS = 30 * DAY_MS;

export const jobKinds: Readonly<Record<string, JobKind>> = {
  [IMPORT]: {
    retryMs: [MINUTE_MS, 5 * MINUTE_MS],
    run: runImport,
  },
  'look-back': {
    retryMs: [],
    run: (_, parts) => lookBack(parts, {}),
  },
  // another kind than what is done each minute, so that whoever asks for one follows their own
  [ASKED_LOOK_BACK]: {
    retryMs: [],
    run: (job, parts) => lookBack(parts, askedIn(job)),
  },
  checkpoint: {
    retryMs: [],
    run: async (_, parts, { places }) => {
      const outcome = await checkpointWhenDue(parts, places);
      for (const { problem } of outcome?.witnesses ?? []) if (problem) throw problem;
      return { outcome: { isSigned: outcome !== undefined } };
    },
  },
  'list-update': {
    retryMs: [5 * MINUTE_MS, 30 * MINUTE_MS],
    run: async (_, parts) => {
      const results = [];
      for (const description of await sourcesToUpdate([], parts))
        results.push(await updateSource(description, parts.actor.name, parts));
      for (const result of results) if (result.result === 'failed') throw result.problem; // after all were tried
      return { outcome: Object.fromEntries(results.map(({ source, result }) => [source, result])) };
    },
  },
  forgetting: {
    retryMs: [],
    run: async (_, parts) => {
      const at = parts.clock();
      return {
        outcome: { batches: await forgetBatches(parts) },
        write: async (writer) => {
          await writer.accounts.forgetBefore(at, later(at, -DAY_MS));
          await writer.jobs.forgetJobs(later(at, -KEEP_DONE_MS));
        },
        afterwards: () => forgetUploads(parts),
      };
    },
  },
  [BATCH_JOB]: {
    retryMs: [],
    run: screenKeptBatch,
  },
  [DELIVERY]: {
    atOnce: 4,
    retryMs: deliveryRetries,
    run: (job, parts, { places, delivery }) => deliverEvent(job, parts, places, delivery),
  },
};

/** The kind of the job that looks once an hour for who is owed the day's mail. */
export const DAILY_MAIL = 'daily-mail';
export const DAILY_MAIL_MS = HOUR_MS;

/** What is done where there is a server that takes mails. */
export function mailKinds(mail: MailSettings): Readonly<Record<string, JobKind>> {
  return {
    [DAILY_MAIL]: { retryMs: [], run: (_, parts) => oweDailyMails(parts) },
    [MAIL]: { atOnce: 2, retryMs: deliveryRetries, run: (job, parts) => deliverMail(job, parts, mail) },
  };
}

/** What is done again and again, by kind; `list-update` only where it is asked for. */
export const schedule: Readonly<Record<string, number>> = {
  'look-back': MINUTE_MS,
  checkpoint: MINUTE_MS,
  forgetting: HOUR_MS,
};

async function lookBack(parts: Parts, asked: Parameters<typeof runLookBacks>[1]): Promise<JobResult> {
  const runs = await runLookBacks(parts, asked);
  const partiesScreened = runs.reduce((sum, run) => sum + run.partiesScreened, 0);
  return { outcome: { runs: runs.length, partiesScreened, alerts: runs.flatMap(({ alerts }) => alerts).length } };
}
