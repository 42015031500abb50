// `data/names/letter-weights.tsv` in, what letters of two words that stand beside each other or alone speak for one word out.
import { invalid, readTable } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

/** How scripts write vowels, in the order of their numbers (`search/keys.ts`). */
export const writings = ['latin', 'abjad', 'other', 'syllabic'] as const;

/** Letters that words in sounds (`names/letter-skeleton.ts`) are made of; in tables their number is one more than their place here. */
export const LETTERS_OF_SOUNDS = '$036789abcdefghijklmnopqrstuvwxyz';

/** A row of weights by letter has so many places: number 0 stands for any other letter. */
export const LETTER_PLACES = 64;

/** Places of a word in which a letter may stand alone. */
export const alonePlaces = ['start', 'middle', 'end'] as const;

/** Two words have at most so many letters together that count. */
export const MOST_LETTERS = 30;

/** Of two words in two writings; in hundredths, of words whose letters count in full (`weightOfEach`). */
export interface LetterWeights {
  /** By number of the first word's letter × `LETTER_PLACES` + that of the second's. */
  readonly beside: Int16Array;
  /** Of a letter of the first word that has none beside it, by its number × 3 + place. */
  readonly first: Int16Array;
  readonly second: Int16Array;
  /** What is added by the letters of both words together; in natural-log odds. */
  readonly lengths: Float64Array;
}

/** By writing of the first word × 4 + that of the second; undefined where nothing was learned. */
export type LetterWeightTables = readonly (LetterWeights | undefined)[];

/** How much each letter counts in words of so many letters together: longer ones have more that speak for or against them. */
export function weightOfEach(letters: number): number {
  return Math.sqrt(USUAL_LETTERS / Math.max(FEWEST_LETTERS, letters));
}

const USUAL_LETTERS = 12;
/** Fewer count as much as these. */
const FEWEST_LETTERS = 4;

const FILE = 'names/letter-weights.tsv';

/** @throws Problem `reference.invalid`, with the line. */
export function buildLetterWeights(files: ReferenceFiles): LetterWeightTables {
  const tables: (LetterWeights | undefined)[] = new Array<undefined>(writings.length ** 2).fill(undefined);
  for (const { line, cells } of readTable(files, FILE, ['first', 'second', 'row', 'weights'])) {
    const [first = '', second = '', row = '', text = ''] = cells;
    const [own, other] = [numberOfWriting(first, line), numberOfWriting(second, line)];
    if (other < own)
      throw invalid(FILE, line, `"${first}" stands after "${second}" in the order ${writings.join(', ')}`);
    const weights = text.split(' ').map(Number);
    if (weights.some((weight) => !Number.isInteger(weight) || MOST_WEIGHT < Math.abs(weight)))
      throw invalid(FILE, line, `weights are whole numbers from −${MOST_WEIGHT} to ${MOST_WEIGHT}`);
    const table = (tables[own * writings.length + other] ??= emptyWeights());
    const expected = row === 'lengths' ? MOST_LETTERS : LETTERS_OF_SOUNDS.length;
    if (weights.length !== expected)
      throw invalid(FILE, line, `the row has ${weights.length} weights instead of ${expected}`);
    setRow(table, row, weights, line);
  }
  for (let own = 0; own < writings.length; own++)
    for (let other = own + 1; other < writings.length; other++) {
      const table = tables[own * writings.length + other];
      if (table) tables[other * writings.length + own] = turned(table);
    }
  return tables;
}

const MOST_WEIGHT = 3000;

function numberOfWriting(name: string, line: number): number {
  const number = (writings as readonly string[]).indexOf(name);
  if (number < 0) throw invalid(FILE, line, `"${name}" is none of ${writings.join(', ')}`);
  return number;
}

function emptyWeights(): LetterWeights {
  return {
    beside: new Int16Array(LETTER_PLACES ** 2),
    first: new Int16Array(LETTER_PLACES * alonePlaces.length),
    second: new Int16Array(LETTER_PLACES * alonePlaces.length),
    lengths: new Float64Array(MOST_LETTERS + 1),
  };
}

function setRow(table: LetterWeights, row: string, weights: readonly number[], line: number): void {
  const [kind = '', which = ''] = row.split(' ');
  if (row === 'lengths') {
    for (const [index, weight] of weights.entries()) table.lengths[index + 1] = weight / 100;
    return;
  }
  const place = (alonePlaces as readonly string[]).indexOf(which);
  const letter = LETTERS_OF_SOUNDS.indexOf(which) + 1;
  if ((kind === 'first' || kind === 'second') && 0 <= place)
    for (const [index, weight] of weights.entries()) table[kind][(index + 1) * alonePlaces.length + place] = weight;
  else if (kind === 'beside' && which.length === 1 && 0 < letter)
    for (const [index, weight] of weights.entries()) table.beside[letter * LETTER_PLACES + index + 1] = weight;
  else throw invalid(FILE, line, `"${row}" is no row of letters`);
}

/** The same for the two words in the other order. */
function turned({ beside, first, second, lengths }: LetterWeights): LetterWeights {
  const places = Int16Array.from(beside, (_, place) => {
    const [own, other] = [Math.floor(place / LETTER_PLACES), place % LETTER_PLACES];
    return beside[other * LETTER_PLACES + own] as number;
  });
  return { beside: places, first: second, second: first, lengths };
}
