// A word in kanji in, how Japanese names read it out: the likeliest readings, and where its family name ends.
import { codesOfKana } from '../reference/japanese-codes.ts';
import { placeOf, type JapaneseNames, type JapanesePart } from '../reference/japanese-names.ts';

/** One way to read a whole word. */
export interface WordReading {
  /** Katakana. */
  readonly kana: string;
  /** Natural-log probability. */
  readonly log: number;
  /** The word is listed with it; else it is put together from its characters. */
  readonly isListed: boolean;
}

/**
 * The likeliest readings of a word as this part of a name, likeliest first, at most `limit`: those that the word is listed with
 * and those that its characters allow. None when a character is not known. Kana are read as they stand.
 */
export function wordReadings(
  word: string,
  part: JapanesePart,
  japanese: JapaneseNames,
  limit: number,
): readonly WordReading[] {
  const characters = [...word];
  if (MOST_CHARACTERS < characters.length) return NONE;
  const listed = japanese.word(part, word);
  const readings: WordReading[] = [];
  for (const { kana, logs } of listed?.readings ?? [])
    readings.push({ kana, log: logs[0] ?? -Infinity, isListed: true });
  const otherwise = listed?.otherwise ?? 0;
  for (const { kana, log } of composed(characters, part, japanese, limit))
    if (!readings.some((known) => known.kana === kana)) readings.push({ kana, log: log + otherwise, isListed: false });
  readings.sort((a, b) => b.log - a.log || (a.kana < b.kana ? -1 : 1));
  const least = (readings[0]?.log ?? 0) - MOST_UNLIKELY;
  return readings.filter(({ log }) => least <= log).slice(0, limit);
}

const MOST_CHARACTERS = 8;
/** Readings that are rarer than the best by more than this are left out: one in a hundred and fifty. */
const MOST_UNLIKELY = 5;
const NONE: readonly WordReading[] = [];

interface Piece {
  readonly kana: string;
  readonly log: number;
}

/** The best ways to put readings of the characters together. */
function composed(
  characters: readonly string[],
  part: JapanesePart,
  japanese: JapaneseNames,
  limit: number,
): readonly Piece[] {
  let best: readonly Piece[] = [{ kana: '', log: 0 }];
  for (const [index, character] of characters.entries()) {
    const pieces = piecesOf(character, placeOf(part, index === 0), japanese);
    if (pieces.length === 0) return [];
    const longer: Piece[] = [];
    for (const [rank, before] of best.entries()) {
      // both lists are in order: what comes after so many better ones is not among the best
      const most = Math.min(pieces.length, Math.floor(limit / (rank + 1)));
      for (let other = 0; other < most; other++) {
        const piece = pieces[other];
        if (piece) longer.push({ kana: before.kana + piece.kana, log: before.log + piece.log });
      }
    }
    best = longer.sort((a, b) => b.log - a.log).slice(0, limit);
  }
  return best;
}

const piecesByNames = new WeakMap<JapaneseNames, Map<string, readonly Piece[]>>();

/** The commonest readings of a character in a place. */
function piecesOf(character: string, place: number, japanese: JapaneseNames): readonly Piece[] {
  let known = piecesByNames.get(japanese);
  if (!known) piecesByNames.set(japanese, (known = new Map<string, readonly Piece[]>()));
  const key = `${place}${character}`;
  const before = known.get(key);
  if (before) return before;
  const own = codesOfKana(character) ? [{ kana: character, log: 0 }] : [];
  const pieces = [
    ...own,
    ...japanese.character(character).map(({ kana, logs }) => ({ kana, log: logs[place] ?? -Infinity })),
  ]
    .sort((a, b) => b.log - a.log)
    .slice(0, MOST_PIECES);
  if (known.size < MOST_KEPT) known.set(key, pieces);
  return pieces;
}

const MOST_PIECES = 8;
const MOST_KEPT = 20_000;

/**
 * How many characters of a Japanese person's name without spaces are the family name: by the lists of names and by where its
 * characters stand in names. 0 when it is a family or a given name alone, or nothing is known of a character.
 */
export function japaneseFamilyLength(name: string, japanese: JapaneseNames): number {
  const characters = [...name];
  const places = characters.map((character) => (codesOfKana(character) ? KANA_PLACES : japanese.places(character)));
  if (characters.length < 2 || MOST_CHARACTERS < characters.length) return 0;
  let best = 0;
  let bestScore = -Infinity;
  for (let length = 0; length <= Math.min(LONGEST_FAMILY, characters.length); length++) {
    const familyLog = partLog(characters.slice(0, length), places.slice(0, length), 'family', japanese);
    const givenLog = partLog(characters.slice(length), places.slice(length), 'given', japanese);
    const isOnePart = length === 0 || length === characters.length;
    const score = familyLog + givenLog + (isOnePart ? ONE_PART : 0);
    if (score <= bestScore) continue;
    best = isOnePart ? 0 : length;
    bestScore = score;
  }
  return best;
}

const LONGEST_FAMILY = 4;
/** Log share of names that are one part alone. */
const ONE_PART = -2.5;

/** Kana are rather in given names. */
const KANA_PLACES: readonly number[] = [0.08, 0.12, 0.4, 0.4, 0.1].map(Math.log);

/** Log shares of names by the number of their characters: of ENAMDICT's persons. */
const LENGTHS: Readonly<Record<'family' | 'given', readonly number[]>> = {
  family: [1, 0.04, 0.84, 0.11, 0.01].map(Math.log),
  given: [1, 0.13, 0.68, 0.18, 0.01].map(Math.log),
};

function partLog(
  characters: readonly string[],
  places: readonly (readonly number[] | undefined)[],
  part: 'family' | 'given',
  japanese: JapaneseNames,
): number {
  if (characters.length === 0) return 0;
  const length = LENGTHS[part][characters.length] ?? -9;
  const byPlace = places.reduce((sum, logs, index) => sum + (logs?.[placeOf(part, index === 0)] ?? UNKNOWN), 0);
  const listed = japanese.word(part, characters.join(''));
  return length + byPlace + (listed ? LISTED + 0.3 * Math.log(listed.people + 1) : 0);
}

/** Log share of each place for a character that no name has. */
const UNKNOWN = Math.log(0.2);
/** What it is worth that a part is listed: those that are read as their characters say need not be. */
const LISTED = 1.5;
