// Every alert in, how many each list, register or other ground raised out: those that wait for somebody, and those that were dealt with.
import type { AlertKind } from '@sekisho/engine/model/decision.ts';
import { isDealtWith } from './list-alerts.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { hiddenCases } from './restricted-case.ts';

export interface AlertCount {
  /** Absent: of a list or a register. */
  readonly kind?: AlertKind;
  /** The list or register; of another kind, every source of it together. */
  readonly source?: string;
  /** Nobody has decided the case since. */
  readonly waiting: number;
  readonly dealtWith: number;
}

/** Those with most that wait first. */
export async function alertCounts(parts: Parts): Promise<readonly AlertCount[]> {
  permit(parts, 'alert.read');
  const counts = new Map<string, { kind?: AlertKind; source?: string; waiting: number; dealtWith: number }>();
  const hidden = await hiddenCases(parts);
  for (const alert of await parts.store.alerts()) {
    if (hidden.has(alert.caseId)) continue;
    const { kind, source } = alert;
    const key = kind ?? `list ${source}`;
    const known = counts.get(key) ?? { ...(kind === undefined ? { source } : { kind }), waiting: 0, dealtWith: 0 };
    counts.set(key, known);
    known[(await isDealtWith(alert, parts)) ? 'dealtWith' : 'waiting']++;
  }
  return [...counts.values()].sort((a, b) => b.waiting - a.waiting || b.dealtWith - a.dealtWith);
}
