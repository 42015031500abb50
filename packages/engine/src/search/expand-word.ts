// A word of a party's name in, the words of an index that may be one with it out, each with the most odds it can have.
import type { NameToken } from '../names/name.ts';
import { ALL_PLACES, differingPlaces, voicedPlaces } from './consonant-frame.ts';
import type { EntityIndex } from './entity-index.ts';
import { bucketShift, eachOf, type LetterKeyTable } from './key-table.ts';
import {
  ABJAD,
  conceptKey,
  keyHash,
  letterKeys,
  SAME_ODDS,
  textKey,
  wordKeys,
  writingOf,
  WRITING_SHIFT,
  type LetterKey,
  type LetterKeyKind,
} from './keys.ts';
import { isReadingAt, SLOT, type LetterDistance } from './letter-distance.ts';
import { LetterBound } from './letter-bound.ts';
import { mostLetterOdds, type WritingRelation } from './letter-odds.ts';
import { WRITING_BITS, WRITING_FLAG } from './word-columns.ts';

/** Words whose odds cannot reach this much are left out: they would not count as agreeing (`match/name-features.ts`). */
export const LEAST_ODDS = -1;

/** `traditions`: of the name that the word stands in (`traditionBits`). Most natural-log odds by word. */
export function expandWord(
  index: EntityIndex,
  token: NameToken,
  traditions: number,
  distance: LetterDistance,
): ReadonlyMap<number, { readonly most: number; readonly isByKey: boolean }> {
  const best = new Map<number, number>();
  const byLetters = new Map<number, number>();
  for (const { hash, odds } of wordKeys(token, traditions, index.reference))
    if (LEAST_ODDS <= odds)
      eachOf(index.keys, hash, (word) => {
        const known = best.get(word);
        if (known === undefined || known < odds) best.set(word, odds);
      });
  const { wordLetters, wordFlags } = index.parts;
  const bound = new LetterBound(token.letters, writingOf(token.script), index.reference.letterWeights);
  for (const key of letterKeys(token))
    eachByLetters(index.letterKeys, key, (word, relation, differing) => {
      if (best.has(word)) return;
      const slot = word * SLOT;
      let odds: number;
      // a reading of characters is compared by its consonants alone
      if (token.script === 'han' || isReadingAt(wordLetters, slot)) odds = foreignOdds(key.places, differing);
      else {
        const slips = distance.to(wordLetters, slot);
        const shorter = distance.shorter(wordLetters, slot);
        odds = mostLetterOdds(key.kind, relation, shorter, slips);
        if (LEAST_ODDS <= odds && !mayBeSlip(key.kind, relation, shorter, slips)) {
          const writing = ((wordFlags[word] as number) >>> WRITING_FLAG) & WRITING_BITS;
          odds = Math.min(odds, bound.mostOdds(wordLetters, slot, writing));
        }
      }
      if (LEAST_ODDS <= odds && (byLetters.get(word) ?? LEAST_ODDS) <= odds) byLetters.set(word, odds);
    });
  const found = new Map<number, { most: number; isByKey: boolean }>();
  for (const [word, most] of best) found.set(word, { most, isByKey: true });
  for (const [word, most] of byLetters) found.set(word, { most, isByKey: false });
  return found;
}

/**
 * A slip of the finger in one writing is weighed by itself (`match/token-odds.ts`). One letter may be two sounds more or less.
 * @param shorter letters of the shorter word, in sounds. @param slips that the words differ by.
 */
export function mayBeSlip(kind: LetterKeyKind, relation: WritingRelation, shorter: number, slips: number): boolean {
  return kind === 'letters' || (relation === 'same' && slips <= (shorter < LONG_WORD ? 1 : 2));
}

const LONG_WORD = 6;

/** Words of the same text or meaning. */
export function sameWords(index: EntityIndex, token: NameToken): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const keys = [textKey(token), ...(token.concept === undefined ? [] : [conceptKey(token)])];
  for (const key of keys)
    eachOf(index.keys, keyHash(key), (word) => {
      found.set(word, SAME_ODDS);
    });
  return found;
}

/** Of characters and a word in other letters whose consonants are the same, by places for vowels and how many differ. */
function foreignOdds(places: number, differing: number): number {
  if (differing === 0) return FOREIGN_ODDS;
  return FEW_PLACES < places ? FOREIGN_ODDS - differing : differing === 1 ? FEW_PLACES_ODDS : OTHER_ODDS;
}

const FEW_PLACES = 4;
const FEW_PLACES_ODDS = 4;
const OTHER_ODDS = -8;

/** Of a word in other letters that Han characters spell by their sound. */
export const FOREIGN_ODDS = 5.5;

/** Calls `found` with every id that shares the key and differs in few vowels. */
export function eachByLetters(
  { starts, entries, vowels: vowelsOf, idBits }: LetterKeyTable,
  { hash, kind, vowels, places }: LetterKey,
  found: (id: number, relation: WritingRelation, differing: number) => void,
): void {
  const bucket = hash >>> bucketShift(starts.length);
  const end = starts[bucket + 1] as number;
  const mask = 2 ** idBits - 1;
  const wanted = (hash << idBits) >>> 0;
  const most = mostDiffering(kind, places);
  const writing = vowels >>> WRITING_SHIFT;
  for (let place = starts[bucket] as number; place < end; place++) {
    const entry = entries[place] as number;
    if (((entry ^ wanted) & ~mask) !== 0) continue;
    const others = vowelsOf[place] as number;
    const otherWriting = others >>> WRITING_SHIFT;
    let compared = ALL_PLACES;
    let relation: WritingRelation = 'same';
    if (writing !== otherWriting) {
      if (writing === ABJAD) compared &= voicedPlaces(vowels);
      if (otherWriting === ABJAD) compared &= voicedPlaces(others);
      relation = writing === ABJAD || otherWriting === ABJAD ? 'abjad' : 'other';
    }
    const differing = differingPlaces(vowels, others, compared);
    if (differing <= most) found(entry & mask, relation, differing);
  }
}

/** Of words that differ in more places, hardly one agrees. */
function mostDiffering(kind: LetterKeyKind, places: number): number {
  if (kind === 'frame') return places <= 4 ? 2 : places <= 5 ? 3 : 4;
  return kind === 'letters' || places <= 5 ? 1 : 2;
}
