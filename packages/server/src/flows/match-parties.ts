// A subject and terms in, the parties of the lists that may be it out: the best hit of each, best first.
import { isDelisted, type Schema } from '@sekisho/engine/model/entity.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import type { SearchResult } from '@sekisho/engine/search/search.ts';
import type { ListedParties, ListedParty, ListsInUse } from './listed-parties.ts';

/** Which entries are looked at. Whatever is absent narrows nothing; an empty choice is met by nothing. */
export interface PartyScope {
  /** Sources. */
  readonly lists?: readonly string[];
  readonly schemata?: readonly Schema[];
  readonly topics?: readonly string[];
  /** ISO 3166-1 alpha-2, lower case. */
  readonly countries?: readonly string[];
  /** As `SearchFilters` has it: what has no day is not left out. */
  readonly changedSince?: string;
  /** Entries that are left out, with all entries of the same parties. */
  readonly excluded?: readonly string[];
}

export interface MatchTerms {
  /** The most parties to give. */
  readonly limit: number;
  /** The most hits to look at. */
  readonly candidates: number;
  /** Scores above it are given. */
  readonly cutoff: number;
  readonly scope: PartyScope;
  readonly today: string;
}

export interface PartyMatch {
  readonly party: ListedParty;
  readonly hit: SearchResult['hits'][number];
}

export interface PartyMatches {
  readonly matches: readonly PartyMatch[];
  /** Hits above the cut-off, of whatever party, best first. */
  readonly hits: SearchResult['hits'];
  /** Nothing in the names can be searched for: no match means nothing. */
  readonly isUnreadable: boolean;
}

/** Below this a score says that two are different; a search for less would only be slow. */
const LEAST_SCORE = 0.05;

export async function matchParties(
  subject: Subject,
  terms: MatchTerms,
  { parties, searcher }: ListsInUse,
): Promise<PartyMatches> {
  const { excluded = [], ...filters } = terms.scope;
  if (filters.lists?.length === 0) return { matches: [], hits: [], isUnreadable: false };
  const left = new Set<string>();
  for (const id of excluded) for (const { entity } of (await parties.later(id))?.entries ?? []) left.add(entity.id);
  const minScore = Math.min(MOST_SCORE, Math.max(LEAST_SCORE, terms.cutoff));
  const { hits, isUnreadable } = await searcher.search(parties.index, subject, {
    minScore,
    limit: terms.candidates + left.size,
    weakAliasesMakeHits: false,
    filters,
  });
  const above = hits.filter(
    ({ entity, score }) => terms.cutoff < score && !left.has(entity.id) && !isDelisted(entity, terms.today),
  );
  const taken = above.slice(0, terms.candidates);
  return { matches: await firstParties(taken, terms.limit, parties), hits: taken, isUnreadable };
}

/** A search for more than this finds what is certain, and what is filtered afterwards. */
const MOST_SCORE = 0.99;

/** Each party once, by its best hit. */
async function firstParties(
  hits: SearchResult['hits'],
  limit: number,
  parties: ListedParties,
): Promise<readonly PartyMatch[]> {
  const matches: PartyMatch[] = [];
  const seen = new Set<string>();
  for (const hit of hits) {
    if (limit <= matches.length) break;
    if (seen.has(hit.entity.id)) continue;
    const party = await parties.later(hit.entity.id);
    if (!party) continue;
    for (const { entity } of party.entries) seen.add(entity.id);
    matches.push({ party, hit });
  }
  return matches;
}

/** How many parties entries are of, without merging those that were not merged before. */
export interface PartyCount {
  readonly value: number;
  /** `gte`: there are so many at least. */
  readonly relation: 'eq' | 'gte';
}

/** Entries of one list are of as many parties as they are. */
export function partyCount(
  entries: readonly { readonly id: string; readonly source: string }[],
  { parties }: ListsInUse,
): PartyCount {
  const perList = new Map<string, number>();
  const merged = new Set<string>();
  let found = 0;
  let unknown = 0;
  for (const { id, source } of entries) {
    perList.set(source, (perList.get(source) ?? 0) + 1);
    if (merged.has(id)) continue;
    const party = parties.known(id);
    if (party) {
      found++;
      for (const { entity } of party.entries) merged.add(entity.id);
    } else unknown++;
  }
  if (unknown === 0) return { value: found, relation: 'eq' };
  return { value: Math.max(found, ...perList.values()), relation: perList.size === 1 ? 'eq' : 'gte' };
}
