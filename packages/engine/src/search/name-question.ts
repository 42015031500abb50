// One name of a party in, its words with the words of an index that may be one with them out, and which of them to go by.
import { NO_TRADITION, tokenOdds, type Traditions } from '../match/token-odds.ts';
import type { Name, NameToken } from '../names/name.ts';
import type { EntityIndex } from './entity-index.ts';
import { expandWord, LEAST_ODDS, sameWords } from './expand-word.ts';
import { joinedFrame, joinedKeys, joinedWords, traditionBits, writingOf, type LetterKey } from './keys.ts';
import { LetterDistance } from './letter-distance.ts';
import { NameBound } from './name-bound.ts';
import { tellingWords } from './telling-words.ts';
import { ORDINARY_FLAG } from './word-columns.ts';

/** A word of the party's name, or neighbours of it written as one. */
export interface Unit {
  readonly token: NameToken;
  /** The telling words that it stands for, a bit each. */
  readonly mask: number;
  readonly rarity: number;
  /** Of how many words it counts: one, two when joined, none when it is an ordinary word beside others. */
  readonly weight: number;
  /** Words of the index that may be one with it, and the most odds of each. */
  readonly words: readonly number[];
  readonly odds: readonly number[];
  /** Names are found by these that have it as several words. */
  readonly joinedKeys: readonly number[];
  readonly joinedFrame: LetterKey | undefined;
  /** How many names its words are in; without end when it may be an ordinary word, which not all of its names are found by. */
  readonly names: number;
  /** How its script writes vowels (`writingOf`). */
  readonly writing: number;
  /** From its letters to those of a word of the index. */
  readonly distance: LetterDistance;
}

/** More telling words than these are not looked for: names so long are told by the rarest. */
const MOST_UNITS = 12;

export class NameQuestion {
  readonly name: Name;
  readonly bound: NameBound;
  readonly units: readonly Unit[];
  /** Telling words, ordinary words beside them, initials. */
  readonly words: number;
  readonly concepts: number;
  readonly initials: number;
  /** How the script of its first telling word writes vowels. */
  readonly writing: number;
  readonly #index: EntityIndex;
  readonly #traditions: Traditions;

  constructor(name: Name, index: EntityIndex) {
    this.name = name;
    this.#index = index;
    this.bound = new NameBound(index.reference, name.ofOrganisation);
    this.#traditions = {
      chinese: name.canBeChinese,
      korean: name.canBeKorean,
      japanese: true,
      vietnamese: name.canBeVietnamese,
      japaneseNames: false,
      any: true,
    };
    const telling = tellingWords(name.tokens);
    const asked = [...telling].sort((a, b) => index.rarity(b) - index.rarity(a)).slice(0, MOST_UNITS);
    const beside = name.tokens.filter((token) => !telling.includes(token));
    this.words = asked.length;
    this.concepts = beside.filter(({ kind }) => kind === 'concept').length;
    this.initials = beside.filter(({ kind }) => kind === 'initial').length;
    this.writing = writingOf(asked[0]?.script ?? 'other');
    const traditions = traditionBits(name);
    const single = asked.map((token, place) => this.#unitOf(token, traditions, 1 << place, 1));
    const joined = joinedWords(name, index.reference).flatMap(({ token, from, count }) => {
      let mask = 0;
      for (const part of name.tokens.slice(from, from + count))
        if (asked.includes(part)) mask |= 1 << asked.indexOf(part);
      return mask === 0 ? [] : [this.#unitOf(token, traditions, mask, 2)];
    });
    const ordinary = beside.filter(({ kind }) => kind === 'concept').map((token) => this.#besideUnit(token));
    // the joined ones first: what they cover is not counted again
    this.units = [...joined, ...single, ...ordinary];
  }

  #unitOf(token: NameToken, traditions: number, mask: number, weight: number): Unit {
    const { wordNameStarts, wordFlags } = this.#index.parts;
    const distance = new LetterDistance(token.letters);
    const words: number[] = [];
    const odds: number[] = [];
    let names = 0;
    let isOrdinary = false;
    for (const [word, most] of expandWord(this.#index, token, traditions, distance)) {
      const count = (wordNameStarts[word + 1] as number) - (wordNameStarts[word] as number);
      // what is in many names is worth a closer look before they are gone through
      const value = count < MANY_NAMES || most === SURE_ODDS ? most : Math.min(most, this.oddsOf(token, word));
      if (value < LEAST_ODDS) continue;
      words.push(word);
      odds.push(value);
      names += count;
      isOrdinary ||= ((wordFlags[word] as number) & ORDINARY_FLAG) !== 0;
    }
    return {
      token,
      mask,
      rarity: 1 < weight ? 1 : this.#index.rarity(token),
      weight,
      words,
      odds,
      joinedKeys: joinedKeys(token).map(({ hash }) => hash),
      joinedFrame: joinedFrame(token),
      names: isOrdinary ? Infinity : names,
      distance,
      writing: writingOf(token.script),
    };
  }

  /** An ordinary word beside those that tell: in a name of ordinary words alone it has its partner. */
  #besideUnit(token: NameToken): Unit {
    const found = sameWords(this.#index, token);
    return {
      token,
      mask: 0,
      rarity: 0,
      weight: 0,
      words: [...found.keys()],
      odds: [...found.values()],
      joinedKeys: [],
      joinedFrame: undefined,
      names: 0,
      distance: new LetterDistance(''),
      writing: writingOf(token.script),
    };
  }

  /** The odds of a word of the name and one of the index, at most: in another name they may be read in fewer traditions. */
  oddsOf(token: NameToken, word: number): number {
    const listed = this.#index.tokenAt(word);
    const { reference } = this.#index;
    const odds = tokenOdds(token, listed, NO_TRADITION, reference, LEAST_TOLD);
    return this.#traditions.chinese || this.#traditions.korean || token.script !== 'latin' || listed.script !== 'latin'
      ? Math.max(odds, tokenOdds(token, listed, this.#traditions, reference, LEAST_TOLD))
      : odds;
  }

  /**
   * The words whose names are gone through: all but those without which a name can still agree in enough. Of the others, only
   * names of one telling word.
   */
  anchors(floor: number): readonly { readonly unit: Unit; readonly all: boolean }[] {
    const single = this.units
      .filter(({ weight }) => weight === 1)
      .sort((a, b) => (a.names === b.names ? 0 : a.names - b.names));
    const joined = this.units.filter(({ weight }) => 1 < weight);
    const all = single.length - Math.max(0, this.#needed(floor) - 1);
    return [
      ...joined.map((unit) => ({ unit, all: true })),
      ...single.map((unit, place) => ({ unit, all: place < all })),
    ];
  }

  /** How many of the words must be in a name of more than one. */
  #needed(floor: number): number {
    const { weights } = this.#index.reference;
    const evidence = this.units
      .filter(({ weight }) => weight === 1)
      .map(({ rarity }) => weights.commonWordWeight + (1 - weights.commonWordWeight) * rarity)
      .sort((a, b) => b - a);
    let sum = this.concepts * weights.conceptWeight;
    for (let linked = 1; linked <= evidence.length; linked++) {
      sum += evidence[linked - 1] as number;
      // a name of more than one word has another: one of each name stands against the other, or is one more
      if (floor <= this.bound.most(sum, 0, linked, this.words - linked, linked < 2 ? 1 : 0, false, false))
        return linked;
    }
    return Math.max(1, evidence.length);
  }
}

const MANY_NAMES = 24;
const SURE_ODDS = 8;
const LEAST_TOLD = -6;
