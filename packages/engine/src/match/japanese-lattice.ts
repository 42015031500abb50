// Ways to read written characters and the sounds of a spoken name in, the likeliest reading that gives these sounds out.
import type { Spoken } from '../names/japanese-spoken.ts';
import { SOUND, SOUND_CODES } from '../reference/japanese-codes.ts';
import type { JapaneseWeights } from '../reference/japanese-weights.ts';

/** Readings of one character, or of some characters together, laid out flat. */
export interface Readings {
  /** Characters that are read at once. */
  readonly length: number;
  readonly codes: Uint8Array;
  /** Where each reading begins in `codes`; one longer than there are readings, which stand in the order of their first code. */
  readonly begins: Uint16Array;
  /** By first code: the first reading that begins with it or a higher one. */
  readonly byFirst: Uint16Array;
  /** Log probabilities: of a first character, then of a later one, for each reading. */
  readonly logs: Float64Array;
}

/** What one part of a name can be read as. */
export interface WrittenPart {
  /** By character: how it is read by itself. */
  readonly characters: readonly Readings[];
  /** By character: words that begin there and are read as one. */
  readonly words: readonly (readonly Readings[])[];
  /** Log probability that the characters from one place to another (`from * (characters + 1) + to`) are no such word. */
  readonly composed: Float64Array;
  /** Words may follow each other, as in names of companies; else a word is the whole part. */
  readonly ofManyWords: boolean;
}

/** The weights of `data/names/japanese-weights.yml` that count along the way. */
export type LatticeCosts = Pick<JapaneseWeights, 'unknownCharacter' | 'unknownSyllable' | 'composedWord'>;

/**
 * Log odds, by place in the characters (rows) and in the sounds, that a part which begins at one of its starts ends there: the
 * probability of the sounds under the readings over that of the same sounds in any name.
 */
export interface PartOdds {
  /** Rows of `soundPlaces()`. Only the places from `low` to `high` of a row hold something. */
  readonly odds: Float64Array;
  /** Where that part began: the same kind of place. */
  readonly origins: Int32Array;
  readonly low: Int16Array;
  readonly high: Int16Array;
}

/** Ways to read that are so much worse than the best beginning of a part are given up. */
const HOPELESS = 8;

/** Sets what the next calls of `readPart` are about. */
export function listenTo(next: Spoken, soundCosts: Float64Array): void {
  lentCount = 0;
  isRomaji = next.isRomaji;
  marksLong = next.marksLong;
  sounds = next.codes;
  long = next.long;
  count = sounds.length;
  width = count + 1;
  if (backgrounds.length <= count) backgrounds = new Float64Array(2 * width);
  let before: number = SOUND.none;
  for (let place = 0; place < count; place++) {
    const code = sounds[place] ?? 0;
    backgrounds[place + 1] = (backgrounds[place] ?? 0) + (soundCosts[SOUND_CODES * before + code] ?? 0);
    before = code;
  }
}

/** Minus the log probability of the sounds between two places in any name. */
export function soundCost(from: number, to: number): number {
  return (backgrounds[to] ?? 0) - (backgrounds[from] ?? 0);
}

/** Places in the sounds: one more than there are sounds. */
export function soundPlaces(): number {
  return width;
}

/** Empty odds for a name of so many characters. They are lent: after the next `listenTo` others have them. */
export function emptyOdds(characters: number): PartOdds {
  const size = (characters + 1) * width;
  let lent = shelf[lentCount];
  if (!lent || lent.odds.length < size || lent.low.length <= characters) {
    const rows = 2 * (characters + 1);
    lent = {
      odds: new Float64Array(2 * size),
      origins: new Int32Array(2 * size),
      low: new Int16Array(rows),
      high: new Int16Array(rows),
    };
    shelf[lentCount] = lent;
  }
  lentCount++;
  for (let row = 0; row <= characters; row++) {
    lent.low[row] = width;
    lent.high[row] = -1;
  }
  return lent;
}

/** Keeps the better of what is there and what is given. */
export function reach(
  { odds, origins, low, high }: PartOdds,
  row: number,
  place: number,
  reached: number,
  origin: number,
): void {
  const base = row * width;
  const from = low[row] ?? 0;
  const to = high[row] ?? -1;
  if (to < from) {
    low[row] = place;
    high[row] = place;
  } else if (place < from) {
    odds.fill(-Infinity, base + place + 1, base + from);
    low[row] = place;
  } else if (to < place) {
    odds.fill(-Infinity, base + to + 1, base + place);
    high[row] = place;
  } else if (reached <= (odds[base + place] ?? -Infinity)) return;
  odds[base + place] = reached;
  origins[base + place] = origin;
}

/** -Infinity where nothing was reached. */
export function oddsAt({ odds, low, high }: PartOdds, row: number, place: number): number {
  return (low[row] ?? 0) <= place && place <= (high[row] ?? -1) ? (odds[row * width + place] ?? -Infinity) : -Infinity;
}

/**
 * Reads the characters from every place that `starts` reached, up to the place before `lastRow`; the result holds where the
 * part can end. With `guessing`, a character may be read as no table says.
 */
export function readPart(
  part: WrittenPart,
  starts: PartOdds,
  firstRow: number,
  lastRow: number,
  guessing: boolean,
  costs: LatticeCosts,
): PartOdds {
  const rows = part.characters.length;
  const inside = emptyOdds(rows);
  const ends = part.ofManyWords ? inside : emptyOdds(rows);
  hopeless = bestOf(starts, firstRow, lastRow) - HOPELESS;
  for (let row = firstRow; row < lastRow; row++) {
    const readings = part.characters[row];
    const words = part.words[row];
    if (!readings || !words) break;
    const base = row * width;
    const startLast = starts.high[row] ?? -1;
    for (let place = starts.low[row] ?? width; place <= startLast; place++) {
      const odds = starts.odds[base + place] ?? -Infinity;
      if (odds < hopeless) continue;
      for (let index = 0; index < words.length; index++) {
        const word = words[index];
        if (word && row + word.length <= lastRow) follow(word, 0, odds, base + place, row, place, ends);
      }
      follow(readings, 0, odds, base + place, row, place, inside);
      if (guessing) guess(odds - costs.unknownCharacter, base + place, row, place, costs, inside);
    }
    const insideLast = inside.high[row] ?? -1;
    for (let place = inside.low[row] ?? width; place <= insideLast; place++) {
      const odds = inside.odds[base + place] ?? -Infinity;
      if (odds < hopeless) continue;
      const origin = inside.origins[base + place] ?? -1;
      if (part.ofManyWords) for (const word of words) follow(word, 1, odds, origin, row, place, inside);
      follow(readings, 1, odds, origin, row, place, inside);
      if (guessing) guess(odds - costs.unknownCharacter, origin, row, place, costs, inside);
    }
  }
  if (part.ofManyWords) return inside;
  for (let row = firstRow + 1; row <= lastRow; row++) {
    const last = inside.high[row] ?? -1;
    for (let place = inside.low[row] ?? width; place <= last; place++) {
      const odds = inside.odds[row * width + place] ?? -Infinity;
      if (odds === -Infinity) continue;
      const origin = inside.origins[row * width + place] ?? 0;
      const begin = (origin - (origin % width)) / width;
      reach(ends, row, place, odds + (part.composed[begin * (rows + 1) + row] ?? 0) - costs.composedWord, origin);
    }
  }
  return ends;
}

function bestOf({ odds, low, high }: PartOdds, firstRow: number, lastRow: number): number {
  let best = -Infinity;
  for (let row = firstRow; row < lastRow; row++) {
    const last = high[row] ?? -1;
    for (let place = low[row] ?? width; place <= last; place++)
      best = Math.max(best, odds[row * width + place] ?? -Infinity);
  }
  return best;
}

/** Rows of odds that are used again and again. */
const shelf: PartOdds[] = [];
let lentCount = 0;

let hopeless = -Infinity;
let isRomaji = false;
let marksLong = false;
let sounds: Uint8Array = new Uint8Array(0);
let long: Uint8Array = new Uint8Array(1);
let count = 0;
let width = 1;
let backgrounds = new Float64Array(64);

/** Every reading that the sounds at this place bear out. */
function follow(
  readings: Readings,
  later: 0 | 1,
  odds: number,
  origin: number,
  row: number,
  place: number,
  to: PartOdds,
): void {
  const { byFirst } = readings;
  const silent = byFirst[1] ?? 0;
  if (silent !== 0) followFrom(readings, 0, silent, later, odds, origin, row, place, to);
  const next = place < count ? (sounds[place] ?? 0) : 0;
  if (next !== 0 && next < SOUND.syllabicN) followCode(readings, next, later, odds, origin, row, place, to);
  // readings that begin with a vowel which the one before may have swallowed, or with ー
  const before = place === 0 ? 0 : (sounds[place - 1] ?? 0);
  if (before !== 0 && before <= SOUND.o) {
    if (before !== next) followCode(readings, before, later, odds, origin, row, place, to);
    const other = before === SOUND.o ? SOUND.u : before === SOUND.e ? SOUND.i : 0;
    if (other !== 0 && other !== next) followCode(readings, other, later, odds, origin, row, place, to);
  }
  const special = byFirst[SOUND.syllabicN] ?? 0;
  const end = byFirst[SOUND_CODES] ?? 0;
  if (special !== end) followFrom(readings, special, end, later, odds, origin, row, place, to);
}

function followCode(
  readings: Readings,
  code: number,
  later: 0 | 1,
  odds: number,
  origin: number,
  row: number,
  place: number,
  to: PartOdds,
): void {
  const first = readings.byFirst[code] ?? 0;
  const end = readings.byFirst[code + 1] ?? 0;
  if (first !== end) followFrom(readings, first, end, later, odds, origin, row, place, to);
}

function followFrom(
  { length, codes, begins, logs }: Readings,
  first: number,
  end: number,
  later: 0 | 1,
  odds: number,
  origin: number,
  row: number,
  place: number,
  to: PartOdds,
): void {
  for (let reading = first; reading < end; reading++) {
    const reachedPlace = advance(codes, begins[reading] ?? 0, begins[reading + 1] ?? 0, place);
    if (reachedPlace < 0) continue;
    const reached =
      odds +
      (logs[2 * reading + later] ?? -Infinity) -
      lost +
      (backgrounds[reachedPlace] ?? 0) -
      (backgrounds[place] ?? 0);
    if (hopeless <= reached) reach(to, row + length, reachedPlace, reached, origin);
  }
}

/** Any one to three syllables, at a price. */
function guess(odds: number, origin: number, row: number, place: number, costs: LatticeCosts, to: PartOdds): void {
  if (odds < hopeless) return;
  let syllables = 0;
  for (let end = place; end < count && syllables < 4;) {
    const code = sounds[end++] ?? 0;
    if (!isVowel(code) && code !== SOUND.syllabicN && code !== SOUND.doubled) continue;
    syllables++;
    const reached = odds - costs.unknownSyllable * Math.max(0, syllables - 2);
    if (reached < hopeless) return;
    reach(to, row + 1, end, reached, origin);
  }
}

function isVowel(code: number): boolean {
  return SOUND.a <= code && code <= SOUND.o;
}

/** What the last `advance` gave up: long vowels that are not written, sounds that are nearly the same. */
let lost = 0;

/** Costs, by hand. A vowel marked as long that the reading has short: Ohno for 小野, ー. */
const UNREAD_MARK_IN_ROMAJI = 2;
const UNREAD_MARK_IN_KANA = 0.3;
/** オオ beside オウ. */
const OTHER_VOWEL = 1.5;
/** A long vowel of the reading that is not written: オノ for 大野; Ono where the name has other long vowels marked; Ida for 飯田. */
const SHORT_IN_KANA = 3;
const SHORT_BESIDE_LONG = 0.7;
const SHORT_IN_ROMAJI = 2;
/** ツ for ッ. */
const BIG_TSU = 0.5;

/** Where the sounds of a reading end when they begin at `place`; -1 when they are others. */
function advance(codes: Uint8Array, begin: number, end: number, place: number): number {
  lost = 0;
  const markCost = isRomaji ? UNREAD_MARK_IN_ROMAJI : UNREAD_MARK_IN_KANA;
  let at = place;
  for (let index = begin; index < end; index++) {
    const code = codes[index] ?? 0;
    if (at < count && sounds[at] === code) {
      at++;
      if (long[at] === 1) lost += markCost; // given back below when the vowel is indeed long
      continue;
    }
    const before = at === 0 ? 0 : (sounds[at - 1] ?? 0);
    const next = at < count ? (sounds[at] ?? 0) : 0;
    if (code === SOUND.long) {
      if (long[at] === 1) lost -= markCost;
      else {
        if (lengthens(before, next)) at++;
        lost += UNREAD_MARK_IN_KANA;
      }
    } else if (lengthens(before, code)) {
      if (long[at] === 1) lost -= markCost;
      else if (!isRomaji && lengthens(before, next)) {
        at++;
        lost += OTHER_VOWEL;
      } else if (!isRomaji) lost += SHORT_IN_KANA;
      else if (before === SOUND.o || before === SOUND.u) lost += marksLong ? SHORT_BESIDE_LONG : 0;
      else lost += SHORT_IN_ROMAJI;
    } else if (code === SOUND.syllabicN && isRomaji && next === SOUND.n) {
      at++;
      // Kenya is ケンヤ as well as ケニャ
      if (codes[index + 1] === SOUND.y || (index + 1 === end && sounds[at] === SOUND.i && sounds[at + 1] === SOUND.y))
        if (sounds[at] === SOUND.i && sounds[at + 1] === SOUND.y) at++;
    } else if (code === SOUND.doubled && !isRomaji && next === SOUND.t && sounds[at + 1] === SOUND.u) {
      at += 2;
      lost += BIG_TSU;
    } else return -1;
  }
  return at;
}

/** ウ after オ or ウ, オ after オ, イ or エ after エ, ア after ア, イ after イ. */
function lengthens(before: number, code: number): boolean {
  switch (before) {
    case SOUND.o:
      return code === SOUND.u || code === SOUND.o;
    case SOUND.e:
      return code === SOUND.i || code === SOUND.e;
    case SOUND.u:
    case SOUND.a:
    case SOUND.i:
      return code === before;
    default:
      return false;
  }
}
