// The words of a name beside one of them in, a number that says which they are out: what passes over a name without reading it.
import { WRITING_BITS, WRITING_FLAG } from './word-columns.ts';

/**
 * Of a name of two telling words, the other one; of a name of one, the word itself, of a name of more, one of the others.
 * @param flags of the partner (`wordFlags`). @param others of `HAS_INITIALS` and `HAS_OTHERS`.
 */
export function packedPartner(partner: number, flags: number, others: number): number {
  const writing = (flags >>> WRITING_FLAG) & WRITING_BITS;
  return ((partner << PARTNER_SHIFT) | (writing << PARTNER_WRITING) | others) >>> 0;
}

/** By how many bits a partner is shifted, and how its script writes vowels. */
export const PARTNER_SHIFT = 4;
export const PARTNER_WRITING = 2;
/** The bits that say that the name has initials, and other words that do not tell. */
export const HAS_INITIALS = 1;
export const HAS_OTHERS = 2;
