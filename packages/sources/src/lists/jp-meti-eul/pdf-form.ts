// A PDF of METI's Foreign End User List in, the texts of its cells out, row by row, as the workbook has them.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { joined } from '../../readers/pdf-lines.ts';
import { cellText, centredTable, type PdfTable, type PdfTableRow } from '../../readers/pdf-table.ts';
import { readPdf } from '../../readers/pdf.ts';

/** A row as `workbook.ts` gives it: the header's is the first line. */
interface Row {
  readonly line: number;
  readonly values: readonly string[];
}

const ENTRY = /^\d+$/;

/**
 * The header and the entries. Each column is put together as its cells are built: a cell of names keeps its lines, that of
 * the country has Japanese above English, and that of the concern was broken wherever it was full.
 * @throws Problem `list.unexpected-shape` when the pages are no such table, or a number is left out or there twice.
 */
export async function rowsOfPdf(file: SourceFile, list: string): Promise<readonly Row[]> {
  const where: FileOfList = { list, file: file.name };
  const table = centredTable(await readPdf(file, list), where);
  const rows = table.rows.map((row, index) => ({ line: index + 1, values: valuesOf(row, table) }));
  for (const { line, values } of rows.slice(1))
    if (values[0] !== String(line - 1))
      throw new Problem('list.unexpected-shape', {
        ...where,
        line,
        reason: `the entry has the number ${values[0]}, and ${line - 1} is the next`,
      });
  return rows;
}

function valuesOf({ cells }: PdfTableRow, { columns }: PdfTable): string[] {
  const isHeader = !ENTRY.test(cells[0]?.[0]?.text ?? '');
  return cells.map((lines, index) => {
    const texts = lines.map(({ text }) => text);
    if (isHeader) return texts.join('\n');
    if (index === 1) return byScript(texts);
    const column = columns[index];
    if (index < 4 && column) return cellText(lines, column, beginsParagraph);
    return texts.join('');
  });
}

/** Japanese lines joined, then the English ones. */
function byScript(texts: readonly string[]): string {
  const isEnglish = (text: string) => /^\p{Script=Latin}/u.test(text);
  const parts = [texts.filter((text) => !isEnglish(text)), texts.filter(isEnglish)];
  return parts.map((lines) => lines.reduce(joined, '')).join('\n');
}

/** A bullet, or Han characters or Hangul below a name in Latin letters. */
function beginsParagraph(line: string, before: string): boolean {
  const isOwn = /^[(（]?[\p{Script=Han}\p{Script=Hangul}]/u.test(line);
  return line.startsWith('・') || (isOwn && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(before));
}
