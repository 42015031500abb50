// A workbook in, the rows of one of its sheets out. A workbook is held whole, so it has limits.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import { readWorkbook, type SheetRow } from '../workbook.ts';
import { chosenSheet, type TablePlace } from './chosen-sheet.ts';
import type { Table, TableBatch, TableRow, WorkbookFormat } from './table.ts';

/** @throws Problem as `openTable`; `file.too-large` says that a CSV file has no limit. */
export async function openWorkbookTable(file: SourceFile, format: WorkbookFormat, place: TablePlace): Promise<Table> {
  const { name, header, rows, others } = chosenSheet(await readSheets(file), place, { file: file.name });
  const columns = header.values.map((value) => value.trim());
  return {
    format,
    columns,
    isMarked: false,
    sheet: { name, others },
    batches: () => batchesOf(rows, columns.length),
  };
}

async function readSheets(file: SourceFile) {
  try {
    return await readWorkbook(file, '', 'data');
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'file.too-large') throw error;
    const reason = `${String(error.facts['reason'] ?? `${String(error.facts['bytes'])} bytes`)}; save it as CSV, which has no limit`;
    throw new Problem('file.too-large', { file: file.name, reason }, { cause: error });
  }
}

const BATCH_ROWS = 2000;

// eslint-disable-next-line @typescript-eslint/require-await -- as the other tables are read
async function* batchesOf(rows: readonly SheetRow[], columns: number): AsyncGenerator<TableBatch> {
  for (let start = 0; start < rows.length; start += BATCH_ROWS) {
    const batch = rows.slice(start, start + BATCH_ROWS);
    yield { rows: batch.map((row) => tableRow(row, columns)), share: Math.min(1, (start + BATCH_ROWS) / rows.length) };
  }
}

/** Empty cells at the end of a row are not stored. */
function tableRow({ line, values }: SheetRow, columns: number): TableRow {
  if (columns < values.length)
    return { line, cells: values, fault: { kind: 'cells', facts: { found: values.length, expected: columns } } };
  return { line, cells: [...values, ...Array<string>(columns - values.length).fill('')] };
}
