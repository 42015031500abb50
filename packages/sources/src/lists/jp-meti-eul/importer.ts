// METI's Foreign End User List as workbook or PDF in, its entities out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { RecordLayout } from '../../readers/strict-record.ts';
import { readWorkbook, type SheetRow } from '../../readers/workbook.ts';
import { filesOfEdition, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { columns, columnsOfEarlierEditions, mapRow } from './map.ts';
import { rowsOfPdf } from './pdf-form.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const jpMetiEul: ListImporter = { description, version: 1, read };

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const reading = new ReadingInProgress('aliases', 'originalScriptNames');
  const { form, byRole } = filesOfEdition(files, description);
  const file = requiredFile(byRole, 'list', description.id);
  const where = { list: description.id, file: file.name };
  const [header, ...rows] = form === 'pdf' ? await rowsOfPdf(file, description.id) : await rowsOfWorkbook(file);
  context.onProgress?.(0.5);
  const layout = layoutOf(header, form === 'pdf' ? columnsOfEarlierEditions : columns, where);
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

async function rowsOfWorkbook(file: SourceFile): Promise<readonly SheetRow[]> {
  const [sheet, second] = (await readWorkbook(file, description.id)).filter(({ rows }) => rows.length > 0);
  if (sheet && !second) return sheet.rows;
  const reason = 'it does not have one sheet with rows';
  throw new Problem('file.unexpected', { list: description.id, file: file.name, reason });
}

/**
 * The layout has every column, also where the edition is of a time before the last one.
 * @throws Problem `list.unknown-column` when the columns are not the ones we know, in their order.
 */
function layoutOf(header: SheetRow | undefined, fewest: readonly string[], where: FileOfList): RecordLayout {
  const names = header?.values.map((value) => value.normalize('NFKC').replace(/\s+/g, ' ').trim()) ?? [];
  const expected = names.length === fewest.length ? fewest : columns;
  const at = Math.max(names.length, expected.length);
  for (let index = 0; index < at; index++)
    if (names[index] !== expected[index])
      throw new Problem('list.unknown-column', {
        ...where,
        line: header?.line,
        column: names[index] ?? '',
        expected: expected[index] ?? 'no more columns',
      });
  return new RecordLayout(where, columns);
}
