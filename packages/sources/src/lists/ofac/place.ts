// The parts of an address as OFAC gives them in, the address in one line and its parts out.
import type { FieldOfList } from '../../readers/closed-vocabulary.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { noteOf, type OfacPlace } from './party.ts';

export interface PlaceParts {
  /** Up to three lines. */
  readonly street?: string | undefined;
  /** As the CSV files write it: `Samplegrad, Sample Oblast 100000`. */
  readonly cityLine?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly countryName?: string | undefined;
  readonly note?: string | undefined;
}

/** Every entry has an address; it may be empty but for a number, or hold a note alone. */
export function placeOf(
  { street, cityLine, city, region, postalCode, countryName, note }: PlaceParts,
  where: FieldOfList,
  reader: CountryReader,
): OfacPlace {
  const country = countryIn(countryName, where.field, where, reader);
  const full = [street, cityLine, countryName === 'undetermined' ? undefined : countryName]
    .filter((part) => part !== undefined)
    .join(', ');
  const noted = noteOf(full === '' ? 'Address' : `Address ${full}`, note);
  if (full === '') return { address: undefined, note: noted };
  return {
    address: {
      full,
      ...(street !== undefined && { street }),
      ...(city !== undefined && { city }),
      ...(region !== undefined && { region }),
      ...(postalCode !== undefined && { postalCode }),
      ...(country !== undefined && { country }),
    },
    note: noted,
  };
}

/** `Samplegrad`, `Sample Oblast`, `100000` as the CSV files join them: `Samplegrad, Sample Oblast 100000`. */
export function cityLineOf(
  city: string | undefined,
  region: string | undefined,
  postalCode: string | undefined,
): string | undefined {
  const named = [city, region].filter((part) => part !== undefined).join(', ');
  const line = [named, postalCode].filter((part) => part !== undefined && part !== '').join(' ');
  return line === '' ? undefined : line;
}
