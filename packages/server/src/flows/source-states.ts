// Editions in use, a policy and a day in; how fresh each source is on that day out.
import { addDays, daysBetween, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { ActiveEdition, SourceState } from '@sekisho/engine/model/edition.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { isRegister } from './own-registers.ts';
import type { Parts } from './parts.ts';

/**
 * The state of every source that the policy names and of every other one in use, by source id. A source is FRESH while
 * the day it was last established to be the newest is at most the policy's `maxAgeDays` past. Publishers east of the clock
 * are a day ahead of it; an edition in use of a later day than that (a simulation played backwards, a clock set back) is
 * MISSING, and one whose currency was stated for a later day is STALE.
 */
export function sourceStates(
  active: readonly ActiveEdition[],
  policy: Pick<Policy, 'sources'>,
  parts: Pick<Parts, 'registerImporters' | 'gazetteerImporters'>,
  today: CalendarDate,
): readonly SourceState[] {
  const wanted = new Map(policy.sources.map((source) => [source.source, source]));
  const inUse = new Map(active.map((edition) => [edition.edition.source, edition]));
  return [...new Set([...wanted.keys(), ...inUse.keys()])].sort().map((source): SourceState => {
    const limit = wanted.get(source);
    const named = {
      source,
      required: limit?.required ?? false,
      ...(limit && { maxAgeDays: limit.maxAgeDays }),
    };
    const current = inUse.get(source);
    if (!current) return { ...named, kind: kindOf(source, parts), state: 'MISSING' };
    const { edition, confirmedCurrentOn } = current;
    const tomorrow = addDays(today, 1);
    if (tomorrow < edition.publishedOn)
      return {
        ...named,
        kind: edition.kind,
        state: 'MISSING',
        editionId: edition.id,
        publishedOn: edition.publishedOn,
      };
    return {
      ...named,
      kind: edition.kind,
      state: isStale(confirmedCurrentOn, limit?.maxAgeDays, today) ? 'STALE' : 'FRESH',
      editionId: edition.id,
      publishedOn: edition.publishedOn,
      confirmedCurrentOn,
      ageDays: ageInDays(confirmedCurrentOn, today),
      complete: edition.complete,
    };
  });
}

function kindOf(source: string, parts: Pick<Parts, 'registerImporters' | 'gazetteerImporters'>): SourceState['kind'] {
  if (parts.gazetteerImporters.has(source)) return 'gazetteer';
  return isRegister(source, parts) ? 'register' : 'list';
}

/** Publishers east of the clock are a day ahead of it; what was stated for a later day is not relied on. */
export function isStale(
  confirmedCurrentOn: CalendarDate,
  maxAgeDays: number | undefined,
  today: CalendarDate,
): boolean {
  const isOfDaysToCome = addDays(today, 1) < confirmedCurrentOn;
  return isOfDaysToCome || (maxAgeDays !== undefined && maxAgeDays < ageInDays(confirmedCurrentOn, today));
}

function ageInDays(confirmedCurrentOn: CalendarDate, today: CalendarDate): number {
  return Math.max(0, daysBetween(confirmedCurrentOn, today));
}
