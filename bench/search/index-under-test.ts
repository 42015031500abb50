// All that the bench asks of the search: entities in, a snapshot out; a snapshot in, answers out. The one file that knows its calls.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { buildReference } from '@sekisho/engine/reference/reference.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import { openIndex, type EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { search } from '@sekisho/engine/search/search.ts';
import { openSnapshot } from '@sekisho/engine/search/snapshot.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';

export interface ListToIndex {
  readonly source: string;
  readonly entities: Iterable<Entity>;
}

export interface Answer {
  readonly entity: Entity;
  readonly listedName: string;
  readonly score: number;
}

/** Answers a question with the first ten hits. */
export type Ask = (subject: Subject) => readonly Answer[];

export const reference = buildReference(referenceFiles).names;
const settings = { minScore: reference.weights.hitScore, limit: 10 };

/** The whole index as the bytes that are saved and shared. */
export function buildSnapshot(lists: readonly ListToIndex[]): SharedArrayBuffer {
  return buildIndex(
    lists.map((list) => ({ ...list, editionId: 'bench' })),
    reference,
  ).bytes;
}

/** As a start does that finds a saved index: held against its checksum. */
export function openSaved(bytes: SharedArrayBuffer): Ask {
  const { madeWith, editions } = openIndex(bytes, reference);
  return askOf(openSnapshot(bytes, reference, { madeWith, editions }));
}

/** As a thread does that is given the memory of another. */
export function openShared(bytes: SharedArrayBuffer): Ask {
  return askOf(openIndex(bytes, reference));
}

function askOf(index: EntityIndex): Ask {
  return (subject) =>
    search(index, subject, settings).hits.flatMap(({ entity, listedName, score }) =>
      // a hit that only what the party states of itself keeps below is shown to people, but is no hit to count here
      settings.minScore <= score ? [{ entity, listedName, score }] : [],
    );
}
