// A party's name and the names of an index one by one in, the most points that both can have by the links of their words out.
import type { EntityIndex } from './entity-index.ts';
import { FOREIGN_ODDS, LEAST_ODDS } from './expand-word.ts';
import { SYLLABIC } from './keys.ts';
import { isReadingAt, SLOT } from './letter-distance.ts';
import { mostDifferingWithoutKey, mostLetterOdds, relationOf } from './letter-odds.ts';
import { Links, NO_LINK } from './links.ts';
import { LEAST_LINKED_ODDS } from './name-bound.ts';
import type { NameQuestion, Unit } from './name-question.ts';
import { WRITING_BITS, WRITING_FLAG } from './word-columns.ts';
import { WordsBeside } from './words-beside.ts';
import { BY_KEY, BY_LETTERS, EXACT, HUNDREDTHS, type WordExpansions } from './word-expansions.ts';

/** The word of the party's name that several of a name are, by its place among the units, and the most odds of that. */
export interface JoinedUnit {
  readonly unit: number;
  readonly odds: number;
}

/** Which words of an index are linked to the words of one party's name at a time; its memory is kept from question to question. */
export class NameLinks {
  /** Of the name that was told last: two of its words agree, so that one which does not may be passed over. */
  mayBeDoubtful = false;
  /** Of the same: its points if a word without a partner were linked all the same. */
  mostIfMore = 0;
  readonly #index: EntityIndex;
  readonly #expansions: WordExpansions;
  #current: NameQuestion | undefined;
  /** Of each word of the index, its first link to a word of the party's name; 0: none. */
  readonly #heads: Int32Array;
  /** A bit for each word that has a link. */
  readonly #isLinked: Int32Array;
  /** A bit for each word in other letters that was held against the party's name, and which these are. */
  readonly #isTold: Int32Array;
  readonly #told: number[] = [];
  /** Of words that end a name, whether they and the end of the party's name begin alike: told once a question. */
  readonly #isCutOff = new Map<number, boolean>();
  readonly #links = new Links();
  #best = new Int32Array(0);
  /** Of the name that is told: numbers that the party's name has as well. */
  #numbers = 0;
  /** Of the same: its initials and ordinary words. */
  readonly #beside: WordsBeside;
  /** Of the same: ordinary words may be written as one with others, so that none stands alone. */
  #isJoinedWithOrdinary = false;
  /** Units that are linked, the best first. */
  #order = new Int32Array(0);
  /** Of each unit, its first link; its others follow. */
  #firstLinks = new Int32Array(0);

  constructor(index: EntityIndex, expansions: WordExpansions) {
    this.#index = index;
    this.#expansions = expansions;
    this.#beside = new WordsBeside(index);
    this.#heads = new Int32Array(index.parts.wordFlags.length);
    this.#isLinked = new Int32Array((index.parts.wordFlags.length >>> 5) + 1);
    this.#isTold = new Int32Array(this.#isLinked.length);
  }

  get #question(): NameQuestion {
    if (!this.#current) throw new Error('no question was begun');
    return this.#current;
  }

  /** Links the words of another name of a party; those of the one before are forgotten. */
  begin(question: NameQuestion): void {
    this.#links.clear(this.#heads, this.#isLinked);
    for (const word of this.#told) this.#isTold[word >>> 5] = 0;
    this.#told.length = 0;
    this.#isCutOff.clear();
    this.#beside.begin(question);
    this.#current = question;
    const { units } = question;
    if (this.#best.length < units.length) {
      this.#best = new Int32Array(units.length);
      this.#firstLinks = new Int32Array(units.length);
      this.#order = new Int32Array(units.length);
    }
    units.forEach(({ words, odds, knownBy }, unit) => {
      this.#firstLinks[unit] = this.#links.count;
      for (let place = 0; place < words.length; place++)
        this.#link(unit, words[place] as number, (odds[place] as number) / HUNDREDTHS, knownBy[place] as number);
    });
  }

  /** What a word of a unit, by its place there, weighs when it is linked. */
  evidenceAt(unit: number, place: number): number {
    return this.#links.evidence[(this.#firstLinks[unit] as number) + place] as number;
  }

  /** What it costs; `NO_LINK` when it is not linked. */
  lossAt(unit: number, place: number): number {
    return this.#links.loss[(this.#firstLinks[unit] as number) + place] as number;
  }

  #link(unit: number, word: number, odds: number, knownBy: number): void {
    const link = this.#links.add(unit, word, this.#heads[word] as number, knownBy);
    this.#heads[word] = link;
    this.#isLinked[word >>> 5] = (this.#isLinked[word >>> 5] as number) | (1 << (word & 31));
    this.#weigh(link, odds);
  }

  #weigh(link: number, odds: number): void {
    const { units, bound } = this.#question;
    const links = this.#links;
    const { rarity, weight } = units[links.units[link] as number] as Unit;
    const { commonWordWeight } = this.#index.reference.weights;
    const count = this.#index.parts.wordCounts[links.words[link] as number] as number;
    const rare = Math.min(rarity, this.#index.rarityOfCount(count));
    const quality = odds < LEAST_ODDS ? 0 : Math.min(1, (odds + 4) / 8);
    links.evidence[link] = quality * weight * (commonWordWeight + (1 - commonWordWeight) * rare);
    links.loss[link] = odds < (1 < weight ? LEAST_JOINED_ODDS : LEAST_LINKED_ODDS) ? NO_LINK : bound.lossOf(odds);
  }

  hasLink(word: number): boolean {
    return ((this.#isLinked[word >>> 5] as number) & (1 << (word & 31))) !== 0;
  }

  /** Whether the name has a word that is equal to one of the party's words: it stands beside no other then. `mask`: which words. */
  hasEqual(name: number, mask: number): boolean {
    const asked = this.#question.units;
    const { nameWords, nameWordStarts } = this.#index.parts;
    const { units, loss, next, knownBy } = this.#links;
    const end = nameWordStarts[name + 1] as number;
    for (let place = nameWordStarts[name] as number; place < end; place++) {
      const word = (nameWords[place] as number) >>> 1;
      for (let link = this.#heads[word] as number; link !== 0; link = next[link] as number) {
        const { mask: own, weight } = asked[units[link] as number] as Unit;
        if (weight === 1 && (own & mask) !== 0 && loss[link] === 0 && knownBy[link] !== BY_LETTERS) return true;
      }
    }
    return false;
  }

  /** Whether a word without a link, in other letters than the party's name, may be one of its words: told once a question. */
  mayLink(word: number): boolean {
    const { units, writing } = this.#question;
    const own = ((this.#index.parts.wordFlags[word] as number) >>> WRITING_FLAG) & WRITING_BITS;
    if (own === writing) return false;
    const bit = 1 << (word & 31);
    const bits = this.#isTold[word >>> 5] as number;
    if ((bits & bit) !== 0) return false;
    this.#isTold[word >>> 5] = bits | bit;
    this.#told.push(word);
    let isLinked = false;
    for (let unit = 0; unit < units.length; unit++) {
      const { weight, writing: asked } = units[unit] as Unit;
      if (weight !== 1 || own === asked) continue;
      const odds = this.#oddsWithoutKey(units[unit] as Unit, word, own, false, false);
      if (odds === OTHER_ODDS) continue;
      this.#link(unit, word, odds, BY_LETTERS);
      isLinked = true;
    }
    return isLinked;
  }

  /** The most points with the odds of every word told; of a name that they leave below the floor, no more than needed. */
  mostExactly(name: number, floor: number, joined: JoinedUnit | undefined, atFirst: number): number {
    const { nameWords, nameWordStarts } = this.#index.parts;
    const links = this.#links;
    let most = atFirst;
    const end = nameWordStarts[name + 1] as number;
    for (let place = nameWordStarts[name] as number; place < end; place++) {
      const word = (nameWords[place] as number) >>> 1;
      for (let link = this.#heads[word] as number; link !== 0; link = links.next[link] as number) {
        const known = links.knownBy[link] as number;
        if (known === EXACT) continue;
        links.knownBy[link] = EXACT;
        const unit = links.units[link] as number;
        const { token, odds: oddsOf, knownBy } = this.#question.units[unit] as Unit;
        const told = this.#expansions.oddsOf(token, word, this.#question.reading, known === BY_KEY);
        const odds = Math.ceil(told * HUNDREDTHS) / HUNDREDTHS;
        const at = link - (this.#firstLinks[unit] as number);
        if (at < oddsOf.length) {
          oddsOf[at] = Math.round(odds * HUNDREDTHS);
          knownBy[at] = EXACT;
        }
        const before = links.loss[link] as number;
        this.#weigh(link, odds);
        if (before <= (links.loss[link] as number)) continue;
        most = this.most(name, joined);
        if (most < floor) return most;
      }
    }
    return most;
  }

  /**
   * Words of the name and of the party's that share no key and may be linked all the same: in other letters, or, where other words
   * agree, without agreeing themselves. `isNear`: something beside the name says that both may be one.
   */
  linkMore(name: number, isNear: boolean): void {
    const { units, words } = this.#question;
    const { nameWords, nameWordStarts, wordFlags } = this.#index.parts;
    const from = nameWordStarts[name] as number;
    const end = nameWordStarts[name + 1] as number;
    const mayBeDoubtful = FEWEST_BESIDE_DOUBTFUL < words && FEWEST_BESIDE_DOUBTFUL < end - from;
    for (let place = from; place < end; place++) {
      const value = nameWords[place] as number;
      if ((value & 1) === 0) continue;
      const word = value >>> 1;
      const writing = ((wordFlags[word] as number) >>> WRITING_FLAG) & WRITING_BITS;
      for (let unit = 0; unit < units.length; unit++) {
        const { weight, writing: own } = units[unit] as Unit;
        if (weight !== 1 || (writing === own && !mayBeDoubtful && !isNear)) continue;
        if (this.#links.has(this.#heads[word] as number, unit)) continue;
        const odds = this.#oddsWithoutKey(units[unit] as Unit, word, writing, mayBeDoubtful, isNear);
        this.#link(unit, word, odds, odds === OTHER_ODDS ? EXACT : BY_LETTERS);
      }
    }
  }

  #oddsWithoutKey(
    { distance, token, writing: own }: Unit,
    word: number,
    writing: number,
    mayBeDoubtful: boolean,
    isNear: boolean,
  ): number {
    const { wordLetters } = this.#index.parts;
    const slot = word * SLOT;
    const shorter = distance.shorter(wordLetters, slot);
    if (shorter === 0) return OTHER_ODDS;
    const differing = distance.to(wordLetters, slot);
    const relation = relationOf(writing, own);
    const isReading = isReadingAt(wordLetters, slot) || token.script === 'han';
    const least = isNear ? LEAST_ODDS : LEAST_WITHOUT_KEY;
    const kind = isReading
      ? 'reading'
      : relation === 'other' && (own === SYLLABIC || writing === SYLLABIC)
        ? 'syllabic'
        : relation;
    const more = isNear ? MORE_WHEN_NEAR : kind === 'syllabic' && distance.beginsAs(wordLetters, slot) ? 1 : 0;
    if (differing <= mostDifferingWithoutKey(kind, shorter) + more) {
      const most = isReading
        ? FOREIGN_ODDS
        : mostLetterOdds(relation === 'other' || isNear ? 'frame' : 'shortened', relation, shorter, differing);
      if (least <= most) return most;
    }
    // words that differ in more may be linked, and do not agree
    return mayBeDoubtful && differing < shorter ? DOUBTFUL_ODDS : OTHER_ODDS;
  }

  /**
   * The most points of the name beside the party's. Notes `mostIfMore` and `mayBeDoubtful`.
   */
  most(name: number, joined: JoinedUnit | undefined): number {
    const question = this.#question;
    const { nameWords, nameWordStarts } = this.#index.parts;
    const { units } = question;
    const best = this.#best;
    best.fill(0);
    let telling = 0;
    let linkedWords = 0;
    this.#beside.clear();
    this.mayBeDoubtful = false;
    this.mostIfMore = -Infinity;
    const end = nameWordStarts[name + 1] as number;
    for (let place = nameWordStarts[name] as number; place < end; place++) {
      const value = nameWords[place] as number;
      const isTelling = (value & 1) !== 0;
      if (isTelling) telling++;
      else this.#beside.add(value >>> 1, this.#heads[value >>> 1] !== 0);
      let isLinked = false;
      let head = this.#heads[value >>> 1] as number;
      if (head === 0 && isTelling && this.mayLink(value >>> 1)) head = this.#heads[value >>> 1] as number;
      // a link that was just made can have made the columns grow: they are asked for after it
      const { units: unitOf, evidence, loss, next } = this.#links;
      for (let link = head; link !== 0; link = next[link] as number) {
        if (loss[link] === NO_LINK) continue;
        isLinked = true;
        const unit = unitOf[link] as number;
        const known = best[unit] as number;
        if (known === 0 || worthOf(evidence, loss, known) < worthOf(evidence, loss, link)) best[unit] = link;
      }
      if (!isTelling) continue;
      if (isLinked) linkedWords++;
      this.#beside.addTelling(value >>> 1, isLinked);
    }
    const { evidence: evidenceOf, loss: lossOf } = this.#links;
    const order = this.#order;
    let count = 0;
    let joinedCount = 0;
    let ordinary = 0;
    this.#isJoinedWithOrdinary = joined !== undefined;
    let numbers = 0;
    for (let unit = 0; unit < units.length; unit++) {
      const link = best[unit] as number;
      if (link === 0) continue;
      const { weight, token, hasOrdinary } = units[unit] as Unit;
      this.#isJoinedWithOrdinary ||= 1 < weight && hasOrdinary;
      if (weight === 0) {
        if (token.kind === 'number') numbers++;
        else ordinary++;
        continue;
      }
      if (1 < weight) joinedCount++;
      const worth = worthOf(evidenceOf, lossOf, link);
      let place = count++;
      while (0 < place && worthOf(evidenceOf, lossOf, best[order[place - 1] as number] as number) < worth) {
        order[place] = order[place - 1] as number;
        place--;
      }
      order[place] = unit;
    }
    if (count === 0 && !joined) return -Infinity;
    this.#numbers = numbers;
    if (joined) linkedWords = Math.max(2, linkedWords);
    const { conceptWeight } = this.#index.reference.weights;
    const concepts = this.#beside.agreeing(ordinary) * conceptWeight + numbers;
    const listedLeft = Math.max(0, telling - linkedWords - this.#beside.initialed);
    let most = -Infinity;
    // words written as one stand in place of each of them, or each stands for itself
    for (let pass = joined || joinedCount === 0 ? 1 : 0; pass < 2; pass++)
      most = Math.max(
        most,
        this.#mostOf(name, joined, count, pass === 1 && !joined && 0 < joinedCount, concepts, linkedWords, listedLeft),
      );
    return most;
  }

  /** Of the words that are linked, the best, with as many of the others as bring more: a link that costs too much is none. */
  #mostOf(
    name: number,
    joined: JoinedUnit | undefined,
    count: number,
    isApart: boolean,
    concepts: number,
    linkedWords: number,
    listedLeft: number,
  ): number {
    const { units, bound } = this.#question;
    const { evidence: evidenceOf, loss: lossOf } = this.#links;
    const order = this.#order;
    let covered = 0;
    let linked = 0;
    let evidence = concepts;
    let loss = 0;
    let most = -Infinity;
    if (joined) {
      covered = (units[joined.unit] as Unit).mask;
      linked = bitsOf(covered);
      evidence += JOINED_EVIDENCE;
      loss = bound.lossOf(joined.odds);
      most = this.#mostLinked(name, evidence, loss, linked, linkedWords, listedLeft);
    }
    for (let place = 0; place < count; place++) {
      const unit = order[place] as number;
      const { mask, weight } = units[unit] as Unit;
      if ((mask & ~covered) === 0 || (isApart && 1 < weight)) continue;
      const link = this.#best[unit] as number;
      linked += bitsOf(mask & ~covered);
      covered |= mask;
      evidence += evidenceOf[link] as number;
      loss += lossOf[link] as number;
      const points = this.#mostLinked(name, evidence, loss, linked, linkedWords, listedLeft);
      if (points <= most) continue;
      most = points;
    }
    return most;
  }

  #mostLinked(
    name: number,
    evidence: number,
    loss: number,
    linked: number,
    linkedWords: number,
    listedLeft: number,
  ): number {
    const question = this.#question;
    const { bound } = question;
    const queryLeft = Math.max(0, question.words - linked - this.#beside.initials);
    const both = Math.max(linked, linkedWords) + this.#numbers;
    const cost = this.#beside.cost(queryLeft, listedLeft, this.#isJoinedWithOrdinary);
    if (queryLeft === 0 || listedLeft === 0)
      return cost + bound.most(evidence, loss, both, queryLeft, listedLeft, false, false);
    const mayBeDoubtful = FEWEST_BESIDE_DOUBTFUL <= both;
    this.mayBeDoubtful ||= mayBeDoubtful;
    // one more word that agrees, or one that is linked without agreeing
    const ifMore = Math.max(
      bound.most(
        evidence + MORE_EVIDENCE,
        loss + bound.lossOf(MORE_ODDS),
        both + 1,
        queryLeft - 1,
        listedLeft - 1,
        mayBeDoubtful,
        mayBeDoubtful,
      ),
      bound.most(evidence, loss, both, queryLeft, listedLeft, mayBeDoubtful, mayBeDoubtful),
    );
    const costIfMore = this.#beside.cost(queryLeft - 1, listedLeft - 1, this.#isJoinedWithOrdinary);
    if (this.mostIfMore < ifMore + costIfMore) this.mostIfMore = ifMore + costIfMore;
    const mayBeCutOff = mayBeDoubtful && Math.min(queryLeft, listedLeft) === 1 && this.#mayBeCutOff(name, question);
    return cost + bound.most(evidence, loss, both, queryLeft, listedLeft, mayBeCutOff, false);
  }

  /** A field was too short for one of the names: its last word is the beginning of the other's. */
  #mayBeCutOff(name: number, { name: { tokens, original } }: NameQuestion): boolean {
    if (original.length < FEWEST_BEFORE_CUT) return false;
    const { nameWords, nameWordStarts } = this.#index.parts;
    const end = nameWordStarts[name + 1] as number;
    const last = (nameWords[end - 1] as number) >>> 1;
    let isCutOff = this.#isCutOff.get(last);
    if (isCutOff === undefined) {
      isCutOff = this.#index.sharesBeginning(last, tokens.at(-1)?.text ?? '', 2);
      this.#isCutOff.set(last, isCutOff);
    }
    return isCutOff;
  }
}

/** Which of two links of one word is better: about what each brings to the points. */
function worthOf(evidence: Float64Array, loss: Float64Array, link: number): number {
  return POINTS_OF_EVIDENCE * (evidence[link] as number) + (loss[link] as number);
}

const POINTS_OF_EVIDENCE = 3;
const OTHER_ODDS = -8;
const DOUBTFUL_ODDS = -1.5;
/** Words that share no key are looked at again when they can have these odds. */
const LEAST_WITHOUT_KEY = 1;
/** Letters that words may differ in beyond that where something beside the name says that both are one. */
const MORE_WHEN_NEAR = 2;
/** So many other words agree before one that does not is passed over. */
const FEWEST_BESIDE_DOUBTFUL = 2;
/** What a word that shares no key with its partner may still bring. */
const MORE_ODDS = 4;
const MORE_EVIDENCE = 1;

/** As `match/name-features.ts` has it. */
const FEWEST_BEFORE_CUT = 16;
/** Words that are joined must agree nearly in full (`match/joined-odds.ts`). */
export const LEAST_JOINED_ODDS = 1.2;
/** Two words, neither rare nor common. */
const JOINED_EVIDENCE = 1.76;

function bitsOf(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
