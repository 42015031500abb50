// What was found about applications in, alerts out: each once, sealed, its case on hold, all in the write that is under way.
import { createHash } from 'node:crypto';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { StoreWriter } from '../store/store.ts';

/** An alert before it is known whether it was raised already. */
export type AlertDraft = Omit<Alert, 'id' | 'caseId' | 'raisedAt'>;

/** @returns those that are new. Nothing is raised on an order whose data are restricted. */
export async function raiseAlerts(
  drafts: readonly AlertDraft[],
  writer: StoreWriter,
  raisedAt: Instant,
): Promise<readonly Alert[]> {
  const raised: Alert[] = [];
  if (drafts.length === 0) return raised;
  const restricted = await writer.restrictedCases();
  for (const draft of drafts.filter(({ applicationId }) => !restricted.has(applicationId))) {
    const { applicationId, key } = draft;
    const id = `${applicationId}/alert-${key.slice(0, 16)}`;
    const alert: Alert = { ...draft, id, caseId: applicationId, raisedAt };
    if (!(await writer.saveAlert(alert))) continue;
    await writer.seal('alert-raised', alert.id, alert, raisedAt);
    const known = await writer.case(alert.caseId);
    if (known) await writer.saveCase({ ...known, state: 'HOLD', updatedAt: raisedAt });
    raised.push(alert);
  }
  return raised;
}

/** The same for the same news. */
export function alertKey(...told: readonly (string | number)[]): string {
  return createHash('sha256').update(canonicalJson(told)).digest('hex');
}
