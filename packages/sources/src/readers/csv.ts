// A CSV file in, its rows out, with the line each begins on: whole, or in batches for files of any size.
import Papa from 'papaparse';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import type { Encoding } from './encodings.ts';
import type { FileOfList } from './file-of-list.ts';
import { RecordLayout, type StrictRecord } from './strict-record.ts';
import { readTextBlocks } from './text-file.ts';

export interface CsvSettings {
  /** The source's id, for problems. */
  readonly list: string;
  /** Candidates in order of trial. */
  readonly encodings: readonly Encoding[];
  /** The columns of a file without a header row, or where the header row stands. */
  readonly columns: readonly string[] | 'first-row';
  readonly delimiter?: ',' | '\t' | ';' | '|';
  /** The line of the header row, where others stand above it. */
  readonly headerLine?: number;
  /** Texts that mean "no value" beside the empty one. */
  readonly nulls?: readonly string[];
}

export interface CsvRow {
  /** 1 for the first line of the file; a row may go over several. */
  readonly line: number;
  readonly values: readonly string[];
}

export interface CsvBatch {
  readonly layout: RecordLayout;
  /** Each has as many values as the layout has columns. */
  readonly rows: readonly CsvRow[];
  /** 0 to 1: how much of the file has been read with this batch. */
  readonly share: number;
}

/** A quoted field that goes on for longer has lost its closing quote. */
const MAX_ROW_CHARS = 4 << 20;

/**
 * The rows of a CSV file (RFC 4180; LF or CRLF; with or without a last line end), in batches of about a megabyte of
 * text. Blank lines are passed over. A header row is taken into the layout, its names trimmed.
 * @throws Problem `list.column-count` with the line of a row that is too short or too long, `file.unreadable` for a
 *   quote that is not closed or stands in the middle of a field, and as `readTextBlocks` does.
 */
export async function* readCsvBatches(file: SourceFile, settings: CsvSettings): AsyncGenerator<CsvBatch> {
  const where: FileOfList = { list: settings.list, file: file.name };
  let layout = settings.columns === 'first-row' ? undefined : new RecordLayout(where, settings.columns, settings.nulls);
  for await (const { rows, share } of readCsvRows(file, settings)) {
    const isHeaded = layout === undefined;
    const [header, ...below] = isHeaded ? rows.filter(({ line }) => (settings.headerLine ?? 1) <= line) : rows;
    if (!header) continue;
    layout ??= new RecordLayout(where, headerNames(header.values), settings.nulls, header.line);
    const records = isHeaded ? below : rows;
    for (const row of records) refuseOtherLength(row, layout);
    if (records.length > 0) yield { layout, rows: records, share };
  }
}

/**
 * The rows of a CSV file as they stand, of any length, for files whose header row is not the first; blank lines are passed
 * over. @throws Problem as `readCsvBatches`, but for the length of rows.
 */
export async function* readCsvRows(
  file: SourceFile,
  settings: Pick<CsvSettings, 'list' | 'encodings' | 'delimiter'>,
): AsyncGenerator<{ readonly rows: readonly CsvRow[]; readonly share: number }> {
  const where: FileOfList = { list: settings.list, file: file.name };
  const parser = new Papa.Parser({ delimiter: settings.delimiter ?? ',', newline: '\n', quoteChar: '"' });
  let [rest, line] = ['', 1];

  const take = (text: string, isLast: boolean): CsvRow[] => {
    const parsed = parseRows(parser, text, isLast, { ...where, line });
    const rows: CsvRow[] = [];
    for (const values of parsed.rows) {
      if (values.length > 1 || values[0] !== '') rows.push({ line, values });
      line += 1 + (parsed.hasLongRows ? lineFeedsWithin(values) : 0);
    }
    rest = text.slice(parsed.end);
    if (rest.length > MAX_ROW_CHARS) throw new Problem('file.unreadable', { ...where, line, reason: UNCLOSED });
    return rows;
  };

  let share = 0;
  for await (const block of readTextBlocks(file, settings.list, settings.encodings)) {
    share = block.share;
    const rows = take(rest + block.text.replaceAll('\r\n', '\n'), false);
    if (rows.length > 0) yield { rows, share };
  }
  const rows = rest === '' ? [] : take(rest, true);
  if (rows.length > 0) yield { rows, share };
}

/** All records of a CSV file. @throws Problem as `readCsvBatches`. */
export async function readCsv(file: SourceFile, settings: CsvSettings): Promise<StrictRecord[]> {
  const records: StrictRecord[] = [];
  for await (const { layout, rows } of readCsvBatches(file, settings))
    for (const { line, values } of rows) records.push(layout.recordAt(line, values));
  return records;
}

const UNCLOSED = 'a quoted field is not closed';

interface ParsedRows {
  readonly rows: readonly (readonly string[])[];
  /** The place after the last whole row. */
  readonly end: number;
  /** True when a field holds a line end. */
  readonly hasLongRows: boolean;
}

function parseRows(
  parser: Papa.Parser,
  text: string,
  isLast: boolean,
  where: FileOfList & { readonly line: number },
): ParsedRows {
  const { data, errors, meta } = parser.parse(text, 0, !isLast) as {
    data: string[][];
    errors: { code: string; row: number; index: number }[];
    meta: { cursor: number };
  };
  const [error] = errors;
  if (error) {
    const line = where.line + lineFeeds(text.slice(0, error.index));
    const reason = error.code === 'MissingQuotes' ? UNCLOSED : 'a quote stands in the middle of a quoted field';
    throw new Problem('file.unreadable', { ...where, line, reason });
  }
  const end = isLast ? text.length : meta.cursor;
  return { rows: data, end, hasLongRows: lineFeeds(text.slice(0, end)) > data.length };
}

function refuseOtherLength(row: CsvRow, layout: RecordLayout): void {
  if (row.values.length !== layout.columns.length)
    throw new Problem('list.column-count', {
      ...layout.where,
      line: row.line,
      expected: layout.columns.length,
      found: row.values.length,
    });
}

function headerNames(values: readonly string[]): string[] {
  return values.map((value) => value.trim());
}

function lineFeedsWithin(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + lineFeeds(value), 0);
}

function lineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
