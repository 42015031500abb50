// A name with what else is known in, entries out that lists in use had and have no more. For information: no hit of a policy.
import type { Hit } from '@sekisho/engine/model/evidence.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { search, type SearchSettings } from '@sekisho/engine/search/search.ts';
import { basisOf, indexOf } from './list-index.ts';
import type { Parts } from './parts.ts';

export interface HistoryScreening {
  /** Each with the day its list was without it (`entity.delistedOn`); the edition is that in use, which lacks it. */
  readonly hits: readonly Omit<Hit, 'party'>[];
  readonly cutOff?: string;
}

/**
 * Searches what editions before those in use had, in an index made for it. Words are as rare as in the lists in use, so that
 * scores are those of `screenSubject`.
 * @throws Problem `edition.damaged` when a history cannot be read whole.
 */
export async function screenHistory(
  subject: Subject,
  settings: SearchSettings,
  parts: Parts,
): Promise<HistoryScreening> {
  const { index, editions } = await parts.index.over(await parts.store.activeEditions());
  const lists = editions.flatMap(({ edition: { id, source, historySha256 } }) =>
    historySha256 === undefined ? [] : [{ editionId: id, source, contentSha256: historySha256 }],
  );
  if (lists.length === 0) return { hits: [] };
  const { madeWith } = basisOf([], parts);
  const former = await indexOf(lists, madeWith, parts);
  const { hits, cutOff } = search(former.withRarity(index.rarity), subject, settings);
  return { hits, ...(cutOff !== undefined && { cutOff }) };
}
