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
}

/** Hits asked for of one party; when there are more, it is compared with every entity. */
const MAX_HITS = 1000;

/** In no order. The fewer are searched for among the more. */
export function partyHits(parties: SearchedParties, asked: AskedEntities): Iterable<PartyHit> {
  return parties.size < asked.entityIds.length ? searchForParties(parties, asked) : searchForEntities(parties, asked);
}

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
