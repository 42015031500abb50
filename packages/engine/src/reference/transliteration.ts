// `data/names/transliteration` in, look-ups of what two pieces of words in different letters say about being one word out.
import Type from 'typebox';
import Value from 'typebox/value';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';
import {
  letterNumber,
  readTransliterationRows,
  type RowKind,
  type TransliterationRows,
  type WeightRow,
} from './transliteration-rows.ts';

/** `latin` is Latin letters beside Latin letters; `romanised` what a table of letters makes of any other script. */
export const transliterationTables = [
  'latin',
  'romanised',
  'arabic',
  'hebrew',
  'cyrillic',
  'kana',
  'hangul',
  'han',
] as const;
export type TransliterationScript = (typeof transliterationTables)[number];

/**
 * Weights are in steps of 1/16 of a natural-log odd. Symbol 0 is the edge of a word; Latin letters are 1 to 26. Every table is
 * flat: the place of a row is multiplied out by the caller.
 */
export interface TransliterationTable {
  /** Symbols of the source, with the edge. */
  readonly size: number;
  /** The number of a letter, a jamo, or an initial or final of pinyin, some of them with a character; absent for what the table does not know. */
  readonly symbols: ReadonlyMap<string, number>;
  /** For what it does not know. */
  readonly unknown: number;
  /** The symbol without its character, by symbol: itself for most. */
  readonly parents: Uint8Array;
  /** Kind of sound of the likeliest first and last Latin letter, by symbol. */
  readonly firstKind: Uint8Array;
  readonly lastKind: Uint8Array;
  /** Chunk of two source symbols, `first * size + second`, to its row in `chunks`; below zero when it has none. */
  readonly pairRows: Int16Array;
  /** Chunk of two or three Latin letters, `(first * 27 + second) * 27 + third`, to its column in `chunks`. */
  readonly latinPairs: Int16Array;
  readonly latinTriples: Int16Array;
  readonly columns: number;
  /** Number of the chunk, or below zero, row by column; a single symbol is its own row, a single letter its own column. */
  readonly chunks: Int16Array;
  /** By number of the chunk; the first is the edge beside the edge. */
  readonly chunkWeights: Int8Array;
  /** What the neighbours of a chunk add, `chunk * KINDS + kind`: the letters after and before it, and the symbols. */
  readonly chunkNextKind: Int8Array;
  readonly chunkBeforeKind: Int8Array;
  readonly chunkSymbolNextKind: Int8Array;
  readonly chunkSymbolBeforeKind: Int8Array;
  /** A letter for a symbol (symbol 0: a letter without one), by `latinContext * size + symbol`, and by the letter before. */
  readonly byNextLetters: Int8Array;
  readonly byLetterBefore: Int8Array;
  /** The same by the kinds of the neighbours of the symbol: `(symbol * KINDS + kind) * 27 + letter` (0: a symbol without one). */
  readonly byNextKind: Int8Array;
  readonly byKindBefore: Int8Array;
  /** A symbol without a letter, by the kinds of the letters around the place: `symbol * KINDS + kind`. */
  readonly lostBeforeKind: Int8Array;
  readonly lostAfterKind: Int8Array;
  /** A letter without a symbol, by the kinds of the symbols around the place: `letter * KINDS + kind`. */
  readonly gainedBeforeKind: Int8Array;
  readonly gainedAfterKind: Int8Array;
  readonly calibration: Calibration;
}

/** How the sum of the weights becomes log-odds: see `data/names/transliteration/calibration.yml`. */
export interface Calibration {
  readonly constant: number;
  readonly logLength: number;
  readonly length: number;
  readonly slope: number;
  readonly intercept: number;
}

export type Transliteration = Readonly<Record<TransliterationScript, TransliterationTable>>;

export const LETTERS = 27;
export const STEPS = 16;
/** Words of twelve letters (both together) are the measure of what a weight counts. */
export const USUAL_LENGTH = 12;

/**
 * Kinds of letters for their neighbours: the edge of the word, the same letter, e i, a o u, h, y w j, nasals, liquids, others,
 * silent.
 */
export const KIND_SIGNS = '#=eahynlk-';
export const KINDS = KIND_SIGNS.length;
export const LATIN_KINDS: Uint8Array = Uint8Array.from(
  [...'#abcdefghijklmnopqrstuvwxyz'].map((letter) => {
    const kind = ['#', '', 'ei', 'aou', 'h', 'yw', 'mn', 'lr'].findIndex((letters) => letters.includes(letter));
    return kind < 0 ? 8 : kind;
  }),
);

const FOLDER = 'names/transliteration';

/** @throws Problem `reference.invalid`, with file and line. */
export function buildTransliteration(files: ReferenceFiles): Transliteration {
  const calibrations = readCalibrations(files);
  return Object.freeze(
    Object.fromEntries(
      transliterationTables.map((script) => [script, buildTransliterationTable(files, script, calibrations[script])]),
    ) as Record<TransliterationScript, TransliterationTable>,
  );
}

const CalibrationShape = Type.Object(
  {
    source: Type.String({ minLength: 1 }),
    tables: Type.Record(
      Type.String(),
      Type.Object(
        {
          constant: Type.Number(),
          logLength: Type.Number(),
          length: Type.Number(),
          slope: Type.Number({ exclusiveMinimum: 0 }),
          intercept: Type.Number(),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

function readCalibrations(files: ReferenceFiles): Record<TransliterationScript, Calibration> {
  const file = `${FOLDER}/calibration.yml`;
  const read = readYaml(files, file);
  const [error] = Value.Errors(CalibrationShape, read);
  if (error) throw invalid(file, error.instancePath || '/', error.message);
  const { tables } = read as Type.Static<typeof CalibrationShape>;
  return Object.fromEntries(
    transliterationTables.map((script) => {
      const calibration = tables[script];
      if (!calibration) throw invalid(file, script, 'the table has no calibration');
      return [script, calibration];
    }),
  ) as Record<TransliterationScript, Calibration>;
}

/** Rows of what is not a letter of the script. */
const UNKNOWN = '?';
const MOST_SYMBOLS = 256;

/** One table. @throws Problem `reference.invalid`, with file and line. */
export function buildTransliterationTable(
  files: ReferenceFiles,
  script: TransliterationScript,
  calibration: Calibration,
): TransliterationTable {
  const rows = readTransliterationRows(files, `${FOLDER}/${script}.tsv`);
  const { file, symbols, kinds, families } = rows;
  const unknown = symbols.get(UNKNOWN);
  if (unknown === undefined || MOST_SYMBOLS <= symbols.size)
    throw invalid(file, 1, `a symbol "${UNKNOWN}" and fewer than ${MOST_SYMBOLS} symbols`);
  const singles = new Float32Array(symbols.size * LETTERS);
  for (const { source, weights, line } of rows.of('single'))
    for (const { key, weight } of weights)
      for (const symbol of families[source[0] ?? 0] ?? []) {
        const place = symbol * LETTERS + letterNumber(key, file, line);
        singles[place] = (singles[place] ?? 0) + weight;
      }
  return Object.freeze({
    size: symbols.size,
    symbols,
    unknown,
    parents: Uint8Array.from(rows.parents),
    firstKind: Uint8Array.from(kinds, (signs) => kindNumber(signs[0], file, 1)),
    lastKind: Uint8Array.from(kinds, (signs) => kindNumber(signs[1], file, 1)),
    ...chunkTables(rows),
    byNextLetters: byNextLetters(rows, singles),
    byLetterBefore: byLetterBefore(rows),
    byNextKind: bySymbolKind(rows, 'symbol-next-kind'),
    byKindBefore: bySymbolKind(rows, 'symbol-before-kind'),
    lostBeforeKind: lostByKind(rows, 'lost-before-kind', singles),
    lostAfterKind: lostByKind(rows, 'lost-after-kind'),
    gainedBeforeKind: gainedByKind(rows, 'gained-before-kind'),
    gainedAfterKind: gainedByKind(rows, 'gained-after-kind'),
    calibration,
  });
}

function kindNumber(sign: string | undefined, file: string, line: number): number {
  const kind = sign === undefined || sign === '' ? -1 : KIND_SIGNS.indexOf(sign);
  if (kind < 0) throw invalid(file, line, `"${sign}" is no kind of letters`);
  return kind;
}

type ChunkTables = Pick<
  TransliterationTable,
  | 'pairRows'
  | 'latinPairs'
  | 'latinTriples'
  | 'columns'
  | 'chunks'
  | 'chunkWeights'
  | 'chunkNextKind'
  | 'chunkBeforeKind'
  | 'chunkSymbolNextKind'
  | 'chunkSymbolBeforeKind'
>;

function chunkTables(rows: TransliterationRows): ChunkTables {
  const { file, symbols, parents } = rows;
  const size = symbols.size;
  const pairRows = new Int16Array(size * size).fill(-1);
  const latinPairs = new Int16Array(LETTERS ** 2).fill(-1);
  const latinTriples = new Int16Array(LETTERS ** 3).fill(-1);
  let rowCount = size;
  let columns = LETTERS;
  const placeOf = ({ source, latin, line }: Pick<WeightRow, 'source' | 'latin' | 'line'>) => {
    if (source.length < 1 || 2 < source.length || latin.length < 1 || 3 < latin.length)
      throw invalid(file, line, 'one or two symbols beside one to three letters');
    const [first = 0, second = 0] = source;
    const pair = first * size + second;
    if (source.length === 2 && (pairRows[pair] ?? 0) < 0) pairRows[pair] = rowCount++;
    const [a = 0, b = 0, c = 0] = latin;
    const [table, key] =
      latin.length === 2 ? [latinPairs, a * LETTERS + b] : [latinTriples, (a * LETTERS + b) * LETTERS + c];
    if (1 < latin.length && (table[key] ?? 0) < 0) table[key] = columns++;
    return {
      row: source.length === 1 ? first : (pairRows[pair] ?? 0),
      column: latin.length === 1 ? a : (table[key] ?? 0),
    };
  };
  const places = rows.of('chunk').map((row) => {
    const source = row.source.map((symbol) => parents[symbol] ?? 0);
    const parent = source.every((symbol, index) => symbol === row.source[index])
      ? undefined
      : placeOf({ ...row, source });
    return { ...placeOf(row), parent, line: row.line, weight: row.weights[0]?.weight ?? 0 };
  });
  if (places[0]?.row !== 0 || places[0].column !== 0)
    throw invalid(file, 1, 'the first chunk is the edge beside the edge');
  const chunks = new Int16Array(rowCount * columns).fill(-1);
  places.forEach(({ row, column, parent }, number) => {
    if (!parent) chunks[row * columns + column] = number;
  });
  inheritChunks(chunks, columns, pairRows, parents);
  const parentChunks = places.map(({ row, column, parent, line }, number) => {
    if (!parent) return number;
    const chunk = chunks[parent.row * columns + parent.column] ?? -1;
    if (chunk < 0) throw invalid(file, line, 'the chunk without its characters has no row of its own');
    chunks[row * columns + column] = number;
    return chunk;
  });
  const byKind = (kind: RowKind): Int8Array => {
    const table = new Int8Array(places.length * KINDS);
    for (const contexts of rows.of(kind)) {
      const { row, column } = placeOf(contexts);
      const number = row * columns + column < chunks.length ? (chunks[row * columns + column] ?? -1) : -1;
      if (number < 0) throw invalid(file, contexts.line, 'the chunk has no row of its own');
      for (const { key, weight } of contexts.weights)
        table[number * KINDS + kindNumber(key, file, contexts.line)] = step(weight);
    }
    parentChunks.forEach((parent, number) => {
      if (parent !== number) table.copyWithin(number * KINDS, parent * KINDS, (parent + 1) * KINDS);
    });
    return table;
  };
  return {
    pairRows,
    latinPairs,
    latinTriples,
    columns,
    chunks,
    chunkWeights: Int8Array.from(places, ({ weight }, number) => {
      const parent = parentChunks[number] ?? number;
      return step(weight + (parent === number ? 0 : (places[parent]?.weight ?? 0)));
    }),
    chunkNextKind: byKind('chunk-next-kind'),
    chunkBeforeKind: byKind('chunk-before-kind'),
    chunkSymbolNextKind: byKind('chunk-symbol-next-kind'),
    chunkSymbolBeforeKind: byKind('chunk-symbol-before-kind'),
  };
}

/** Symbols with a character, and pairs of them, have the chunks of those without. */
function inheritChunks(chunks: Int16Array, columns: number, pairRows: Int16Array, parents: readonly number[]): void {
  const size = parents.length;
  parents.forEach((first, firstChild) => {
    if (first !== firstChild) chunks.copyWithin(firstChild * columns, first * columns, (first + 1) * columns);
    parents.forEach((second, secondChild) => {
      if (first === firstChild && second === secondChild) return;
      const row = pairRows[first * size + second] ?? -1;
      const place = firstChild * size + secondChild;
      const own = pairRows[place] ?? -1;
      if (own < 0) pairRows[place] = row;
      else if (0 <= row) chunks.copyWithin(own * columns, row * columns, (row + 1) * columns);
    });
  });
}

/** A letter beside a symbol, with what the next letter, its kind and the kind of the one after it add. */
function byNextLetters(rows: TransliterationRows, singles: Float32Array): Int8Array {
  const { file, symbols, families } = rows;
  const size = symbols.size;
  const sums = new Int16Array(LETTERS * LETTERS * KINDS * size);
  const add = (letter: number, next: number, second: number, parent: number, weight: number) => {
    for (const symbol of families[parent] ?? []) {
      const place = ((letter * LETTERS + next) * KINDS + second) * size + symbol;
      sums[place] = (sums[place] ?? 0) + weight;
    }
  };
  for (let letter = 1; letter < LETTERS; letter++) {
    const first = Int16Array.from({ length: size }, (_, symbol) => singles[symbol * LETTERS + letter] ?? 0);
    for (let place = 0; place < LETTERS * KINDS; place++) sums.set(first, (letter * LETTERS * KINDS + place) * size);
  }
  for (const { source, latin, weights, line } of rows.of('next-letter'))
    for (const { key, weight } of weights)
      for (let second = 0; second < KINDS; second++)
        add(latin[0] ?? 0, letterNumber(key, file, line), second, source[0] ?? 0, weight);
  for (const { source, latin, weights, line } of rows.of('next-kind'))
    for (const { key, weight } of weights)
      for (const next of NEIGHBOURS[(latin[0] ?? 0) * KINDS + kindNumber(key, file, line)] ?? [])
        for (let second = 0; second < KINDS; second++) add(latin[0] ?? 0, next, second, source[0] ?? 0, weight);
  for (const { source, latin, weights, line } of rows.of('next-two'))
    for (const { key, weight } of weights)
      for (const next of NEIGHBOURS[(latin[0] ?? 0) * KINDS + kindNumber(key[0], file, line)] ?? [])
        add(latin[0] ?? 0, next, kindNumber(key[1], file, line), source[0] ?? 0, weight);
  return steps(sums);
}

function byLetterBefore(rows: TransliterationRows): Int8Array {
  const { file, symbols, families } = rows;
  const size = symbols.size;
  const sums = new Int16Array(LETTERS * LETTERS * size);
  const add = (letter: number, before: number, parent: number, weight: number) => {
    for (const symbol of families[parent] ?? []) {
      const place = (letter * LETTERS + before) * size + symbol;
      sums[place] = (sums[place] ?? 0) + weight;
    }
  };
  for (const { source, latin, weights, line } of rows.of('before-letter'))
    for (const { key, weight } of weights) add(latin[0] ?? 0, letterNumber(key, file, line), source[0] ?? 0, weight);
  for (const { source, latin, weights, line } of rows.of('before-kind'))
    for (const { key, weight } of weights)
      for (const before of NEIGHBOURS[(latin[0] ?? 0) * KINDS + kindNumber(key, file, line)] ?? [])
        add(latin[0] ?? 0, before, source[0] ?? 0, weight);
  return steps(sums);
}

/** The letters that are of a kind beside a letter, by `letter * KINDS + kind`. */
const NEIGHBOURS: readonly (readonly number[])[] = Array.from({ length: LETTERS * KINDS }, (_, place) => {
  const letter = Math.floor(place / KINDS);
  return [...LATIN_KINDS.keys()].filter(
    (other) => (other === letter && other !== 0 ? 1 : LATIN_KINDS[other]) === place % KINDS,
  );
});

function bySymbolKind(rows: TransliterationRows, kind: RowKind): Int8Array {
  const table = new Int8Array(rows.symbols.size * KINDS * LETTERS);
  for (const { source, latin, weights, line } of rows.of(kind))
    for (const { key, weight } of weights)
      for (const symbol of rows.families[source[0] ?? 0] ?? [])
        table[(symbol * KINDS + kindNumber(key, rows.file, line)) * LETTERS + (latin[0] ?? 0)] = step(weight);
  return table;
}

/** With `singles`, what it costs by itself to have no letter is counted in. */
function lostByKind(rows: TransliterationRows, kind: RowKind, singles?: Float32Array): Int8Array {
  const sums = Int16Array.from({ length: rows.symbols.size * KINDS }, (_, place) =>
    singles ? (singles[Math.floor(place / KINDS) * LETTERS] ?? 0) : 0,
  );
  for (const { source, weights, line } of rows.of(kind))
    for (const { key, weight } of weights)
      for (const symbol of rows.families[source[0] ?? 0] ?? []) {
        const place = symbol * KINDS + kindNumber(key, rows.file, line);
        sums[place] = (sums[place] ?? 0) + weight;
      }
  return steps(sums);
}

function gainedByKind(rows: TransliterationRows, kind: RowKind): Int8Array {
  const table = new Int8Array(LETTERS * KINDS);
  for (const { latin, weights, line } of rows.of(kind))
    for (const { key, weight } of weights)
      table[(latin[0] ?? 0) * KINDS + kindNumber(key, rows.file, line)] = step(weight);
  return table;
}

function steps(sums: Int16Array): Int8Array {
  const table = new Int8Array(sums.length);
  for (let place = 0; place < sums.length; place++) table[place] = step(sums[place] ?? 0);
  return table;
}

/** As a table holds it. */
function step(weight: number): number {
  return Math.max(-128, Math.min(127, weight));
}
