// The thread that `xlsx.ts` starts: the bytes of a workbook in, one message with its sheets, or what is wrong, out.
import { parentPort, workerData } from 'node:worker_threads';
import * as XLSX from '@e965/xlsx';
import type { Sheet, SheetRow, XlsxAnswer } from './xlsx.ts';

parentPort?.postMessage(answer(workerData as Uint8Array));

function answer(bytes: Uint8Array): XlsxAnswer {
  let book: XLSX.WorkBook;
  try {
    book = XLSX.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      dense: true,
      nodim: true,
      cellFormula: false,
      cellHTML: false,
    });
  } catch (error) {
    return { reason: (error as Error).message };
  }
  const sheets: Sheet[] = [];
  for (const name of book.SheetNames) {
    const rows: SheetRow[] = [];
    const grid: SparseRows = book.Sheets[name]?.['!data'] ?? [];
    for (const [index, cells = []] of grid.entries()) {
      const errorAt = cells.findIndex((cell) => cell?.t === 'e');
      if (errorAt !== -1) {
        const value = textOf(cells[errorAt]);
        return { errorCell: { sheet: name, line: index + 1, column: XLSX.utils.encode_col(errorAt), value } };
      }
      const values = Array.from(cells, textOf);
      while (values.at(-1) === '') values.pop();
      if (values.length > 0) rows.push({ line: index + 1, values });
    }
    sheets.push({ name, rows });
  }
  return { sheets };
}

/** Rows and cells that are empty are holes. */
type SparseRows = readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[];

function textOf(cell: XLSX.CellObject | undefined): string {
  return String(cell?.w ?? cell?.v ?? '').replaceAll('\r\n', '\n');
}
