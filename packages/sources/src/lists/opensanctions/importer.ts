// Files of OpenSanctions, or of another data set of FollowTheMoney records, in; one entity for each that they are about out.
import type { ImportContext, ListImporter, ListReading, ListStream, SourceFile } from '../../importer.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import { filesOfEdition, optionalFile, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { dayOf, inOrder } from './delta.ts';
import { descriptionOf, openSanctions as description } from './description.ts';
import { streamTable } from './simple-csv.ts';
import { streamEntities, type FtmFiles } from './stream.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';

/** Raised when the same file would be read otherwise. */
const VERSION = 1;

export const openSanctions: ListImporter = importerOf(description);

/** The importer of a data set of FollowTheMoney records, by the id that its user gave it: `ftm-occrp`. */
export function ftmImporter(id: string): ListImporter {
  return importerOf(descriptionOf(id));
}

function importerOf(source: CheckedDescription): ListImporter {
  return {
    description: source,
    version: VERSION,
    read: (files, context) => read(files, context, source),
    stream: (files, context) => stream(files, context, source),
  };
}

async function read(
  files: readonly SourceFile[],
  context: ImportContext,
  source: CheckedDescription,
): Promise<ListReading> {
  const { batches, summary } = stream(files, context, source);
  const entities: Entity[] = [];
  for await (const batch of batches) entities.push(...batch);
  return { entities, ...summary() };
}

function stream(files: readonly SourceFile[], context: ImportContext, source: CheckedDescription): ListStream {
  const reading = new ReadingInProgress('records', 'names', 'addresses', 'listings', 'documents', 'relations');
  const told: { count: number; statedOn?: CalendarDate } = { count: 0 };
  return {
    batches: batchesOf(files, context, source, reading, told),
    summary: () => {
      const { problems, counts } = reading.finish();
      return {
        problems,
        counts: { ...counts, entities: told.count },
        ...(told.statedOn !== undefined && { statedOn: told.statedOn }),
      };
    },
  };
}

async function* batchesOf(
  files: readonly SourceFile[],
  context: ImportContext,
  { id, ...source }: CheckedDescription,
  reading: ReadingInProgress,
  told: { count: number; statedOn?: CalendarDate },
): AsyncGenerator<readonly Entity[]> {
  const { form, byRole } = filesOfEdition(files, { id, ...source });
  const deltas = await inOrder(byRole.get('deltas') ?? [], optionalFile(byRole, 'index', id), id);
  const day = dayOf(deltas);
  if (day !== undefined) told.statedOn = day;
  const whole = wholeOf(form, byRole, id);
  const batches =
    form === 'simple'
      ? streamTable(requiredFile(byRole, 'table', id), id, context, reading)
      : streamEntities({ list: id, deltas, ...(whole && { whole }) }, context, reading);
  for await (const batch of batches) {
    told.count += batch.length;
    yield batch;
  }
  context.onProgress?.(1);
}

function wholeOf(form: string, byRole: ReadonlyMap<string, readonly SourceFile[]>, list: string): FtmFiles['whole'] {
  if (form === 'ftm') return { file: requiredFile(byRole, 'entities', list), form: 'flat' };
  if (form === 'nested') return { file: requiredFile(byRole, 'targets', list), form: 'nested' };
  return undefined;
}
