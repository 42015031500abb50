// One party that several lists have: which of their entries are one, what proves it, and what people say of it.
import type { Instant } from './calendar.ts';
import type { Entity } from './entity.ts';

export const mergeReasonKinds = ['identifier', 'name-birth-date-country', 'name-address', 'joined'] as const;

/** Why two entries are taken for one; `joined`: a person says so. */
export interface MergeReason {
  /** Ids of entities; `one` sorts before `other`. */
  readonly one: string;
  readonly other: string;
  readonly kind: (typeof mergeReasonKinds)[number];
  /** The values that agree. */
  readonly detail: string;
}

/** What somebody says of two entries: they are one (`join`), or they are two (`split`). The last word on a pair stands. */
export interface MergeJudgement {
  readonly one: string;
  readonly other: string;
  readonly verdict: 'join' | 'split';
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** An entry as its list has it. */
export interface MergedEntry {
  readonly entity: Entity;
  readonly editionId: string;
}

/** Entries of several lists that are one party. Each stays what its list says; nothing is mixed into a new entry. */
export interface MergedEntity {
  /** Sorted by id; at least one. */
  readonly entries: readonly MergedEntry[];
  /** A tree: one reason less than there are entries. */
  readonly because: readonly MergeReason[];
}
