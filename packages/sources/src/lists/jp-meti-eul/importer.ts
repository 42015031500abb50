// The workbook of METI's Foreign End User List in, its entities out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { RecordLayout } from '../../readers/strict-record.ts';
import { readWorkbook, type Sheet } from '../../readers/workbook.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { columns, mapRow } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const jpMetiEul: ListImporter = { description, version: 1, read };

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const reading = new ReadingInProgress('aliases', 'originalScriptNames');
  const file = requiredFile(filesByRole(files, description), 'list', description.id);
  const where = { list: description.id, file: file.name };
  const [sheet, second] = (await readWorkbook(file, description.id)).filter(({ rows }) => rows.length > 0);
  if (!sheet || second)
    throw new Problem('file.unexpected', { ...where, reason: 'it does not have one sheet with rows' });
  context.onProgress?.(0.5);
  const [, ...rows] = sheet.rows;
  const layout = layoutOf(sheet, where);
  for (const { line, values } of rows) {
    if (values.length > columns.length)
      throw new Problem('list.column-count', { ...where, line, expected: columns.length, found: values.length });
    const row = layout.recordAt(line, values);
    const entity = mapRow(row, description, { territories: context.territories, reading });
    reading.add(entity, row.where);
    reading.count('aliases', entity.names.filter(({ kind }) => kind === 'alias').length);
    reading.count('originalScriptNames', entity.names.filter(({ kind }) => kind === 'original-script').length);
  }
  context.onProgress?.(1);
  return reading.finish();
}

/** @throws Problem `list.unknown-column` when the columns are not the ones we know, in their order. */
function layoutOf(sheet: Sheet, where: { readonly list: string; readonly file: string }): RecordLayout {
  const [header] = sheet.rows;
  const names = header?.values.map((value) => value.normalize('NFKC').replace(/\s+/g, ' ').trim()) ?? [];
  const at = Math.max(names.length, columns.length);
  for (let index = 0; index < at; index++)
    if (names[index] !== columns[index])
      throw new Problem('list.unknown-column', {
        ...where,
        line: header?.line,
        column: names[index] ?? '',
        expected: columns[index] ?? 'no more columns',
      });
  return new RecordLayout(where, columns);
}
