// A table as people keep one (CSV, JSON lines, a workbook) in, its columns and rows out; a row that is wrong is told, not thrown.
import path from 'node:path';
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import type { Encoding } from '../encodings.ts';
import type { TablePlace } from './chosen-sheet.ts';
import { openCsvTable } from './csv-table.ts';
import { openJsonTable } from './json-table.ts';
import { openWorkbookTable } from './workbook-table.ts';

/** Of a workbook what its name says; it is read by what its bytes say. */
export type TableFormat = 'csv' | 'jsonl' | WorkbookFormat;

export const workbookFormats = ['xlsx', 'xls', 'ods'] as const;
export type WorkbookFormat = (typeof workbookFormats)[number];

/** A list or an object that stands where a text could, as JSON. */
export interface NestedCell {
  readonly json: string;
}

/** A list of texts comes from JSON lines only. */
export type TableCell = string | readonly string[] | NestedCell;

/** What is wrong with one row. */
export type RowFault = 'cells' | 'quotes' | 'json' | 'unknown-key';

export interface TableRow {
  /** 1 for the first line of the file; of a sheet its row. */
  readonly line: number;
  /** As many as there are columns, but for a faulty row: what could be read of it. */
  readonly cells: readonly TableCell[];
  /** A JSON line as it stands in the file. */
  readonly text?: string;
  readonly fault?: { readonly kind: RowFault; readonly facts: ProblemFacts };
}

export interface TableBatch {
  readonly rows: readonly TableRow[];
  /** 0 to 1: how much of the file has been read with this batch. */
  readonly share: number;
}

export interface Table {
  readonly format: TableFormat;
  /** As they stand in the file; empty and equal ones are possible. Of JSON lines: the keys of the first block of lines. */
  readonly columns: readonly string[];
  readonly encoding?: Encoding;
  /** True when the file begins with a byte order mark. */
  readonly isMarked: boolean;
  /** Of a CSV file. */
  readonly delimiter?: string;
  /** Of a workbook: the sheet that is read, and those that are not. */
  readonly sheet?: { readonly name: string; readonly others: readonly string[] };
  /** All rows, in order; reads the file anew each time. */
  readonly batches: () => AsyncGenerator<TableBatch>;
}

/** What the name of a file says it holds; `csv` for `.txt` and `.tsv` too. */
export function formatOf(file: string): TableFormat | undefined {
  const extension = path.extname(file).toLowerCase();
  if (['.csv', '.tsv', '.txt'].includes(extension)) return 'csv';
  if (['.jsonl', '.ndjson'].includes(extension)) return 'jsonl';
  return workbookFormats.find((format) => extension === `.${format}`);
}

export interface TableSettings extends TablePlace {
  /** Of a text file; guessed without it. */
  readonly encoding?: Encoding | undefined;
}

/**
 * A table whose columns are known. CSV and JSON lines are read in bounded memory; a workbook is held whole, within limits.
 * @throws Problem `file.unexpected` for a file that is of no kind known, is empty, is a web page, has over 1000 columns or no
 *   table where the settings say, `file.not-found`,
 *   `file.unreadable`, `file.encoding`, `file.too-large` for a workbook beyond the limits.
 */
export async function openTable(file: SourceFile, settings: TableSettings = {}): Promise<Table> {
  const table = await openAny(file, settings);
  if (table.columns.length <= MAX_COLUMNS) return table;
  const reason = `it has ${table.columns.length} columns, at most ${MAX_COLUMNS} are read`;
  throw new Problem('file.unexpected', { file: file.name, reason });
}

const MAX_COLUMNS = 1000;

async function openAny(file: SourceFile, settings: TableSettings): Promise<Table> {
  const format = formatOf(file.name);
  if (format === 'csv') return openCsvTable(file, settings);
  if (format === 'jsonl') return openJsonTable(file, settings.encoding);
  if (format) return openWorkbookTable(file, format, settings);
  const reason = 'its name must end in .csv, .tsv, .txt, .jsonl, .ndjson, .xlsx, .xls or .ods';
  throw new Problem('file.unexpected', { file: file.name, reason });
}
