// Two listed entities in, whether they are proved to be one, proved to be two, or neither, out.
import { checkIdentifier } from '../identity/identifiers/check-identifier.ts';
import { isUnReference } from '../identity/identifiers/un-reference.ts';
import { compareEntities, kindBySchema, type AnalysedSubject } from '../match/compare-entities.ts';
import type { DateRange } from '../model/calendar.ts';
import type { Entity } from '../model/entity.ts';
import type { Identifier, IdentifierType } from '../model/identifier.ts';
import type { MergeReason } from '../model/merge.ts';
import type { NameReference } from '../reference/name-reference.ts';

/** An entity with its names read. */
export interface ComparedEntity {
  readonly entity: Entity;
  readonly subject: AnalysedSubject;
}

export type Sameness =
  | { readonly verdict: 'same'; readonly kind: MergeReason['kind']; readonly detail: string }
  | { readonly verdict: 'different' | 'open' };

/**
 * `same` only on proof: an identifier that one party alone can have, or a name with a day of birth and a country, or of a
 * body a name with a whole address. `different`: a person and a body, two sexes, two days of birth, two lasting numbers; of
 * one list also any two entries, as their publisher keeps them apart. Likeness of names alone proves nothing.
 */
export function sameness(one: ComparedEntity, other: ComparedEntity, reference: NameReference): Sameness {
  if (areDifferent(one.entity, other.entity)) return { verdict: 'different' };
  const names = nameScore(one.subject, other.subject, reference);
  const shared = sharedIdentifier(one.entity, other.entity, names);
  if (shared !== undefined) return { verdict: 'same', kind: 'identifier', detail: shared };
  if (names < EQUAL_NAMES) return { verdict: 'open' };
  const born = sameDay(one.entity.birthDates, other.entity.birthDates);
  const country = one.entity.countries.find((code) => other.entity.countries.includes(code));
  if (born !== undefined && country !== undefined)
    return { verdict: 'same', kind: 'name-birth-date-country', detail: `${born}, ${country}` };
  const address = isBody(one.entity) && isBody(other.entity) ? sharedAddress(one.entity, other.entity) : undefined;
  if (address !== undefined) return { verdict: 'same', kind: 'name-address', detail: address };
  return { verdict: 'open' };
}

/** Of names alone: above it a score says that the names are spellings of one. */
const EQUAL_NAMES = 0.9;
/** Documents are lent, and numbers miswritten: their holders' names must not speak against them. */
const LIKE_NAMES = 0.5;

/** Numbers that are given once and never again: whoever has it is the party, whatever it calls itself. */
const lasting: ReadonlySet<IdentifierType> = new Set([
  'jp-corporate-number',
  'lei',
  'imo-number',
  'cn-uscc',
  'kr-corporate-number',
  'ru-ogrn',
  'us-uei',
]);

/** Numbers of which a party has one in its country, and types that lists use for each other. */
const personal: ReadonlySet<IdentifierType> = new Set([
  ...lasting,
  'uk-company-number',
  'us-cik',
  'eu-vat',
  'cn-organisation-code',
  'kr-business-number',
  'ru-inn',
  'registration-number',
  'tax-id',
  'passport',
  'national-id',
  'identity-document',
  'swift-bic',
  'duns',
  'crypto-wallet',
  'aircraft-registration',
]);

/** Shorter ones are equal by chance. */
const MIN_CHARACTERS = 6;

/** True when they are proved to be two, as `sameness` says; without looking at their names. */
export function areDifferent(one: Entity, other: Entity): boolean {
  if (one.source === other.source) return true;
  const [kind, otherKind] = [kindBySchema[one.schema], kindBySchema[other.schema]];
  if (kind !== otherKind && kind !== 'either' && otherKind !== 'either') return true;
  if (one.genders.length === 1 && other.genders.length === 1 && one.genders[0] !== other.genders[0]) return true;
  if (birthDatesContradict(one.birthDates, other.birthDates)) return true;
  return one.identifiers.some(
    ({ type, value }) =>
      lasting.has(type) &&
      other.identifiers.some((theirs) => theirs.type === type) &&
      !other.identifiers.some((theirs) => theirs.type === type && plain(theirs) === plain({ type, value })),
  );
}

function isBody({ schema }: Entity): boolean {
  return kindBySchema[schema] === 'organisation';
}

/** True when both say when, and no date of one can be a date of the other. */
function birthDatesContradict(one: readonly DateRange[], other: readonly DateRange[]): boolean {
  const [ours, theirs] = [one, other].map((dates) => dates.filter(({ circa }) => !circa));
  if (!ours?.length || !theirs?.length) return false;
  return !ours.some((a) => theirs.some((b) => a.earliest <= b.latest && b.earliest <= a.latest));
}

function sameDay(one: readonly DateRange[], other: readonly DateRange[]): string | undefined {
  const days = (dates: readonly DateRange[]) =>
    dates.filter(({ earliest, latest, circa }) => earliest === latest && !circa).map(({ earliest }) => earliest);
  return days(one).find((day) => days(other).includes(day));
}

function nameScore(one: AnalysedSubject, other: AnalysedSubject, reference: NameReference): number {
  const named = ({ schema, names }: AnalysedSubject): AnalysedSubject => ({
    schema,
    names: names.filter(({ name }) => name.kind !== 'weak'),
    birthDates: [],
    genders: [],
    countries: [],
    identifiers: [],
    addresses: [],
  });
  const [a, b] = [named(one), named(other)];
  if (a.names.length === 0 || b.names.length === 0) return 0;
  return compareEntities(a, b, reference).score;
}

/** The identifier that proves them one. */
function sharedIdentifier(one: Entity, other: Entity, names: number): string | undefined {
  for (const ours of one.identifiers)
    for (const theirs of other.identifiers) {
      const value = plain(ours);
      if (value === undefined || value !== plain(theirs)) continue;
      if (isUnReference(ours.value)) return `UN ${ours.value}`;
      if (ours.type === theirs.type && lasting.has(ours.type)) return `${ours.type} ${value}`;
      const isOneKind = personal.has(ours.type) && personal.has(theirs.type);
      const isOneCountry =
        ours.country === undefined || theirs.country === undefined || ours.country === theirs.country;
      if (isOneKind && isOneCountry && LIKE_NAMES <= names) return `${ours.type} ${value}`;
    }
  return undefined;
}

/** The one form of a value; undefined where it is too short, has no digits or a wrong check digit. */
function plain(identifier: Identifier): string | undefined {
  const { state, normalised } = checkIdentifier(identifier);
  if (state !== 'VALID_UNCONFIRMED' || normalised === undefined) return undefined;
  return MIN_CHARACTERS <= normalised.length && /\d/.test(normalised) ? normalised : undefined;
}

function sharedAddress(one: Entity, other: Entity): string | undefined {
  const key = (full: string) =>
    full
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const theirs = new Set(other.addresses.map(({ full }) => key(full)));
  return one.addresses.find(({ full }) => MIN_ADDRESS <= key(full).length && theirs.has(key(full)))?.full;
}

/** "Tehran, Iran" is shared by many. */
const MIN_ADDRESS = 24;
