// The workbook of Ukraine's National Security and Defense Council in, its entities out.
import { parseCalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { RecordLayout, type StrictRecord } from '../../readers/strict-record.ts';
import { readWorkbook, type Sheet } from '../../readers/workbook.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { bodyColumns, mapBody, mapPerson, personColumns } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const uaNsdc: ListImporter = { description, version: 1, read };

const sheets = [
  { name: 'Фізичні особи', columns: personColumns, map: mapPerson, counted: 'persons' },
  { name: 'Юридичні особи', columns: bodyColumns, map: mapBody, counted: 'companies' },
] as const;

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const file = requiredFile(filesByRole(files, description), 'list', description.id);
  const where = { list: description.id, file: file.name };
  const reading = new ReadingInProgress('persons', 'companies', 'ended', 'aliases', 'identifiers');
  const found = (await readWorkbook(file, description.id, 'data')).filter(({ rows }) => rows.length > 0);
  const unknown = found.find((sheet) => sheets.every(({ name }) => name !== sheet.name));
  if (unknown) throw new Problem('list.unknown-value', { ...where, field: 'sheet', value: unknown.name });
  context.onProgress?.(0.4);
  const rowsOf = sheets.map(({ name, columns }) => rowsIn(found, name, columns, where));
  const knownOn = newestDay(rowsOf.flat());
  for (const [index, { map, counted }] of sheets.entries()) {
    for (const row of rowsOf[index] ?? []) {
      const entity = map(row, knownOn, description, { territories: context.territories, reading });
      reading.add(entity, row.where);
      reading.count(counted);
      reading.count('aliases', entity.names.length - 1);
      reading.count('identifiers', entity.identifiers.length);
      if (entity.delistedOn !== undefined) reading.count('ended');
    }
    context.onProgress?.(0.7 + 0.3 * index);
  }
  return reading.finish();
}

/** @throws Problem `file.unexpected` without the sheet, `list.unknown-column` when its columns are not those we know, `list.column-count`. */
function rowsIn(found: readonly Sheet[], name: string, columns: readonly string[], where: FileOfList): StrictRecord[] {
  const sheet = found.find((candidate) => candidate.name === name);
  if (!sheet) throw new Problem('file.unexpected', { ...where, reason: `it has no sheet "${name}"` });
  const [header, ...rows] = sheet.rows;
  const written = header?.values.map((value) => value.replace(/\s+/g, ' ').trim()) ?? [];
  for (let index = 0; index < Math.max(written.length, columns.length); index++)
    if (written[index] !== columns[index])
      throw new Problem('list.unknown-column', {
        ...where,
        line: header?.line,
        column: written[index] ?? '',
        expected: columns[index] ?? 'no more columns',
        reason: `sheet "${name}"`,
      });
  const layout = new RecordLayout(where, columns);
  return rows.map(({ line, values }) => {
    if (values.length > columns.length)
      throw new Problem('list.column-count', { ...where, line, expected: columns.length, found: values.length });
    return layout.recordAt(line, values);
  });
}

/** The file does not say when it was made: it is at least as new as its newest decree. */
function newestDay(rows: readonly StrictRecord[]): string {
  const days = rows.map((row) => parseCalendarDate(row.takeOptional('Дата указу') ?? '') ?? '');
  return days.reduce((newest, day) => (newest < day ? day : newest), '');
}
