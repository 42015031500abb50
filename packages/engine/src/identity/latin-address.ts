// An address as somebody writes it and a registered seat in, how far they agree out: for addresses outside Japan.
import type { Address } from '../model/entity.ts';
import type { LatinAddressReference } from '../reference/latin-addresses.ts';
import type { AddressVerdict } from './japanese-address.ts';

/** The words that name a street; with fewer of them in common it is another. */
const LEAST_SHARE = 0.6;

/**
 * SAME: postal code or city, the street and its number. SAME_TOWN: postal code or city, and the street. SAME_CITY: postal code
 * or city alone. DIFFERENT: another country, or neither city nor postal code where the claim has a postal code. UNPARSEABLE:
 * a person looks; so it is of two scripts, and of a seat of which the register tells a line alone.
 */
export function compareLatinAddresses(
  claimed: { readonly full: string; readonly postalCode?: string; readonly country?: string },
  seat: Address,
  reference: LatinAddressReference,
): AddressVerdict {
  if (claimed.country !== undefined && seat.country !== undefined && claimed.country !== seat.country)
    return 'DIFFERENT';
  const [ours, theirs] = [compact(claimed.full), compact(seat.full)];
  if (theirs !== '' && ours.includes(theirs)) return theirs.length < MIN_COMPACT ? 'UNPARSEABLE' : 'SAME';
  if (scriptOf(claimed.full) !== scriptOf(seat.full) || scriptOf(seat.full) !== 'latin') return 'UNPARSEABLE';
  const words = new Set(wordsOf(claimed.full, reference));
  const city = wordsOf(seat.city ?? '', reference);
  const hasCity = 0 < city.length && city.every((word) => words.has(word));
  const postalCode = compact(seat.postalCode ?? '');
  const hasPostalCode =
    MIN_POSTAL_CODE <= postalCode.length && compact(`${claimed.full} ${claimed.postalCode ?? ''}`).includes(postalCode);
  if (!hasCity && !hasPostalCode) {
    const isElsewhere = seat.city !== undefined && claimed.postalCode !== undefined && postalCode !== '';
    return isElsewhere ? 'DIFFERENT' : 'UNPARSEABLE';
  }
  if (seat.street === undefined) return 'SAME_CITY';
  const street = wordsOf(seat.street, reference);
  const numbers = street.filter((word) => /\d/.test(word));
  const names = street.filter((word) => !/\d/.test(word));
  const common = names.filter((word) => words.has(word)).length;
  if (names.length === 0 || common / names.length < LEAST_SHARE) return 'SAME_CITY';
  return numbers.length === 0 || numbers.some((number) => words.has(number)) ? 'SAME' : 'SAME_TOWN';
}

/**
 * The same text for an address that has the same words in the same order, however a street is shortened; undefined for too few
 * letters and digits.
 */
export function latinAddressKey(
  full: string,
  country: string | undefined,
  reference: LatinAddressReference,
): string | undefined {
  const letters = wordsOf(full, reference).join('');
  return letters.length < MIN_COMPACT ? undefined : `${country ?? ''} ${letters}`;
}

/** Shorter ones are within others by chance. */
const MIN_POSTAL_CODE = 4;
const MIN_COMPACT = 8;

/** Letters and digits alone, without accents and case. */
function compact(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .toLowerCase();
}

function wordsOf(text: string, { wordOf, leftOut }: LatinAddressReference): readonly string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => wordOf.get(word) ?? word.replace(/str$/, 'strasse'))
    .filter((word) => word !== '' && !leftOut.has(word));
}

function scriptOf(text: string): 'latin' | 'other' {
  return /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}\p{Cc}]/u.test(text.normalize('NFKC')) ? 'other' : 'latin';
}
