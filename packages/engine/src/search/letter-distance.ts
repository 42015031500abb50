// A word and many others in packed letters in, how many slips each differs by and the most odds that leaves out.

/** Letters of a word that are packed; of longer words the rest is not compared. */
export const PACKED_LETTERS = 15;
/** Bytes of a packed word: its letters, then how many it has in full (at most 127), and whether they are how it is read. */
export const SLOT = PACKED_LETTERS + 1;

/** Writes the letters of a word into a slot. `isReading`: they are how its characters are read. */
export function packLetters(letters: string, isReading: boolean, slots: Uint8Array, at: number): void {
  const length = Math.min(letters.length, PACKED_LETTERS);
  for (let index = 0; index < length; index++) slots[at + index] = letters.charCodeAt(index) & 0x7f;
  slots[at + PACKED_LETTERS] = Math.min(letters.length, LENGTH_BITS) | (isReading ? READING_BIT : 0);
}

const LENGTH_BITS = 0x7f;
const READING_BIT = 0x80;

/** How many letters the packed word at this place has. */
export function lengthAt(slots: Uint8Array, at: number): number {
  return (slots[at + PACKED_LETTERS] as number) & LENGTH_BITS;
}

/** Whether the letters of the packed word are how its characters are read. */
export function isReadingAt(slots: Uint8Array, at: number): boolean {
  return ((slots[at + PACKED_LETTERS] as number) & READING_BIT) !== 0;
}

/**
 * Optimal string alignment distance (insertion, deletion, substitution, exchange of neighbours) of one word to others, with one bit
 * for each letter of the word (Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003).
 */
export class LetterDistance {
  /** For each letter, where the word has it. */
  readonly #places = new Int32Array(128);
  readonly #length: number;
  readonly #first: number;

  /** @param letters of the one word. */
  constructor(letters: string) {
    this.#length = Math.min(letters.length, PACKED_LETTERS);
    this.#first = letters.charCodeAt(0) & 0x7f;
    for (let index = 0; index < this.#length; index++) {
      const letter = letters.charCodeAt(index) & 0x7f;
      this.#places[letter] = (this.#places[letter] as number) | (1 << index);
    }
  }

  /** To the packed word at this place; of words longer than the slot, of their beginnings. */
  to(slots: Uint8Array, at: number): number {
    const count = Math.min(lengthAt(slots, at), PACKED_LETTERS);
    const length = this.#length;
    if (length === 0) return count;
    const places = this.#places;
    const last = 1 << (length - 1);
    let distance = length;
    let plus = -1;
    let minus = 0;
    let diagonal = 0;
    let before = 0;
    for (let index = 0; index < count; index++) {
      const match = places[slots[at + index] as number] as number;
      const exchanged = ((~diagonal & match) << 1) & before;
      diagonal = (((match & plus) + plus) ^ plus) | match | minus | exchanged;
      const up = minus | ~(diagonal | plus);
      const down = diagonal & plus;
      if ((up & last) !== 0) distance++;
      else if ((down & last) !== 0) distance--;
      const shifted = (up << 1) | 1;
      plus = (down << 1) | ~(diagonal | shifted);
      minus = diagonal & shifted;
      before = match;
    }
    return distance;
  }

  /** Whether both begin with one letter. */
  beginsAs(slots: Uint8Array, at: number): boolean {
    return slots[at] === this.#first;
  }

  /** Letters of the shorter of the two words. */
  shorter(slots: Uint8Array, at: number): number {
    return Math.min(this.#length, lengthAt(slots, at));
  }
}
