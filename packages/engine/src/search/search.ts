// A frozen index and a party in, the listed entities that may be it out, best first.
import type { Hit } from '../model/evidence.ts';
import type { HitTerms } from '../model/policy.ts';
import type { Subject } from '../model/subject.ts';
import {
  analyseSubject,
  compareEntities,
  statedFactors,
  subjectWithNames,
  type AnalysedName,
  type AnalysedSubject,
} from '../match/compare-entities.ts';
import { withCharacters } from '../match/compare-all-names.ts';
import { namePoints, type Rarity } from '../match/compare-names.ts';
import type { Entity } from '../model/entity.ts';
import type { NameToken } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { isReadable } from '../names/is-readable.ts';
import { birthDateKeys, identifierKeys, idKey } from './build-index.ts';
import type { EntityIndex } from './entity-index.ts';
import { CandidateFinder } from './find-candidates.ts';
import { eachOf } from './key-table.ts';
import { keyHash } from './keys.ts';
import { entryFilter, isAskedFor, type SearchFilters } from './search-filters.ts';
import { PointsBeside } from './stated-facts.ts';

/** Hits below `minScore` are left out, but not those that are below only by what the party states of itself (`disputedBy`). */
export interface SearchSettings extends HitTerms {
  /** The most hits to give. */
  readonly limit: number;
  /** Without it, all of every list. */
  readonly filters?: SearchFilters;
}

export interface SearchResult {
  /** By score, then by entity id. */
  readonly hits: readonly Omit<Hit, 'party'>[];
  /** Set when there may be more: why something was cut off. */
  readonly cutOff?: string;
  /** True when none of the party's names holds anything to search for: no hit means nothing. */
  readonly isUnreadable: boolean;
}

/**
 * Compares the party with every entity that can score enough beside it: found by the words of its names in any spelling, by an
 * identifier or a birth date. Deterministic.
 */
export function search(
  index: EntityIndex,
  subject: Subject,
  { limit, filters = {}, ...terms }: SearchSettings,
): SearchResult {
  const query = analyseSubject(subject, index.reference, finderOf(index).expansions);
  const { entries, cutOff } = findEntries(index, query, terms.minScore, entryFilter(index, filters));
  const rarity = remembered(index.rarity);
  const hits = [...entries]
    .flatMap(([entry, names]) => {
      const entity = index.entityAt(entry);
      if (!isAskedFor(entity, filters)) return [];
      const listed = subjectWithNames(entity, analysedNames(index, entry, names, query), index.reference);
      return hitOf(query, listed, entity, index.editionAt(entry).editionId, index.reference, rarity, terms);
    })
    .sort(byScore);
  const unread = query.names.some(({ name }) => name.isCutOff);
  const reasons = [
    ...(cutOff === undefined ? [] : [cutOff]),
    ...(unread ? ['the name has more words than are read'] : []),
    ...(limit < hits.length ? [`${hits.length} hits, the best ${limit} given`] : []),
  ];
  return {
    hits: hits.slice(0, limit),
    isUnreadable: !query.names.some(({ name }) => isReadable(name)),
    ...(0 < reasons.length ? { cutOff: reasons.join('; ') } : {}),
  };
}

const finders = new WeakMap<EntityIndex, CandidateFinder>();

function finderOf(index: EntityIndex): CandidateFinder {
  let finder = finders.get(index);
  if (!finder) finders.set(index, (finder = new CandidateFinder(index)));
  return finder;
}

/**
 * The entries that can score enough, with those of their names that can.
 * @param isAsked entries that are looked at; without it, all.
 */
export function findEntries(
  index: EntityIndex,
  query: AnalysedSubject,
  minScore: number,
  isAsked?: (entry: number) => boolean,
): { entries: ReadonlyMap<number, Set<number>>; cutOff?: string } {
  const least = Math.log(minScore / (1 - minScore));
  const beside = new PointsBeside(index, query);
  const entries = new Map<number, Set<number>>();
  const add = (entry: number, name: number) => {
    const names = entries.get(entry);
    if (names) names.add(name);
    else entries.set(entry, new Set([name]));
  };
  for (const key of identifierKeys(query))
    eachOf(index.factKeys, keyHash(key), (entry) => {
      if (isAsked?.(entry) === false) return;
      const { entryNameStarts } = index.parts;
      for (let name = entryNameStarts[entry] as number; name < (entryNameStarts[entry + 1] as number); name++)
        add(entry, name);
    });
  const born = new Set<number>();
  for (const key of birthDateKeys(query))
    eachOf(index.factKeys, keyHash(key), (entry) => {
      born.add(entry);
    });
  const { found, isCutOff } = finderOf(index).find(query.names, { least, beside, born, isAsked });
  for (const { name } of found.slice(0, MAX_COMPARED)) {
    const entry = index.parts.nameEntries[name] as number;
    const listed = index.nameAt(name);
    const floor = least - beside.mostAt(entry) - (born.has(entry) ? beside.mostBorn : 0);
    if (query.names.some((asked) => floor <= namePoints(asked.name, listed, index.reference, index.rarity)))
      add(entry, name);
  }
  return {
    entries,
    ...(isCutOff || MAX_COMPARED < found.length
      ? { cutOff: `${found.length} names are like this one, ${Math.min(MAX_COMPARED, found.length)} compared` }
      : {}),
  };
}

/** The most names that are compared for one party; reached only by names like "Mohamed" in millions of entities. */
const MAX_COMPARED = 4000;

function analysedNames(
  index: EntityIndex,
  entry: number,
  names: ReadonlySet<number>,
  query: AnalysedSubject,
): readonly AnalysedName[] {
  if (!query.names.some(({ characters, readings }) => 0 < characters.length + readings.length))
    return [...names].map((name) => ({ name: index.nameAt(name), characters: [], readings: [] }));
  const from = index.parts.entryNameStarts[entry] as number;
  const to = index.parts.entryNameStarts[entry + 1] as number;
  const all = Array.from({ length: to - from }, (_, place) => index.nameAt(from + place));
  return withCharacters(all, index.reference).filter((_, place) => names.has(from + place));
}

/** An entity of an edition, read for many comparisons. */
export interface ListedSubject {
  readonly entity: Entity;
  readonly editionId: string;
  readonly subject: AnalysedSubject;
}

/** The entities of these ids, once for each list that has them; without those that no list of the index has. */
export function listedSubjects(index: EntityIndex, entityIds: readonly string[]): readonly ListedSubject[] {
  return entityIds.flatMap((id) => withKey(index, idKey(id), (entity) => entity.id === id));
}

/** The entities that have one of these identifiers, of whatever type, in the order of the lists. */
export function listedWith(index: EntityIndex, identified: Pick<Subject, 'identifiers'>): readonly ListedSubject[] {
  const found = new Map<string, ListedSubject>();
  for (const key of identifierKeys(identified))
    for (const listed of withKey(index, key, (entity) => identifierKeys(entity).includes(key)))
      found.set(`${listed.editionId} ${listed.entity.id}`, listed);
  return [...found.values()];
}

/** @param holds keys are hashes: whether the entity is really meant. */
function withKey(index: EntityIndex, key: string, holds: (entity: Entity) => boolean): readonly ListedSubject[] {
  const found: ListedSubject[] = [];
  eachOf(index.factKeys, keyHash(key), (entry) => {
    const entity = index.entityAt(entry);
    if (!holds(entity)) return;
    const { editionId } = index.editionAt(entry);
    found.push({ entity, editionId, subject: analyseSubject(entity, index.reference) });
  });
  return found;
}

/**
 * The party compared with each of these entities and no other: nothing is passed over, and scores are those of `search` in the
 * index. For few entities, such as what an edition changed.
 */
export function searchAmong(
  index: EntityIndex,
  listed: readonly ListedSubject[],
  subject: Subject,
  terms: HitTerms,
): SearchResult['hits'] {
  const query = analyseSubject(subject, index.reference);
  const rarity = remembered(index.rarity);
  return listed
    .flatMap(({ entity, editionId, subject: other }) =>
      hitOf(query, other, entity, editionId, index.reference, rarity, terms),
    )
    .sort(byScore);
}

/** The hit of a party beside a listed entity, when it scores enough. */
export function hitOf(
  query: AnalysedSubject,
  listed: AnalysedSubject,
  entity: Entity,
  editionId: string,
  reference: NameReference,
  rarity: Rarity,
  { minScore, weakAliasesMakeHits = false }: HitTerms,
): SearchResult['hits'] {
  const weighed = weakAliasesMakeHits ? withWeakAliases(reference) : reference;
  const compared = compareEntities(query, listed, weighed, rarity);
  const { score, undisputedScore, contributions, pairs, nameOnly, queryName: partyName, listedName } = compared;
  if (undisputedScore < minScore) return [];
  const disputing = contributions.filter(({ factor, points }) => points < 0 && statedFactors.has(factor));
  const disputedBy = score < minScore ? disputing.map(({ factor }) => factor) : [];
  return [{ partyName, listedName, entity, editionId, score, contributions, pairs, nameOnly, disputedBy }];
}

const withWeak = new WeakMap<NameReference, NameReference>();

/** The same tables, where a weak alias has as many points as another name. */
function withWeakAliases(reference: NameReference): NameReference {
  let weighed = withWeak.get(reference);
  if (!weighed) {
    weighed = { ...reference, weights: { ...reference.weights, weakAliasMostPoints: Infinity } };
    withWeak.set(reference, weighed);
  }
  return weighed;
}

/** By score, then by entity id. */
export function byScore(a: Omit<Hit, 'party'>, b: Omit<Hit, 'party'>): number {
  return b.score - a.score || (a.entity.id < b.entity.id ? -1 : a.entity.id > b.entity.id ? 1 : 0);
}

/** The party's own words are asked for with every candidate. */
function remembered(rarity: Rarity): Rarity {
  const known = new Map<NameToken, number>();
  return (token) => {
    const before = known.get(token);
    if (before !== undefined) return before;
    const value = rarity(token);
    known.set(token, value);
    return value;
  };
}
