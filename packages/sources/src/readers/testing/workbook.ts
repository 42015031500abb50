// For tests: rows of sheets in, the bytes of a workbook out.
import * as XLSX from '@e965/xlsx';

/** @param formats number formats by cell: `{ B2: 'm/d/yy' }`, of the first sheet. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>,
  formats: Readonly<Record<string, string>> = {},
  bookType: 'xlsx' | 'xls' | 'ods' = 'xlsx',
): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  const first = book.Sheets[book.SheetNames[0] ?? ''];
  for (const [place, format] of Object.entries(formats)) {
    const cell = first?.[place] as XLSX.CellObject | undefined;
    if (cell) cell.z = format;
  }
  return XLSX.write(book, { type: 'buffer', bookType }) as Buffer;
}
