// Two words in any letters in, learned natural-log odds that they are spellings of one word out.
import { latinCodes, learnedScript, MAX_CODES } from '../names/letter-codes.ts';
import type { NameToken } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import {
  KINDS,
  LATIN_KINDS,
  LETTERS,
  STEPS,
  USUAL_LENGTH,
  type TransliterationTable,
} from '../reference/transliteration.ts';
import { CHUNK, spellingWeights, type SpellingWeights } from './spelling-weights.ts';

/** What is said when nothing speaks for one word, or nothing can be said. */
export const LEAST_ODDS = -8;
export const MOST_ODDS = 8;

/** What of a word is compared; words read as one have their codes put one after the other (`joinedCodes`). */
export type SpelledWord = Pick<NameToken, 'script' | 'latin' | 'codes'>;

/**
 * Log-odds of "one word" against "another word that is near it": above 0 it is likelier one. Between −8 and 8, in any order of
 * scripts. Words in one script other than Latin, or in two others, are compared by their Latin letters; two in Han are not. Below `least`
 * nothing is told apart: the search for a likely path ends there.
 */
export function transliterationOdds(
  a: SpelledWord,
  b: SpelledWord,
  reference: NameReference,
  least = LEAST_ODDS,
): number {
  const { transliteration } = reference;
  if (a.script === 'latin') {
    if (b.script === 'latin') return spellingOdds(a.codes, b.codes, transliteration.latin, least);
    const script = learnedScript(b.script);
    return script === undefined
      ? chunkOdds(codesOfLatin(b), a.codes, transliteration.romanised, least)
      : chunkOdds(b.codes, a.codes, transliteration[script], least);
  }
  if (b.script === 'latin') return transliterationOdds(b, a, reference, least);
  if (a.script === 'han' || b.script === 'han') return LEAST_ODDS;
  const table = a.script === b.script ? transliteration.latin : transliteration.romanised;
  return spellingOdds(codesOfLatin(a), codesOfLatin(b), table, least);
}

function codesOfLatin(word: SpelledWord): Uint8Array {
  if (learnedScript(word.script) === undefined) return word.codes;
  let codes = codesByWord.get(word);
  if (!codes) codesByWord.set(word, (codes = latinCodes(word.latin)));
  return codes;
}

/** Of words in scripts with a table of their own, when they are held against a third script. */
const codesByWord = new WeakMap<SpelledWord, Uint8Array>();

/** Latin beside Latin: in one order, so that both orders say the same. */
function spellingOdds(a: Uint8Array, b: Uint8Array, table: TransliterationTable, least: number): number {
  return isBefore(a, b) ? chunkOdds(a, b, table, least) : chunkOdds(b, a, table, least);
}

function isBefore(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return a.length < b.length;
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return true;
}

/** The same for codes alone: `source` in the symbols of the table, `latin` in letters. */
export function chunkOdds(
  source: Uint8Array,
  latin: Uint8Array,
  table: TransliterationTable,
  lowest = LEAST_ODDS,
): number {
  const n = Math.min(source.length, MAX_CODES);
  const m = Math.min(latin.length, MAX_CODES);
  if (n === 0 || m === 0) return LEAST_ODDS;
  if (4 * m < n || 8 * n < m) return LEAST_ODDS;
  const { constant, logLength, length, slope, intercept } = table.calibration;
  const letterCount = n + m;
  const scale = SCALES[letterCount] as number;
  const plain = constant + logLength * (LOGS[letterCount] as number) + (length * letterCount) / 10;
  const least = ((lowest - intercept) / slope - plain) / scale;
  const weight = bestPath(source, n, latin, m, table, least);
  const odds = slope * (weight * scale + plain) + intercept;
  return odds < LEAST_ODDS ? LEAST_ODDS : MOST_ODDS < odds ? MOST_ODDS : odds;
}

/** By letters of both words: what a step of a weight is worth, and how their number counts. */
const SCALES = Float64Array.from({ length: 2 * MAX_CODES + 1 }, (_, count) => Math.sqrt(USUAL_LENGTH / count) / STEPS);
const LOGS = Float64Array.from({ length: 2 * MAX_CODES + 1 }, (_, count) => Math.log(count / 10));

const IMPOSSIBLE = -1_000_000;

/** What one more symbol with its letters can add at most, as far as it matters. */
const MOST_GAIN = 12;
/** The same of a single place, which may lie far behind the best of its row and still come before it. */
const MOST_CELL_GAIN = 20;

/** Most of a symbol and a letter: two edges. */
const WIDTH = MAX_CODES + 6;

/** Numbers of each place of a word that was read. */
const STRIDE = 8;

/** In what a word is read as, of each symbol: itself, its row in `chunks`, that of it with the next, its context in `sums`, the kind it begins and ends with. */
const OWN = 0;
const ROW = 1;
const PAIR_ROW = 2;
const CONTEXT = 3;
const FIRST_KIND = 4;
const LAST_KIND = 5;

/**
 * Of each letter: itself, the columns in `chunks` of it with the next one and two, its contexts in `bytes`, what it adds without a
 * symbol, its kind, its kind with that of the one before.
 */
const SECOND = 1;
const THIRD = 2;
const NEXT_ROW = 3;
const BEFORE_ROW = 4;
const GAINED = 5;
const KIND = 6;
const KINDS_AROUND = 7;

let lastTable: TransliterationTable | undefined;
let lastWeights: SpellingWeights | undefined;

/** Three rows of the weights of the best ways to each place, one behind the other. */
const ways = new Int32Array(3 * WIDTH);
const ROW_STARTS = [0, WIDTH, 2 * WIDTH] as const;

/** The weight of the best way to cut both words into chunks that stand beside each other; impossible when it is less than `least`. */
function bestPath(
  source: Uint8Array,
  n: number,
  latin: Uint8Array,
  m: number,
  table: TransliterationTable,
  least: number,
): number {
  if (table !== lastTable || lastWeights === undefined) {
    lastTable = table;
    lastWeights = spellingWeights(table);
  }
  const weights = lastWeights;
  const symbols = readWord(sources, source, table) ?? readSource(source, n, table);
  const letters = readWord(latins, latin, table) ?? readLatin(latin, m, table, weights);
  const { chunks } = table;
  const { bytes, sums, lost: lostSums, gained: gainedSums } = weights;
  const edge = table.chunkWeights[0] as number;
  const lastRow = n + 2;
  const lastColumn = m + 2;
  const band = bandOf(n, m);
  const slant = lastColumn / lastRow;
  for (const start of ROW_STARTS) clear(start, lastColumn);
  let row = 0;
  let one = WIDTH;
  let two = 2 * WIDTH;
  ways[0] = 0;
  let bestBefore = 0;
  for (let i = 0; i < lastRow; i++) {
    const place = i * STRIDE;
    const symbol = symbols[place] as number;
    const ownRow = symbols[place + ROW] as number;
    const pairRow = symbols[place + PAIR_ROW] as number;
    const context = symbols[place + CONTEXT] as number;
    const kindBefore = i === 0 ? 0 : (symbols[place - STRIDE + LAST_KIND] as number);
    const kindNext = symbols[place + STRIDE + FIRST_KIND] as number;
    const isLastSymbol = i === lastRow - 1;
    const pairIsLast = i === lastRow - 2;
    const besideLetter = context * LETTERS;
    const gainedHere = gainedSums + (symbols[place + FIRST_KIND] as number) * KINDS + kindBefore;
    const lostHere = lostSums + symbol * KINDS * KINDS;
    const lostBase = sums[besideLetter] as number;
    let best = IMPOSSIBLE;
    const hopeless = Math.max(IMPOSSIBLE + 1, least - MOST_CELL_GAIN * (lastRow - i));
    const middle = i * slant;
    const from = i === 0 ? 0 : Math.max(1, Math.ceil(middle - band));
    const to = i === 0 ? 0 : Math.min(lastColumn - 1, Math.floor(middle + band));
    for (let j = from; j <= to; j++) {
      const value = ways[row + j] as number;
      if (best < value) best = value;
      if (value < hopeless) continue;
      const column = j * STRIDE;
      const letter = letters[column] as number;
      const second = letters[column + SECOND] as number;
      const third = letters[column + THIRD] as number;
      if (letter !== 0) {
        const gained =
          value + (letters[column + GAINED] as number) + (sums[gainedHere + letter * KINDS * KINDS] as number);
        ways[row + j + 1] = higher(ways[row + j + 1] as number, gained);
        if (symbol !== 0) {
          const paired =
            value +
            (bytes[(letters[column + NEXT_ROW] as number) + symbol] as number) +
            (bytes[(letters[column + BEFORE_ROW] as number) + symbol] as number) +
            (sums[besideLetter + letter] as number);
          ways[one + j + 1] = higher(ways[one + j + 1] as number, paired);
        }
      } else if (symbol === 0 && (i === 0) === (j === 0) && (ways[one + j + 1] as number) < value + edge)
        ways[one + j + 1] = value + edge;
      if (symbol !== 0) {
        const lost = value + lostBase + (sums[lostHere + (letters[column + KINDS_AROUND] as number)] as number);
        ways[one + j] = higher(ways[one + j] as number, lost);
      }
      // chunks of more than one: an edge only beside an edge
      if (0 <= second && isLastSymbol === (j === lastColumn - 2)) {
        const chunk = chunks[ownRow + second] as number;
        if (0 <= chunk) {
          const sum = value + chunkWeight(weights, chunk, letters, column, 2, kindNext, kindBefore);
          if ((ways[one + j + 2] as number) < sum) ways[one + j + 2] = sum;
        }
      }
      if (0 <= third && isLastSymbol === (j === lastColumn - 3)) {
        const chunk = chunks[ownRow + third] as number;
        if (0 <= chunk) {
          const sum = value + chunkWeight(weights, chunk, letters, column, 3, kindNext, kindBefore);
          if ((ways[one + j + 3] as number) < sum) ways[one + j + 3] = sum;
        }
      }
      if (pairRow < 0) continue;
      const kindAfter = symbols[place + 2 * STRIDE + FIRST_KIND] as number;
      if (pairIsLast === (j === lastColumn - 1)) {
        const chunk = chunks[pairRow + letter] as number;
        if (0 <= chunk) {
          const sum = value + chunkWeight(weights, chunk, letters, column, 1, kindAfter, kindBefore);
          if ((ways[two + j + 1] as number) < sum) ways[two + j + 1] = sum;
        }
      }
      if (0 <= second && pairIsLast === (j === lastColumn - 2)) {
        const chunk = chunks[pairRow + second] as number;
        if (0 <= chunk) {
          const sum = value + chunkWeight(weights, chunk, letters, column, 2, kindAfter, kindBefore);
          if ((ways[two + j + 2] as number) < sum) ways[two + j + 2] = sum;
        }
      }
      if (0 <= third && pairIsLast === (j === lastColumn - 3)) {
        const chunk = chunks[pairRow + third] as number;
        if (0 <= chunk) {
          const sum = value + chunkWeight(weights, chunk, letters, column, 3, kindAfter, kindBefore);
          if ((ways[two + j + 3] as number) < sum) ways[two + j + 3] = sum;
        }
      }
    }
    // a chunk of two symbols may have gone over this row: what it reached counts as well
    if (best + MOST_GAIN * (lastRow - i) < least && bestBefore + MOST_GAIN * (lastRow - i + 1) < least)
      return IMPOSSIBLE;
    bestBefore = best;
    const done = row;
    row = one;
    one = two;
    two = done;
    clear(two, lastColumn);
  }
  return ways[row + lastColumn] as number;
}

/** Without a branch, as which of the two it is cannot be foretold. */
function higher(a: number, b: number): number {
  const difference = (a - b) | 0;
  return a - (difference & (difference >> 31));
}

/** By hand: short rows are cleared faster so than by `fill`. */
function clear(from: number, lastColumn: number): void {
  for (let index = from; index < from + lastColumn + 4; index++) ways[index] = IMPOSSIBLE;
}

/** Of a chunk of `count` letters from a column on. */
function chunkWeight(
  { bytes, chunk: chunks }: SpellingWeights,
  chunk: number,
  letters: Int32Array,
  column: number,
  count: number,
  symbolNext: number,
  symbolBefore: number,
): number {
  const own = chunks + chunk * CHUNK;
  const next = letters[column + count * STRIDE + KIND] as number;
  const before = column === 0 ? 0 : (letters[column - STRIDE + KIND] as number);
  return (
    (bytes[own] as number) +
    (bytes[own + 1 + next] as number) +
    (bytes[own + 1 + KINDS + before] as number) +
    (bytes[own + 1 + 2 * KINDS + symbolNext] as number) +
    (bytes[own + 1 + 3 * KINDS + symbolBefore] as number)
  );
}

/** How many letters the path may stray from the straight line. */
export function bandOf(n: number, m: number): number {
  return Math.max(3.5, Math.abs(n - m) / 2 + 2);
}

/** The words that were read last: one name is held against many. */
interface WordsRead {
  readonly codes: (Uint8Array | undefined)[];
  readonly tables: (TransliterationTable | undefined)[];
  readonly places: readonly Int32Array[];
  next: number;
}

const MOST_READ = 4;
const sources = noWords();
const latins = noWords();

function noWords(): WordsRead {
  return {
    codes: Array.from({ length: MOST_READ }, () => undefined),
    tables: Array.from({ length: MOST_READ }, () => undefined),
    places: Array.from({ length: MOST_READ }, () => new Int32Array(WIDTH * STRIDE)),
    next: 0,
  };
}

function readWord(
  { codes, tables, places }: WordsRead,
  word: Uint8Array,
  table: TransliterationTable,
): Int32Array | undefined {
  for (let index = 0; index < MOST_READ; index++)
    if (codes[index] === word && tables[index] === table) return places[index];
  return undefined;
}

/** In turn, the place of the word that was read longest ago. */
function lend(words: WordsRead, word: Uint8Array, table: TransliterationTable): Int32Array {
  const { next } = words;
  words.next = (next + 1) % MOST_READ;
  words.codes[next] = word;
  words.tables[next] = table;
  return words.places[next] as Int32Array;
}

function readSource(source: Uint8Array, n: number, table: TransliterationTable): Int32Array {
  const { size, columns, parents, pairRows, firstKind, lastKind } = table;
  const symbols = lend(sources, source, table);
  for (let index = 0; index <= n + 3; index++) {
    const place = index * STRIDE;
    const symbol = codeAt(source, n, index);
    const next = codeAt(source, n, index + 1);
    const before = codeAt(source, n, index - 1);
    const nextKind = next === 0 ? 0 : parents[next] === parents[symbol] ? 1 : (firstKind[next] as number);
    const kindBefore = before === 0 ? 0 : parents[before] === parents[symbol] ? 1 : (lastKind[before] as number);
    symbols[place + OWN] = symbol;
    symbols[place + ROW] = symbol * columns;
    symbols[place + PAIR_ROW] = index <= n ? (pairRows[symbol * size + next] as number) * columns : -1;
    symbols[place + CONTEXT] = (symbol * KINDS + nextKind) * KINDS + kindBefore;
    symbols[place + FIRST_KIND] = symbol === 0 ? 0 : (firstKind[symbol] as number);
    symbols[place + LAST_KIND] = symbol === 0 ? 0 : (lastKind[symbol] as number);
  }
  return symbols;
}

/** The word stands between two edges. */
function codeAt(codes: Uint8Array, count: number, place: number): number {
  return 0 < place && place <= count ? (codes[place - 1] as number) : 0;
}

function readLatin(
  latin: Uint8Array,
  m: number,
  table: TransliterationTable,
  { bytes, before: beforeRows }: SpellingWeights,
): Int32Array {
  const { size, latinPairs, latinTriples } = table;
  const letters = lend(latins, latin, table);
  for (let index = 0; index <= m + 4; index++) {
    const place = index * STRIDE;
    const letter = codeAt(latin, m, index);
    const next = codeAt(latin, m, index + 1);
    const second = codeAt(latin, m, index + 2);
    const before = codeAt(latin, m, index - 1);
    const secondKind = next === 0 ? 0 : (LATIN_KINDS[second] as number);
    const nextRow = ((letter * LETTERS + next) * KINDS + secondKind) * size;
    const beforeRow = beforeRows + (letter * LETTERS + before) * size;
    const kind = LATIN_KINDS[letter] as number;
    letters[place + OWN] = letter;
    letters[place + SECOND] = index <= m ? (latinPairs[letter * LETTERS + next] as number) : -1;
    letters[place + THIRD] = index < m ? (latinTriples[(letter * LETTERS + next) * LETTERS + second] as number) : -1;
    letters[place + NEXT_ROW] = nextRow;
    letters[place + BEFORE_ROW] = beforeRow;
    letters[place + GAINED] = (bytes[nextRow] as number) + (bytes[beforeRow] as number);
    letters[place + KIND] = kind;
    letters[place + KINDS_AROUND] = kind * KINDS + (LATIN_KINDS[before] as number);
  }
  return letters;
}
