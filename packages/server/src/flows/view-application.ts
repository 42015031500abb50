// An order's id in, the order as it stands with its case and every decision on it out, without specially protected data of listed people.
import type { Decision } from '@sekisho/engine/model/decision.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoredApplication, StoredCase, StoredDecision } from '../store/store.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { permitCase } from './restricted-case.ts';
import { withheldFromCase, type Withheld } from './withheld.ts';

export interface ApplicationView extends StoredApplication, Withheld {
  readonly case?: StoredCase;
  readonly decisions: readonly ViewedDecision[];
}

interface ViewedDecision extends Omit<StoredDecision, 'sealed'> {
  /** Absent once erased. The text that was sealed is there where nothing of it is left out. */
  readonly sealed?: { readonly text?: string; readonly evidence: Evidence; readonly decision: Decision };
}

/** @throws Problem `application.not-found` */
export async function viewApplication(id: string, parts: Parts): Promise<ApplicationView> {
  permit(parts, 'application.read');
  await permitCase(id, parts);
  const { store, reference } = parts;
  const stored = await store.application(id);
  if (!stored) throw new Problem('application.not-found', { application: id });
  const known = await store.case(id);
  const withheld = new Set<string>();
  let toldBy: string | undefined;
  const decisions = (await store.decisions(id)).map(({ sealed, ...decision }): ViewedDecision => {
    if (!sealed) return decision;
    const { text, evidence, decision: made } = sealed;
    const plain = withheldFromCase({ evidence, decision: made }, id, reference);
    for (const entity of plain.withheld) withheld.add(entity);
    toldBy ??= plain.toldBy;
    const whole = plain.withheld.length === 0 && { text };
    return { ...decision, sealed: { ...whole, evidence: plain.evidence, decision: plain.decision } };
  });
  return {
    ...stored,
    ...(known && { case: known }),
    decisions,
    withheld: [...withheld].sort(),
    ...(toldBy !== undefined && { toldBy }),
  };
}
