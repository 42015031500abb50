// How two words share a key by their letters, and in how many letters they differ, in; the most odds that they are one out.
import { ABJAD, type LetterKeyKind } from './keys.ts';

/** How two words write vowels: in one way, in two, or one of them hardly at all. */
export type WritingRelation = 'same' | 'other' | 'abjad';

/** Of two ways of writing vowels (`writingOf`). */
export function relationOf(writing: number, other: number): WritingRelation {
  if (writing === other) return 'same';
  return writing === ABJAD || other === ABJAD ? 'abjad' : 'other';
}

/**
 * Natural-log odds. Measured over pairs of words of all scripts that share the key: one or two in a hundred have more.
 * @param shorter letters of the shorter word. @param distance letters that differ (`letter-distance.ts`).
 */
export function mostLetterOdds(
  kind: LetterKeyKind,
  relation: WritingRelation,
  shorter: number,
  distance: number,
): number {
  return MOST_ODDS[kind][relation][Math.min(shorter, LONGEST)]?.[distance] ?? OTHER_ODDS;
}

/**
 * Letters that two words may differ in which share no key, by letters of the shorter one: of those that differ in more, fewer than
 * one in three hundred have odds of 1 or more.
 */
export function mostDifferingWithoutKey(relation: WritingRelation | 'reading' | 'syllabic', shorter: number): number {
  return MOST_WITHOUT_KEY[relation][Math.min(shorter, LONGEST)] as number;
}

/** `reading`: one of them is in characters, and its letters are how these are read. `syllabic`: one is in signs for syllables. */
const MOST_WITHOUT_KEY: Readonly<Record<WritingRelation | 'reading' | 'syllabic', OddsByDistance>> = {
  same: [-1, -1, 0, 1, 2, 2, 2, 2, 2, 2],
  other: [-1, -1, 1, 2, 2, 2, 3, 3, 4, 5],
  abjad: [-1, 0, 1, 2, 3, 3, 4, 5, 5, 5],
  reading: [-1, -1, 2, 2, 2, 3, 4, 5, 5, 5],
  syllabic: [-1, -1, 1, 2, 3, 4, 4, 5, 6, 6],
};

/** More than any measured: words that differ so much are not told apart from others. */
const OTHER_ODDS = -8;
const LONGEST = 9;

type OddsByDistance = readonly number[];

/** Rows for words of up to three, four, five, six, eight and more letters; in each, by distance from 0 on. */
function byLength(...rows: readonly OddsByDistance[]): readonly OddsByDistance[] {
  const row = [0, 0, 0, 0, 1, 2, 3, 4, 4, 5];
  return row.map((place) => rows[place] ?? []);
}

const MOST_ODDS: Readonly<Record<LetterKeyKind, Readonly<Record<WritingRelation, readonly OddsByDistance[]>>>> = {
  frame: {
    same: byLength(
      [5.5, 5.7, 3.5, 2.5, 1.5],
      [6, 5.8, 4.8, 2.5, 1.5, 0],
      [6, 7, 5.5, 4.2, 2.5, 2, -0.5],
      [6, 6.2, 6, 5, 3, 1.8, 0],
      [7, 8, 7.2, 6, 5.6, 5, 2, 0.5],
      [8, 8, 8, 6.5, 6, 5, 4, 3],
    ),
    other: byLength(
      [6, 5.5, 5.2, 3.5, 2.5, 1.2, -0.5],
      [6.3, 5.8, 5.2, 3.6, 2, 1, 0],
      [7, 7.2, 5.8, 5, 3, 2, 1.6],
      [7, 7, 6.6, 5.6, 4.5, 3, 2, 0],
      [7.6, 8, 8, 8, 6.5, 6, 5, 4.5],
      [8, 8, 8, 8, 8, 7, 7, 6.8],
    ),
    abjad: byLength(
      [6, 5.7, 5, 2.8, 0.5, -1],
      [6, 6.5, 5.4, 4.4, 1.5, 0],
      [7, 7, 6.2, 5.2, 4, 1.2, -1],
      [8, 7.5, 7.5, 6.4, 6.2, 4.6, 2.5, 0],
      [8, 8, 7.3, 7.3, 6.4, 5.6, 4.5, 1],
      [8, 8, 8, 8, 8, 8, 6, 5],
    ),
  },
  shortened: {
    same: byLength(
      [8],
      [8, 5, 4, 1.5, 1.2],
      [8, 5.5, 4.2, 2.5, 0],
      [8, 5, 5, 2.5, 0],
      [8, 5, 5.5, 4, 0.8, -0.8],
      [8, 8, 6, 5.5, 3.5, 1.5, -0.5],
    ),
    other: byLength(
      [8],
      [8, 6, 2.5, 0.5],
      [8, 4.8, 5, 3, -0.5],
      [8, 6, 5, 2, 0.2],
      [8, 6.5, 6, 4.2, 1.5, -0.8],
      [8, 8, 7, 8, 6, 3, 2],
    ),
    abjad: byLength(
      [8, 6, 2, 0.5],
      [8, 5, 5, 1.8, 0.5],
      [8, 5.5, 5, 3.2, 1],
      [8, 6, 6.4, 4.4, 2, 0.5],
      [8, 8, 7, 6.2, 5, 3, 3],
      [8, 8, 8, 8, 7, 6, 5],
    ),
  },
  letters: {
    same: byLength([8, 3.5, 0.8], [8, 4, 2], [8, 5, 3.3], [8, 5.4, 3.5], [8, 5.5, 4], [8, 6, 4]),
    other: byLength([8, 5, 1.2], [8, 5, 2], [8, 6, 3], [8, 5.6, 3.5], [8, 6, 4], [8, 6, 4]),
    abjad: byLength([8, 4, 0.4], [8, 4.7, 1], [8, 5.5, 1], [8, 5, 2], [8, 6, 4], [8, 6, 4]),
  },
};
