// A party's name and the words of a listed one that do not tell in: initials, ordinary words; what they bring and cost out.
import type { EntityIndex } from './entity-index.ts';
import { LEAST_ODDS } from './expand-word.ts';
import { isReadingAt, SLOT } from './letter-distance.ts';
import { mostLetterOdds, relationOf } from './letter-odds.ts';
import type { NameQuestion } from './name-question.ts';
import { INITIAL_FLAG, ORDINARY_FLAG, WRITING_BITS, WRITING_FLAG } from './word-columns.ts';

/** Of one listed name at a time beside one name of a party, each as favourable as it can be. */
export class WordsBeside {
  readonly #index: EntityIndex;
  #current: NameQuestion | undefined;
  /** Listed initials; those that a word of the party's name may begin with; those that it has as well. */
  #initials = 0;
  #initialsOfWords = 0;
  #sameInitials = 0;
  /** Telling words of the listed name that an initial of the party's may stand for. */
  #initialed = 0;
  /** Ordinary words that are linked to nothing: those that are spelled like a word of the party's name, and the others. */
  #likeOrdinary = 0;
  #listedLeft = 0;
  /** Ordinary words of the party's name that the listed one has not. */
  #askedLeft = 0;
  /** By word, whether it is spelled like one of the party's: told once a question. */
  readonly #isLike = new Map<number, boolean>();

  constructor(index: EntityIndex) {
    this.#index = index;
  }

  get #question(): NameQuestion {
    if (!this.#current) throw new Error('no question was begun');
    return this.#current;
  }

  begin(question: NameQuestion): void {
    this.#current = question;
    this.#isLike.clear();
  }

  /** Before the words of the next listed name. */
  clear(): void {
    this.#initials = 0;
    this.#initialsOfWords = 0;
    this.#sameInitials = 0;
    this.#initialed = 0;
    this.#likeOrdinary = 0;
    this.#listedLeft = 0;
  }

  /** A word that does not tell. */
  add(word: number, isLinked: boolean): void {
    const flags = this.#index.parts.wordFlags[word] as number;
    if ((flags & INITIAL_FLAG) !== 0) {
      this.#initials++;
      const initial = this.#index.tokenAt(word);
      if (this.#question.hasWordFrom(initial)) this.#initialsOfWords++;
      if (this.#question.hasInitial(initial)) this.#sameInitials++;
    } else if ((flags & ORDINARY_FLAG) !== 0 && !isLinked) {
      if (this.#isSpelledLike(word)) this.#likeOrdinary++;
      else this.#listedLeft++;
    }
  }

  addTelling(word: number, isLinked: boolean): void {
    const question = this.#question;
    const first = this.#index.parts.wordLetters[word * SLOT] as number;
    this.#initialed += question.mayBeInitialed[first] as number;
    if (!isLinked && 0 < question.concepts && this.#isSpelledLike(word)) this.#likeOrdinary++;
  }

  /** How many ordinary words of the party's name may agree with words of the listed one. @param linked so many are linked. */
  agreeing(linked: number): number {
    const { concepts } = this.#question;
    const agreeing = Math.min(concepts, linked + this.#likeOrdinary);
    this.#askedLeft = concepts - agreeing;
    return agreeing;
  }

  /** Telling words of the listed name that initials of the party's may stand for. */
  get initialed(): number {
    return Math.min(this.#initialed, this.#question.initials);
  }

  /** Words of the party's name that listed initials may stand for. */
  get initials(): number {
    return this.#initialsOfWords;
  }

  /**
   * What cannot agree costs, after `agreeing`. @param queryLeft telling words without a partner, of either name.
   * @param isJoined ordinary words may be written as one with others: none stands alone then.
   */
  cost(queryLeft: number, listedLeft: number, isJoined: boolean): number {
    const { bound, initials } = this.#question;
    const ordinary = isJoined ? 0 : bound.costOfOrdinary(queryLeft, listedLeft, this.#askedLeft, this.#listedLeft);
    const areStray =
      this.#initialed + this.#sameInitials < initials && this.#initialsOfWords + this.#sameInitials < this.#initials;
    return areStray ? ordinary + bound.contradictedInitial : ordinary;
  }

  /** As a slip of the pen leaves it. */
  #isSpelledLike(word: number): boolean {
    let isLike = this.#isLike.get(word);
    if (isLike === undefined) {
      const { wordLetters, wordFlags } = this.#index.parts;
      const slot = word * SLOT;
      const writing = ((wordFlags[word] as number) >>> WRITING_FLAG) & WRITING_BITS;
      isLike = this.#question.units.some(({ weight, token, distance, writing: own }) => {
        if (1 < weight || token.kind === 'number') return false;
        if (token.script === 'han' || isReadingAt(wordLetters, slot)) return true;
        const relation = relationOf(writing, own);
        const shorter = distance.shorter(wordLetters, slot);
        const odds = mostLetterOdds('frame', relation, shorter, distance.to(wordLetters, slot));
        return (weight === 0 ? LEAST_ORDINARY_ODDS : LEAST_ODDS) <= odds;
      });
      this.#isLike.set(word, isLike);
    }
    return isLike;
  }
}

/** Two ordinary words that mean different things are one only when they are spelled nearly alike (`match/token-odds.ts`). */
const LEAST_ORDINARY_ODDS = 3;
