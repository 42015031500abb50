// A CSV file of name pairs in, the same with score, match and reason out: row by row, in bounded memory.
import { access, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import {
  analyseSubject,
  compareEntities,
  type AnalysedSubject,
  type EntityComparison,
} from '@sekisho/engine/match/compare-entities.ts';
import { schemata, type Schema } from '@sekisho/engine/model/entity.ts';
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import type { NameReference } from '@sekisho/engine/reference/name-reference.ts';
import { readCsvBatches, type CsvBatch, type CsvRow } from '@sekisho/sources/readers/csv.ts';
import { codeOf, replaceFile, writeNewFile } from '../record/new-file.ts';

export interface PairFiles {
  /** A header row with name1 and name2, schema and is_match where they are known, and anything else. */
  readonly from: string;
  readonly to: string;
  /** A file that is there already is written over. */
  readonly replaces: boolean;
}

export interface PairSettings {
  /** For rows that say none. */
  readonly schema?: Schema;
  readonly reference: NameReference;
  /** What the `reason` column says of a comparison. */
  readonly reasonOf: (comparison: EntityComparison) => string;
  readonly onProgress?: (share: number) => void;
}

/** One row, compared. */
export interface ComparedPair {
  readonly name1: string;
  readonly name2: string;
  readonly score: number;
  /** From the shipped threshold on. */
  readonly isHit: boolean;
  /** What the row says; absent when it says nothing. */
  readonly isMatch?: boolean;
  readonly category?: string;
}

/**
 * Compares the names of every row, and tells each to `onPair`. There is an output file when all rows were compared, and
 * none otherwise.
 * @throws Problem `file.exists`; for the input as `readCsvBatches`; `list.missing-field`, `list.unknown-value` and
 *   `list.unexpected-shape` with line and column for a row that cannot be compared.
 */
export async function comparePairs(
  files: PairFiles,
  settings: PairSettings,
  onPair: (pair: ComparedPair) => void,
): Promise<void> {
  const { from, to, replaces } = files;
  if (!replaces && (await isThere(to))) throw new Problem('file.exists', { file: to });
  const write = (handle: FileHandle) => writeCompared(handle, from, settings, onPair);
  try {
    if (replaces) await replaceFile(to, 0o666, write);
    else if (!(await writeNewFile(to, 0o666, write))) throw new Problem('file.exists', { file: to });
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw new Problem('file.unreadable', { file: to, reason: codeOf(error) }, { cause: error });
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

const LIST = 'name pairs';
const ADDED_COLUMNS = ['score', 'match', 'reason'];

async function writeCompared(
  handle: FileHandle,
  from: string,
  settings: PairSettings,
  onPair: (pair: ComparedPair) => void,
): Promise<void> {
  const file = { name: path.basename(from), path: from };
  const compare = pairComparer(settings);
  let columns: PairColumns | undefined;
  for await (const { layout, rows, share } of readCsvBatches(file, {
    list: LIST,
    encodings: ['utf-8'],
    columns: 'first-row',
  })) {
    const lines: string[] = [];
    if (!columns) {
      columns = pairColumns(layout);
      lines.push(csvLine([...layout.columns, ...ADDED_COLUMNS]));
    }
    for (const row of rows) {
      const { pair, reason } = compare(row, columns);
      lines.push(csvLine([...row.values, pair.score.toFixed(6), String(pair.isHit), reason]));
      onPair(pair);
    }
    await handle.appendFile(lines.join(''));
    settings.onProgress?.(share);
  }
  if (!columns)
    throw new Problem('file.unexpected', { file: file.name, reason: 'it has no row below its column names' });
}

/** Where in a row what stands. */
interface PairColumns {
  readonly where: ProblemFacts;
  readonly name1: number;
  readonly name2: number;
  readonly schema: number | undefined;
  readonly isMatch: number | undefined;
  readonly category: number | undefined;
}

function pairColumns({ where, indexOf }: CsvBatch['layout']): PairColumns {
  const placeOf = (column: string) => {
    const place = indexOf.get(column);
    if (place === undefined)
      throw new Problem('list.missing-field', { ...where, line: 1, column, reason: 'there is no such column' });
    return place;
  };
  for (const column of ADDED_COLUMNS)
    if (indexOf.has(column))
      throw new Problem('list.unexpected-shape', { ...where, line: 1, column, reason: 'this column is added here' });
  return {
    where,
    name1: placeOf('name1'),
    name2: placeOf('name2'),
    schema: indexOf.get('schema'),
    isMatch: indexOf.get('is_match'),
    category: indexOf.get('category'),
  };
}

/** Names read and kept; lists of pairs name the same one again and again. */
const KEPT_NAMES = 20_000;
/** Longer texts are no names; they are refused rather than cut. */
const MAX_NAME_CHARS = 1000;

function pairComparer({ schema: usualSchema, reference, reasonOf }: PairSettings) {
  const analysed = new Map<string, AnalysedSubject>();
  const analyse = (schema: Schema, text: string): AnalysedSubject => {
    const key = `${schema} ${text}`;
    const known = analysed.get(key);
    if (known) return known;
    if (KEPT_NAMES <= analysed.size) analysed.clear();
    const read = analyseSubject(subjectNamed(text, schema), reference);
    analysed.set(key, read);
    return read;
  };
  return ({ line, values }: CsvRow, columns: PairColumns): { readonly pair: ComparedPair; readonly reason: string } => {
    const where = { ...columns.where, line };
    const [name1, name2] = [nameAt(values, columns, 'name1', where), nameAt(values, columns, 'name2', where)];
    const schema = schemaAt(values, columns, usualSchema, where);
    const comparison = compareEntities(analyse(schema, name1), analyse(schema, name2), reference);
    const isMatch = labelAt(values, columns, where);
    const category = columns.category === undefined ? undefined : values[columns.category];
    const pair = {
      name1,
      name2,
      score: comparison.score,
      isHit: reference.weights.hitScore <= comparison.score,
      ...(isMatch !== undefined && { isMatch }),
      ...(category !== undefined && { category }),
    };
    return { pair, reason: reasonOf(comparison) };
  };
}

function nameAt(
  values: readonly string[],
  columns: PairColumns,
  column: 'name1' | 'name2',
  where: ProblemFacts,
): string {
  const name = values[columns[column]] ?? '';
  if (name.trim() === '') throw new Problem('list.missing-field', { ...where, column, reason: 'the name is empty' });
  if (MAX_NAME_CHARS < name.length) {
    const reason = `the name has ${name.length} characters, at most ${MAX_NAME_CHARS} are compared`;
    throw new Problem('list.unexpected-shape', { ...where, column, reason });
  }
  return name;
}

function schemaAt(
  values: readonly string[],
  columns: PairColumns,
  usual: Schema | undefined,
  where: ProblemFacts,
): Schema {
  const word = columns.schema === undefined ? '' : (values[columns.schema] ?? '').trim();
  if (word === '') {
    if (usual !== undefined) return usual;
    throw new Problem('list.missing-field', { ...where, column: 'schema', reason: 'give it there, or with --schema' });
  }
  const schema = schemata.find((known) => known === word);
  if (schema) return schema;
  const reason = `it must be one of ${schemata.join(', ')}`;
  throw new Problem('list.unknown-value', { ...where, column: 'schema', value: word, reason });
}

function labelAt(values: readonly string[], columns: PairColumns, where: ProblemFacts): boolean | undefined {
  const word = columns.isMatch === undefined ? '' : (values[columns.isMatch] ?? '').trim();
  if (word === '') return undefined;
  if (/^(true|false)$/i.test(word)) return /^true$/i.test(word);
  const reason = 'it must be true, false or empty';
  throw new Problem('list.unknown-value', { ...where, column: 'is_match', value: word, reason });
}

/** As RFC 4180 has it; a cell that begins or ends with a blank is quoted too. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
