// A frozen index and a party in, the listed entities that may be it out, best first.
import type { Hit } from '../model/evidence.ts';
import type { Subject } from '../model/subject.ts';
import { analyseSubject, compareSubjects, type AnalysedName, type AnalysedSubject } from '../match/compare-entities.ts';
import type { Rarity } from '../match/compare-names.ts';
import type { NameToken } from '../names/name.ts';
import { factKeys, type EntityIndex } from './build-index.ts';
import { keyedWords, type KeyedWord } from './keys.ts';

export interface SearchSettings {
  /** Hits below are left out, 0 to 1. */
  readonly minScore: number;
  /** The most hits to give. */
  readonly limit: number;
}

export interface SearchResult {
  /** By score, then by entity id. */
  readonly hits: readonly Omit<Hit, 'party'>[];
  /** Set when there may be more: why something was cut off. */
  readonly cutOff?: string;
}

/**
 * Compares the party with every entity that shares enough of a name with it, an identifier or a birth date. A word is
 * found by itself, its sounds, its consonants and its ends; rare words say more. Deterministic.
 */
export function search(index: EntityIndex, subject: Subject, { minScore, limit }: SearchSettings): SearchResult {
  const query = analyseSubject(subject, index.reference);
  const { candidates, cutOff } = findCandidates(index, query);
  const rarity = remembered(index.rarity);
  const hits: Omit<Hit, 'party'>[] = [];
  for (const { entry, names } of candidates) {
    const indexed = index.entries[entry];
    if (!indexed) continue;
    const listed = names ? { ...indexed.subject, names } : indexed.subject;
    const { score, contributions, pairs, nameOnly, queryName, listedName } = compareSubjects(
      query,
      listed,
      index.reference,
      rarity,
    );
    if (minScore <= score)
      hits.push({
        partyName: queryName,
        listedName,
        entity: indexed.entity,
        editionId: indexed.editionId,
        score,
        contributions,
        pairs,
        nameOnly,
      });
  }
  hits.sort((a, b) => b.score - a.score || compareText(a.entity.id, b.entity.id));
  const reasons = [...(cutOff ? [cutOff] : []), ...(limit < hits.length ? [`${hits.length} hits, ${limit} kept`] : [])];
  return { hits: hits.slice(0, limit), ...(0 < reasons.length ? { cutOff: reasons.join('; ') } : {}) };
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

/**
 * An entity is compared when more than this share of what the party's name says may be in one of its names. A hit agrees in
 * more: two words of which one is another word are not one name. `search.test.ts` holds it against comparing everything.
 */
const MIN_SHARE = 0.5;
/** The most entities that are compared for one party; reached only by names like "Mohamed" in millions of entities. */
const MAX_COMPARED = 4000;

/** An entry to compare; without `names`, all of them. */
interface Candidate {
  readonly entry: number;
  readonly share: number;
  readonly names?: readonly AnalysedName[];
}

function findCandidates(
  index: EntityIndex,
  query: AnalysedSubject,
): { candidates: readonly Candidate[]; cutOff?: string } {
  const found = new Map<number, { entry: number; share: number; names: AnalysedName[] }>();
  for (const { name } of query.names)
    for (const [place, share] of sharesOfName(index, keyedWords(name, index.reference))) {
      const listed = index.names[place];
      if (!listed || share <= MIN_SHARE) continue;
      const candidate = found.get(listed.entry) ?? { entry: listed.entry, share: 0, names: [] };
      candidate.share = Math.max(candidate.share, share);
      if (!candidate.names.includes(listed.name)) candidate.names.push(listed.name);
      found.set(listed.entry, candidate);
    }
  const byFacts = new Set(factKeys(query).flatMap((key) => index.facts.get(key) ?? []));
  const all: Candidate[] = [
    ...[...byFacts].map((entry) => ({ entry, share: Infinity })),
    ...[...found.values()].filter(({ entry }) => !byFacts.has(entry)),
  ].sort((a, b) => b.share - a.share || a.entry - b.entry);
  return all.length <= MAX_COMPARED
    ? { candidates: all }
    : {
        candidates: all.slice(0, MAX_COMPARED),
        cutOff: `${all.length} entities are like the name, ${MAX_COMPARED} compared`,
      };
}

/** For each listed name that has something of the party's name, how much of it: the weight of the words found over that of all words. */
function sharesOfName(index: EntityIndex, words: readonly KeyedWord[]): ReadonlyMap<number, number> {
  const all = words.reduce((sum, word) => sum + (word.joined === 1 ? weightOf(index, word) : 0), 0) || 1;
  const shares = new Map<number, number>();
  const joined = new Map<number, number>();
  for (const word of words) {
    const weight = (word.joined * weightOf(index, word)) / all;
    const found = new Set<number>();
    for (const key of word.keys) for (const place of index.postings.get(key) ?? []) found.add(place);
    // joined words are made of single ones that count already: only the best of them adds
    for (const place of found)
      if (word.joined === 1) shares.set(place, (shares.get(place) ?? 0) + weight);
      else joined.set(place, Math.max(joined.get(place) ?? 0, weight));
  }
  for (const [place, share] of joined) shares.set(place, (shares.get(place) ?? 0) + share);
  return shares;
}

/** As names are compared (`compare-names.ts`). */
function weightOf({ rarity, reference: { weights } }: EntityIndex, { token }: KeyedWord): number {
  if (token.kind === 'concept') return weights.conceptWeight;
  if (token.kind === 'initial') return weights.initialWeight;
  return weights.commonWordWeight + (1 - weights.commonWordWeight) * rarity(token);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
