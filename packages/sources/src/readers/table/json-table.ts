// A file with one JSON object a line in, its values by key out, in bounded memory.
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import type { Encoding } from '../encodings.ts';
import { readTextBlocks } from '../text-file.ts';
import { guessEncoding } from './guess-encoding.ts';
import type { RowFault, Table, TableBatch, TableCell, TableRow } from './table.ts';

/** @throws Problem as `openTable`; `file.unexpected` when no line of the first megabyte is a JSON object. */
export async function openJsonTable(file: SourceFile, given?: Encoding): Promise<Table> {
  const guessed = await guessEncoding(file);
  const encoding = guessed.isMarked ? guessed.encoding : (given ?? guessed.encoding);
  const columns = await keysOf(file, encoding);
  return {
    format: 'jsonl',
    columns,
    encoding,
    isMarked: guessed.isMarked,
    batches: () => batchesOf(file, encoding, columns),
  };
}

/** A line that is longer is no customer. */
const MAX_LINE_CHARS = 1 << 20;

async function keysOf(file: SourceFile, encoding: Encoding): Promise<readonly string[]> {
  for await (const { text } of readTextBlocks(file, '', [encoding], 'mark')) {
    const keys = new Set<string>();
    for (const line of text.split('\n')) {
      const value = objectIn(line);
      if (value) for (const key of Object.keys(value)) keys.add(key);
    }
    if (0 < keys.size) return [...keys];
    if (text.trim() !== '') break;
  }
  throw new Problem('file.unexpected', { file: file.name, reason: 'no line of its beginning is a JSON object' });
}

async function* batchesOf(
  file: SourceFile,
  encoding: Encoding,
  columns: readonly string[],
): AsyncGenerator<TableBatch> {
  const known = new Set(columns);
  for await (const { text, firstLine, share } of readTextBlocks(file, '', [encoding], 'mark')) {
    const rows = text.split('\n').flatMap((line, index): TableRow[] => {
      const trimmed = line.trim();
      return trimmed === '' ? [] : [tableRow(trimmed, firstLine + index, columns, known)];
    });
    if (rows.length > 0) yield { rows, share };
  }
}

function tableRow(text: string, line: number, columns: readonly string[], known: ReadonlySet<string>): TableRow {
  const faulty = (kind: RowFault, facts: ProblemFacts = {}): TableRow => ({
    line,
    text,
    cells: [],
    fault: { kind, facts },
  });
  const value = objectIn(text);
  if (!value) return faulty('json');
  const unknown = Object.keys(value).find((key) => !known.has(key));
  if (unknown !== undefined) return faulty('unknown-key', { column: unknown });
  return { line, text, cells: columns.map((key) => cellOf(Object.hasOwn(value, key) ? value[key] : undefined)) };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (MAX_LINE_CHARS < text.length) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function cellOf(value: unknown): TableCell {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string' || typeof each === 'number'))
    return value.map(String);
  return { json: JSON.stringify(value) };
}
