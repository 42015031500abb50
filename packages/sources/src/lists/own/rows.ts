// The file of an own list in, whatever table it is, its rows as strict records out; what it is is told from its content.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import type { Encoding } from '../../readers/encodings.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { fileProblem, openFile } from '../../readers/open-file.ts';
import { RecordLayout, type StrictRecord } from '../../readers/strict-record.ts';
import { chosenSheet } from '../../readers/table/chosen-sheet.ts';
import { openJsonTable } from '../../readers/table/json-table.ts';
import { splitCsv } from '../../readers/table/split-csv.ts';
import type { TableCell, TableRow } from '../../readers/table/table.ts';
import { readTextBlocks } from '../../readers/text-file.ts';
import { readWorkbook } from '../../readers/workbook.ts';
import type { OwnListMapping } from './mapping.ts';

export interface OwnListBatch {
  readonly rows: readonly StrictRecord[];
  /** 0 to 1: how much of the file has been read with this batch. */
  readonly share: number;
}

/** @throws Problem as the readers of CSV files, JSON lines and workbooks; `file.unexpected` for a sheet that is not there. */
export async function* ownListRows(file: SourceFile, mapping: OwnListMapping): AsyncGenerator<OwnListBatch> {
  const where: FileOfList = { list: mapping.id, file: file.name };
  const content = await contentOf(file, where);
  if (content === 'workbook') yield { rows: await rowsOfSheet(file, mapping, where), share: 1 };
  else if (content === 'json') yield* rowsOfJson(file, mapping, where);
  else yield* rowsOfText(file, mapping);
}

const candidates = ({ encodings }: OwnListMapping): readonly Encoding[] => encodings ?? ['utf-8', 'shift_jis'];

/** Workbooks are zip or OLE2 files; JSON lines begin with a brace. */
async function contentOf(file: SourceFile, where: FileOfList): Promise<'workbook' | 'json' | 'text'> {
  const { handle } = await openFile(file.path, where);
  try {
    const start = Buffer.alloc(1000);
    await handle.read(start, 0, start.length, 0);
    const isZip = start.toString('latin1', 0, 4) === 'PK\u0003\u0004';
    if (isZip || start.toString('hex', 0, 4) === 'd0cf11e0') return 'workbook';
    const [first] =
      start
        .toString('latin1')
        .replaceAll('\0', '')
        .match(/[^\s\u00ef\u00bb\u00bf\u00fe\u00ff]/) ?? [];
    return first === '{' ? 'json' : 'text';
  } catch (error) {
    throw fileProblem(error, where);
  } finally {
    await handle.close();
  }
}

async function rowsOfSheet(file: SourceFile, mapping: OwnListMapping, where: FileOfList): Promise<StrictRecord[]> {
  const sheets = await readWorkbook(file, mapping.id, 'data');
  const { name, header, rows } = chosenSheet(sheets, mapping, where);
  const at = { ...where, sheet: name };
  const names = header.values.map((name) => name.replace(/\s+/gu, ' ').trim());
  const layout = new RecordLayout(at, names, [], header.line);
  return rows.map(({ line, values }) => {
    if (values.length > names.length)
      throw new Problem('list.column-count', { ...at, line, expected: names.length, found: values.length });
    return layout.recordAt(line, values);
  });
}

async function* rowsOfJson(file: SourceFile, mapping: OwnListMapping, where: FileOfList): AsyncGenerator<OwnListBatch> {
  const table = await openJsonTable(file, mapping.encodings?.[0]);
  const known = [...Object.keys(mapping.columns), ...Object.keys(mapping.ignored ?? {})];
  const names = [...new Set([...table.columns, ...known])];
  const layout = new RecordLayout(where, names);
  for await (const { rows, share } of table.batches())
    yield { rows: rows.map((row) => layout.recordAt(row.line, valuesOf(row, table.columns, mapping, where))), share };
}

function valuesOf(row: TableRow, columns: readonly string[], mapping: OwnListMapping, where: FileOfList): string[] {
  const at = { ...where, line: row.line };
  const { kind, facts } = row.fault ?? {};
  if (kind === 'unknown-key') throw new Problem('list.unknown-column', { ...at, ...facts });
  if (kind !== undefined) throw new Problem('file.unreadable', { ...at, reason: 'the line is not one JSON object' });
  if (row.text?.includes('\ufffd')) throw new Problem('file.encoding', at);
  return columns.map((column, index) => textOf(row.cells[index] ?? '', column, mapping, at));
}

/** A list of texts is what a separator would part. */
function textOf(
  cell: TableCell,
  column: string,
  { columns, ignored }: OwnListMapping,
  at: FileOfList & { readonly line: number },
): string {
  if (typeof cell === 'string') return cell;
  const separator = columns[column]?.separator;
  if ('length' in cell && separator !== undefined) return cell.join(separator);
  if (column in (ignored ?? {})) return '';
  const reason = 'length' in cell ? 'it is a list, and the mapping names no "separator"' : 'it is an object';
  throw new Problem('list.unexpected-shape', { ...at, column, reason });
}

async function* rowsOfText(file: SourceFile, mapping: OwnListMapping): AsyncGenerator<OwnListBatch> {
  const settings = {
    list: mapping.id,
    encodings: candidates(mapping),
    columns: 'first-row',
    delimiter: mapping.delimiter ?? (await delimiterOf(file, mapping)),
    ...(mapping.headerRow !== undefined && { headerLine: mapping.headerRow }),
  } as const;
  for await (const { layout, rows, share } of readCsvBatches(file, settings))
    yield { rows: rows.map(({ line, values }) => layout.recordAt(line, values)), share };
}

const HEADER_CHARS = 1 << 16;
const delimiters = [',', ';', '\t', '|'] as const;

/** The one by which the header row has most columns that the mapping names. */
async function delimiterOf(file: SourceFile, mapping: OwnListMapping): Promise<(typeof delimiters)[number]> {
  const known = new Set([...Object.keys(mapping.columns), ...Object.keys(mapping.ignored ?? {})]);
  for await (const { text } of readTextBlocks(file, mapping.id, candidates(mapping))) {
    const lines = text
      .replaceAll('\r\n', '\n')
      .split('\n')
      .slice((mapping.headerRow ?? 1) - 1);
    const header = lines
      .slice(
        Math.max(
          0,
          lines.findIndex((line) => line.trim() !== ''),
        ),
      )
      .join('\n');
    const counts = delimiters.map((delimiter) => {
      const [row] = splitCsv(header.slice(0, HEADER_CHARS), delimiter, true).rows;
      return row?.values.filter((value) => known.has(value.trim())).length ?? 0;
    });
    return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
  }
  return ',';
}
