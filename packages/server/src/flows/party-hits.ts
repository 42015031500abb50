// Parties of the past and entities of the lists in use in, every hit of one with the other out, whichever way is the shorter.
import type { HitTerms } from '@sekisho/engine/model/policy.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import type { SearchedParties } from '@sekisho/engine/search/kept-parties.ts';
import type { PartyHit } from '@sekisho/engine/search/party-index.ts';
import { listedSubjects, search, searchAmong, type ListedSubject } from '@sekisho/engine/search/search.ts';

export interface AskedEntities {
  readonly index: EntityIndex;
  /** Those that no list of the index has are passed over. */
  readonly entityIds: readonly string[];
  readonly terms: HitTerms;
  /** So many parties are searched for one by one however few entities are asked for. */
  readonly fewParties?: number;
}

/** Hits asked for of one party; when there are more, it is compared with every entity. */
const MAX_HITS = 1000;

/**
 * In no order. Parties are searched for in the lists, as vetting does, unless they are many beside the entities: then the entities are searched
 * for among the parties, which finds nearly the same. Scores are the same, but of two words that are misspelt and cut otherwise a search may find
 * one from one side alone.
 */
export function partyHits(parties: SearchedParties, asked: AskedEntities): Iterable<PartyHit> {
  const { entityIds, fewParties = FEW_PARTIES } = asked;
  const isFew = parties.size <= Math.max(fewParties, PARTIES_OF_ENTITY * entityIds.length);
  return isFew ? searchForParties(parties, asked) : searchForEntities(parties, asked);
}

/** Some seconds of work, whatever changed. */
const FEW_PARTIES = 5000;
/** A search for a party in 14,000 entries took 0.8 ms, one for an entry among 4,000 parties 1.9 ms and among a million 40 ms. */
const PARTIES_OF_ENTITY = 10;

function* searchForEntities(parties: SearchedParties, { index, entityIds, terms }: AskedEntities): Iterable<PartyHit> {
  for (const id of entityIds)
    for (const listed of listedSubjects(index, [id]))
      yield* parties.findParties(listed, { ...terms, rarity: index.rarity });
}

function* searchForParties(past: SearchedParties, { index, entityIds, terms }: AskedEntities): Iterable<PartyHit> {
  const asked = new Set(entityIds);
  let listed: readonly ListedSubject[] | undefined;
  for (const { subject, parties } of past.subjects()) {
    const { hits, cutOff } = search(index, subject, { ...terms, limit: MAX_HITS });
    const all =
      cutOff === undefined
        ? hits.filter(({ entity }) => asked.has(entity.id))
        : searchAmong(index, (listed ??= listedSubjects(index, entityIds)), subject, terms);
    for (const { key, place } of parties) for (const hit of all) yield { key, place, hit };
  }
}
