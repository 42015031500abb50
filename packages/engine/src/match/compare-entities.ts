// A party and a listed entity, both analysed, in; a score that is the sum of named contributions, with its pairs, out.
import type { DateRange } from '../model/calendar.ts';
import type { Schema } from '../model/entity.ts';
import type { Contribution, NamePair } from '../model/evidence.ts';
import type { Identifier, IdentifierType } from '../model/identifier.ts';
import type { Subject } from '../model/subject.ts';
import { analyseName, type TokenMemo } from '../names/analyse-name.ts';
import type { Name } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { compareNames, type NameComparison, type Rarity } from './compare-names.ts';

/** A name with the same subject's name in Han characters that it is a reading of (itself, when it is in Han). */
export interface AnalysedName {
  readonly name: Name;
  readonly characters: readonly Name[];
}

export interface AnalysedSubject {
  readonly schema: Schema;
  readonly names: readonly AnalysedName[];
  readonly birthDates: readonly DateRange[];
  readonly genders: Subject['genders'];
  /** Of nationality and of address, each once. */
  readonly countries: readonly string[];
  /** Values with letters and digits alone, upper case. */
  readonly identifiers: readonly Identifier[];
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
  const names = subject.names.map((raw) => analyseName(raw, reference, subject.schema, memo));
  const inHan = names.filter(hasHan);
  return {
    schema: subject.schema,
    names: names.map((name) => ({ name, characters: hasHan(name) ? [name] : readBy(name, inHan, reference) })),
    birthDates: subject.birthDates,
    genders: subject.genders,
    countries: [...new Set([...subject.nationalities, ...subject.countries])],
    identifiers: subject.identifiers.map((identifier) => ({ ...identifier, value: plainIdentifier(identifier) })),
  };
}

/** Compares everything that both sides state. A value that one side lacks contributes nothing. */
export function compareSubjects(
  query: AnalysedSubject,
  listed: AnalysedSubject,
  reference: NameReference,
  rarity?: Rarity,
): EntityComparison {
  const names = compareAllNames(query, listed, reference, rarity);
  const others = [
    ...compareBirthDates(query, listed, reference),
    ...compareGenders(query, listed, reference),
    ...compareCountries(query, listed, reference),
    ...compareIdentifiers(query, listed, reference),
  ];
  const contributions = [...names.contributions, ...compareSchemata(query.schema, listed.schema, reference), ...others];
  const undisputed = contributions.filter((contribution) => !others.includes(contribution) || 0 <= contribution.points);
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

function scoreOf(contributions: readonly Contribution[]): number {
  return 1 / (1 + Math.exp(-contributions.reduce((sum, { points }) => sum + points, 0)));
}

function hasHan({ tokens }: Name): boolean {
  return tokens.some(({ script }) => script === 'han');
}

/** A name of the same subject that says the same as one in Han: its reading, not another alias. */
const MIN_READING_SIMILARITY = 0.8;

function readBy(name: Name, inHan: readonly Name[], reference: NameReference): readonly Name[] {
  return inHan.filter((han) => MIN_READING_SIMILARITY <= compareNames(han, name, reference).similarity);
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

interface NamesCompared {
  readonly contributions: readonly Contribution[];
  readonly pairs: readonly NamePair[];
  readonly queryName: string;
  readonly listedName: string;
}

function compareAllNames(
  query: AnalysedSubject,
  listed: AnalysedSubject,
  reference: NameReference,
  rarity?: Rarity,
): NamesCompared {
  let best: { readonly points: number; readonly compared: NamesCompared } | undefined;
  for (const queryName of query.names)
    for (const listedName of listed.names) {
      const comparison = compareNames(queryName.name, listedName.name, reference, rarity);
      const contributions = namePoints(queryName, listedName, comparison, reference, rarity !== undefined);
      const points = contributions.reduce((sum, contribution) => sum + contribution.points, 0);
      if (best && points <= best.points) continue;
      best = {
        points,
        compared: {
          contributions,
          pairs: comparison.pairs,
          queryName: queryName.name.original,
          listedName: listedName.name.original,
        },
      };
    }
  return best?.compared ?? { contributions: [], pairs: [], queryName: '', listedName: '' };
}

function namePoints(
  query: AnalysedName,
  listed: AnalysedName,
  comparison: NameComparison,
  reference: NameReference,
  withRarity: boolean,
): Contribution[] {
  const { weights } = reference;
  const { similarity, agreedWords, rarity } = comparison;
  const contributions: Contribution[] = [
    { factor: 'name', points: pointsOf(similarity, weights), detail: `similarity ${similarity.toFixed(3)}` },
  ];
  if (0 < (contributions[0]?.points ?? 0)) {
    if (agreedWords < 2)
      contributions.push({ factor: 'one-word', points: weights.oneWordPoints * Math.min(1, 2 - agreedWords) });
    if (withRarity)
      contributions.push({
        factor: 'rarity',
        points: weights.commonWordsPoints + (weights.rareWordsPoints - weights.commonWordsPoints) * rarity,
      });
    if (areHomophones(query, listed, reference))
      contributions.push({ factor: 'homophone', points: weights.homophonePoints });
  }
  const weak = query.name.kind === 'weak' || listed.name.kind === 'weak';
  const sum = contributions.reduce((total, { points }) => total + points, 0);
  if (weak && weights.weakAliasMostPoints < sum)
    contributions.push({ factor: 'weak-alias', points: weights.weakAliasMostPoints - sum });
  return contributions;
}

/** Points between the five given similarities lie on straight lines. */
function pointsOf(similarity: number, weights: NameReference['weights']): number {
  const curve: readonly (readonly [number, number])[] = [
    [0.3, weights.otherNamePoints],
    [0.65, weights.doubtfulNamePoints],
    [0.83, weights.thresholdNamePoints],
    [0.9, weights.similarNamePoints],
    [1, weights.equalNamePoints],
  ];
  let [[fromSimilarity, fromPoints] = [0, 0]] = curve;
  if (similarity <= fromSimilarity) return fromPoints;
  for (const [toSimilarity, toPoints] of curve) {
    if (similarity <= toSimilarity && fromSimilarity < toSimilarity)
      return fromPoints + ((toPoints - fromPoints) * (similarity - fromSimilarity)) / (toSimilarity - fromSimilarity);
    [fromSimilarity, fromPoints] = [toSimilarity, toPoints];
  }
  return fromPoints;
}

/** Like with like: where both sides state the characters, other characters outweigh an equal reading. */
function areHomophones(query: AnalysedName, listed: AnalysedName, reference: NameReference): boolean {
  if (query.characters.length === 0 || listed.characters.length === 0) return false;
  if (query.characters.includes(query.name) && listed.characters.includes(listed.name)) return false;
  return !query.characters.some((a) =>
    listed.characters.some((b) => MIN_SAME_CHARACTERS <= compareNames(a, b, reference).similarity),
  );
}

const MIN_SAME_CHARACTERS = 0.85;

/** Which schemata can be one thing: a legal entity is a person or an organisation. */
const kindBySchema = {
  Person: 'person',
  Company: 'organisation',
  Organization: 'organisation',
  PublicBody: 'organisation',
  LegalEntity: 'either',
  Vessel: 'vessel',
  Airplane: 'airplane',
} as const satisfies Record<Schema, string>;

function compareSchemata(query: Schema, listed: Schema, { weights }: NameReference): Contribution[] {
  const a = kindBySchema[query];
  const b = kindBySchema[listed];
  if (a === b) return [];
  const detail = `${query} / ${listed}`;
  const parties: readonly string[] = ['person', 'organisation', 'either'];
  if (!parties.includes(a) || !parties.includes(b))
    return [{ factor: 'schema', points: weights.schemaContradicts, detail }];
  return a === 'either' || b === 'either'
    ? []
    : [{ factor: 'schema', points: weights.personBesideOrganisation, detail }];
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
  for (const a of query.identifiers)
    for (const b of listed.identifiers) {
      if (a.type !== b.type || a.value === '' || b.value === '') continue;
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
  if (contradiction) return [contradiction];
  return comparable ? [{ factor: 'identifier', points: 0, detail: 'none in common' }] : [];
}
