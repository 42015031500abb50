// A CSV file or workbook with lines above its header row in; those lines, and the records below it, out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import { readCsvRows } from './csv.ts';
import type { Encoding } from './encodings.ts';
import type { FileOfList } from './file-of-list.ts';
import { RecordLayout, type StrictRecord } from './strict-record.ts';
import { readWorkbook } from './workbook.ts';

export interface HeadedSettings {
  /** The source's id, for problems. */
  readonly list: string;
  /** `csv`; anything else is read as a workbook. */
  readonly form: string;
  /** The header row is the first that has this column. */
  readonly headedBy: string;
  /** Other spellings of column names that editions have: theirs, and the one that the importer asks for. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** Of a CSV file: candidates in order of trial. */
  readonly encodings: readonly Encoding[];
}

interface Line {
  readonly line: number;
  readonly values: readonly string[];
}

export interface HeadedRows {
  /** What stands above the header row: a date, a title. */
  readonly above: readonly Line[];
  readonly layout: RecordLayout;
  readonly records: readonly StrictRecord[];
}

/** The header row is looked for among so many rows. */
const MAX_ROWS_ABOVE = 5;

/**
 * Names of columns are trimmed, and runs of white space in them are one blank.
 * @throws Problem `file.unexpected` when no header row is found or a workbook has not one sheet with rows,
 *   `list.column-count` for a row that is longer than the header row (of a CSV file: or shorter), `list.unknown-column`
 *   for a column without a name, and as the reader of the form does.
 */
export async function readHeadedRows(file: SourceFile, settings: HeadedSettings): Promise<HeadedRows> {
  const { list, form, headedBy, spellings = {} } = settings;
  const where: FileOfList = { list, file: file.name };
  const lines = form === 'csv' ? await linesOfCsv(file, settings) : await linesOfWorkbook(file, where);
  const names = lines.slice(0, MAX_ROWS_ABOVE + 1).map(({ values }) => values.map(columnName));
  const at = names.findIndex((columns) => columns.includes(headedBy));
  const columns = names[at]?.map((name) => spellings[name] ?? name);
  if (!columns)
    throw new Problem('file.unexpected', { ...where, reason: `none of its first rows names the column "${headedBy}"` });
  const layout = new RecordLayout(where, columns, [], lines[at]?.line);
  const records = lines.slice(at + 1).map(({ line, values }) => {
    const isWhole = form === 'csv' ? values.length === columns.length : values.length <= columns.length;
    if (!isWhole)
      throw new Problem('list.column-count', { ...where, line, expected: columns.length, found: values.length });
    return layout.recordAt(line, values);
  });
  return { above: lines.slice(0, at), layout, records };
}

async function linesOfCsv(file: SourceFile, settings: HeadedSettings): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const { rows } of readCsvRows(file, settings)) for (const row of rows) lines.push(row);
  return lines;
}

/** Dates as days and numbers with all their digits: the texts shown may lack the century. */
async function linesOfWorkbook(file: SourceFile, where: FileOfList): Promise<readonly Line[]> {
  const [sheet, second] = (await readWorkbook(file, where.list, 'data')).filter(({ rows }) => rows.length > 0);
  if (!sheet || second)
    throw new Problem('file.unexpected', { ...where, reason: 'it does not have one sheet with rows' });
  return sheet.rows;
}

function columnName(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
