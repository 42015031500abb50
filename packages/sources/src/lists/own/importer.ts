// The mapping of an own list in, the importer that reads its table out.
import { createHash } from 'node:crypto';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { describedBy } from '../../readers/mapping-shape.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { cellsOf, mapEntry, type Cell } from './map.ts';
import { parseMapping, type OwnListMapping } from './mapping.ts';
import { ownListRows } from './rows.ts';

/** What a table may be called; what it is is told from its content. */
const TABLES = '\\.(csv|tsv|txt|jsonl|ndjson|json|xlsx|xlsm|xls|ods)$';

/** Raised when the same file and mapping would be read otherwise. */
const READER_VERSION = 1;

/**
 * The importer of a police notice list, an internal watch list, any list of one's own; its `description.id` is the `own-…`
 * id in the mapping. Its version is made of the mapping's text alone, so that the same file under another mapping is another edition.
 * @param mappingName the mapping's file name, for problems.
 * @throws Problem `mapping.invalid` with file, line, field and reason.
 */
export function ownListImporter(mappingText: string, mappingName: string): ListImporter {
  const mapping = parseMapping(mappingText, mappingName);
  const stated = describedBy(mapping);
  const description: CheckedDescription = {
    ...stated,
    kind: 'list',
    forms: [{ form: 'table', files: [{ role: 'list', pattern: TABLES, required: true }], verifiedOnRealFile: false }],
    topics: mapping.topics ?? [],
    effects: mapping.effects ?? ['internal-watch'],
    bounds: {
      ...stated.bounds,
      ...(mapping.maxChangedPercent !== undefined && { maxChangedPercent: mapping.maxChangedPercent }),
      ...(mapping.minFilledPercent && { minFilledPercent: mapping.minFilledPercent }),
    },
  };
  const digest = createHash('sha256').update(`${READER_VERSION}\n${mappingText}`).digest('hex');
  return {
    description,
    version: parseInt(digest.slice(0, 12), 16),
    read: (files, context) => read(files, context, mapping, description),
  };
}

async function read(
  files: readonly SourceFile[],
  context: ImportContext,
  mapping: OwnListMapping,
  description: CheckedDescription,
): Promise<ListReading> {
  const reading = new ReadingInProgress('rows', 'names', 'claims');
  const file = requiredFile(filesByRole(files, description), 'list', description.id);
  const rowsById = new Map<string, (readonly Cell[])[]>();
  for await (const { rows, share } of ownListRows(file, mapping)) {
    for (const row of rows) {
      const cells = cellsOf(row, mapping);
      const id = cells.find(({ column }) => column.to === 'id');
      if (!id) throw new Problem('list.missing-field', { ...row.where, column: 'id' });
      reading.count('rows');
      rowsById.set(id.value, [...(rowsById.get(id.value) ?? []), cells]);
    }
    context.onProgress?.(share / 2);
  }
  for (const [id, rows] of rowsById) {
    const entity = mapEntry(id, rows, mapping, description, { territories: context.territories, reading });
    reading.add(entity, { list: description.id, file: file.name });
    reading.count('names', entity.names.length);
    reading.count('claims', entity.legalStatus.length);
  }
  context.onProgress?.(1);
  return reading.finish();
}
