// A party's names in, the names of an index that can have points enough beside one of them out, the likeliest first.
import type { AnalysedName } from '../match/compare-entities.ts';
import type { EntityIndex } from './entity-index.ts';
import { eachByLetters } from './expand-word.ts';
import { JOINED_ODDS, JoinedLetters } from './joined-letters.ts';
import { eachOf } from './key-table.ts';
import { LATIN } from './keys.ts';
import { NO_LINK } from './links.ts';
import { LEAST_JOINED_ODDS, NameLinks, type JoinedUnit } from './name-links.ts';
import { NameQuestion, type Unit } from './name-question.ts';
import { HAS_INITIALS, HAS_OTHERS, PARTNER_SHIFT, PARTNER_WRITING } from './partners.ts';
import type { PointsBeside } from './stated-facts.ts';
import { WRITING_BITS, WRITING_FLAG } from './word-columns.ts';
import { WordExpansions } from './word-expansions.ts';

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

/** What is asked for beside the names. */
export interface Wanted {
  /** Points that a hit has. */
  readonly least: number;
  readonly beside: PointsBeside;
  /** Entries that share an exact birth date: their names are looked at in any case. */
  readonly born: ReadonlySet<number>;
  /** Entries that are asked for; without it, all. */
  readonly isAsked: ((entry: number) => boolean) | undefined;
}

/** Finds candidates in one index; keeps its working memory from search to search. */
export class CandidateFinder {
  /** Words of parties' names, as they were read and expanded. */
  readonly expansions: WordExpansions;
  readonly #index: EntityIndex;
  readonly #links: NameLinks;
  readonly #joinedLetters: JoinedLetters;
  #found = new Map<number, number>();
  #seen = 0;
  #lookedClosely = 0;

  constructor(index: EntityIndex) {
    this.#index = index;
    this.expansions = new WordExpansions(index);
    this.#links = new NameLinks(index, this.expansions);
    this.#joinedLetters = new JoinedLetters(index);
  }

  find(names: readonly AnalysedName[], wanted: Wanted): Candidates {
    this.#seen = 0;
    this.#lookedClosely = 0;
    const best = new Map<number, number>();
    for (const { name } of names)
      for (const [listed, most] of this.#findName(new NameQuestion(name, this.#index, this.expansions), wanted))
        if ((best.get(listed) ?? -Infinity) < most) best.set(listed, most);
    this.expansions.forget();
    const found = [...best].map(([name, most]) => ({ name, most }));
    found.sort((a, b) => b.most - a.most || a.name - b.name);
    return { found, isCutOff: MOST_SEEN <= this.#seen };
  }

  #findName(question: NameQuestion, wanted: Wanted): ReadonlyMap<number, number> {
    const { units } = question;
    this.#found = new Map();
    this.#links.begin(question);
    const floor = wanted.least - wanted.beside.most;
    for (const { unit, all } of question.anchors(floor)) this.#scan(units.indexOf(unit), all, question, floor, wanted);
    for (let unit = 0; unit < units.length; unit++) this.#scanJoined(unit, question, floor, wanted);
    const { entryNameStarts } = this.#index.parts;
    for (const entry of wanted.born) {
      const end = entryNameStarts[entry + 1] as number;
      for (let name = entryNameStarts[entry] as number; name < end; name++)
        this.#look(name, floor - wanted.beside.mostBorn, wanted, undefined, true);
    }
    return this.#found;
  }

  /** Without `all`, names of one telling word, and those in other letters, whose other words may share no key with the party's. */
  #scan(unit: number, all: boolean, question: NameQuestion, floor: number, wanted: Wanted): void {
    const asked = question.units[unit] as Unit;
    const { words, weight, writing } = asked;
    const { wordNames, wordNameStarts, wordNamePairs, wordNameRests, wordPartners, wordFlags } = this.#index.parts;
    const links = this.#links;
    const { bound, initials, numbers } = question;
    const left = question.words - 1;
    const beside = question.evidenceOfOrdinary;
    const one = 1 + numbers;
    const others = question.evidenceBeside(asked);
    for (let place = 0; place < words.length; place++) {
      const word = words[place] as number;
      const loss = links.lossAt(unit, place);
      if (loss === NO_LINK) continue;
      const evidence = links.evidenceAt(unit, place) + beside;
      if (bound.most(evidence + others.all, loss, question.words + numbers, 0, 0, false, false) < floor) continue;
      const from = wordNameStarts[word] as number;
      const pairs = wordNamePairs[word] as number;
      const rests = wordNameRests[word] as number;
      const end = wordNameStarts[word + 1] as number;
      const isJoined = 1 < weight;
      // initials of the listed name may stand for the words that are left of the party's
      const withInitials = isJoined || floor <= bound.most(evidence, loss, one, 0, 0, false, false);
      const alone = isJoined || (withInitials && floor <= bound.most(evidence, loss, one, left, 0, false, false));
      for (let at = from; at < pairs; at++) {
        const partner = wordPartners[at] as number;
        if (
          alone ||
          (withInitials && (partner & HAS_INITIALS) !== 0) ||
          ((partner & HAS_OTHERS) !== 0 && this.#hasAnother(wordNames[at] as number, word))
        )
          this.#look(wordNames[at] as number, floor, wanted);
      }
      const isOther = (((wordFlags[word] as number) >>> WRITING_FLAG) & WRITING_BITS) !== writing;
      if (!all && !(isOther && end - from < MOST_OF_OTHER_WRITING)) continue;
      const leftBeside = 0 < initials ? 0 : 1;
      const eitherWay = isJoined || floor <= bound.most(evidence, loss, one, 0, leftBeside, false, false);
      const besideMore =
        isJoined || (eitherWay && floor <= bound.most(evidence, loss, one, left, leftBeside, false, false));
      const isPairEnough = floor <= bound.most(evidence + others.one, loss, one + 1, 0, 0, false, false);
      for (let at = pairs; at < end; at++) {
        const partner = wordPartners[at] as number;
        if (!isPairEnough && at < rests && (partner & (HAS_INITIALS | HAS_OTHERS)) === 0) continue;
        if (
          besideMore ||
          links.hasLink(partner >>> PARTNER_SHIFT) ||
          (((partner >>> PARTNER_WRITING) & WRITING_BITS) !== question.writing &&
            links.mayLink(partner >>> PARTNER_SHIFT)) ||
          (eitherWay && (partner & HAS_INITIALS) !== 0) ||
          ((rests <= at || (partner & HAS_OTHERS) !== 0) && this.#hasAnother(wordNames[at] as number, word))
        )
          this.#look(wordNames[at] as number, floor, wanted);
      }
      if (MOST_SEEN <= this.#seen) return;
    }
  }

  /** Whether another word of the name is linked, or may be though it shares no key. */
  #hasAnother(name: number, word: number): boolean {
    const { nameWords, nameWordStarts } = this.#index.parts;
    const end = nameWordStarts[name + 1] as number;
    let isPast = false;
    for (let place = nameWordStarts[name] as number; place < end; place++) {
      const value = nameWords[place] as number;
      const other = value >>> 1;
      if (other === word && !isPast) isPast = true;
      else if (this.#links.hasLink(other) || ((value & 1) !== 0 && this.#links.mayLink(other))) return true;
    }
    return false;
  }

  /** Names that have the word as several, or several words cut otherwise. */
  #scanJoined(unit: number, question: NameQuestion, floor: number, wanted: Wanted): void {
    const asked = question.units[unit] as Unit;
    const { joinedKeys, joinedFrame, weight, writing } = asked;
    const { joinedKeys: byText, joinedFrames: byFrame } = this.#index;
    // words that are apart on both sides are one by one beside each other, but for names that are cut by guess
    const isApart = 1 < weight && writing === LATIN && !question.reading.traditions.chinese && !asked.hasOrdinary;
    const isEqual = (name: number) => !asked.hasOrdinary && this.#links.hasEqual(name, asked.mask);
    for (const hash of joinedKeys)
      eachOf(byText, hash, (name) => {
        // the same words apart on both sides (Al-Aqsa): each stands beside itself
        if (isEqual(name)) this.#look(name, floor, wanted);
        else this.#look(name, floor, wanted, { unit, odds: JOINED_ODDS });
      });
    if (joinedFrame)
      eachByLetters(byFrame, joinedFrame, (name, relation, differing) => {
        if (MOST_DIFFERING_JOINED < differing) return;
        if ((isApart && this.#writingOf(name) === LATIN) || isEqual(name)) {
          this.#look(name, floor, wanted);
          return;
        }
        const odds =
          relation !== 'same' && LONG_FRAME <= joinedFrame.places
            ? JOINED_ODDS
            : this.#joinedLetters.mostOdds(name, asked, relation);
        if (odds < (relation === 'same' && writing === LATIN ? LEAST_LATIN_JOINED : LEAST_JOINED_ODDS)) return;
        this.#look(name, floor, wanted, { unit, odds });
      });
  }

  #writingOf(name: number): number {
    const { nameWords, nameWordStarts, wordFlags } = this.#index.parts;
    const word = (nameWords[nameWordStarts[name] as number] as number) >>> 1;
    return ((wordFlags[word] as number) >>> WRITING_FLAG) & WRITING_BITS;
  }

  #look(name: number, floorOfAny: number, wanted: Wanted, joined?: JoinedUnit, isNear = false): void {
    this.#seen++;
    let floor = floorOfAny;
    let most = this.#links.most(name, joined);
    if (most < floor && !isNear && !this.#links.mayBeDoubtful) return;
    const entry = this.#index.parts.nameEntries[name] as number;
    if (wanted.isAsked?.(entry) === false) return;
    floor += wanted.beside.most - wanted.beside.mostAt(entry);
    if (most < floor) {
      if (
        (!isNear && !this.#links.mayBeDoubtful) ||
        this.#links.mostIfMore < floor ||
        MOST_LOOKED_CLOSELY <= this.#lookedClosely++
      )
        return;
      this.#links.linkMore(name, isNear);
      most = this.#links.most(name, joined);
      if (most < floor) return;
    }
    most = this.#links.mostExactly(name, floor, joined, most);
    if (most < floor) return;
    const known = this.#found.get(name);
    if (known === undefined || known < most) this.#found.set(name, most);
  }
}

/** Both in Latin letters. */
const LEAST_LATIN_JOINED = 4;
/** Places for vowels in a frame of consonants which alone tells that two scripts spell one name. */
const LONG_FRAME = 7;
/** Places of vowels. */
const MOST_DIFFERING_JOINED = 1;
