// What reading the files of an edition gave: everything of it but where it comes from.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { RecordProblem } from '@sekisho/engine/model/problem.ts';
import type { SourceField } from '@sekisho/sources/importer.ts';

export interface EditionContent {
  readonly kind: Edition['kind'];
  readonly complete: boolean;
  readonly basedOn?: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly RecordProblem[];
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number };
  /** Fields that `changes` passes over, as only one of the two editions has the file for them. */
  readonly leftOut: readonly SourceField[];
  /** The day the files themselves say they were made. */
  readonly statedOn?: CalendarDate;
  readonly form?: string;
  /** Of each file, by its name. */
  readonly roles: ReadonlyMap<string, string>;
  /** What is outside the source's bounds, each as the end of a sentence that begins with the edition. */
  readonly outOfBounds: readonly string[];
  /** Stores the content for good and gives its hash; called once it is wanted. */
  readonly keep: () => Promise<Pick<Edition, 'contentSha256' | 'historySha256'>>;
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

/** Many more entries changed than ever do: columns that were swapped, another file under the name. */
export function changeObjections(
  changed: number,
  before: number,
  { maxChangedPercent }: { readonly maxChangedPercent?: number },
): readonly string[] {
  if (maxChangedPercent === undefined || changed * 100 <= before * maxChangedPercent) return [];
  return [
    `changes ${String(changed)} of the ${String(before)} entries of the edition before it: more than ${String(maxChangedPercent)} %`,
  ];
}

/** Many fewer entries say something in a field than ever do: a column that went empty. */
export function fillObjections(
  filled: ReadonlyMap<SourceField, number>,
  entries: number,
  { minFilledPercent = {} }: { readonly minFilledPercent?: Readonly<Partial<Record<SourceField, number>>> },
): readonly string[] {
  return Object.entries(minFilledPercent).flatMap(([field, percent]) => {
    const count = filled.get(field as SourceField) ?? 0;
    return count * 100 < entries * percent
      ? [`has ${field} for ${String(count)} of ${String(entries)} entries: less than ${String(percent)} %`]
      : [];
  });
}
