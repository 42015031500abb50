// What an entity states beside its names in, one number of it out; and the most points that a party may have by what both state.
import { schemaPoints, type AnalysedSubject } from '../match/compare-entities.ts';
import { schemata, type Entity, type Schema } from '../model/entity.ts';
import type { Subject } from '../model/subject.ts';
import type { EntityIndex } from './entity-index.ts';

type Facts = Pick<Subject, 'birthDates' | 'genders'> & { readonly countries: readonly string[] };

/** Years of birth from the first to the last, sexes, and a bit for each country, which others may share. */
export function packedFacts({
  birthDates,
  genders,
  countries,
  nationalities,
}: Omit<Facts, 'countries'> & Pick<Entity, 'countries' | 'nationalities'>): number {
  return packed({ birthDates, genders, countries: [...nationalities, ...countries] });
}

function packed({ birthDates, genders, countries }: Facts): number {
  let first = NO_YEAR;
  let last = 0;
  for (const { earliest, latest } of birthDates) {
    first = Math.min(first, placeOfYear(earliest));
    last = Math.max(last, placeOfYear(latest));
  }
  let bits = 0;
  for (const country of countries) bits |= 1 << (COUNTRY_SHIFT + bitOfCountry(country));
  for (const gender of genders) bits |= 1 << (GENDER_SHIFT + Number(gender === 'female'));
  return (bits | (last << LAST_SHIFT) | first) >>> 0;
}

/** The first year of an entity that states no birth date: after any last one. */
const NO_YEAR = 255;
const FIRST_YEAR = 1800;
const LAST_SHIFT = 8;
const GENDER_SHIFT = 16;
const GENDERS = 3 << GENDER_SHIFT;
const COUNTRY_SHIFT = 18;
const COUNTRY_BITS = 32 - COUNTRY_SHIFT;
const COUNTRIES = -1 << COUNTRY_SHIFT;

function placeOfYear(date: string): number {
  return Math.min(NO_YEAR - 1, Math.max(0, Number(date.slice(0, 4)) - FIRST_YEAR));
}

function bitOfCountry(country: string): number {
  return (country.charCodeAt(0) * 7 + country.charCodeAt(1) * 3) % COUNTRY_BITS;
}

/** The most points that anything beside a name and an equal number brings a party. What speaks against it is left out, but for the schema. */
export class PointsBeside {
  /** Beside any entity. */
  readonly most: number;
  /** What an equal exact birth date brings more than one that may be equal. */
  readonly mostBorn: number;
  readonly #facts: number;
  readonly #always: number;
  readonly #overlaps: number;
  readonly #gender: number;
  readonly #country: number;
  readonly #bySchema: Float64Array;
  readonly #entryFacts: Uint32Array;
  readonly #entrySchemata: Uint8Array;

  constructor(index: EntityIndex, query: AnalysedSubject) {
    const { weights } = index.reference;
    this.#facts = packed(query);
    this.#overlaps = 0 < query.birthDates.length ? weights.birthDateOverlaps : 0;
    this.#gender = 0 < query.genders.length ? weights.genderAgrees : 0;
    this.#country = 0 < query.countries.length ? weights.countryAgrees : 0;
    this.#always = 0 < query.addresses.length ? weights.addressAgrees : 0;
    this.most = this.#always + this.#overlaps + this.#gender + this.#country;
    this.mostBorn = weights.birthDateAgrees - weights.birthDateOverlaps;
    this.#bySchema = Float64Array.from(schemata, (schema: Schema) =>
      schemaPoints(query.schema, schema, index.reference),
    );
    this.#entryFacts = index.parts.entryFacts;
    this.#entrySchemata = index.parts.entrySchemata;
  }

  /** Beside this entity. */
  mostAt(entry: number): number {
    const own = this.#facts;
    const facts = this.#entryFacts[entry] as number;
    let points = this.#always + (this.#bySchema[this.#entrySchemata[entry] as number] as number);
    if ((own & 0xff) <= ((facts >>> LAST_SHIFT) & 0xff) && (facts & 0xff) <= ((own >>> LAST_SHIFT) & 0xff))
      points += this.#overlaps;
    if ((own & facts & GENDERS) !== 0) points += this.#gender;
    if ((own & facts & COUNTRIES) !== 0) points += this.#country;
    return points;
  }
}
