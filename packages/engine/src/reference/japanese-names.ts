// The tables of `data/readings/japanese-names` in, how characters and whole words are read in Japanese names out.
import { codeOfLetter, codesOfKana, SOUND_CODES } from './japanese-codes.ts';
import { invalid, readTable } from './data-table.ts';
import { buildJapaneseWeights, type JapaneseWeights } from './japanese-weights.ts';
import type { ReferenceFiles } from './reference-files.ts';

export type JapanesePart = 'family' | 'given' | 'word';

/** One way to read a character or a word. */
export interface JapaneseReading {
  /** Katakana. */
  readonly kana: string;
  /** `japanese-codes.ts`. */
  readonly codes: Uint8Array;
  /** Natural-log probability: of a character by its place (`placeOf`), of a whole word one number. */
  readonly logs: readonly number[];
}

export interface JapaneseWord {
  /** How many people were seen with it; a name that is only listed counts half. */
  readonly people: number;
  /** Commonest first. */
  readonly readings: readonly JapaneseReading[];
  /** Natural-log probability that it is read otherwise, as its characters say. */
  readonly otherwise: number;
}

export interface JapaneseNames {
  /** Commonest first; empty when nothing is known. */
  readonly character: (character: string) => readonly JapaneseReading[];
  /** Natural-log share of each place among all that the character was seen in; undefined when it was in none. */
  readonly places: (character: string) => readonly number[] | undefined;
  /** Undefined when its characters tell how a word is read. */
  readonly word: (part: JapanesePart, word: string) => JapaneseWord | undefined;
  /** What Latin letters (`$` ends a word) can sound like in katakana; a reading may be silent. */
  readonly latin: (letters: string) => readonly JapaneseReading[];
  /** UTF-16 units of the longest word of the part. */
  readonly longest: Readonly<Record<JapanesePart, number>>;
  /** Minus the log probability of a sound after another, by `SOUND_CODES * first + second`; first 0 at the beginning. */
  readonly soundCosts: Float64Array;
  readonly weights: JapaneseWeights;
}

/** Family first and later, given first and later, other words. */
const PLACES = 5;

/** The place of a character in a part: its first character is read otherwise than the later ones. */
export function placeOf(part: JapanesePart, isFirst: boolean): number {
  return part === 'word' ? 4 : (part === 'family' ? 0 : 2) + (isFirst ? 0 : 1);
}

/** @throws Problem `reference.invalid`, with file and line. Rows are taken apart when they are first asked for. */
export function buildJapaneseNames(files: ReferenceFiles): JapaneseNames {
  const characters = lazyRows(files, 'characters', ['character', 'readings'], ([readings]) =>
    characterReadings(readings ?? []),
  );
  const places = lazyRows(files, 'characters', ['character', 'readings'], ([readings]) => placeShares(readings ?? []));
  const signs = lazyRows(files, 'letters', ['character', 'readings'], ([readings]) => signReadings(readings ?? []));
  const latin = lazyRows(files, 'latin', ['letters', 'sounds'], ([sounds]) => latinReadings(sounds ?? []));
  const wordRows = (name: string) =>
    lazyRows(files, name, ['name', 'readings', 'others'], ([readings = [], others]) =>
      wordReadings(readings, Number(others?.[0]?.[0])),
    );
  const words = { family: wordRows('family-names'), given: wordRows('given-names'), word: wordRows('words') };
  return Object.freeze({
    character: (character: string) => characters.of(character) ?? signs.of(character) ?? NONE,
    places: places.of,
    latin: (letters: string) => latin.of(letters) ?? NONE,
    word: (part: JapanesePart, word: string) => words[part].of(word),
    longest: { family: words.family.longest, given: words.given.longest, word: words.word.longest },
    soundCosts: soundCosts(files),
    weights: buildJapaneseWeights(files),
  });
}

const FOLDER = 'readings/japanese-names';
const NONE: readonly JapaneseReading[] = [];

/** Readings with their counts, taken apart; a cell with one number is that number. */
type Cells = readonly (readonly (readonly [string, string])[])[];

function lazyRows<T>(
  files: ReferenceFiles,
  name: string,
  columns: readonly string[],
  parse: (cells: Cells) => T,
): { readonly of: (key: string) => T | undefined; readonly longest: number } {
  const file = `${FOLDER}/${name}.tsv`;
  const rows = new Map<string, { readonly cells: readonly string[]; read?: T }>();
  let longest = 0;
  for (const { line, cells } of readTable(files, file, columns)) {
    const [key = '', readings = '', others = '0'] = cells;
    if (key === '' || !ROW.test(`,${readings}`) || !/^\d+$/.test(others))
      throw invalid(file, line, 'a name and its readings with counts');
    rows.set(key, { cells });
    longest = Math.max(longest, key.length);
  }
  const of = (key: string): T | undefined => {
    const row = rows.get(key);
    if (!row) return undefined;
    row.read ??= parse(
      row.cells.slice(1).map((cell) => cell.split(',').map((pair) => pair.split(':') as [string, string])),
    );
    return row.read;
  };
  return { of, longest };
}

const ROW = /^(?:,[\u30a1-\u30fca-zNQ_-]+:[\d.]+)+$/;

/** A place with few examples leans on all places together, as if so many more had been seen. */
const LEANING = 3;

function characterReadings(cells: readonly (readonly [string, string])[]): readonly JapaneseReading[] {
  const counts = cells.map(([, numbers]) => numbers.split('.').map(Number));
  const totals = Array.from({ length: PLACES }, (_, place) =>
    counts.reduce((sum, byPlace) => sum + (byPlace[place] ?? 0), 0),
  );
  const all = totals.reduce((sum, total) => sum + total, 0);
  return cells.flatMap(([kana], index) => {
    const codes = codesOfKana(kana);
    const byPlace = counts[index] ?? [];
    const pooled = (byPlace.reduce((sum, count) => sum + count, 0) + 0.3) / (all + 0.3 * cells.length);
    const logs = totals.map((total, place) => Math.log(((byPlace[place] ?? 0) + LEANING * pooled) / (total + LEANING)));
    return codes ? [{ kana, codes, logs }] : [];
  });
}

function placeShares(cells: readonly (readonly [string, string])[]): readonly number[] {
  const totals = new Array<number>(PLACES).fill(SMOOTHING);
  for (const [, numbers] of cells)
    numbers.split('.').forEach((count, place) => (totals[place] = (totals[place] ?? 0) + Number(count)));
  const all = totals.reduce((sum, total) => sum + total, 0);
  return totals.map((total) => Math.log(total / all));
}

const SMOOTHING = 0.5;

function signReadings(cells: readonly (readonly [string, string])[]): readonly JapaneseReading[] {
  return cells.flatMap(([kana, count]) => {
    const codes = codesOfKana(kana);
    return codes ? [{ kana, codes, logs: new Array<number>(PLACES).fill(Math.log(Number(count) / 100)) }] : [];
  });
}

/** Letters that were seen seldom may be heard otherwise. */
const UNHEARD = 3;

function latinReadings(cells: readonly (readonly [string, string])[]): readonly JapaneseReading[] {
  const total = cells.reduce((sum, [, count]) => sum + Number(count), UNHEARD);
  return cells.map(([sounds, count]) => {
    const letters = sounds === '_' ? '' : sounds;
    const logs = new Array<number>(PLACES).fill(Math.log(Number(count) / total));
    return { kana: letters, codes: Uint8Array.from(letters, codeOfLetter), logs };
  });
}

/** Some of a word's readings are in no list: as if so many twentieths of a person had them. */
const UNSEEN = 10;
const COUNTED = 20;

function wordReadings(cells: readonly (readonly [string, string])[], others: number): JapaneseWord {
  const total = cells.reduce((sum, [, count]) => sum + Number(count), others + UNSEEN);
  return {
    people: (total - UNSEEN) / COUNTED,
    readings: cells.flatMap(([kana, count]) => {
      const codes = codesOfKana(kana);
      return codes ? [{ kana, codes, logs: [Math.log(Number(count) / total)] }] : [];
    }),
    otherwise: Math.log((others + UNSEEN) / total),
  };
}

function soundCosts(files: ReferenceFiles): Float64Array {
  const file = `${FOLDER}/sound-pairs.tsv`;
  const counts = new Float64Array(SOUND_CODES * SOUND_CODES).fill(1);
  for (const { line, cells } of readTable(files, file, ['first', 'second', 'count'])) {
    const [first = '', second = '', count = ''] = cells;
    if ((first !== '^' && codeOfLetter(first) === 0) || codeOfLetter(second) === 0 || !(0 < Number(count)))
      throw invalid(file, line, 'two letters of sounds and a count');
    const place = SOUND_CODES * codeOfLetter(first) + codeOfLetter(second);
    counts[place] = (counts[place] ?? 0) + Number(count);
  }
  return counts.map((count, place) => {
    const row = place - (place % SOUND_CODES);
    return Math.log(counts.subarray(row, row + SOUND_CODES).reduce((sum, each) => sum + each, 0) / count);
  });
}
