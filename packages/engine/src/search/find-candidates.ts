// A party's names in, the names of an index that can have points enough beside one of them out, the likeliest first.
import type { AnalysedName } from '../match/compare-entities.ts';
import type { EntityIndex } from './entity-index.ts';
import { eachByLetters, LEAST_ODDS } from './expand-word.ts';
import { eachOf } from './key-table.ts';
import { ABJAD } from './keys.ts';
import { SLOT, type LetterDistance } from './letter-distance.ts';
import { mostLetterOdds } from './letter-odds.ts';
import { LEAST_LINKED_ODDS } from './name-bound.ts';
import { NameQuestion, type Unit } from './name-question.ts';
import { INITIAL_FLAG, WRITING_BITS, WRITING_FLAG } from './word-columns.ts';

export interface Candidate {
  readonly name: number;
  /** The most points it can have beside the party's names. */
  readonly most: number;
}

export interface Candidates {
  readonly found: readonly Candidate[];
  readonly isCutOff: boolean;
}

/** Names are looked at until so many were; reached only by names of the commonest words in millions. */
const MOST_SEEN = 300_000;
/** So many of them are looked at closely for words that share no key with the party's. */
const MOST_LOOKED_CLOSELY = 2_000;
/** Words in other letters are gone through when so few names have them. */
const MOST_OF_OTHER_WRITING = 1_000;

/** Finds candidates in one index; keeps its working memory from search to search. */
export class CandidateFinder {
  readonly #index: EntityIndex;
  /** Of each word of the index, its first link to a word of the party's name; 0: none. */
  readonly #heads: Int32Array;
  readonly #links = new Links();
  #best = new Int32Array(0);
  #found = new Map<number, number>();
  #seen = 0;
  #lookedClosely = 0;
  #hasOtherWriting = false;
  #mayBeDoubtful = false;
  #mostIfMore = 0;

  constructor(index: EntityIndex) {
    this.#index = index;
    this.#heads = new Int32Array(index.parts.wordFlags.length);
  }

  /**
   * @param floor points below which a name makes no hit, whatever else agrees.
   * @param entries entries whose names are looked at in any case, each with the points that something beside the name brings.
   */
  find(names: readonly AnalysedName[], floor: number, entries: ReadonlyMap<number, number>): Candidates {
    this.#seen = 0;
    this.#lookedClosely = 0;
    const best = new Map<number, number>();
    for (const { name } of names)
      for (const [listed, most] of this.#findName(new NameQuestion(name, this.#index), floor, entries))
        if ((best.get(listed) ?? -Infinity) < most) best.set(listed, most);
    const found = [...best].map(([name, most]) => ({ name, most }));
    found.sort((a, b) => b.most - a.most || a.name - b.name);
    return { found, isCutOff: MOST_SEEN <= this.#seen };
  }

  #findName(question: NameQuestion, floor: number, entries: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
    this.#found = new Map();
    if (this.#best.length < question.units.length) this.#best = new Int32Array(question.units.length);
    question.units.forEach(({ words, odds }, unit) => {
      for (let place = 0; place < words.length; place++)
        this.#link(unit, words[place] as number, odds[place] as number, question);
    });
    for (const { unit, all } of question.anchors(floor)) this.#scan(unit, all, question, floor);
    question.units.forEach((unit, place) => {
      this.#scanJoined(unit, place, question, floor);
    });
    const { entryNameStarts } = this.#index.parts;
    for (const [entry, extra] of entries) {
      const end = entryNameStarts[entry + 1] as number;
      for (let name = entryNameStarts[entry] as number; name < end; name++)
        this.#look(name, question, floor - extra, -1, true);
    }
    this.#links.clear(this.#heads);
    return this.#found;
  }

  #link(unit: number, word: number, odds: number, question: NameQuestion): void {
    const link = this.#links.add(unit, word, this.#heads[word] as number);
    this.#heads[word] = link;
    this.#weigh(link, odds, question);
  }

  #weigh(link: number, odds: number, { units, bound }: NameQuestion): void {
    const links = this.#links;
    const { rarity, weight } = units[links.units[link] as number] as Unit;
    const { commonWordWeight } = this.#index.reference.weights;
    const count = this.#index.parts.wordCounts[links.words[link] as number] as number;
    const rare = Math.min(rarity, this.#index.rarityOfCount(count));
    const quality = odds < LEAST_ODDS ? 0 : Math.min(1, (odds + 4) / 8);
    links.evidence[link] = quality * weight * (commonWordWeight + (1 - commonWordWeight) * rare);
    links.loss[link] = odds < (1 < weight ? LEAST_JOINED_ODDS : LEAST_LINKED_ODDS) ? NO_LINK : bound.lossOf(odds);
  }

  /** Without `all`, names of one telling word, and those in other letters, whose other words may share no key with the party's. */
  #scan({ words, writing }: Unit, all: boolean, question: NameQuestion, floor: number): void {
    const { wordNames, wordNameStarts, wordNameMiddles, wordFlags } = this.#index.parts;
    for (const word of words) {
      const from = wordNameStarts[word] as number;
      const last = wordNameStarts[word + 1] as number;
      const isOther = (((wordFlags[word] as number) >>> WRITING_FLAG) & WRITING_BITS) !== writing;
      const end = all || (isOther && last - from < MOST_OF_OTHER_WRITING) ? last : (wordNameMiddles[word] as number);
      for (let place = from; place < end; place++) this.#look(wordNames[place] as number, question, floor);
      if (MOST_SEEN <= this.#seen) return;
    }
  }

  #scanJoined({ joinedKeys, joinedFrame }: Unit, unit: number, question: NameQuestion, floor: number): void {
    for (const hash of joinedKeys)
      eachOf(this.#index.joinedKeys, hash, (name) => {
        this.#look(name, question, floor, unit);
      });
    if (joinedFrame)
      eachByLetters(this.#index.joinedFrames, joinedFrame, (name, _relation, differing) => {
        if (differing <= MOST_DIFFERING_JOINED) this.#look(name, question, floor, unit);
      });
  }

  #look(name: number, question: NameQuestion, floor: number, joined = -1, isNear = false): void {
    this.#seen++;
    let most = this.#most(name, question, joined);
    if (most < floor) {
      const mayBeMore = this.#hasOtherWriting || isNear || this.#mayBeDoubtful;
      if (!mayBeMore || this.#mostIfMore < floor || MOST_LOOKED_CLOSELY <= this.#lookedClosely++) return;
      this.#linkMore(name, question, isNear);
      most = this.#most(name, question, joined);
      if (most < floor) return;
    }
    most = this.#mostExactly(name, question, floor, joined, most);
    if (most < floor) return;
    const known = this.#found.get(name);
    if (known === undefined || known < most) this.#found.set(name, most);
  }

  /** The most points with the odds of every word told; of a name that they leave below the floor, no more than needed. */
  #mostExactly(name: number, question: NameQuestion, floor: number, joined: number, atFirst: number): number {
    const { nameWords, nameWordStarts } = this.#index.parts;
    const links = this.#links;
    let most = atFirst;
    const end = nameWordStarts[name + 1] as number;
    for (let place = nameWordStarts[name] as number; place < end; place++) {
      const word = (nameWords[place] as number) >>> 1;
      for (let link = this.#heads[word] as number; link !== 0; link = links.next[link] as number) {
        if (links.isExact[link] === 1) continue;
        links.isExact[link] = 1;
        const { token } = question.units[links.units[link] as number] as Unit;
        const odds = question.oddsOf(token, word);
        const before = links.loss[link] as number;
        this.#weigh(link, odds, question);
        if (before <= (links.loss[link] as number)) continue;
        most = this.#most(name, question, joined);
        if (most < floor) return most;
      }
    }
    return most;
  }

  /**
   * Words of the name and of the party's that share no key and may be linked all the same: in other letters, or, where other words
   * agree, without agreeing themselves. `isNear`: something beside the name says that both may be one.
   */
  #linkMore(name: number, question: NameQuestion, isNear: boolean): void {
    const { units, words } = question;
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
        const { distance, weight, writing: own } = units[unit] as Unit;
        if (weight !== 1 || (writing === own && !mayBeDoubtful && !isNear)) continue;
        if (this.#links.has(this.#heads[word] as number, unit)) continue;
        const odds = this.#oddsWithoutKey(distance, word, own, writing, mayBeDoubtful, isNear);
        this.#link(unit, word, odds, question);
        if (odds === OTHER_ODDS) this.#links.isExact[this.#heads[word] as number] = 1;
      }
    }
  }

  #oddsWithoutKey(
    distance: LetterDistance,
    word: number,
    own: number,
    writing: number,
    mayBeDoubtful: boolean,
    isNear: boolean,
  ): number {
    const { wordLetters } = this.#index.parts;
    const slot = word * SLOT;
    const shorter = distance.shorter(wordLetters, slot);
    // characters, which only their readings tell
    if (shorter === 0) return writing === own ? OTHER_ODDS : LEAST_WITHOUT_KEY;
    const differing = distance.to(wordLetters, slot);
    const relation = writing === own ? 'same' : writing === ABJAD || own === ABJAD ? 'abjad' : 'other';
    const most = mostLetterOdds(relation === 'other' || isNear ? 'frame' : 'shortened', relation, shorter, differing);
    if ((isNear ? LEAST_ODDS : LEAST_WITHOUT_KEY) <= most) return most;
    // words that differ in more may be linked, and do not agree
    return mayBeDoubtful && differing < shorter ? DOUBTFUL_ODDS : OTHER_ODDS;
  }

  /**
   * The most points of the name beside the party's. `joined`: the word of the party's name that is several of this one. Notes what
   * they would be if words without a partner were linked all the same, and whether these may be.
   */
  #most(name: number, question: NameQuestion, joined: number): number {
    const { nameWords, nameWordStarts, wordFlags } = this.#index.parts;
    const { units, bound } = question;
    const { units: unitOf, evidence: evidenceOf, loss: lossOf, next } = this.#links;
    const best = this.#best;
    best.fill(0);
    let telling = 0;
    let linkedWords = 0;
    let others = 0;
    let initials = 0;
    this.#hasOtherWriting = false;
    this.#mayBeDoubtful = false;
    this.#mostIfMore = -Infinity;
    const end = nameWordStarts[name + 1] as number;
    for (let place = nameWordStarts[name] as number; place < end; place++) {
      const value = nameWords[place] as number;
      const isTelling = (value & 1) !== 0;
      if (isTelling) telling++;
      else {
        others++;
        if (((wordFlags[value >>> 1] as number) & INITIAL_FLAG) !== 0) initials++;
      }
      let isLinked = false;
      for (let link = this.#heads[value >>> 1] as number; link !== 0; link = next[link] as number) {
        if (lossOf[link] === NO_LINK) continue;
        isLinked = true;
        const unit = unitOf[link] as number;
        const known = best[unit] as number;
        if (known === 0 || worthOf(evidenceOf, lossOf, known) < worthOf(evidenceOf, lossOf, link)) best[unit] = link;
      }
      if (!isTelling) continue;
      if (isLinked) linkedWords++;
      else if ((((wordFlags[value >>> 1] as number) >>> WRITING_FLAG) & WRITING_BITS) !== question.writing)
        this.#hasOtherWriting = true;
    }
    let covered = 0;
    let ordinary = 0;
    let linked = 0;
    let evidence = 0;
    let loss = 0;
    if (0 <= joined) {
      const { mask } = units[joined] as Unit;
      covered = mask;
      linked = bitsOf(mask);
      evidence = JOINED_EVIDENCE;
      loss = bound.lossOf(JOINED_ODDS);
      linkedWords = Math.max(2, linkedWords);
    }
    for (let unit = 0; unit < units.length; unit++) {
      const link = best[unit] as number;
      if (link === 0) continue;
      const { mask, weight } = units[unit] as Unit;
      if (weight === 0) ordinary++;
      const more = mask & ~covered;
      if (more === 0 || (1 < weight && !this.#isBetterJoined(link, mask, units))) continue;
      covered |= more;
      linked += bitsOf(more);
      evidence += evidenceOf[link] as number;
      loss += lossOf[link] as number;
    }
    if (linked === 0) return -Infinity;
    evidence += Math.min(question.concepts, others + ordinary) * this.#index.reference.weights.conceptWeight;
    const queryLeft = Math.max(0, question.words - linked - initials);
    const listedLeft = Math.max(0, telling - linkedWords - question.initials);
    const both = Math.max(linked, linkedWords);
    if (queryLeft === 0 || listedLeft === 0)
      return bound.most(evidence, loss, both, queryLeft, listedLeft, false, false);
    this.#mayBeDoubtful = FEWEST_BESIDE_DOUBTFUL <= both;
    // one more word that agrees, or one that is linked without agreeing
    this.#mostIfMore = Math.max(
      bound.most(
        evidence + MORE_EVIDENCE,
        loss + bound.lossOf(MORE_ODDS),
        both + 1,
        queryLeft - 1,
        listedLeft - 1,
        this.#mayBeDoubtful,
        this.#mayBeDoubtful,
      ),
      bound.most(evidence, loss, both, queryLeft, listedLeft, this.#mayBeDoubtful, this.#mayBeDoubtful),
    );
    const mayBeCutOff = this.#mayBeDoubtful && this.#mayBeCutOff(name, question);
    return bound.most(evidence, loss, both, queryLeft, listedLeft, mayBeCutOff, false);
  }

  /** Words that are joined are linked as one when that brings more than each of them for itself. */
  #isBetterJoined(joined: number, mask: number, units: readonly Unit[]): boolean {
    const { evidence, loss } = this.#links;
    let worth = worthOf(evidence, loss, joined);
    for (let unit = 0; unit < units.length; unit++) {
      const { mask: own, weight } = units[unit] as Unit;
      if (weight !== 1 || (own & mask) === 0) continue;
      const link = this.#best[unit] as number;
      worth -= link === 0 ? WORTH_OF_NONE : worthOf(evidence, loss, link);
    }
    return 0 < worth;
  }

  /** A field was too short for one of the names: its last word is the beginning of the other's. */
  #mayBeCutOff(name: number, { name: { tokens, original } }: NameQuestion): boolean {
    if (original.length < FEWEST_BEFORE_CUT) return false;
    const { nameWords, nameWordStarts } = this.#index.parts;
    const end = nameWordStarts[name + 1] as number;
    return this.#index.sharesBeginning((nameWords[end - 1] as number) >>> 1, tokens.at(-1)?.text ?? '', 2);
  }
}

/** Which of two links of one word is better: about what each brings to the points. */
function worthOf(evidence: Float64Array, loss: Float64Array, link: number): number {
  return POINTS_OF_EVIDENCE * (evidence[link] as number) + (loss[link] as number);
}

const POINTS_OF_EVIDENCE = 3;
/** A word without a partner costs. */
const WORTH_OF_NONE = -1;
/** The loss of words that are not linked. */
const NO_LINK = -1000;
const OTHER_ODDS = -8;
const DOUBTFUL_ODDS = -1.5;
/** Words that share no key are looked at again when they can have these odds. */
const LEAST_WITHOUT_KEY = 1;
/** So many other words agree before one that does not is passed over. */
const FEWEST_BESIDE_DOUBTFUL = 2;
/** What a word that shares no key with its partner may still bring. */
const MORE_ODDS = 4;
const MORE_EVIDENCE = 1;

/** As `match/name-features.ts` has it. */
const FEWEST_BEFORE_CUT = 16;
/** Words that are joined must agree nearly in full (`match/joined-odds.ts`). */
const JOINED_ODDS = 7;
const LEAST_JOINED_ODDS = 1.2;
/** Places of vowels. */
const MOST_DIFFERING_JOINED = 1;
/** Two words, neither rare nor common. */
const JOINED_EVIDENCE = 1.76;

/** Links of words of the index to words of the party's name, in columns that grow and are kept; 0 is none. */
class Links {
  units = new Int32Array(1024);
  words = new Int32Array(1024);
  next = new Int32Array(1024);
  isExact = new Uint8Array(1024);
  evidence = new Float64Array(1024);
  loss = new Float64Array(1024);
  #count = 1;

  add(unit: number, word: number, next: number): number {
    const link = this.#count++;
    if (link === this.units.length) this.#grow();
    this.units[link] = unit;
    this.words[link] = word;
    this.next[link] = next;
    this.isExact[link] = 0;
    return link;
  }

  /** Whether one of the chain is to this word of the party's name. */
  has(chain: number, unit: number): boolean {
    for (let link = chain; link !== 0; link = this.next[link] as number) if (this.units[link] === unit) return true;
    return false;
  }

  clear(heads: Int32Array): void {
    for (let link = 1; link < this.#count; link++) heads[this.words[link] as number] = 0;
    this.#count = 1;
  }

  #grow(): void {
    const size = 2 * this.units.length;
    const grown = <Column extends Int32Array | Uint8Array | Float64Array>(column: Column, larger: Column): Column => {
      larger.set(column);
      return larger;
    };
    this.units = grown(this.units, new Int32Array(size));
    this.words = grown(this.words, new Int32Array(size));
    this.next = grown(this.next, new Int32Array(size));
    this.isExact = grown(this.isExact, new Uint8Array(size));
    this.evidence = grown(this.evidence, new Float64Array(size));
    this.loss = grown(this.loss, new Float64Array(size));
  }
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
