// A word and many others in packed letters in, the most odds that each is one with it by its letters one beside another out.
import {
  LETTER_PLACES,
  LETTERS_OF_SOUNDS,
  MOST_LETTERS,
  weightOfEach,
  writings,
  type LetterWeights,
  type LetterWeightTables,
} from '../reference/letter-weights.ts';
import { lengthAt, PACKED_LETTERS } from './letter-distance.ts';

/** Of one word; its letters are set once. */
export class LetterBound {
  readonly #tables: LetterWeightTables;
  readonly #writing: number;
  readonly #letters: Uint8Array;

  /** @param letters of the word in sounds. @param writing of its script (`writingOf`). */
  constructor(letters: string, writing: number, tables: LetterWeightTables) {
    this.#tables = tables;
    this.#writing = writing;
    this.#letters = Uint8Array.from({ length: Math.min(letters.length, PACKED_LETTERS) }, (_, index) =>
      numberOf(letters.charCodeAt(index)),
    );
  }

  /**
   * Learned for pairs that share a key by their letters (`letterKeys`) and none by sound or meaning: of those whose odds count as
   * agreeing, one in a hundred has more. Without a table of the two writings, without end.
   */
  mostOdds(slots: Uint8Array, at: number, writing: number): number {
    const weights = this.#tables[this.#writing * writings.length + writing];
    if (!weights) return Infinity;
    const other = Math.min(lengthAt(slots, at), PACKED_LETTERS);
    const letters = Math.min(this.#letters.length + other, MOST_LETTERS);
    const likeness = likenessOf(this.#letters, slots, at, other, weights);
    return likeness * (SCALES[letters] as number) + (weights.lengths[letters] as number);
  }
}

const NUMBERS = Uint8Array.from({ length: 128 }, (_, code) => LETTERS_OF_SOUNDS.indexOf(String.fromCharCode(code)) + 1);

function numberOf(code: number): number {
  return NUMBERS[code & 0x7f] as number;
}

const SCALES = Float64Array.from({ length: MOST_LETTERS + 1 }, (_, letters) => weightOfEach(letters) / 100);

const START = 0;
const MIDDLE = 1;
const END = 2;
const ALONE = 3;

/** What the beginnings of the one word weigh beside as much of the other as was gone through. */
const row = new Int32Array(PACKED_LETTERS + 1);

/** Both words cut into letters that stand beside each other or alone, so that they weigh most. */
function likenessOf(
  letters: Uint8Array,
  slots: Uint8Array,
  at: number,
  count: number,
  { beside, first, second }: LetterWeights,
): number {
  const length = letters.length;
  const last = length - 1;
  let before = 0;
  row[0] = 0;
  for (let index = 0; index < length; index++) {
    before += first[(letters[index] as number) * ALONE + START] as number;
    row[index + 1] = before;
  }
  let begun = 0;
  for (let place = 0; place < count; place++) {
    const other = NUMBERS[slots[at + place] as number] as number;
    const alone = second[other * ALONE + MIDDLE] as number;
    const aloneAtEnd = second[other * ALONE + END] as number;
    const ownPlace = place === count - 1 ? END : MIDDLE;
    let diagonal = begun;
    begun += second[other * ALONE + START] as number;
    row[0] = begun;
    let best = begun;
    for (let index = 0; index < length; index++) {
      const own = letters[index] as number;
      const above = row[index + 1] as number;
      const ownAlone = best + (first[own * ALONE + ownPlace] as number);
      const otherAlone = above + (index === last ? aloneAtEnd : alone);
      best = diagonal + (beside[own * LETTER_PLACES + other] as number);
      if (best < ownAlone) best = ownAlone;
      if (best < otherAlone) best = otherAlone;
      diagonal = above;
      row[index + 1] = best;
    }
  }
  return row[length] as number;
}
