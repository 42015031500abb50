// Text of a name in, the same text with every difference taken away that no reader would call one out.
import { foldWith } from '../reference/folding.ts';
import type { NameReference } from '../reference/name-reference.ts';

/**
 * One spelling for what is written in several ways: NFKC, no invisible characters, lower case, no accents on Latin and
 * Greek letters, no vowel points, written forms of one Han character (陳陈, 髙高, 邊邉辺) as one key, one dash, one dot, one
 * apostrophe, ASCII digits, single spaces. Hiragana and katakana stay apart. Lone surrogates become spaces.
 * Linear in the length of the text; never throws.
 */
export function foldText(text: string, reference: NameReference): string {
  return foldWith(reference.characters, text);
}

/** Letters, marks and digits alone: for texts that differ only in spaces and punctuation. */
export function compactText(folded: string): string {
  return folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
