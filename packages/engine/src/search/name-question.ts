// One name of a party in, its words with the words of an index that may be one with them out, and which of them to go by.
import type { Name, NameToken } from '../names/name.ts';
import type { EntityIndex } from './entity-index.ts';
import { sameWords } from './expand-word.ts';
import { spokenLetters, traditionBits, writingOf } from './keys.ts';
import { LetterDistance } from './letter-distance.ts';
import type { NameBound } from './name-bound.ts';
import { packedBeginnings } from './packed-beginnings.ts';
import { tellingWords } from './telling-words.ts';
import { HUNDREDTHS, type Expansion, type Reading, type WordExpansions } from './word-expansions.ts';

/** A word of the party's name, or neighbours of it written as one. */
export interface Unit extends Expansion {
  /** The telling words that it stands for, a bit each. */
  readonly mask: number;
  /** Of how many words it counts: one, two when joined, none when it is an ordinary word beside others. */
  readonly weight: number;
  /** How its script writes vowels (`writingOf`). */
  readonly writing: number;
  /** Ordinary words are joined in it: they are no units that could stand beside a word of a name. */
  readonly hasOrdinary: boolean;
}

const MIXED = -1;

/** More telling words than these are not looked for: names so long are told by the rarest. */
const MOST_UNITS = 12;

export class NameQuestion {
  readonly name: Name;
  readonly bound: NameBound;
  readonly units: readonly Unit[];
  /** Telling words, ordinary words beside them, numbers, initials. */
  readonly words: number;
  readonly concepts: number;
  readonly numbers: number;
  readonly initials: number;
  /** By the first letter of a packed word (`letter-distance.ts`): whether one of the initials may stand for the word. */
  readonly mayBeInitialed: Uint8Array;
  /** First letters of the telling words, in Latin letters. */
  readonly #firstLetters: ReadonlySet<string>;
  /** How the script of its telling words writes vowels; `MIXED` when they are in several. */
  readonly writing: number;
  readonly reading: Reading;
  readonly #weights: EntityIndex['reference']['weights'];

  constructor(name: Name, index: EntityIndex, expansions: WordExpansions) {
    this.name = name;
    this.#weights = index.reference.weights;
    this.bound = expansions.boundOf(name);
    const traditions = {
      chinese: name.canBeChinese,
      korean: name.canBeKorean,
      japanese: true,
      vietnamese: name.canBeVietnamese,
      japaneseNames: false,
      any: true,
    };
    this.reading = { bits: traditionBits(name), traditions };
    const telling = new Set(tellingWords(name.tokens));
    const expanded = name.tokens.flatMap((token, position) =>
      telling.has(token) ? [{ position, own: expansions.of(token, this.reading) }] : [],
    );
    const asked = expanded.sort((a, b) => b.own.rarity - a.own.rarity).slice(0, MOST_UNITS);
    const placeOf = new Map(asked.map(({ position }, place) => [position, place]));
    const beside = name.tokens.filter((token) => !telling.has(token));
    this.words = asked.length;
    this.concepts = beside.filter(({ kind }) => kind === 'concept').length;
    this.numbers = beside.filter(({ kind }) => kind === 'number').length;
    const initials = beside.filter(({ kind }) => kind === 'initial');
    this.initials = initials.length;
    this.mayBeInitialed = packedBeginnings(initials.map(({ latin }) => latin.charAt(0)));
    this.#firstLetters = new Set([...telling].map(({ latin }) => latin.charAt(0)));
    const writings = new Set(asked.map(({ own }) => writingOf(own.token.script)));
    this.writing = writings.size === 1 ? ([...writings][0] as number) : MIXED;
    const single = asked.map(({ own }, place) => unitOf(own, 1 << place, 1));
    const joined = expansions.joinedOf(name).flatMap(({ token, from, count }) => {
      let mask = 0;
      const parts = name.tokens.slice(from, from + count);
      const hasOrdinary = parts.some(({ kind }) => kind === 'concept');
      for (let position = from; position < from + count; position++) {
        const place = placeOf.get(position);
        if (place !== undefined) mask |= 1 << place;
      }
      return mask === 0 ? [] : [unitOf({ ...expansions.of(token, this.reading), rarity: 1 }, mask, 2, hasOrdinary)];
    });
    const ordinary = beside
      .filter(({ kind }) => kind === 'concept' || kind === 'number')
      .map((token) => besideUnit(token, index));
    // the joined ones first: what they cover is not counted again
    this.units = [...joined, ...single, ...ordinary];
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

  /** Whether a listed initial may stand for one of the telling words. */
  hasWordFrom({ latin }: NameToken): boolean {
    return this.#firstLetters.has(latin.charAt(0));
  }

  /** Whether a listed initial is one of the party's. */
  hasInitial({ latin }: NameToken): boolean {
    return this.name.tokens.some((token) => token.kind === 'initial' && token.latin.startsWith(latin.charAt(0)));
  }

  /** The most that ordinary words and numbers weigh. */
  get evidenceOfOrdinary(): number {
    return this.concepts * this.#weights.conceptWeight + this.numbers;
  }

  /** The most that the words of the party's name beside a unit can weigh: all of them, and the one that weighs most. */
  evidenceBeside(unit: Unit): { readonly all: number; readonly one: number } {
    let all = 0;
    let one = 0;
    for (const other of this.units) {
      if (other.weight === 0 || (other.mask & unit.mask) !== 0) continue;
      if (1 < other.weight && other.words.length === 0) continue;
      const evidence = other.weight * this.#evidenceOf(other);
      if (one < evidence) one = evidence;
      all += evidence;
    }
    return { all, one };
  }

  #evidenceOf({ rarity }: Unit): number {
    const { commonWordWeight } = this.#weights;
    return commonWordWeight + (1 - commonWordWeight) * rarity;
  }

  /** How many of the words must be in a name of more than one. */
  #needed(floor: number): number {
    const evidence = this.units
      .filter(({ weight }) => weight === 1)
      .map((unit) => this.#evidenceOf(unit))
      .sort((a, b) => b - a);
    let sum = this.evidenceOfOrdinary;
    for (let linked = 1; linked <= evidence.length; linked++) {
      sum += evidence[linked - 1] as number;
      // a name of more than one word has another: one of each name stands against the other, or is one more
      const left = linked < 2 ? 1 : 0;
      if (floor <= this.bound.most(sum, 0, linked + this.numbers, this.words - linked, left, false, false))
        return linked;
    }
    return Math.max(1, evidence.length);
  }
}

function unitOf(expansion: Expansion, mask: number, weight: number, hasOrdinary = false): Unit {
  return { ...expansion, mask, weight, hasOrdinary, writing: writingOf(expansion.token.script) };
}

/** An ordinary word beside those that tell: in a name of ordinary words alone it has its partner. */
function besideUnit(token: NameToken, index: EntityIndex): Unit {
  const found = sameWords(index, token);
  return {
    token,
    mask: 0,
    rarity: 0,
    weight: 0,
    hasOrdinary: true,
    words: Int32Array.from(found.keys()),
    odds: Int16Array.from(found.values(), (odds) => odds * HUNDREDTHS),
    knownBy: new Uint8Array(found.size),
    joinedKeys: [],
    joinedFrame: undefined,
    names: 0,
    distance: new LetterDistance(spokenLetters(token)),
    writing: writingOf(token.script),
  };
}
