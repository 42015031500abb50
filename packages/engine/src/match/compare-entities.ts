// A party and a listed entity, both analysed, in; a score that is the sum of named contributions, with its pairs, out.
import type { DateRange } from '../model/calendar.ts';
import type { Schema } from '../model/entity.ts';
import type { Contribution, NamePair } from '../model/evidence.ts';
import type { Identifier, IdentifierType } from '../model/identifier.ts';
import type { Subject } from '../model/subject.ts';
import { alternativeNames } from '../names/alternative-names.ts';
import { analyseName, type TokenMemo } from '../names/analyse-name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { analyseAddress, compareAddresses, type AnalysedAddress } from './compare-addresses.ts';
import { compareAllNames, withCharacters, type AnalysedName } from './compare-all-names.ts';
import type { Rarity } from './compare-names.ts';

export type { AnalysedName } from './compare-all-names.ts';

export interface AnalysedSubject {
  readonly schema: Schema;
  readonly names: readonly AnalysedName[];
  readonly birthDates: readonly DateRange[];
  readonly genders: Subject['genders'];
  /** Of nationality and of address, each once. */
  readonly countries: readonly string[];
  /** Values with letters and digits alone, upper case. */
  readonly identifiers: readonly Identifier[];
  readonly addresses: readonly AnalysedAddress[];
}

export interface EntityComparison {
  /** 0 to 1: the logistic of the sum of the contributions. */
  readonly score: number;
  /** The score if nothing beside the name spoke against it. */
  readonly undisputedScore: number;
  readonly contributions: readonly Contribution[];
  readonly pairs: readonly NamePair[];
  /** Nothing but names could be compared. */
  readonly nameOnly: boolean;
  /** The two names that came closest, as written. */
  readonly queryName: string;
  readonly listedName: string;
}

/** Reads the names of a party or an entity once, for many comparisons. */
export function analyseSubject(subject: Subject, reference: NameReference, memo?: TokenMemo): AnalysedSubject {
  const names = subject.names.flatMap(alternativeNames).map((raw) => analyseName(raw, reference, subject.schema, memo));
  return subjectWithNames(subject, withCharacters(names, reference), reference);
}

/** A subject whose names were read before. */
export function subjectWithNames(
  subject: Omit<Subject, 'names'>,
  names: readonly AnalysedName[],
  reference: NameReference,
): AnalysedSubject {
  return {
    schema: subject.schema,
    names,
    birthDates: subject.birthDates,
    genders: subject.genders,
    countries: [...new Set([...subject.nationalities, ...subject.countries])],
    identifiers: plainIdentifiers(subject.identifiers),
    addresses: subject.addresses.map((address) => analyseAddress(address, reference)),
  };
}

/** Identifiers as they are compared: letters and digits alone, upper case. */
export function plainIdentifiers(identifiers: readonly Identifier[]): readonly Identifier[] {
  return identifiers.map((identifier) => ({ ...identifier, value: plainIdentifier(identifier) }));
}

/** Compares everything that both sides state. A value that one side lacks contributes nothing. */
export function compareEntities(
  query: AnalysedSubject,
  listed: AnalysedSubject,
  reference: NameReference,
  rarity?: Rarity,
): EntityComparison {
  const names = compareAllNames(query.names, listed.names, reference, rarity);
  const others = [
    ...compareBirthDates(query, listed, reference),
    ...compareGenders(query, listed, reference),
    ...compareCountries(query, listed, reference),
    ...compareIdentifiers(query, listed, reference),
    ...compareAddresses(query.addresses, listed.addresses, isOrganisation(query) && isOrganisation(listed), reference),
  ];
  const schemata = compareSchemata(query.schema, listed.schema, reference);
  const contributions = capped([...names.contributions, ...schemata, ...others], reference);
  const undisputed = contributions.filter(({ factor, points }) => 0 <= points || !statedFactors.has(factor));
  return {
    score: scoreOf(contributions),
    undisputedScore: scoreOf(undisputed),
    contributions,
    pairs: names.pairs,
    nameOnly: others.length === 0,
    queryName: names.queryName,
    listedName: names.listedName,
  };
}

/** What a party states of itself beside its name: it may lower a score, and never takes a hit out of sight. */
export const statedFactors: ReadonlySet<string> = new Set([
  'birth-date',
  'gender',
  'country',
  'identifier',
  'address',
  'other-reading',
]);

/**
 * A second datum that contradicts (birth date, sex, a number that one has for ever) caps the score at one half, unless a number
 * agrees.
 */
function capped(contributions: readonly Contribution[], { weights }: NameReference): readonly Contribution[] {
  const contradicting = contributions.find(
    ({ factor, points }) =>
      (factor === 'birth-date' && points <= weights.birthDateContradicts) ||
      (factor === 'gender' && points <= weights.genderContradicts) ||
      (factor === 'identifier' && points <= weights.identifierContradicts),
  );
  if (!contradicting || contributions.some(({ factor, points }) => factor === 'identifier' && 0 < points))
    return contributions;
  const sum = contributions.reduce((total, { points }) => total + points, 0);
  if (sum <= 0) return contributions;
  return contributions.map((contribution) =>
    contribution === contradicting ? { ...contribution, points: contribution.points - sum - BELOW_HALF } : contribution,
  );
}

/** Under one half, not at it. */
const BELOW_HALF = 0.01;

function isOrganisation({ schema }: AnalysedSubject): boolean {
  return kindBySchema[schema] === 'organisation';
}

function scoreOf(contributions: readonly Contribution[]): number {
  return 1 / (1 + Math.exp(-contributions.reduce((sum, { points }) => sum + points, 0)));
}

/** `IMO 9123456`, `9123456`: the same number. */
function plainIdentifier({ type, value }: Identifier): string {
  const plain = value
    .toWellFormed()
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return type === 'imo-number' ? plain.replace(/^IMO(?=\d)/, '') : plain;
}

/** Which schemata can be one thing: a legal entity is a person or an organisation. */
export const kindBySchema = {
  Person: 'person',
  Company: 'organisation',
  Organization: 'organisation',
  PublicBody: 'organisation',
  LegalEntity: 'either',
  Vessel: 'vessel',
  Airplane: 'airplane',
} as const satisfies Record<Schema, string>;

function compareSchemata(query: Schema, listed: Schema, reference: NameReference): Contribution[] {
  const points = schemaPoints(query, listed, reference);
  return points === 0 ? [] : [{ factor: 'schema', points, detail: `${query} / ${listed}` }];
}

/** What it says against a party and an entity that they are of these schemata: 0 where they can be one. */
export function schemaPoints(query: Schema, listed: Schema, { weights }: NameReference): number {
  const a = kindBySchema[query];
  const b = kindBySchema[listed];
  if (a === b) return 0;
  const parties: readonly string[] = ['person', 'organisation', 'either'];
  if (!parties.includes(a) || !parties.includes(b)) return weights.schemaContradicts;
  return a === 'either' || b === 'either' ? 0 : weights.personBesideOrganisation;
}

/** Years that two exact birth dates may differ by and still be a slip or another calendar (domain rule: more contradicts). */
const NEAR_YEARS = 2;

function compareBirthDates(
  query: AnalysedSubject,
  listed: AnalysedSubject,
  { weights }: NameReference,
): Contribution[] {
  let best: Contribution | undefined;
  for (const a of query.birthDates)
    for (const b of listed.birthDates) {
      const found = compareDates(a, b, weights);
      if (!best || best.points < found.points) best = found;
    }
  return best ? [best] : [];
}

function compareDates(a: DateRange, b: DateRange, weights: NameReference['weights']): Contribution {
  const detail = `${a.text} / ${b.text}`;
  const exact = (range: DateRange) => range.earliest === range.latest && !range.circa;
  if (exact(a) && exact(b) && a.earliest === b.earliest)
    return { factor: 'birth-date', points: weights.birthDateAgrees, detail };
  const overlap = a.earliest <= b.latest && b.earliest <= a.latest;
  if (overlap || (exact(a) && exact(b) && dayAndMonthSwapped(a.earliest, b.earliest)))
    return { factor: 'birth-date', points: weights.birthDateOverlaps, detail };
  const year = (day: string) => Number(day.slice(0, 4));
  const apart = Math.max(year(a.earliest) - year(b.latest), year(b.earliest) - year(a.latest), 0);
  const near = apart <= NEAR_YEARS * (a.circa || b.circa ? 2 : 1);
  return { factor: 'birth-date', points: near ? weights.birthDateNear : weights.birthDateContradicts, detail };
}

function dayAndMonthSwapped(a: string, b: string): boolean {
  return `${a.slice(0, 4)}-${a.slice(8)}-${a.slice(5, 7)}` === b;
}

function compareGenders(query: AnalysedSubject, listed: AnalysedSubject, { weights }: NameReference): Contribution[] {
  if (query.genders.length === 0 || listed.genders.length === 0) return [];
  const agree = query.genders.some((gender) => listed.genders.includes(gender));
  const detail = `${query.genders.join(', ')} / ${listed.genders.join(', ')}`;
  return [{ factor: 'gender', points: agree ? weights.genderAgrees : weights.genderContradicts, detail }];
}

/** People have several countries and lists name few: a difference is weak evidence. */
function compareCountries(query: AnalysedSubject, listed: AnalysedSubject, { weights }: NameReference): Contribution[] {
  if (query.countries.length === 0 || listed.countries.length === 0) return [];
  const common = query.countries.filter((country) => listed.countries.includes(country));
  return [
    {
      factor: 'country',
      points: 0 < common.length ? weights.countryAgrees : weights.countryDiffers,
      detail: 0 < common.length ? common.join(', ') : `${query.countries.join(', ')} / ${listed.countries.join(', ')}`,
    },
  ];
}

/** Of these an entity has one for ever: two that differ contradict. */
const LASTING: ReadonlySet<IdentifierType> = new Set(['jp-corporate-number', 'lei', 'imo-number']);
/** Shorter values ("1", "A12") are equal by chance. */
const MIN_IDENTIFIER = 5;

function compareIdentifiers(
  query: AnalysedSubject,
  listed: AnalysedSubject,
  { weights }: NameReference,
): Contribution[] {
  let comparable = false;
  let contradiction: Contribution | undefined;
  let acrossTypes: Contribution | undefined;
  for (const a of query.identifiers)
    for (const b of listed.identifiers) {
      if (a.value === '' || b.value === '') continue;
      if (a.type !== b.type) {
        if (isSameDocument(a, b))
          acrossTypes = {
            factor: 'identifier',
            points: weights.identifierAgreesAcrossTypes,
            detail: `${a.type} / ${b.type} ${a.value}`,
          };
        continue;
      }
      if (a.country !== undefined && b.country !== undefined && a.country !== b.country) continue;
      comparable = true;
      if (a.value === b.value && MIN_IDENTIFIER <= a.value.length)
        return [{ factor: 'identifier', points: weights.identifierAgrees, detail: `${a.type} ${a.value}` }];
      if (a.value !== b.value && LASTING.has(a.type))
        contradiction = {
          factor: 'identifier',
          points: weights.identifierContradicts,
          detail: `${a.type} ${a.value} / ${b.value}`,
        };
    }
  if (acrossTypes) return [acrossTypes];
  if (contradiction) return [contradiction];
  return comparable ? [{ factor: 'identifier', points: 0, detail: 'none in common' }] : [];
}

/** Lists and parties call one document a passport, a national id, an identity document; short numbers are equal by chance. */
function isSameDocument(a: Identifier, b: Identifier): boolean {
  const isVague = ({ type }: Identifier) => VAGUE.has(type);
  return a.value === b.value && MIN_VAGUE_IDENTIFIER <= a.value.length && (isVague(a) || isVague(b));
}

const VAGUE: ReadonlySet<IdentifierType> = new Set([
  'registration-number',
  'tax-id',
  'passport',
  'national-id',
  'identity-document',
  'other',
]);
const MIN_VAGUE_IDENTIFIER = 7;
