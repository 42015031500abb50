// A CSV file as somebody's program wrote it in, its rows out, those that are wrong among them, in bounded memory.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import type { Encoding } from '../encodings.ts';
import { readTextBlocks } from '../text-file.ts';
import { guessEncoding } from './guess-encoding.ts';
import { splitCsv, type CsvLine } from './split-csv.ts';
import type { Table, TableBatch, TableRow, TableSettings } from './table.ts';

/** @throws Problem as `openTable`. */
export async function openCsvTable(file: SourceFile, { encoding: given, headerRow }: TableSettings): Promise<Table> {
  const guessed = await guessEncoding(file);
  const encoding = guessed.isMarked ? guessed.encoding : (given ?? guessed.encoding);
  const { header, delimiter } = await headerOf(file, encoding, headerRow);
  return {
    format: 'csv',
    columns: header,
    encoding,
    isMarked: guessed.isMarked,
    delimiter,
    batches: () => batchesOf(file, { encoding, headerRow }, delimiter, header.length),
  };
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The first line that is not blank, or the one said, names the columns; the delimiter is the one it has most often. */
async function headerOf(
  file: SourceFile,
  encoding: Encoding,
  headerRow = 1,
): Promise<{ readonly header: readonly string[]; readonly delimiter: string }> {
  let [seen, linesAbove] = ['', headerRow - 1];
  for await (const { text, share } of readTextBlocks(file, '', [encoding], 'mark')) {
    seen += plainLineEnds(text);
    for (let end = seen.indexOf('\n'); 0 < linesAbove && end !== -1; end = seen.indexOf('\n')) {
      seen = seen.slice(end + 1);
      linesAbove--;
    }
    if (0 < linesAbove) continue;
    const start = seen.search(/[^\s]/);
    if (start === -1) {
      seen = '';
      continue;
    }
    const line = seen.slice(seen.lastIndexOf('\n', start) + 1);
    const counts = DELIMITERS.map((delimiter) => columnsIn(line, delimiter, share === 1));
    const delimiter = DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
    const [row] = splitCsv(line, delimiter, share === 1).rows;
    if (row?.isBroken)
      throw new Problem('file.unreadable', {
        file: file.name,
        line: headerRow,
        reason: 'a quote in the column names is wrong',
      });
    if (row) return { header: row.values.map((value) => value.trim()), delimiter };
  }
  throw new Problem('file.unexpected', { file: file.name, reason: 'it has no row of column names' });
}

function columnsIn(text: string, delimiter: string, isLast: boolean): number {
  const lineEnd = text.indexOf('\n');
  const line = lineEnd === -1 || text.slice(0, lineEnd).includes('"') ? text : text.slice(0, lineEnd + 1);
  const [row] = splitCsv(line.slice(0, 1 << 16), delimiter, isLast || line.length < 1 << 16).rows;
  // a quote that is left in a cell was that of a cell which another delimiter would not have cut
  return row && !row.isBroken && !row.values.some((value) => value.includes('"')) ? row.values.length : 0;
}

async function* batchesOf(
  file: SourceFile,
  { encoding, headerRow = 1 }: { readonly encoding: Encoding; readonly headerRow: number | undefined },
  delimiter: string,
  columns: number,
): AsyncGenerator<TableBatch> {
  let [rest, line, hasHeader, share] = ['', 1, false, 0];
  const take = (text: string, isLast: boolean): TableRow[] => {
    const split = splitCsv(text, delimiter, isLast);
    const rows: TableRow[] = [];
    for (const row of split.rows) {
      if (!hasHeader) hasHeader = headerRow <= line && row.values.join(delimiter).trim() !== '';
      else if (row.values.some((value) => value.trim() !== '')) rows.push(tableRow(row, line, columns));
      line += row.lines;
    }
    rest = text.slice(split.end);
    return rows;
  };
  for await (const block of readTextBlocks(file, '', [encoding], 'mark')) {
    share = block.share;
    const rows = take(rest + plainLineEnds(block.text), false);
    if (rows.length > 0) yield { rows, share };
  }
  const rows = take(rest, true);
  if (rows.length > 0) yield { rows, share };
}

function tableRow({ values, isBroken }: CsvLine, line: number, columns: number): TableRow {
  if (isBroken) return { line, cells: values, fault: { kind: 'quotes', facts: {} } };
  if (values.length === columns) return { line, cells: values };
  return { line, cells: values, fault: { kind: 'cells', facts: { found: values.length, expected: columns } } };
}

/** Old programs end their lines with CR alone. */
function plainLineEnds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}
