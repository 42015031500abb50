// The editions a name was compared with in, how answers tell them out.
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';

export interface ListInUse {
  readonly source: string;
  readonly editionId: string;
  readonly confirmedCurrentOn: string;
}

export function listsIn(editions: readonly ActiveEdition[]): readonly ListInUse[] {
  return editions.map(({ edition, confirmedCurrentOn }) => ({
    source: edition.source,
    editionId: edition.id,
    confirmedCurrentOn,
  }));
}

/** `in un-sc (current on 2026-03-02)` */
export function listsLine(lists: readonly ListInUse[]): string {
  return `in ${lists.map(({ source, confirmedCurrentOn }) => `${source} (current on ${confirmedCurrentOn})`).join(', ')}`;
}
