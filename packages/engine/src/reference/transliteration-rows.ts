// A table of `data/names/transliteration` in, its rows in numbers out; anything wrong is a Problem with file and line.
import { invalid, readTable, type TableRow } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface WeightRow {
  readonly line: number;
  /** Numbers of symbols and letters; 0 is the edge, or none. */
  readonly source: readonly number[];
  readonly latin: readonly number[];
  /** In 1/16 of a natural-log odd, by letter or by kinds of neighbours; one without a key for a chunk. */
  readonly weights: readonly { readonly key: string; readonly weight: number }[];
}

export interface TransliterationRows {
  readonly file: string;
  /** By what is written; the edge is 0. */
  readonly symbols: ReadonlyMap<string, number>;
  /** Signs of the kinds of the likeliest first and last letter, by number. */
  readonly kinds: readonly string[];
  /** By number, the symbol whose weights it has: itself, or one without its character, to which its own rows add. */
  readonly parents: readonly number[];
  /** By number, the symbol and those that have its weights. */
  readonly families: readonly (readonly number[])[];
  readonly of: (kind: RowKind) => readonly WeightRow[];
}

const rowKinds = [
  'symbol',
  'single',
  'chunk',
  'next-kind',
  'next-letter',
  'next-two',
  'before-kind',
  'before-letter',
  'symbol-next-kind',
  'symbol-before-kind',
  'lost-before-kind',
  'lost-after-kind',
  'gained-before-kind',
  'gained-after-kind',
  'chunk-next-kind',
  'chunk-before-kind',
  'chunk-symbol-next-kind',
  'chunk-symbol-before-kind',
] as const;
export type RowKind = (typeof rowKinds)[number];

const NONE = '∅';
const EDGE = '#';

/** @throws Problem `reference.invalid`, with file and line. */
export function readTransliterationRows(files: ReferenceFiles, file: string): TransliterationRows {
  const table = readTable(files, file, ['kind', 'source', 'latin', 'weights']);
  const symbols = new Map([[EDGE, 0]]);
  const kinds = ['##'];
  const parents = [0];
  const rows = new Map<string, WeightRow[]>(rowKinds.map((kind) => [kind, []]));
  for (const { line, cells } of table) {
    const [kind = '', written = '', , signs = ''] = cells;
    if (kind !== 'symbol') continue;
    const [symbol = '', parentSymbol] = written.split(' ');
    const parent = parentSymbol === undefined ? symbols.size : symbols.get(parentSymbol);
    if (parent === undefined || (parents[parent] ?? parent) !== parent)
      throw invalid(file, line, `"${parentSymbol}" has no row of its own before`);
    if (symbols.has(symbol)) throw invalid(file, line, `"${symbol}" has a row already`);
    symbols.set(symbol, symbols.size);
    kinds.push(signs);
    parents.push(parent);
  }
  for (const row of table) {
    const [kind = ''] = row.cells;
    const found = rows.get(kind);
    if (!found) throw invalid(file, row.line, `"${kind}" is no kind of rows`);
    if (kind !== 'symbol') found.push(weightRow(row, symbols, file));
  }
  const families = parents.map((_, symbol) => [
    symbol,
    ...parents.flatMap((parent, child) => (parent === symbol && child !== symbol ? [child] : [])),
  ]);
  return { file, symbols, kinds, parents, families, of: (kind) => rows.get(kind) ?? [] };
}

function weightRow({ line, cells }: TableRow, symbols: ReadonlyMap<string, number>, file: string): WeightRow {
  const [, source = '', latin = '', weights = ''] = cells;
  return {
    line,
    source: source.split(' ').map((symbol) => {
      const number = symbol === NONE ? 0 : symbols.get(symbol);
      if (number === undefined) throw invalid(file, line, `"${symbol}" has no row of its own`);
      return number;
    }),
    latin: [...latin].map((letter) => letterNumber(letter, file, line)),
    weights: weights.split(' ').map((text) => {
      const cut = text.lastIndexOf(':');
      const weight = Number(text.slice(cut + 1));
      if (cut + 1 === text.length || !Number.isInteger(weight)) throw invalid(file, line, `"${text}" is no weight`);
      return { key: text.slice(0, Math.max(0, cut)), weight };
    }),
  };
}

/** a to z as 1 to 26; the edge and none as 0. */
export function letterNumber(letter: string, file: string, line: number): number {
  if (letter === EDGE || letter === NONE) return 0;
  if (!/^[a-z]$/.test(letter)) throw invalid(file, line, `"${letter}" is no letter`);
  return letter.charCodeAt(0) - 96;
}
