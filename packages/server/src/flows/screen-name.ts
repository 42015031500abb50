// A name with what else is known in, hits in the lists in use out. Nothing is kept: this is a question, not a vetting.
import type { Hit } from '@sekisho/engine/model/evidence.ts';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { MergedEntity } from '@sekisho/engine/model/merge.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SearchSettings } from '@sekisho/engine/search/search.ts';
import { mergedParties } from './merge-entities.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { searchedEditions } from './search-filters.ts';

export interface Screening {
  /** Those that were searched in. */
  readonly editions: readonly ActiveEdition[];
  readonly hits: readonly Omit<Hit, 'party'>[];
  /** The parties that the hits are entries of, as all lists in use have them, in the order of their best hits. */
  readonly parties: readonly MergedEntity[];
  readonly cutOff?: string;
  /** Nothing in the name can be searched for: no hit means nothing. */
  readonly isUnreadable: boolean;
}

/** Longer texts are no names; they are refused rather than cut. */
export const MAX_NAME_CHARS = 1000;

/** @throws Problem `name.too-long`, `filter.unknown`, `edition.not-found` when no list is in use: no hit would mean nothing. */
export async function screenSubject(subject: Subject, settings: SearchSettings, parts: Parts): Promise<Screening> {
  permit(parts, 'name.screen');
  for (const { text } of subject.names)
    if (MAX_NAME_CHARS < text.length)
      throw new Problem('name.too-long', { characters: text.length, most: MAX_NAME_CHARS });
  const snapshot = await parts.index.over(await parts.store.activeEditions());
  if (snapshot.editions.length === 0) throw new Problem('edition.not-found', { edition: 'of any list' });
  const editions = searchedEditions(settings.filters ?? {}, snapshot, parts);
  const found = await parts.searcher.search(snapshot.index, subject, settings);
  const ids = found.hits.map(({ entity }) => entity.id);
  return { editions, ...found, parties: await mergedParties(ids, snapshot.index, parts) };
}
