// What of the lists somebody wants searched in, the editions it is searched in out, or why nobody can ask for that.
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import type { SearchFilters } from '@sekisho/engine/search/search-filters.ts';
import type { IndexSnapshot } from './index-holder.ts';
import type { Parts } from './parts.ts';

export type { SearchFilters } from '@sekisho/engine/search/search-filters.ts';

/** @throws Problem `filter.unknown` for a list or a topic that no list in use has: no hit would mean nothing. */
export function searchedEditions(
  { lists, topics = [] }: SearchFilters,
  { index, editions }: IndexSnapshot,
  parts: Parts,
): readonly ActiveEdition[] {
  const inUse = editions.map(({ edition }) => edition.source);
  for (const list of lists ?? []) if (!inUse.includes(list)) throw unknown('list', list, inUse);
  const known = inUse.flatMap((source) => parts.listImporters.get(source)?.description.topics ?? []);
  for (const topic of topics)
    if (!known.includes(topic) && !isTopicOfAny(index, topic)) throw unknown('topic', topic, known);
  return lists ? editions.filter(({ edition }) => lists.includes(edition.source)) : editions;
}

/** Entries of own lists may have topics of their own. */
function isTopicOfAny(index: EntityIndex, topic: string): boolean {
  for (let entry = 0; entry < index.size; entry++) if (index.entityAt(entry).topics.includes(topic)) return true;
  return false;
}

function unknown(field: string, value: string, known: readonly string[]): Problem {
  return new Problem('filter.unknown', { field, value, known: [...new Set(known)].join(', ') || undefined });
}
