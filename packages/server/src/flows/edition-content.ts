// What reading the files of an edition gave: everything of it but where it comes from.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { RecordProblem } from '@sekisho/engine/model/problem.ts';

export interface EditionContent {
  readonly kind: Edition['kind'];
  readonly complete: boolean;
  readonly basedOn?: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly RecordProblem[];
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number };
  /** The day the files themselves say they were made. */
  readonly statedOn?: CalendarDate;
  /** What is outside the source's bounds, each as the end of a sentence that begins with the edition. */
  readonly outOfBounds: readonly string[];
  /** Stores the content for good and gives its hash; called once it is wanted. */
  readonly keep: () => Promise<string>;
  /** Takes back whatever reading left behind, when it is not. */
  readonly discard: () => Promise<void>;
}

/** Fewer entries than a real edition has, or many fewer than the one before: a part, or a page that says something else. */
export function countObjections(
  noun: string,
  count: number,
  before: number | undefined,
  bounds: { readonly maxShrinkPercent: number; readonly minEntries?: number },
): readonly string[] {
  const { maxShrinkPercent, minEntries = 0 } = bounds;
  return [
    ...(count < minEntries ? [`has ${String(count)} ${noun}, and a whole one has at least ${String(minEntries)}`] : []),
    ...(before !== undefined && before * maxShrinkPercent < (before - count) * 100
      ? [
          `has ${String(count)} ${noun}, the edition before it ${String(before)}: more than ${String(maxShrinkPercent)} % are gone`,
        ]
      : []),
  ];
}
