// The thread that `workbook.ts` starts: the bytes of a workbook in, one message with its sheets, or what is wrong, out.
import { parentPort, workerData } from 'node:worker_threads';
import * as XLSX from '@e965/xlsx';
import type { Sheet, SheetRow, WorkbookAnswer, WorkbookQuestion } from './workbook.ts';

/** What the library has for number formats, which it gives no types. */
interface NumberFormats {
  is_date(format: string | number): boolean;
  parse_date_code(
    value: number,
    options: { readonly date1904: boolean },
  ): { readonly y: number; readonly m: number; readonly d: number } | null;
}

const formats = XLSX.SSF as NumberFormats;

parentPort?.postMessage(await answer(workerData as WorkbookQuestion));

async function answer({ bytes, container, reading }: WorkbookQuestion): Promise<WorkbookAnswer> {
  // Excel 5 and 95 write texts in the code page of the machine, such as cp932.
  if (container === 'ole2') XLSX.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  let book: XLSX.WorkBook;
  try {
    book = XLSX.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      dense: true,
      nodim: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: reading === 'data',
    });
  } catch (error) {
    return { reason: reasonOf(error) };
  }
  const sheets: Sheet[] = [];
  for (const name of book.SheetNames) {
    const sheet: XLSX.Sheet | undefined = book.Sheets[name];
    if (sheet?.['!type'] && sheet['!type'] !== 'sheet') continue; // macros, dialogs and charts
    const rows: SheetRow[] = [];
    const grid: SparseRows = sheet?.['!data'] ?? [];
    for (const [index, cells = []] of grid.entries()) {
      const errorAt = reading === 'data' ? -1 : cells.findIndex((cell) => cell?.t === 'e');
      if (errorAt !== -1) {
        const value = textOf(cells[errorAt]);
        return { errorCell: { sheet: name, line: index + 1, column: XLSX.utils.encode_col(errorAt), value } };
      }
      const values = Array.from(cells, (cell) => (reading === 'data' && dataOf(cell, book)) || textOf(cell));
      while (values.at(-1) === '') values.pop();
      if (values.length > 0) rows.push({ line: index + 1, values });
    }
    sheets.push({ name, rows });
  }
  return sheets.length > 0 ? { sheets } : { reason: 'it has no sheet of cells' };
}

/** What the library says of a password is said in one way; some of its errors are bare strings. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const isProtected = /password|encrypt/i.test(reason);
  return isProtected ? 'it is protected with a password; save it without one' : reason;
}

/** Rows and cells that are empty are holes. */
type SparseRows = readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[];

/**
 * `2001-02-03` for a number that is shown as a date, `2001-02` or `2001` where no day or month is shown: the shown form may
 * have two digits of the year, or the month first. All digits of a number without a format, of which only eleven are shown.
 * Empty where the text shown is the best there is.
 */
function dataOf(cell: XLSX.CellObject | undefined, book: XLSX.WorkBook): string {
  if (cell?.t !== 'n' || typeof cell.v !== 'number') return '';
  if (cell.z === undefined || cell.z === 'General') return Number.isSafeInteger(cell.v) ? String(cell.v) : '';
  if (!formats.is_date(cell.z)) return '';
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  const { y, m, d } = formats.parse_date_code(cell.v, { date1904 }) ?? {};
  if (!y || !m || !d) return '';
  const parts = [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')];
  return parts.slice(0, partsShown(cell.z)).join('-');
}

/** `mmm-yy` shows a month: that it is stored as its first day is the program's doing, not the writer's. */
function partsShown(format: string | number): number {
  if (typeof format === 'number') return 3;
  const codes = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (/d/i.test(codes) || !/y/i.test(codes)) return 3;
  return /m/i.test(codes) ? 2 : 1;
}

function textOf(cell: XLSX.CellObject | undefined): string {
  return String(cell?.w ?? cell?.v ?? '').replaceAll('\r\n', '\n');
}
