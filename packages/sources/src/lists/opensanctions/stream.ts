// Files of FollowTheMoney records in any of their forms in, the entities of the edition out, in flat memory.
import { stat } from 'node:fs/promises';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, SourceFile } from '../../importer.ts';
import { readJsonLines } from '../../readers/json-lines.ts';
import { TemporaryBuckets } from '../../readers/temporary-buckets.ts';
import type { ReadingInProgress } from '../list-reading.ts';
import type { FtmReader } from './country.ts';
import { readChanges, type Change } from './delta.ts';
import { putName, putRecord } from './drawers.ts';
import { entitiesOf, type GatherSettings } from './gather.ts';
import { headOf } from './head.ts';
import { nestedRecordsOf, recordOf, type FtmPlace } from './record.ts';
import { route, routeHead } from './route.ts';
import { sendMessages } from './send-messages.ts';

export interface FtmFiles {
  readonly list: string;
  /** One record a line (`flat`), or one target a line with all that belongs to it inside (`nested`). */
  readonly whole?: { readonly file: SourceFile; readonly form: 'flat' | 'nested' };
  /** In the order of their versions. */
  readonly deltas: readonly SourceFile[];
}

const BATCH = 500;
/** Of the work: reading and sorting into buckets, and joining. The rest is mapping. */
const [SHARE_READ, SHARE_JOINED] = [0.45, 0.5];

/**
 * Batches of entities, in an order that is the same for the same files: by bucket, then by id.
 * @throws Problem as the readers do; `file.unexpected` when a delta file does not fit what it is a change of, or there is
 *   nothing it could be a change of.
 */
export async function* streamEntities(
  files: FtmFiles,
  context: ImportContext,
  reading: ReadingInProgress,
): AsyncGenerator<readonly Entity[]> {
  const { list, whole, deltas } = files;
  const [lastDelta] = deltas.toReversed();
  const named = whole?.file ?? lastDelta;
  if (!named) throw new Problem('file.not-found', { list });
  const reader: FtmReader = { territories: context.territories, reading, source: list };
  const changes = await readChanges(deltas, list);
  const bytes = whole ? (await stat(whole.file.path)).size : EDITION_BYTES;
  const buckets = new TemporaryBuckets(bytes, { list, file: named.name });
  const settings: GatherSettings = {
    list,
    file: named.name,
    repeated: whole?.form === 'nested' ? 'merge' : 'refuse',
    isChange: !whole,
  };
  try {
    if (whole) await putWhole(whole, changes, buckets, reader, context);
    else await putEdition(context, changes, buckets, reader, named);
    for (let bucket = 0; bucket < buckets.count; bucket++) {
      sendMessages(buckets, bucket, list);
      await buckets.settle();
    }
    context.onProgress?.(SHARE_JOINED);
    for (let bucket = 0; bucket < buckets.count; bucket++) {
      const entities = entitiesOf(buckets, bucket, settings, reader);
      for (let start = 0; start < entities.length; start += BATCH) {
        const batch = entities.slice(start, start + BATCH);
        reading.count(
          'names',
          batch.reduce((sum, { names }) => sum + names.length, 0),
        );
        yield batch;
      }
      context.onProgress?.(SHARE_JOINED + ((1 - SHARE_JOINED) * (bucket + 1)) / buckets.count);
    }
  } finally {
    await buckets.remove();
  }
}

/** An edition's size is not known while it is read; OpenSanctions' default collection is some gigabytes. */
const EDITION_BYTES = 1 << 30;

/** The whole file, with the changes in place of what they change. */
async function putWhole(
  { file, form }: NonNullable<FtmFiles['whole']>,
  changes: ReadonlyMap<string, Change>,
  buckets: TemporaryBuckets,
  reader: FtmReader,
  context: ImportContext,
): Promise<void> {
  const { source: list } = reader;
  const met = new Set<string>();
  for await (const { block, lines, share } of readJsonLines(file, list)) {
    for (const { line, start, end, read } of lines) {
      const where: FtmPlace = { list, file: file.name, line };
      if (form === 'nested')
        for (const record of nestedRecordsOf(read(), where))
          route(record, JSON.stringify(written(record)), buckets, where, reader);
      else {
        const head = headOf(block, start, end);
        const record = head ?? recordOf(read(), where);
        if (changes.has(record.id)) met.add(record.id);
        else if ('rule' in record) routeHead(record, { block, start, end }, buckets, line, reader);
        else route(record, { block, start, end }, buckets, where, reader);
      }
    }
    await buckets.settle();
    context.onProgress?.(share * SHARE_READ);
  }
  for (const [id, change] of changes) {
    const where: FtmPlace = { list, file: change.file, line: change.line };
    if (met.has(id) !== change.wasThere)
      throw new Problem('file.unexpected', {
        ...where,
        reason: change.wasThere
          ? `it changes or removes a record that is not there (${id})`
          : `it adds a record that is there (${id})`,
      });
    reader.reading.count(change.record ? (change.wasThere ? 'changed' : 'added') : 'removed');
    if (change.record) route(change.record, JSON.stringify(written(change.record)), buckets, where, reader);
  }
}

/** The entities of the edition in use, with the changes beside them. */
async function putEdition(
  { before }: ImportContext,
  changes: ReadonlyMap<string, Change>,
  buckets: TemporaryBuckets,
  reader: FtmReader,
  { name: file }: SourceFile,
): Promise<void> {
  const { source: list } = reader;
  if (!before)
    throw new Problem('file.unexpected', {
      list,
      file,
      reason: 'it says only what changed, and there is no edition in use that it could have changed',
    });
  for await (const entities of before()) {
    for (const entity of entities) {
      const { recordId: id, names } = entity;
      putRecord(buckets, [id], 'before', 0, JSON.stringify(entity));
      if (!changes.has(id)) putName(buckets, id, { is: 'entity', name: names[0]?.text ?? id });
    }
    await buckets.settle();
  }
  for (const [id, { record, wasThere, file: changedIn, line }] of changes) {
    const where: FtmPlace = { list, file: changedIn, line };
    if (record) route(record, JSON.stringify(written(record)), buckets, where, reader, wasThere ? 'changed' : 'added');
    else if (wasThere) putRecord(buckets, [id], 'removed', line, id);
  }
}

/** As the file writes a record. */
function written({ isTarget, lastChange, ...record }: ReturnType<typeof recordOf>): object {
  return { ...record, target: isTarget, ...(lastChange !== undefined && { last_change: lastChange }) };
}
