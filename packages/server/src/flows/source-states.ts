// Editions in use, a policy and a day in; how fresh each source is on that day out.
import { daysBetween, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { ActiveEdition, SourceState } from '@sekisho/engine/model/edition.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';

/**
 * The state of every source that the policy names and of every other one in use, by source id. A source is FRESH while
 * the day it was last established to be the newest is at most the policy's `maxAgeDays` past; an edition published after
 * `today` (a simulation played backwards) counts as MISSING.
 */
export function sourceStates(
  active: readonly ActiveEdition[],
  policy: Pick<Policy, 'sources'>,
  kindOf: (source: string) => SourceState['kind'],
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
    if (!current || today < current.edition.publishedOn) return { ...named, kind: kindOf(source), state: 'MISSING' };
    const { edition, confirmedCurrentOn } = current;
    const ageDays = Math.max(0, daysBetween(confirmedCurrentOn, today));
    return {
      ...named,
      kind: edition.kind,
      state: limit && limit.maxAgeDays < ageDays ? 'STALE' : 'FRESH',
      editionId: edition.id,
      publishedOn: edition.publishedOn,
      confirmedCurrentOn,
      ageDays,
      complete: edition.complete,
    };
  });
}
