// A sheet of the workbook, or the records of the CSV file, in; the list's rows, told by what their columns hold, out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import type { Sheet, SheetRow } from '../../readers/workbook.ts';
import {
  fieldByHeader,
  plainHeader,
  programmeByNumber,
  programmeBySheet,
  type Field,
  type Programme,
} from './vocabulary.ts';

export interface MofRow {
  readonly where: FileOfList & { readonly line: number; readonly sheet?: string };
  readonly programme: Programme;
  /** The texts of the columns that hold a field, those without a text left out; the CSV has one column for each language. */
  readonly texts: ReadonlyMap<Field, readonly string[]>;
  /** The headers of the texts, as they stand in the file. */
  readonly headers: ReadonlyMap<Field, string>;
}

/**
 * The rows of a programme's sheet. What stands above the header is its title and what `programmes.yml` says of its marks.
 * A row without date and number goes on with the row before it.
 * @throws Problem `list.unknown-value` for a sheet that is no programme we know, `list.unexpected-shape` without a header or for
 *   a text outside the columns, `list.unknown-column` for a header we do not know.
 */
export function rowsOfSheet(sheet: Sheet, list: FileOfList): MofRow[] {
  const where = { ...list, sheet: sheet.name.trim() };
  const programme = programmeBySheet.get(plainHeader(sheet.name).replace(/^\d+\./, ''));
  if (!programme) throw new Problem('list.unknown-value', { ...where, field: 'sheet', value: sheet.name });
  const headerAt = sheet.rows.findIndex(
    (row) => fieldByHeader.get(plainHeader(row.values[0] ?? '')) === 'notice-dates',
  );
  const header = sheet.rows[headerAt];
  if (!header) {
    if (programme.lifted) return [];
    throw new Problem('list.unexpected-shape', { ...where, reason: 'it has no row of column names' });
  }
  const columns = header.values.map((name) => fieldOf(name, { ...where, line: header.line }));
  const headers = new Map(columns.map((field, index) => [field, plainHeader(header.values[index] ?? '')]));
  const rows: { readonly line: number; readonly values: string[] }[] = [];
  for (const { line, values } of sheet.rows.slice(headerAt + 1)) {
    if (values.length > columns.length)
      throw new Problem('list.unexpected-shape', { ...where, line, reason: 'it has a text outside the columns' });
    const before = rows.at(-1);
    if (isNew(values) || !before) rows.push({ line, values: [...values] });
    else goOn(before.values, values);
  }
  return rows.map(({ line, values }) => ({
    where: { ...where, line },
    programme,
    headers,
    texts: textsOf(columns, values),
  }));
}

/**
 * A record of the CSV file.
 * @throws Problem `list.unknown-column`, `list.unknown-value` for a 区分 that is no programme we know, `list.missing-field`.
 */
export function rowOfRecord(record: StrictRecord, headerNames: readonly string[]): MofRow {
  const { where } = record;
  const columns = headerNames.map((name) => fieldOf(name, { ...where, line: 1 }));
  const headers = new Map(columns.map((field, index) => [field, plainHeader(headerNames[index] ?? '')]));
  const values = headerNames.map((name) => record.takeOptional(name) ?? '');
  record.done();
  const texts = textsOf(columns, values);
  const [category = ''] = texts.get('category') ?? [];
  const programme = programmeByNumber.get(Number(category));
  if (!programme) throw new Problem('list.unknown-value', { ...where, field: '区分', value: category });
  return { where, programme, headers, texts };
}

function fieldOf(name: string, where: FileOfList & { readonly line: number }): Field {
  const field = fieldByHeader.get(plainHeader(name));
  if (!field) throw new Problem('list.unknown-column', { ...where, column: name });
  return field;
}

function isNew([dates = '', number = '']: SheetRow['values']): boolean {
  return dates.trim() !== '' || number.trim() !== '';
}

function goOn(before: string[], values: readonly string[]): void {
  for (const [index, value] of values.entries())
    if (value.trim() !== '') before[index] = [before[index], value].filter(Boolean).join('\n');
}

function textsOf(columns: readonly Field[], values: readonly string[]): Map<Field, string[]> {
  const texts = new Map<Field, string[]>();
  for (const [index, field] of columns.entries()) {
    const value = (values[index] ?? '').trim();
    if (value !== '') texts.set(field, [...(texts.get(field) ?? []), value]);
  }
  return texts;
}
