// A table that is kept and how it is to be screened in, the job that does it, and its end, out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { speakerOf } from '@sekisho/engine/messages/speaker.ts';
import type { BatchQuestion, ColumnSaid, KeptBatch } from '../../store/batch-files.ts';
import type { Job } from '../../store/jobs.ts';
import { newJob, type JobResult } from '../job-queue.ts';
import type { Parts } from '../parts.ts';
import { batchTexts } from './batch-texts.ts';
import { inputOf, jobOf, ownBatch, RESULTS, viewBatch, type Batch } from './batches.ts';
import { columnReadings } from './columns.ts';
import { screenBatch } from './screen-batch.ts';

export const BATCH_JOB = 'batch';

/**
 * Puts the screening of a table into the queue; one that was done before is done anew.
 * @throws Problem `batch.not-found`, `batch.not-ready` while it is under way, `batch.no-name`, `edition.not-found` when no list is in use,
 *   `request.invalid` for a column that the table has not.
 */
export async function beginScreening(id: string, question: BatchQuestion, parts: Parts): Promise<Batch> {
  const kept = await ownBatch(id, parts);
  const { state } = await viewBatch(id, parts);
  if (state === 'waiting' || state === 'screening') throw new Problem('batch.not-ready', { batch: id, state });
  const names = kept.columns.map(({ column }) => column);
  for (const { column } of question.columns)
    if (!names.includes(column))
      throw new Problem('request.invalid', {
        place: 'body',
        reason: `has a column "${column}" that the table has not`,
      });
  const columns = columnReadings(names, given(question.columns), parts.reference.batchColumns, kept.file);
  if ((await parts.store.activeEditions()).length === 0)
    throw new Problem('edition.not-found', { edition: 'of any list' });
  const number = (kept.screening?.number ?? 0) + 1;
  await parts.batchFiles.save({ ...kept, columns, screening: { number, question } });
  const job = newJob({ id: jobOf(kept, number), kind: BATCH_JOB, subject: id, content: {} }, parts.clock());
  await parts.store.write((writer) => writer.jobs.addJob(job));
  return viewBatch(id, parts);
}

/** Goes on where a worker that was killed left it. @throws Problem as `screenBatch`, `batch.not-found` when it was deleted meanwhile. */
export async function screenKeptBatch(job: Job, parts: Parts): Promise<JobResult> {
  const kept = await parts.batchFiles.batch(job.subject);
  if (!kept?.screening) throw new Problem('batch.not-found', { batch: job.subject });
  const { number, question } = kept.screening;
  const { columns, ...settings } = question;
  const { referenceFiles, cores } = parts.threads;
  const place = (file: string) => parts.batchFiles.placeOf(kept.id, file);
  const end = await screenBatch(
    {
      ...settings,
      from: place(inputOf(kept.file)),
      to: place(RESULTS),
      format: 'csv',
      replaces: true,
      map: given(columns),
      workers: Math.max(LEAST_THREADS, cores - 1),
      cores,
    },
    parts,
    {
      referenceFiles: await referenceFiles(),
      texts: batchTexts(speakerOf('en', parts.reference.messages).say),
      onBegin: () => undefined,
      onProgress: progressOf(kept, number, parts),
    },
  );
  return { outcome: { counts: end.counts } };
}

/** Never none: a server answers while its threads screen. */
const LEAST_THREADS = 2;
const PROGRESS_MS = 400;

function progressOf({ id }: KeptBatch, number: number, { batchFiles }: Parts) {
  const begun = performance.now();
  let told = begun;
  return (share: number, rows: number): void => {
    const now = performance.now();
    if (now - told < PROGRESS_MS) return;
    told = now;
    const seconds = (now - begun) / 1000;
    const progress = {
      number,
      share,
      rows,
      rowsPerSecond: Math.round(rows / seconds),
      secondsLeft: Math.round((seconds * (1 - share)) / Math.max(share, 0.001)),
    };
    // whoever waits is told a little later; a batch that was deleted has nobody who waits
    batchFiles.saveProgress(id, progress).catch(() => undefined);
  };
}

function given(columns: readonly ColumnSaid[]): readonly string[] {
  return columns.map(({ column, field }) => `${column}=${field ?? '-'}`);
}
