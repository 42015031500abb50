// A table that somebody sends in, kept for a few days with what is made of it out: seen by its owner alone, deleted at its end.
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { formatOf, openTable } from '@sekisho/sources/readers/table/table.ts';
import type { BatchProgress, KeptBatch } from '../../store/batch-files.ts';
import type { Parts } from '../parts.ts';
import { DAY_MS, later } from '../people/people.ts';
import { permit } from '../permit.ts';
import { guessedReadings } from './columns.ts';
import { textOf } from './output-lines.ts';
import { rejectedFileOf, type BatchCounts } from './run-files.ts';

/** Long enough to look at it after a weekend; the table is of people who are no party of any case. */
const KEPT_MS = 7 * DAY_MS;
/** Ten million names fit; a larger table is screened on the command line. */
const MAX_BYTES = 1024 ** 3;
const SAMPLE_ROWS = 5;
/** What a screening writes. */
export const RESULTS = 'results.csv';

export const batchStates = ['received', 'waiting', 'screening', 'done', 'failed'] as const;
export type BatchState = (typeof batchStates)[number];

export interface Batch extends Omit<KeptBatch, 'ownerId' | 'screening'> {
  readonly state: BatchState;
  /** What was asked last. */
  readonly screening?: KeptBatch['screening'];
  /** While it is screened. */
  readonly progress?: BatchProgress;
  /** When it is done. */
  readonly counts?: BatchCounts;
  /** Why it failed. */
  readonly problem?: { readonly code: string; readonly facts: ProblemFacts };
}

/**
 * Keeps a table and guesses what its columns hold; nothing is screened yet.
 * @throws Problem `file.too-large`, and as `openTable`; nothing is kept then.
 */
export async function receiveBatch(name: string, content: AsyncIterable<Uint8Array>, parts: Parts): Promise<Batch> {
  permit(parts, 'name.screen');
  const { batchFiles, clock, actor, reference } = parts;
  const file = path.basename(name.replaceAll('\\', '/'));
  if (!formatOf(file)) await openTable({ name: file, path: file }); // says what it can be
  const id = randomUUID();
  const input = inputOf(file);
  await batchFiles.receive(id, input, bounded(content, file));
  try {
    const place = batchFiles.placeOf(id, input);
    const table = await openTable({ name: file, path: place });
    const sample: (readonly string[])[] = [];
    for await (const { rows } of table.batches()) {
      sample.push(...rows.slice(0, SAMPLE_ROWS - sample.length).map(({ cells }) => cells.map(textOf)));
      if (sample.length === SAMPLE_ROWS) break;
    }
    if (sample.length === 0)
      throw new Problem('file.unexpected', { file, reason: 'it has no row below its column names' });
    const at = clock();
    const kept: KeptBatch = {
      id,
      file,
      bytes: (await stat(place)).size,
      ownerId: actor.id,
      receivedAt: at,
      endsAt: later(at, KEPT_MS),
      format: table.format,
      ...(table.encoding !== undefined && { encoding: table.encoding }),
      ...(table.sheet && { sheet: table.sheet }),
      columns: guessedReadings(table.columns, [], reference.batchColumns),
      sample,
    };
    await batchFiles.save(kept);
    return await shown(kept, parts);
  } catch (error) {
    await batchFiles.remove(id);
    throw error;
  }
}

/** Whoever asks sees their own, the latest first. */
export async function listBatches(parts: Parts): Promise<readonly Batch[]> {
  permit(parts, 'name.screen');
  const kept = (await parts.batchFiles.all()).filter(({ ownerId }) => ownerId === parts.actor.id);
  return Promise.all(kept.map((batch) => shown(batch, parts)));
}

export async function viewBatch(id: string, parts: Parts): Promise<Batch> {
  return shown(await ownBatch(id, parts), parts);
}

/** Its files are gone at once; a screening under way ends. @throws Problem `batch.not-found` */
export async function deleteBatch(id: string, parts: Parts): Promise<void> {
  await ownBatch(id, parts);
  await endOf(id, parts);
}

/** Those whose end has come. @returns how many. */
export async function forgetBatches(parts: Parts): Promise<number> {
  const at = parts.clock();
  const ended = (await parts.batchFiles.all()).filter(({ endsAt }) => endsAt <= at);
  for (const { id } of ended) await endOf(id, parts);
  return ended.length;
}

/** @throws Problem `batch.not-found`, also for one that somebody else sent. */
export async function ownBatch(id: string, parts: Parts): Promise<KeptBatch> {
  permit(parts, 'name.screen');
  const kept = await parts.batchFiles.batch(id);
  if (kept?.ownerId !== parts.actor.id) throw new Problem('batch.not-found', { batch: id });
  return kept;
}

/** The two files of a screening: rows with what was found, and those that were refused. @throws Problem `batch.not-found`, `batch.not-ready` */
export async function resultFile(
  id: string,
  which: 'results' | 'rejected',
  parts: Parts,
): Promise<{ readonly path: string; readonly name: string }> {
  const batch = await ownBatch(id, parts);
  const { state, counts } = await shown(batch, parts);
  if (state !== 'done' || !batch.screening || (which === 'rejected' && counts?.rejected === 0))
    throw new Problem('batch.not-ready', { batch: id, state, which });
  const file = which === 'results' ? RESULTS : rejectedFileOf(RESULTS);
  return { path: parts.batchFiles.placeOf(id, file), name: `${path.parse(batch.file).name}.${file}` };
}

/** Under its own ending, as that says how it is read. */
export function inputOf(file: string): string {
  return `table${path.extname(file).toLowerCase()}`;
}

export function jobOf({ id }: Pick<KeptBatch, 'id'>, number: number): string {
  return `batch ${id} ${String(number)}`;
}

async function endOf(id: string, { batchFiles, store }: Parts): Promise<void> {
  const last = (await batchFiles.batch(id))?.screening?.number ?? 0;
  if (0 < last) await store.write((writer) => writer.jobs.endJob(jobOf({ id }, last)));
  await batchFiles.remove(id);
}

async function shown(kept: KeptBatch, { store, batchFiles }: Parts): Promise<Batch> {
  const { ownerId: _, ...batch } = kept;
  if (!kept.screening) return { ...batch, state: 'received' };
  const job = await store.jobs.job(jobOf(kept, kept.screening.number));
  const outcome = JSON.parse(job?.outcome ?? '{}') as {
    counts?: BatchCounts;
    problem?: string;
    facts?: ProblemFacts;
  };
  if (job?.state === 'done' && outcome.counts) return { ...batch, state: 'done', counts: outcome.counts };
  if (job?.state === 'waiting') return { ...batch, state: 'waiting' };
  if (job?.state !== 'running')
    return { ...batch, state: 'failed', problem: { code: outcome.problem ?? 'job.lost', facts: outcome.facts ?? {} } };
  const progress = await batchFiles.progress(kept.id);
  return {
    ...batch,
    state: 'screening',
    ...(progress?.number === kept.screening.number && { progress }),
  };
}

async function* bounded(content: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (MAX_BYTES < bytes) throw new Problem('file.too-large', { file, most: MAX_BYTES });
    yield chunk;
  }
}
