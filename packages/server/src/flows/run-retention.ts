// The store in, what of every case is kept until when out; and what is due erased, when that is asked for.
import { holdOn, restrictionOn } from '@sekisho/engine/model/case-note.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoredCase } from '../store/store.ts';
import { retentionOfCase } from './case-retention.ts';
import type { CaseWord } from './case-word.ts';
import { eraseCase } from './erase-case.ts';
import { everyCase } from './every-case.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

export interface KeptCase extends Pick<StoredCase, 'id' | 'state'> {
  /** Absent while the case is open. */
  readonly class?: string;
  readonly until?: CalendarDate;
  readonly regimes: readonly string[];
  readonly isOnHold: boolean;
  readonly isRestricted: boolean;
  readonly isDue: boolean;
}

/** Every case of which something is kept, in the order of their ids, from the one after `after` on. */
export async function* keptCases(parts: Parts, after?: string): AsyncGenerator<KeptCase> {
  permit(parts, 'retention.read');
  const today = parts.clock().slice(0, 10);
  for await (const known of everyCase(parts.store, after)) {
    const retention = await retentionOfCase(known, parts.store, parts);
    if (!retention) continue;
    const { class: found, until, regimes } = retention;
    const notes = await parts.store.caseNotes(known.id);
    const isOnHold = holdOn(notes) !== undefined;
    yield {
      id: known.id,
      state: known.state,
      ...(found && { class: found.class }),
      ...(until !== undefined && { until }),
      regimes: regimes.map(({ regime }) => regime),
      isOnHold,
      isRestricted: restrictionOn(notes) !== undefined,
      isDue: until !== undefined && until < today && !isOnHold,
    };
  }
}

export interface RetentionRun {
  readonly erased: readonly string[];
  /** A second person must agree. */
  readonly requested: readonly string[];
  readonly refused: readonly { readonly id: string; readonly problem: Problem }[];
}

/** Erases every case that is due; one that cannot be erased keeps no other from it. @throws Problem as `eraseCase`, of nobody named or no reason. */
export async function runRetention(word: CaseWord, parts: Parts): Promise<RetentionRun> {
  permit(parts, 'case.erase');
  const due: string[] = [];
  for await (const { id, isDue } of keptCases(parts)) if (isDue) due.push(id);
  const run = { erased: [] as string[], requested: [] as string[], refused: [] as RetentionRun['refused'][number][] };
  for (const [index, id] of due.entries()) {
    parts.onProgress?.('erasing what is due', index / due.length, id);
    try {
      const { state } = await eraseCase(id, { ...word, isEarly: false }, parts, { keepsSpace: true });
      run[state].push(id);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'case.erasure-not-allowed') throw error;
      run.refused.push({ id, problem: error });
    }
  }
  if (0 < run.erased.length) await parts.store.purge();
  return run;
}
