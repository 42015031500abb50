// A word and a name of an index in, the most odds that the word is two or three neighbours of the name out.
import type { EntityIndex } from './entity-index.ts';
import { isReadingAt, lengthAt, SLOT } from './letter-distance.ts';
import { mostLetterOdds, type WritingRelation } from './letter-odds.ts';
import type { Unit } from './name-question.ts';

/** The most odds of words that are joined. */
export const JOINED_ODDS = 7;

export class JoinedLetters {
  readonly #index: EntityIndex;
  /** Letters of neighbours one after the other. */
  readonly #joined = new Uint8Array(SLOT);

  constructor(index: EntityIndex) {
    this.#index = index;
  }

  /** The most odds of the word and two or three neighbours of the name, by their letters one after the other. */
  mostOdds(name: number, { distance, token }: Unit, relation: WritingRelation): number {
    const { nameWords, nameWordStarts } = this.#index.parts;
    if (token.letters === '') return JOINED_ODDS;
    const end = nameWordStarts[name + 1] as number;
    let most = OTHER_ODDS;
    for (let from = nameWordStarts[name] as number; from < end - 1; from++) {
      let length = 0;
      for (let place = from; place < end && place < from + MOST_NEIGHBOURS; place++) {
        const added = this.#addLetters((nameWords[place] as number) >>> 1, length);
        if (added === 0 || (relation !== 'same' && SLOT - 1 < length + added)) return JOINED_ODDS;
        length += added;
        if (place === from) continue;
        this.#joined[SLOT - 1] = length;
        const shorter = distance.shorter(this.#joined, 0);
        const odds = mostLetterOdds('frame', relation, shorter, distance.to(this.#joined, 0));
        if (most < odds) most = odds;
      }
    }
    return Math.min(JOINED_ODDS, most);
  }

  /** Puts the letters of a word behind those that are there; returns how many. */
  #addLetters(word: number, from: number): number {
    const { wordLetters } = this.#index.parts;
    const slot = word * SLOT;
    const count = isReadingAt(wordLetters, slot) ? 0 : lengthAt(wordLetters, slot);
    for (let index = 0; index < count && from + index < SLOT - 1 && index < SLOT - 1; index++)
      this.#joined[from + index] = wordLetters[slot + index] as number;
    return count;
  }
}

const OTHER_ODDS = -8;
const MOST_NEIGHBOURS = 3;
