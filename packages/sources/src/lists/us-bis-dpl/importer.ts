// The tab-separated file of the Denied Persons List in, its entities out.
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readCsv } from '../../readers/csv.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { contentIds } from '../content-ids.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { identifyingContent, mapRow } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const usBisDpl: ListImporter = { description, version: 1, read };

/** Rows that say the same twice are one entry. */
async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const list = description.id;
  const file = requiredFile(filesByRole(files, description), 'list', list);
  const reading = new ReadingInProgress('rows', 'repeated', 'addresses');
  const rows = await readCsv(file, {
    list,
    encodings: ['utf-8', 'windows-1252'],
    columns: 'first-row',
    delimiter: '\t',
  });
  const known = new Map<string, string>();
  const ids = contentIds(rows.map(identifyingContent));
  for (const [index, row] of rows.entries()) {
    const entity = mapRow(row, ids[index] ?? '', description, { territories: context.territories, reading });
    const content = canonicalJson(entity);
    reading.count('rows');
    if (known.get(entity.id) === content) reading.count('repeated');
    else {
      reading.add(entity, row.where);
      reading.count('addresses', entity.addresses.length);
    }
    known.set(entity.id, content);
  }
  context.onProgress?.(1);
  return reading.finish();
}
