// `data/names/transliteration` in, look-ups of what two pieces of words in different letters say about being one word out.
import { invalid, readTable, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';
import Type from 'typebox';
import Value from 'typebox/value';

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
  /** The number of a letter, a jamo, or an initial or final of pinyin; absent for what the table does not know. */
  readonly symbols: ReadonlyMap<string, number>;
  /** For what it does not know. */
  readonly unknown: number;
  /** Kind of sound of the likeliest first and last Latin letter, by symbol. */
  readonly firstKind: Uint8Array;
  readonly lastKind: Uint8Array;
  /** Chunk of two source symbols, `first * size + second`, to its row in `chunks`; below zero when it has none. */
  readonly pairRows: Int16Array;
  /** Chunk of two or three Latin letters, `(first * 27 + second) * 27 + third`, to its column in `chunks`. */
  readonly latinPairs: Int16Array;
  readonly latinTriples: Int16Array;
  readonly columns: number;
  /** Row by column; a single symbol is its own row, a single letter its own column: the number of the chunk, or below zero. */
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
const EMPTY = '∅';
const EDGE = '#';
const UNKNOWN = '?';

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

interface Row {
  readonly line: number;
  readonly kind: string;
  readonly source: readonly string[];
  readonly latin: string;
  readonly weights: string;
}

/**
 * The kinds of rows, in order: `symbol` (kinds of its first and last letter), `single` (weight by letter), `chunk`, and the
 * contexts of a single symbol and letter.
 */
export function buildTransliterationTable(
  files: ReferenceFiles,
  script: TransliterationScript,
  calibration: Calibration,
): TransliterationTable {
  const file = `${FOLDER}/${script}.tsv`;
  const rows = readTable(files, file, ['kind', 'source', 'latin', 'weights']).map(({ line, cells }): Row => {
    const [kind = '', source = '', latin = '', weights = ''] = cells;
    return { line, kind, source: source === '' ? [] : source.split(' '), latin, weights };
  });
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const symbols = new Map([[EDGE, 0]]);
  for (const { source, line } of of('symbol')) {
    const [symbol = ''] = source;
    if (symbols.has(symbol)) throw invalid(file, line, `"${symbol}" has a row already`);
    symbols.set(symbol, symbols.size);
  }
  const size = symbols.size;
  const unknown = symbols.get(UNKNOWN);
  if (unknown === undefined || 256 <= size) throw invalid(file, 1, 'a symbol "?" and at most 256 symbols');
  const symbolOf = ({ line }: Row, symbol: string | undefined): number => {
    const number = symbol === EMPTY ? 0 : symbols.get(symbol ?? '');
    if (number === undefined) throw invalid(file, line, `"${symbol}" has no row of its own`);
    return number;
  };
  const kinds = [new Uint8Array(size), new Uint8Array(size)];
  for (const row of of('symbol'))
    kinds.forEach((place, index) => {
      const kind = KIND_SIGNS.indexOf(row.weights[index] ?? '');
      if (row.weights.length !== 2 || kind < 0) throw invalid(file, row.line, 'two signs of kinds');
      place[symbolOf(row, row.source[0])] = kind;
    });

  const weightsOf = (row: Row): [string, number][] =>
    row.weights.split(' ').map((pair) => {
      const cut = pair.lastIndexOf(':');
      const weight = Number(pair.slice(cut + 1));
      if (cut < 0 || !Number.isInteger(weight)) throw invalid(file, row.line, `"${pair}" is no key with a weight`);
      return [pair.slice(0, cut), weight];
    });
  const letterOf = (row: Row, letter: string): number => {
    const number = letter === EMPTY || letter === EDGE ? 0 : letter.charCodeAt(0) - 96;
    if (letter.length !== 1 || number < 0 || LETTERS <= number)
      throw invalid(file, row.line, `"${letter}" is no letter`);
    return number;
  };
  const kindOf = (row: Row, sign: string | undefined): number => {
    const kind = KIND_SIGNS.indexOf(sign ?? EMPTY);
    if (kind < 0) throw invalid(file, row.line, `"${sign}" is no kind of letters`);
    return kind;
  };

  const singles = new Float32Array(size * LETTERS);
  for (const row of of('single'))
    for (const [key, weight] of weightsOf(row))
      singles[symbolOf(row, row.source[0]) * LETTERS + letterOf(row, key)] = weight;

  // what the letters after a letter add: by class, by letter, by the classes of two letters
  const sums = {
    nextKind: new Float32Array(LETTERS * KINDS * size),
    nextLetter: new Float32Array(LETTERS * LETTERS * size),
    nextTwo: new Float32Array(LETTERS * KINDS * KINDS * size),
    beforeKind: new Float32Array(LETTERS * KINDS * size),
    beforeLetter: new Float32Array(LETTERS * LETTERS * size),
  };
  const fill = (kind: string, table: Float32Array, width: number, keyOf: (row: Row, key: string) => number): void => {
    for (const row of of(kind))
      for (const [key, weight] of weightsOf(row))
        table[(letterOf(row, row.latin) * width + keyOf(row, key)) * size + symbolOf(row, row.source[0])] = weight;
  };
  fill('next-kind', sums.nextKind, KINDS, kindOf);
  fill('next-letter', sums.nextLetter, LETTERS, letterOf);
  fill('next-two', sums.nextTwo, KINDS * KINDS, (row, key) => kindOf(row, key[0]) * KINDS + kindOf(row, key[1]));
  fill('before-kind', sums.beforeKind, KINDS, kindOf);
  fill('before-letter', sums.beforeLetter, LETTERS, letterOf);
  const byNextLetters = new Int8Array(LETTERS * LETTERS * KINDS * size);
  const byLetterBefore = new Int8Array(LETTERS * LETTERS * size);
  for (let letter = 1; letter < LETTERS; letter++)
    for (let other = 0; other < LETTERS; other++) {
      const kind = other === letter ? 1 : (LATIN_KINDS[other] ?? 0);
      for (let symbol = 0; symbol < size; symbol++) {
        byLetterBefore[(letter * LETTERS + other) * size + symbol] = step(
          (sums.beforeKind[(letter * KINDS + kind) * size + symbol] ?? 0) +
            (sums.beforeLetter[(letter * LETTERS + other) * size + symbol] ?? 0),
        );
        const sum =
          (singles[symbol * LETTERS + letter] ?? 0) +
          (sums.nextKind[(letter * KINDS + kind) * size + symbol] ?? 0) +
          (sums.nextLetter[(letter * LETTERS + other) * size + symbol] ?? 0);
        for (let second = 0; second < KINDS; second++)
          byNextLetters[((letter * LETTERS + other) * KINDS + second) * size + symbol] = step(
            sum + (sums.nextTwo[((letter * KINDS + kind) * KINDS + second) * size + symbol] ?? 0),
          );
      }
    }

  const bySymbol = (kind: string): Int8Array => {
    const table = new Int8Array(size * KINDS * LETTERS);
    for (const row of of(kind))
      for (const [key, weight] of weightsOf(row))
        table[(symbolOf(row, row.source[0]) * KINDS + kindOf(row, key)) * LETTERS + letterOf(row, row.latin)] =
          step(weight);
    return table;
  };
  const lost = (kind: string, base: boolean): Int8Array => {
    const table = new Float32Array(size * KINDS);
    if (base)
      for (let symbol = 0; symbol < size; symbol++)
        table.fill(singles[symbol * LETTERS] ?? 0, symbol * KINDS, (symbol + 1) * KINDS);
    for (const row of of(kind))
      for (const [key, weight] of weightsOf(row)) {
        const place = symbolOf(row, row.source[0]) * KINDS + kindOf(row, key);
        table[place] = (table[place] ?? 0) + weight;
      }
    return Int8Array.from(table, step);
  };
  const gained = (kind: string): Int8Array => {
    const table = new Int8Array(LETTERS * KINDS);
    for (const row of of(kind))
      for (const [key, weight] of weightsOf(row))
        table[letterOf(row, row.latin) * KINDS + kindOf(row, key)] = step(weight);
    return table;
  };

  const pairRows = new Int16Array(size * size).fill(-1);
  const latinPairs = new Int16Array(LETTERS ** 2).fill(-1);
  const latinTriples = new Int16Array(LETTERS ** 3).fill(-1);
  let rowCount = size;
  let columns = LETTERS;
  const placeOf = (row: Row): { readonly place: number; readonly column: number } => {
    const source = row.source.map((symbol) => symbolOf(row, symbol));
    const latin = [...row.latin].map((letter) => letterOf(row, letter));
    if (source.length < 1 || 2 < source.length || latin.length < 1 || 3 < latin.length)
      throw invalid(file, row.line, 'one or two symbols beside one to three letters');
    const [first = 0, second = 0] = source;
    let place = first;
    if (source.length === 2) {
      if ((pairRows[first * size + second] ?? 0) < 0) pairRows[first * size + second] = rowCount++;
      place = pairRows[first * size + second] ?? 0;
    }
    const [a = 0, b = 0, c = 0] = latin;
    if (latin.length === 1) return { place, column: a };
    const table = latin.length === 2 ? latinPairs : latinTriples;
    const key = latin.length === 2 ? a * LETTERS + b : (a * LETTERS + b) * LETTERS + c;
    if ((table[key] ?? 0) < 0) table[key] = columns++;
    return { place, column: table[key] ?? 0 };
  };
  const chunkRows = of('chunk').map((row) => ({ row, ...placeOf(row) }));
  const [edge] = chunkRows;
  if (!edge || edge.place !== 0 || edge.column !== 0)
    throw invalid(file, 1, 'the first chunk is the edge beside the edge');
  const chunks = new Int16Array(rowCount * columns).fill(-1);
  const chunkWeights = new Int8Array(chunkRows.length);
  chunkRows.forEach(({ row, place, column }, number) => {
    const weight = Number(row.weights);
    if (!Number.isInteger(weight)) throw invalid(file, row.line, `"${row.weights}" is no weight`);
    chunks[place * columns + column] = number;
    chunkWeights[number] = step(weight);
  });
  const byChunk = (kind: string): Int8Array => {
    const table = new Int8Array(chunkRows.length * KINDS);
    for (const row of of(kind)) {
      const { place, column } = placeOf(row);
      const number = chunks[place * columns + column] ?? -1;
      if (number < 0) throw invalid(file, row.line, 'the chunk has no row of its own');
      for (const [key, weight] of weightsOf(row)) table[number * KINDS + kindOf(row, key)] = step(weight);
    }
    return table;
  };

  return Object.freeze({
    size,
    symbols,
    unknown,
    firstKind: kinds[0] ?? new Uint8Array(),
    lastKind: kinds[1] ?? new Uint8Array(),
    pairRows,
    latinPairs,
    latinTriples,
    columns,
    chunks,
    chunkWeights,
    chunkNextKind: byChunk('chunk-next-kind'),
    chunkBeforeKind: byChunk('chunk-before-kind'),
    chunkSymbolNextKind: byChunk('chunk-symbol-next-kind'),
    chunkSymbolBeforeKind: byChunk('chunk-symbol-before-kind'),
    byNextLetters,
    byLetterBefore,
    byNextKind: bySymbol('symbol-next-kind'),
    byKindBefore: bySymbol('symbol-before-kind'),
    lostBeforeKind: lost('lost-before-kind', true),
    lostAfterKind: lost('lost-after-kind', false),
    gainedBeforeKind: gained('gained-before-kind'),
    gainedAfterKind: gained('gained-after-kind'),
    calibration,
  });
}

/** As a table holds it. */
function step(weight: number): number {
  return Math.max(-128, Math.min(127, weight));
}
