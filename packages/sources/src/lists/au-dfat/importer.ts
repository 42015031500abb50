// The workbook of the Australian consolidated list in, its entities out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readHeadedRows } from '../../readers/headed-rows.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { filesOfEdition, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { mapRows, newerColumns, readRow, recordIdOf, REFERENCE, type ListedRow } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const auDfat: ListImporter = { description, version: 1, read };

const countBySchema = { Person: 'individuals', Organization: 'bodies', Vessel: 'vessels' } as const;

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const { form, byRole } = filesOfEdition(files, description);
  const file = requiredFile(byRole, 'list', description.id);
  const settings = { list: description.id, form, headedBy: REFERENCE, encodings: ['utf-8'] as const };
  const { layout, records } = await readHeadedRows(file, settings);
  context.onProgress?.(0.5);
  const isNewer = newerColumns.some((column) => layout.indexOf.has(column));
  const reading = new ReadingInProgress(
    'rows',
    ...Object.values(countBySchema),
    'aliases',
    'originalScriptNames',
    'addresses',
    'documents',
  );
  reading.count('rows', records.length);
  for (const [recordId, [first, ...others]] of rowsByTarget(records.map((record) => readRow(record, isNewer)))) {
    if (!first) continue;
    const entity = mapRows(recordId, [first, ...others], description, { territories: context.territories, reading });
    reading.add(entity, first.where);
    reading.count(countBySchema[entity.schema as keyof typeof countBySchema]);
    const inOwnScript = entity.names.filter(({ kind }) => kind === 'original-script').length;
    reading.count('originalScriptNames', inOwnScript);
    reading.count('aliases', entity.names.length - 1 - inOwnScript);
    reading.count('addresses', entity.addresses.length);
    reading.count('documents', entity.identifiers.filter(({ type }) => type !== 'other').length);
  }
  context.onProgress?.(1);
  return reading.finish();
}

/**
 * Rows of a target are not all together.
 * @throws Problem `list.unknown-value` for a reference of another form or a target whose rows are of two types,
 *   `list.duplicate-record` for a reference that comes twice.
 */
function rowsByTarget(rows: readonly ListedRow[]): ReadonlyMap<string, readonly ListedRow[]> {
  const references = new Set<string>();
  const byTarget = Map.groupBy(rows, ({ reference, where }) => {
    const recordId = recordIdOf(reference);
    if (recordId === undefined)
      throw new Problem('list.unknown-value', { ...where, field: REFERENCE, value: reference });
    if (references.has(reference)) throw new Problem('list.duplicate-record', { ...where, record: reference });
    references.add(reference);
    return recordId;
  });
  for (const [recordId, [first, ...others]] of byTarget)
    for (const { schema, where } of others)
      if (schema !== first?.schema)
        throw new Problem('list.unknown-value', { ...where, field: 'Type', record: recordId, value: schema });
  return byTarget;
}
