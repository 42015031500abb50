// An address in, the text that is the same for the same building out: what registers are looked up by and applications joined by.
import type { JapaneseAddressReference, JapaneseMunicipality } from '../reference/japanese-addresses.ts';
import type { LatinAddressReference } from '../reference/latin-addresses.ts';
import { latinAddressKey } from './latin-address.ts';
import {
  readMunicipality,
  readTownAndNumbers,
  withFewSpaces,
  withoutPostalCode,
  type SplitAddress,
} from './read-japanese-address.ts';

/** What an address key is made by. */
export interface AddressKeyReference {
  readonly japaneseAddresses: JapaneseAddressReference;
  readonly latinAddresses: LatinAddressReference;
}

/**
 * Of an address as somebody writes it: one of Japan by its building, any other by its words in their order.
 * @param country ISO 3166-1 alpha-2, small letters.
 */
export function writtenAddressKey(
  full: string,
  country: string | undefined,
  { japaneseAddresses, latinAddresses }: AddressKeyReference,
): string | undefined {
  return country === 'jp' ? addressKey(full, japaneseAddresses) : latinAddressKey(full, country, latinAddresses);
}

/**
 * The same text for the same building, however it is written: prefecture, municipality, town, block and house; without the
 * building's name and the room. Undefined where a person had to read it: no municipality or several, no ward of a city that has
 * wards, no number, Kyoto's crossings.
 */
export function addressKey(address: string | SplitAddress, reference: JapaneseAddressReference): string | undefined {
  const { place, rest } =
    typeof address === 'string' ? placeInText(address, reference) : placeOfSplit(address, reference);
  if (place === undefined || isCrossing(rest, place, reference)) return undefined;
  const { town, hasChome, numbers } = readTownAndNumbers(rest, reference);
  if (numbers.length === 0) return undefined;
  return `${place} ${town} ${numbers.slice(0, hasChome === 'no' ? 2 : 3).join('-')}`;
}

interface PlaceAndRest {
  /** The prefecture and the only municipality that can be meant. */
  readonly place: string | undefined;
  readonly rest: string;
}

function placeInText(address: string, reference: JapaneseAddressReference): PlaceAndRest {
  const text = withoutPostalCode(withFewSpaces(reference.fold(address)));
  const prefecture = reference.prefectures.find((name) => text.startsWith(name));
  const read = readMunicipality(text.slice(prefecture?.length ?? 0), prefecture, undefined, reference);
  return { place: onlyPlace(read.municipalities, reference), rest: read.rest };
}

/** A register of millions names the same municipalities again and again: each is read once. */
function placeOfSplit({ prefecture, city, street }: SplitAddress, reference: JapaneseAddressReference): PlaceAndRest {
  let known = placesBySplit.get(reference);
  if (!known) placesBySplit.set(reference, (known = new Map<string, string>()));
  const stated = `${prefecture} ${city}`;
  let place = known.get(stated);
  if (place === undefined) {
    const folded = reference.fold(prefecture);
    const read = readMunicipality(reference.fold(city), folded, { prefecture, city, street }, reference);
    place = (read.rest === '' ? onlyPlace(read.municipalities, reference) : undefined) ?? '';
    known.set(stated, place);
  }
  return { place: place === '' ? undefined : place, rest: withFewSpaces(reference.fold(street)) };
}

const placesBySplit = new WeakMap<JapaneseAddressReference, Map<string, string>>();

/** A city that is divided into wards is no place without one. */
function onlyPlace(
  [municipality, another]: readonly JapaneseMunicipality[],
  { municipalities }: JapaneseAddressReference,
): string | undefined {
  if (!municipality || another) return undefined;
  const { prefecture, city, ward } = municipality;
  const isDivided = city.endsWith('市') && municipalities.get(city)?.whole.length === 0;
  return isDivided && ward === undefined ? undefined : `${prefecture} ${city}${ward ?? ''}`;
}

function isCrossing(rest: string, place: string, { words: { crossings } }: JapaneseAddressReference): boolean {
  return place.startsWith(crossings.prefecture) && crossings.words.some((word) => rest.includes(word));
}
