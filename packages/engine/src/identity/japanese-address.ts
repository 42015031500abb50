// Two Japanese addresses in, how far they agree out: compared part by part, never as one text.
import type { JapaneseAddressReference, JapaneseMunicipality } from '../reference/japanese-addresses.ts';
import { readJapaneseAddress, type JapaneseAddress, type SplitAddress } from './read-japanese-address.ts';

/**
 * SAME: all but the building agrees. SAME_BLOCK: up to the lot, the house number differs or is missing. SAME_TOWN: up to
 * town and chome. SAME_CITY: only the municipality. DIFFERENT: another municipality or prefecture. UNPARSEABLE: a person looks.
 */
export type AddressVerdict = 'SAME' | 'SAME_BLOCK' | 'SAME_TOWN' | 'SAME_CITY' | 'DIFFERENT' | 'UNPARSEABLE';

export interface AddressComparison {
  readonly verdict: AddressVerdict;
  /** Building and room: too often left out to weigh. */
  readonly building: 'SAME' | 'DIFFERENT' | 'UNKNOWN';
}

/** Compares two addresses, each one text or split as registers do. Never throws. */
export function compareJapaneseAddresses(
  a: string | SplitAddress,
  b: string | SplitAddress,
  reference: JapaneseAddressReference,
): AddressComparison {
  const set = [a, b].find((address) => typeof address !== 'string');
  const [one, two] = [readJapaneseAddress(a, set, reference), readJapaneseAddress(b, set, reference)];
  const building = compareBuildings(one, two);
  if (one.text === two.text && one.text !== '') return { verdict: 'SAME', building };
  return { verdict: verdictOf(one, two), building };
}

function verdictOf(a: JapaneseAddress, b: JapaneseAddress): AddressVerdict {
  if (a.prefecture !== undefined && b.prefecture !== undefined && a.prefecture !== b.prefecture) return 'DIFFERENT';
  if (a.municipalities.length === 0 || b.municipalities.length === 0) return 'UNPARSEABLE';
  const shared = a.municipalities.filter((one) => b.municipalities.some((two) => isSameMunicipality(one, two)));
  if (shared.length === 0) return 'DIFFERENT';
  if (a.isCrossing || b.isCrossing) return 'UNPARSEABLE';
  const within = verdictWithin(a, b);
  const isAmbiguous = [a, b].some(
    ({ municipalities }) => 1 < new Set(municipalities.map((one) => one.prefecture)).size,
  );
  return isAmbiguous && within === 'SAME_CITY' ? 'UNPARSEABLE' : within;
}

/** A city without its ward is any of its wards. */
export function isSameMunicipality(a: JapaneseMunicipality, b: JapaneseMunicipality): boolean {
  const sameWard = a.ward === undefined || b.ward === undefined || a.ward === b.ward;
  return a.prefecture === b.prefecture && a.city === b.city && sameWard;
}

/** Of two addresses of one municipality. */
function verdictWithin(a: JapaneseAddress, b: JapaneseAddress): AddressVerdict {
  if (a.town !== b.town) {
    const isPartOf = a.mainTown === b.town || b.mainTown === a.town;
    return isPartOf && a.town !== '' && b.town !== '' ? 'SAME_TOWN' : 'SAME_CITY';
  }
  const states = [a.hasChome, b.hasChome];
  if (states.includes('yes')) {
    if (a.numbers.length === 0 || b.numbers.length === 0 || states.includes('no')) return 'SAME_TOWN';
    if (a.numbers[0] !== b.numbers[0]) return 'SAME_CITY';
    return verdictOfBlock(a.numbers.slice(1, 3), b.numbers.slice(1, 3));
  }
  // Without 丁目 on either side, 3-1-1 may be chome, lot and house, or lot, house and room: all of it must agree.
  const compared = states.includes('no') ? 2 : 3;
  return verdictOfBlock(a.numbers.slice(0, compared), b.numbers.slice(0, compared));
}

/** Lot and house numbers; never joined: 1-23 is not 12-3. */
function verdictOfBlock(a: readonly string[], b: readonly string[]): AddressVerdict {
  if (a.length === b.length && a.every((number, index) => number === b[index])) return 'SAME';
  return a[0] !== undefined && a[0] === b[0] ? 'SAME_BLOCK' : 'SAME_TOWN';
}

function compareBuildings(a: JapaneseAddress, b: JapaneseAddress): AddressComparison['building'] {
  if (a.building === '' || b.building === '') return 'UNKNOWN';
  return a.building === b.building ? 'SAME' : 'DIFFERENT';
}
