// An address as somebody writes it in, how it is understood out: its parts, what the gazetteers in use say of it, its key.
import { writtenAddressKey } from '@sekisho/engine/identity/address-key.ts';
import { checkAddress, readPlace } from '@sekisho/engine/identity/check-address.ts';
import type { PlaceReference } from '@sekisho/engine/identity/gazetteer-places.ts';
import { postalCodeOf } from '@sekisho/engine/identity/postal-code.ts';
import { japaneseSpellings } from '@sekisho/engine/identity/spoken-address.ts';
import type { AddressCheck } from '@sekisho/engine/model/gazetteer.ts';
import type { Parts } from './parts.ts';
import { withOpenGazetteers } from './with-gazetteers.ts';

export interface WrittenAddress {
  readonly full: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2, small letters; without it, the address tells whether it is of Japan. */
  readonly country?: string;
}

export interface ReadAddress {
  readonly country?: string;
  /** Of one in Latin letters or kana, what it can mean in Japanese; empty where no gazetteer in use has the place. */
  readonly spellings: readonly string[];
  /** Of Japan alone. */
  readonly parts?: AddressParts;
  readonly check?: Omit<AddressCheck, 'party'>;
  /** Addresses of one key are of one building; absent where a person has to read it. */
  readonly key?: string;
  /** Days of the gazetteers in use, by source. */
  readonly gazetteers: Readonly<Record<string, string>>;
}

/** As they are read: the block in digits with hyphens. */
export interface AddressParts {
  readonly postalCode?: string;
  readonly prefecture?: string;
  /** All that it can be; a city without its ward is any of its wards. */
  readonly municipalities: readonly string[];
  readonly town: string;
  /** Chome, lot and house. */
  readonly block: string;
  readonly building: string;
}

/** @throws Problem `edition.damaged`. */
export async function readAddress(address: WrittenAddress, parts: Parts): Promise<ReadAddress> {
  const active = await parts.store.activeEditions();
  return withOpenGazetteers(active, parts, (gazetteers) => {
    const reference = { ...parts.reference, gazetteers };
    const spellings = japaneseSpellings(address.full, reference);
    const country = address.country ?? (isOfJapan(address, spellings, reference) ? 'jp' : undefined);
    const used = active.filter(({ edition }) => gazetteers.some(({ editionId }) => editionId === edition.id));
    const key = writtenAddressKey(country === 'jp' ? (spellings[0] ?? address.full) : address.full, country, reference);
    return Promise.resolve({
      ...(country !== undefined && { country }),
      spellings,
      ...(country === 'jp' && { parts: partsOf(address, reference), check: checkAddress(address, reference) }),
      ...(key !== undefined && { key }),
      gazetteers: Object.fromEntries(used.map(({ edition }) => [edition.source, edition.publishedOn])),
    });
  });
}

/** A place of Japan is named in it, or it has a Japanese postal code. */
function isOfJapan(address: WrittenAddress, spellings: readonly string[], reference: PlaceReference): boolean {
  const { prefecture, municipalities } = readPlace(address, reference);
  return 0 < spellings.length || prefecture !== undefined || 0 < municipalities.length || /〒/u.test(address.full);
}

function partsOf(address: WrittenAddress, reference: PlaceReference): AddressParts {
  const { prefecture, municipalities, town, numbers, building } = readPlace(address, reference);
  const { statedNames } = reference.japaneseAddresses;
  const stated = (folded: string) => statedNames.get(folded) ?? asWritten(folded, address.full, reference);
  const [only, second] = municipalities;
  const known = prefecture ?? (second ? undefined : only?.prefecture);
  const postalCode = postalCodeOf(address)?.digits;
  return {
    ...(postalCode !== undefined && { postalCode }),
    ...(known !== undefined && { prefecture: stated(known) }),
    municipalities: municipalities.map((one) => {
      const name = stated(`${one.city}${one.ward ?? ''}`);
      return second === undefined ? name : `${stated(one.prefecture)}${name}`;
    }),
    town: asWritten(town, address.full, reference),
    block: numbers.join('-'),
    building: asWritten(building, address.full, reference),
  };
}

/** The piece of the text that is folded to this; what stands in no piece of it (read from kana, numbers turned), as it is folded. */
function asWritten(folded: string, text: string, { japaneseAddresses: { fold } }: PlaceReference): string {
  const characters = [...text.normalize('NFKC')].slice(0, MOST_CHARACTERS);
  for (let from = 0; folded !== '' && from < characters.length; from++)
    for (let end = from + 1; end <= Math.min(characters.length, from + 2 * folded.length); end++) {
      const piece = characters.slice(from, end).join('').trim();
      if (fold(piece).replaceAll(' ', '') === folded.replaceAll(' ', '')) return piece;
    }
  return folded;
}

/** Longer ones are no addresses. */
const MOST_CHARACTERS = 200;
