// A frozen index and a party in, the listed entities that may be it out, best first.
import type { Hit } from '../model/evidence.ts';
import type { Subject } from '../model/subject.ts';
import {
  analyseSubject,
  compareEntities,
  statedFactors,
  type AnalysedName,
  type AnalysedSubject,
} from '../match/compare-entities.ts';
import type { Rarity } from '../match/compare-names.ts';
import type { NameToken } from '../names/name.ts';
import { isReadable } from '../names/is-readable.ts';
import { factKeys, type EntityIndex, type IndexEntry } from './build-index.ts';
import { initialKey, keyedWords, type KeyedWord } from './keys.ts';

export interface SearchSettings {
  /** Hits below are left out, 0 to 1; but not those that are below only by what the party states of itself (`disputedBy`). */
  readonly minScore: number;
  /** The most hits to give. */
  readonly limit: number;
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
 * Compares the party with every entity that shares enough of a name with it, an identifier or a birth date. A word is
 * found by itself, its sounds, its consonants and its ends; rare words say more. Deterministic.
 */
export function search(index: EntityIndex, subject: Subject, { minScore, limit }: SearchSettings): SearchResult {
  const query = analyseSubject(subject, index.reference);
  const { candidates, cutOff } = findCandidates(index, query);
  const entries = candidates.flatMap(({ entry, names }): readonly IndexEntry[] => {
    const indexed = index.entries[entry];
    if (!indexed) return [];
    return [names ? { ...indexed, subject: { ...indexed.subject, names } } : indexed];
  });
  const hits = hitsAmong(index, query, entries, minScore);
  const unread = query.names.some(({ name }) => name.isCutOff);
  const reasons = [
    ...(cutOff ? [cutOff] : []),
    ...(unread ? ['the name has more words than are read'] : []),
    ...(limit < hits.length ? [`${hits.length} hits, the best ${limit} given`] : []),
  ];
  return {
    hits: hits.slice(0, limit),
    isUnreadable: !query.names.some(({ name }) => isReadable(name)),
    ...(0 < reasons.length ? { cutOff: reasons.join('; ') } : {}),
  };
}

/**
 * The party compared with each of these entries of the index and no other: nothing is passed over, and scores are those of
 * `search`. For few entries, such as what an edition changed.
 */
export function searchAmong(
  index: EntityIndex,
  entries: readonly IndexEntry[],
  subject: Subject,
  minScore: number,
): SearchResult['hits'] {
  return hitsAmong(index, analyseSubject(subject, index.reference), entries, minScore);
}

/** By score, then by entity id. */
function hitsAmong(
  index: EntityIndex,
  query: AnalysedSubject,
  entries: readonly IndexEntry[],
  minScore: number,
): SearchResult['hits'] {
  const rarity = remembered(index.rarity);
  return entries
    .flatMap(({ entity, editionId, subject }): SearchResult['hits'] => {
      const compared = compareEntities(query, subject, index.reference, rarity);
      const { score, undisputedScore, contributions, pairs, nameOnly, queryName: partyName, listedName } = compared;
      if (undisputedScore < minScore) return [];
      const disputing = contributions.filter(({ factor, points }) => points < 0 && statedFactors.has(factor));
      const disputedBy = score < minScore ? disputing.map(({ factor }) => factor) : [];
      return [{ partyName, listedName, entity, editionId, score, contributions, pairs, nameOnly, disputedBy }];
    })
    .sort((a, b) => b.score - a.score || compareText(a.entity.id, b.entity.id));
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
 * A listed name is compared when more than this share of what the party's name says is found in it: a hit agrees in more,
 * as two words of which one is another word are not one name. `search.test.ts` holds it against comparing everything.
 */
const MIN_SHARE = 0.5;
/** Where two words agree, more words that only the party's name has weigh less (`extraWordOfPerson`). */
const MIN_SHARE_OF_TWO = 0.4;
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
    for (const [place, { share, words }] of sharesOfName(index, keyedWords(name, index.reference))) {
      const listed = index.names[place];
      if (!listed || share <= (words < 2 ? MIN_SHARE : MIN_SHARE_OF_TWO)) continue;
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

/** How much of the party's name is found in a listed one: the weight of the words found over that of all, and how many. */
interface Share {
  share: number;
  words: number;
}

function sharesOfName(index: EntityIndex, words: readonly KeyedWord[]): ReadonlyMap<number, Readonly<Share>> {
  const single = words.filter(({ joined }) => joined === 1);
  const initialsCount = single.every(({ token }) => token.kind === 'initial');
  const weightOf = (word: KeyedWord) => (word.token.kind !== 'initial' || initialsCount ? wordWeight(index, word) : 0);
  const all = single.reduce((sum, word) => sum + weightOf(word), 0) || 1;
  const shares = new Map<number, Share>();
  const joined = new Map<number, Share>();
  for (const word of words) {
    const share = (word.joined * weightOf(word)) / all;
    for (const place of placesOf(index, word)) {
      if (word.joined === 1) addShare(shares, place, { share, words: 1 });
      // joined words are made of single ones that count already: only the best of them adds
      else if ((joined.get(place)?.share ?? 0) < share) joined.set(place, { share, words: word.joined });
    }
  }
  for (const [place, share] of joined) addShare(shares, place, share);
  return shares;
}

function placesOf({ postings }: EntityIndex, { token, joined, keys }: KeyedWord): ReadonlySet<number> {
  const places = new Set<number>();
  const asked = token.kind === 'word' && joined === 1 && token.latin !== '' ? [...keys, initialKey(token)] : keys;
  for (const key of asked) for (const place of postings.get(key) ?? []) places.add(place);
  return places;
}

function addShare(shares: Map<number, Share>, place: number, { share, words }: Share): void {
  const known = shares.get(place);
  if (!known) shares.set(place, { share, words });
  else {
    known.share += share;
    known.words += words;
  }
}

/** As names are compared (`compare-names.ts`). */
function wordWeight({ rarity, reference: { weights } }: EntityIndex, { token }: KeyedWord): number {
  if (token.kind === 'concept') return weights.conceptWeight;
  return weights.commonWordWeight + (1 - weights.commonWordWeight) * rarity(token);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
