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
  const scale = Math.sqrt(USUAL_LENGTH / letterCount) / STEPS;
  const plain = constant + logLength * Math.log(letterCount / 10) + (length * letterCount) / 10;
  const least = ((lowest - intercept) / slope - plain) / scale;
  const weight = bestPath(source, n, latin, m, table, least);
  const odds = slope * (weight * scale + plain) + intercept;
  return odds < LEAST_ODDS ? LEAST_ODDS : MOST_ODDS < odds ? MOST_ODDS : odds;
}

const IMPOSSIBLE = -1_000_000;

/** What one more symbol with its letters can add at most, as far as it matters. */
const MOST_GAIN = 12;

// scratch of one comparison; what was read of a word stays for the next one, for one name is held against many
let lastSource: Uint8Array | undefined;
let lastLatin: Uint8Array | undefined;
let lastTable: TransliterationTable | undefined;
const WIDTH = MAX_CODES + 2;
const sourceSymbols = new Int32Array(WIDTH + 2);
const sourcePairRow = new Int32Array(WIDTH + 2);
const sourceNextRow = new Int32Array(WIDTH + 2);
const sourceBeforeRow = new Int32Array(WIDTH + 2);
const sourceFirstKind = new Int32Array(WIDTH + 2);
const sourceLastKind = new Int32Array(WIDTH + 2);
const letters = new Int32Array(WIDTH + 2);
const letterKind = new Int32Array(WIDTH + 2);
const pairColumn = new Int32Array(WIDTH + 2);
const tripleColumn = new Int32Array(WIDTH + 2);
const nextRow = new Int32Array(WIDTH + 2);
const gainedBase = new Int32Array(WIDTH + 2);
const beforeRow = new Int32Array(WIDTH + 2);
const rows = [0, 1, 2].map(() => new Int32Array(WIDTH + 4));

/** The weight of the best way to cut both words into chunks that stand beside each other; impossible when it is less than `least`. */
function bestPath(
  source: Uint8Array,
  n: number,
  latin: Uint8Array,
  m: number,
  table: TransliterationTable,
  least: number,
): number {
  if (source !== lastSource || table !== lastTable) readSource(source, n, table);
  if (latin !== lastLatin || table !== lastTable) readLatin(latin, m, table);
  lastSource = source;
  lastLatin = latin;
  lastTable = table;
  const { columns, chunks, byNextLetters, byLetterBefore, byNextKind, byKindBefore } = table;
  const { lostBeforeKind, lostAfterKind, gainedBeforeKind, gainedAfterKind } = table;
  const edge = table.chunkWeights[0] ?? 0;
  const lastRow = n + 2;
  const lastColumn = m + 2;
  const band = bandOf(n, m);
  const slant = lastColumn / lastRow;
  let [row, one, two] = rows as [Int32Array, Int32Array, Int32Array];
  clear(row, lastColumn);
  clear(one, lastColumn);
  clear(two, lastColumn);
  row[0] = 0;
  let bestBefore = 0;
  for (let i = 0; i < lastRow; i++) {
    const symbol = sourceSymbols[i] ?? 0;
    const pair = sourcePairRow[i] ?? 0;
    const nextOfSymbol = sourceNextRow[i] ?? 0;
    const beforeOfSymbol = sourceBeforeRow[i] ?? 0;
    const kindOfSymbol = sourceFirstKind[i] ?? 0;
    const kindBefore = i === 0 ? 0 : (sourceLastKind[i - 1] ?? 0);
    const isLastSymbol = i === lastRow - 1;
    const pairIsLast = i === lastRow - 2;
    const singleRow = symbol * columns;
    const pairRow = pair * columns;
    const lostBase = (byNextKind[nextOfSymbol] ?? 0) + (byKindBefore[beforeOfSymbol] ?? 0);
    let best = IMPOSSIBLE;
    const middle = i * slant;
    const from = i === 0 ? 0 : Math.max(1, Math.ceil(middle - band));
    const to = i === 0 ? 0 : Math.min(lastColumn - 1, Math.floor(middle + band));
    for (let j = from; j <= to; j++) {
      const value = row[j] ?? 0;
      if (value <= IMPOSSIBLE) continue;
      if (best < value) best = value;
      const letter = letters[j] ?? 0;
      const second = pairColumn[j] ?? 0;
      const third = tripleColumn[j] ?? 0;
      const isLastLetter = j === lastColumn - 1;
      const secondIsLast = j === lastColumn - 2;
      const thirdIsLast = j === lastColumn - 3;
      const kindOfLetterBefore = j === 0 ? 0 : (letterKind[j - 1] ?? 0);
      if (symbol !== 0 && letter !== 0) {
        const next = nextRow[j] ?? 0;
        const before = beforeRow[j] ?? 0;
        const paired =
          value +
          (byNextLetters[next + symbol] ?? 0) +
          (byLetterBefore[before + symbol] ?? 0) +
          (byNextKind[nextOfSymbol + letter] ?? 0) +
          (byKindBefore[beforeOfSymbol + letter] ?? 0);
        if ((one[j + 1] ?? 0) < paired) one[j + 1] = paired;
        const gained =
          value +
          (gainedBase[j] ?? 0) +
          (gainedBeforeKind[letter * KINDS + kindOfSymbol] ?? 0) +
          (gainedAfterKind[letter * KINDS + kindBefore] ?? 0);
        if ((row[j + 1] ?? 0) < gained) row[j + 1] = gained;
      } else if (letter !== 0) {
        // all symbols are placed: letters follow alone up to the edge
        const gained =
          value +
          (gainedBase[j] ?? 0) +
          (gainedBeforeKind[letter * KINDS] ?? 0) +
          (gainedAfterKind[letter * KINDS + kindBefore] ?? 0);
        if ((row[j + 1] ?? 0) < gained) row[j + 1] = gained;
      } else if (symbol === 0 && (i === 0) === (j === 0) && (one[j + 1] ?? 0) < value + edge) one[j + 1] = value + edge;
      if (symbol !== 0) {
        const lost =
          value +
          lostBase +
          (lostBeforeKind[symbol * KINDS + (letterKind[j] ?? 0)] ?? 0) +
          (lostAfterKind[symbol * KINDS + (letterKind[j - 1] ?? 0)] ?? 0);
        if ((one[j] ?? 0) < lost) one[j] = lost;
      }
      // chunks of more than one: an edge only beside an edge
      if (0 <= second && isLastSymbol === secondIsLast) {
        const chunk = chunks[singleRow + second] ?? 0;
        if (0 <= chunk) {
          const sum =
            value +
            chunkWeight(
              table,
              chunk,
              letterKind[j + 2] ?? 0,
              kindOfLetterBefore,
              sourceFirstKind[i + 1] ?? 0,
              kindBefore,
            );
          if ((one[j + 2] ?? 0) < sum) one[j + 2] = sum;
        }
      }
      if (0 <= third && isLastSymbol === thirdIsLast) {
        const chunk = chunks[singleRow + third] ?? 0;
        if (0 <= chunk) {
          const sum =
            value +
            chunkWeight(
              table,
              chunk,
              letterKind[j + 3] ?? 0,
              kindOfLetterBefore,
              sourceFirstKind[i + 1] ?? 0,
              kindBefore,
            );
          if ((one[j + 3] ?? 0) < sum) one[j + 3] = sum;
        }
      }
      if (pair < 0) continue;
      if (pairIsLast === isLastLetter) {
        const chunk = chunks[pairRow + letter] ?? 0;
        if (0 <= chunk) {
          const sum =
            value +
            chunkWeight(
              table,
              chunk,
              letterKind[j + 1] ?? 0,
              kindOfLetterBefore,
              sourceFirstKind[i + 2] ?? 0,
              kindBefore,
            );
          if ((two[j + 1] ?? 0) < sum) two[j + 1] = sum;
        }
      }
      if (0 <= second && pairIsLast === secondIsLast) {
        const chunk = chunks[pairRow + second] ?? 0;
        if (0 <= chunk) {
          const sum =
            value +
            chunkWeight(
              table,
              chunk,
              letterKind[j + 2] ?? 0,
              kindOfLetterBefore,
              sourceFirstKind[i + 2] ?? 0,
              kindBefore,
            );
          if ((two[j + 2] ?? 0) < sum) two[j + 2] = sum;
        }
      }
      if (0 <= third && pairIsLast === thirdIsLast) {
        const chunk = chunks[pairRow + third] ?? 0;
        if (0 <= chunk) {
          const sum =
            value +
            chunkWeight(
              table,
              chunk,
              letterKind[j + 3] ?? 0,
              kindOfLetterBefore,
              sourceFirstKind[i + 2] ?? 0,
              kindBefore,
            );
          if ((two[j + 3] ?? 0) < sum) two[j + 3] = sum;
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
  return row[lastColumn] ?? 0;
}

/** By hand: short rows are cleared faster so than by `fill`. */
function clear(row: Int32Array, lastColumn: number): void {
  for (let index = 0; index < lastColumn + 4; index++) row[index] = IMPOSSIBLE;
}

function chunkWeight(
  { chunkWeights, chunkNextKind, chunkBeforeKind, chunkSymbolNextKind, chunkSymbolBeforeKind }: TransliterationTable,
  chunk: number,
  next: number,
  before: number,
  symbolNext: number,
  symbolBefore: number,
): number {
  const row = chunk * KINDS;
  return (
    (chunkWeights[chunk] ?? 0) +
    (chunkNextKind[row + next] ?? 0) +
    (chunkBeforeKind[row + before] ?? 0) +
    (chunkSymbolNextKind[row + symbolNext] ?? 0) +
    (chunkSymbolBeforeKind[row + symbolBefore] ?? 0)
  );
}

/** How many letters the path may stray from the straight line. */
export function bandOf(n: number, m: number): number {
  return Math.max(3.5, Math.abs(n - m) / 2 + 2);
}

function readSource(
  source: Uint8Array,
  n: number,
  { size, parents, pairRows, firstKind, lastKind }: TransliterationTable,
): void {
  sourceSymbols[0] = 0;
  for (let index = 0; index < n; index++) sourceSymbols[index + 1] = source[index] ?? 0;
  sourceSymbols[n + 1] = 0;
  sourceFirstKind[n + 2] = 0;
  for (let index = 0; index <= n + 1; index++) {
    const symbol = sourceSymbols[index] ?? 0;
    const next = index <= n ? (sourceSymbols[index + 1] ?? 0) : 0;
    const before = index === 0 ? 0 : (sourceSymbols[index - 1] ?? 0);
    sourcePairRow[index] = index <= n ? (pairRows[symbol * size + next] ?? 0) : -1;
    const nextKind = next === 0 ? 0 : parents[next] === parents[symbol] ? 1 : (firstKind[next] ?? 0);
    const kindBefore = before === 0 ? 0 : parents[before] === parents[symbol] ? 1 : (lastKind[before] ?? 0);
    sourceNextRow[index] = (symbol * KINDS + nextKind) * LETTERS;
    sourceBeforeRow[index] = (symbol * KINDS + kindBefore) * LETTERS;
    sourceFirstKind[index] = symbol === 0 ? 0 : (firstKind[symbol] ?? 0);
    sourceLastKind[index] = symbol === 0 ? 0 : (lastKind[symbol] ?? 0);
  }
}

function readLatin(
  latin: Uint8Array,
  m: number,
  { size, latinPairs, latinTriples, byNextLetters, byLetterBefore }: TransliterationTable,
): void {
  letters[0] = 0;
  for (let index = 0; index < m; index++) letters[index + 1] = latin[index] ?? 0;
  letters[m + 1] = 0;
  letters[m + 2] = 0;
  letterKind[m + 2] = 0;
  for (let index = 0; index <= m + 1; index++) {
    const letter = letters[index] ?? 0;
    const next = letters[index + 1] ?? 0;
    const second = index < m ? (letters[index + 2] ?? 0) : 0;
    const before = index === 0 ? 0 : (letters[index - 1] ?? 0);
    letterKind[index] = LATIN_KINDS[letter] ?? 0;
    pairColumn[index] = index <= m ? (latinPairs[letter * LETTERS + next] ?? 0) : -1;
    tripleColumn[index] = index < m ? (latinTriples[(letter * LETTERS + next) * LETTERS + second] ?? 0) : -1;
    const secondKind = next === 0 ? 0 : (LATIN_KINDS[second] ?? 0);
    nextRow[index] = ((letter * LETTERS + next) * KINDS + secondKind) * size;
    beforeRow[index] = (letter * LETTERS + before) * size;
    gainedBase[index] = (byNextLetters[nextRow[index] ?? 0] ?? 0) + (byLetterBefore[beforeRow[index] ?? 0] ?? 0);
  }
}
