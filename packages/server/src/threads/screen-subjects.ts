// Subjects and an index in, their hits out: no more of each than a batch tells.
import type { Hit } from '@sekisho/engine/model/evidence.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { search, type SearchResult, type SearchSettings } from '@sekisho/engine/search/search.ts';

export interface FoundHit extends Pick<Hit, 'listedName' | 'score' | 'pairs' | 'nameOnly' | 'disputedBy'> {
  readonly entityId: string;
  readonly list: string;
}

export interface ScreenedSubject extends Pick<SearchResult, 'cutOff' | 'isUnreadable'> {
  /** By score, the best first. */
  readonly hits: readonly FoundHit[];
}

/** One for each subject, in order. */
export function screenSubjects(
  index: EntityIndex,
  subjects: readonly Subject[],
  settings: SearchSettings,
): readonly ScreenedSubject[] {
  return subjects.map((subject) => {
    const { hits, ...rest } = search(index, subject, settings);
    return { ...rest, hits: hits.map(foundHit) };
  });
}

function foundHit({ listedName, score, pairs, nameOnly, disputedBy, entity }: SearchResult['hits'][number]): FoundHit {
  return { listedName, score, pairs, nameOnly, disputedBy, entityId: entity.id, list: entity.source };
}
