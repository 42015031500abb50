// Words of parties' names in, the words of an index that may be one with each out: kept from question to question, as names repeat.
import { NO_TRADITION, tokenOdds, type Traditions } from '../match/token-odds.ts';
import type { Name, NameToken } from '../names/name.ts';
import type { EntityIndex } from './entity-index.ts';
import { expandWord, LEAST_ODDS } from './expand-word.ts';
import { joinedFrame, joinedKeys, joinedWords, spokenLetters, type JoinedWord, type LetterKey } from './keys.ts';
import { LetterDistance } from './letter-distance.ts';
import { NameBound } from './name-bound.ts';
import { ORDINARY_FLAG } from './word-columns.ts';

/** A word of a party's name, or neighbours of it written as one, with what an index has that may be one with it. */
export interface Expansion {
  readonly token: NameToken;
  readonly rarity: number;
  readonly words: Int32Array;
  /** The most odds of each word, in hundredths, rounded up. */
  readonly odds: Int16Array;
  /** How the odds of each word are known: `BY_KEY`, `BY_LETTERS` or `EXACT`. */
  readonly knownBy: Uint8Array;
  /** How many names its words are in; without end when it may be an ordinary word, which not all of its names are found by. */
  readonly names: number;
  /** From its letters to those of a word of the index. */
  readonly distance: LetterDistance;
  /** Names are found by these that have it as several words. */
  readonly joinedKeys: readonly number[];
  readonly joinedFrame: LetterKey | undefined;
}

/** What a word is read in: it is expanded for each choice apart. */
export interface Reading {
  /** `traditionBits`. */
  readonly bits: number;
  readonly traditions: Traditions;
}

/** Of one index, for one thread. As a memo it remembers the words of parties' names as they were read. */
export class WordExpansions {
  readonly #index: EntityIndex;
  #tokens = new Map<string, NameToken>();
  #byReading = new Map<number, Map<NameToken, Expansion>>();
  #joined = new Map<string, NameToken>();
  #numbers = new Map<NameToken, number>();
  #kept = 0;
  readonly #bounds: readonly NameBound[];

  constructor(index: EntityIndex) {
    this.#index = index;
    this.#bounds = [false, true].map((ofOrganisation) => new NameBound(index.reference, ofOrganisation));
  }

  boundOf({ ofOrganisation }: Name): NameBound {
    return this.#bounds[Number(ofOrganisation)] as NameBound;
  }

  get(record: string): NameToken | undefined {
    return this.#tokens.get(record);
  }

  set(record: string, token: NameToken): this {
    this.#tokens.set(record, token);
    return this;
  }

  /** Between two questions: what was kept is dropped when it is much. */
  forget(): void {
    if (this.#kept < MOST_KEPT && this.#tokens.size < MOST_TOKENS && this.#joined.size < MOST_TOKENS) return;
    this.#tokens = new Map();
    this.#byReading = new Map();
    this.#joined = new Map();
    this.#numbers = new Map();
    this.#kept = 0;
  }

  of(token: NameToken, reading: Reading): Expansion {
    const { chinese, korean, vietnamese } = reading.traditions;
    const place = (reading.bits << 3) | (Number(chinese) << 2) | (Number(korean) << 1) | Number(vietnamese);
    let expansions = this.#byReading.get(place);
    if (!expansions) this.#byReading.set(place, (expansions = new Map<NameToken, Expansion>()));
    let expansion = expansions.get(token);
    if (expansion) return expansion;
    expansion = this.#expanded(token, reading);
    expansions.set(token, expansion);
    this.#kept += expansion.words.length + EXPANSION_ITSELF;
    return expansion;
  }

  /** Neighbours as one word: the same token whenever the same words are joined. */
  joinedOf(name: Name): readonly JoinedWord[] {
    return joinedWords(name, this.#index.reference, (parts, traditions, join) => {
      const key = `${String(Number(name.ofOrganisation))}${traditions.join('')}${parts.map((part) => String(this.#numberOf(part))).join(' ')}`;
      let token = this.#joined.get(key);
      if (!token) this.#joined.set(key, (token = join()));
      return token;
    });
  }

  #numberOf(token: NameToken): number {
    let number = this.#numbers.get(token);
    if (number === undefined) this.#numbers.set(token, (number = this.#numbers.size));
    return number;
  }

  #expanded(token: NameToken, reading: Reading): Expansion {
    const { wordNameStarts, wordFlags } = this.#index.parts;
    const distance = new LetterDistance(spokenLetters(token));
    const found = expandWord(this.#index, token, reading.bits, distance);
    const words = new Int32Array(found.size);
    const odds = new Int16Array(found.size);
    const knownBy = new Uint8Array(found.size);
    let names = 0;
    let isOrdinary = false;
    let count = 0;
    for (const [word, { most, isByKey }] of found) {
      const own = (wordNameStarts[word + 1] as number) - (wordNameStarts[word] as number);
      // what is in many names is worth a closer look before they are gone through
      const isTold = MANY_NAMES <= own && most < SURE_ODDS;
      const value = isTold ? Math.min(most, this.oddsOf(token, word, reading, isByKey)) : most;
      if (value < LEAST_ODDS) continue;
      words[count] = word;
      odds[count] = Math.ceil(value * HUNDREDTHS);
      knownBy[count++] = isTold ? EXACT : isByKey ? BY_KEY : BY_LETTERS;
      names += own;
      isOrdinary ||= ((wordFlags[word] as number) & ORDINARY_FLAG) !== 0;
    }
    return {
      token,
      rarity: this.#index.rarity(token),
      words: words.slice(0, count),
      odds: odds.slice(0, count),
      knownBy: knownBy.slice(0, count),
      names: isOrdinary ? Infinity : names,
      distance,
      joinedKeys: joinedKeys(token).map(({ hash }) => hash),
      joinedFrame: joinedFrame(token),
    };
  }

  /**
   * The odds of a word of a name and one of the index, at most: in another name they may be read in fewer traditions.
   * @param isByKey they share a key (`wordKeys`), without which they have no sound in common.
   */
  oddsOf(token: NameToken, word: number, { traditions }: Reading, isByKey: boolean): number {
    const listed = this.#index.tokenAt(word);
    const { reference } = this.#index;
    const odds = tokenOdds(token, listed, NO_TRADITION, reference, LEAST_TOLD, isByKey);
    return traditions.chinese || traditions.korean || token.script !== 'latin' || listed.script !== 'latin'
      ? Math.max(odds, tokenOdds(token, listed, traditions, reference, LEAST_TOLD, isByKey))
      : odds;
  }
}

export const HUNDREDTHS = 100;
/** Most odds of the keys that two words share; of their letters alone; or told by comparing them. */
export const BY_KEY = 0;
export const BY_LETTERS = 1;
export const EXACT = 2;
const MANY_NAMES = 24;
const SURE_ODDS = 8;
const LEAST_TOLD = -6;
/** Words of expansions that are kept, seven bytes each; an expansion counts as so many beside them. */
const MOST_KEPT = 6_000_000;
const EXPANSION_ITSELF = 100;
/** Words of parties' names that are kept as they were read, and as many joined ones. */
const MOST_TOKENS = 30_000;
