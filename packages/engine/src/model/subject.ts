// A subject: what a party and a listed entity have in common, so that either can be compared with the other.
import type { Party } from './application.ts';
import { parseDateRange } from './calendar.ts';
import type { Entity, EntityName, Schema } from './entity.ts';

export type Subject = Pick<
  Entity,
  'schema' | 'names' | 'birthDates' | 'genders' | 'nationalities' | 'countries' | 'identifiers' | 'addresses'
>;

/** A party as a subject. Names without a kind are primary. */
export function subjectOf(party: Party): Subject {
  const birthDate = party.birthDate === undefined ? undefined : parseDateRange(party.birthDate);
  const addresses = party.addresses ?? [];
  const nationalities = party.nationalities ?? [];
  const countries = [party.country, ...nationalities, ...addresses.map((address) => address.country)];
  return {
    schema: party.schema,
    names: party.names.map((name): EntityName => ({ ...name, kind: name.kind ?? 'primary' })),
    birthDates: birthDate ? [birthDate] : [],
    genders: party.gender ? [party.gender] : [],
    nationalities,
    countries: [...new Set(countries.filter((country) => country !== undefined))],
    identifiers: party.identifiers ?? [],
    addresses,
  };
}

/** A subject of which nothing is known but one name. */
export function subjectNamed(text: string, schema: Schema): Subject {
  return {
    schema,
    names: [{ text, kind: 'primary' }],
    birthDates: [],
    genders: [],
    nationalities: [],
    countries: [],
    identifiers: [],
    addresses: [],
  };
}
