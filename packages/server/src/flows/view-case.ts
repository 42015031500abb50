// A case in, everything an analyst looks at out: the order, the evidence and decision as they were sealed, what people said and did.
import type { Application } from '@sekisho/engine/model/application.ts';
import { openProposal, type CaseNote, type ProposedStep } from '@sekisho/engine/model/case-note.ts';
import type { CaseStep, Decision, Outcome } from '@sekisho/engine/model/decision.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoredCase } from '../store/store.ts';
import { noteView } from './note-view.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { permitCase } from './restricted-case.ts';
import { withheldFromCase, type ShownAlert, type Withheld } from './withheld.ts';

export interface CaseView extends Withheld {
  readonly case: StoredCase;
  /** Absent once erased. */
  readonly application?: Application;
  readonly revision: number;
  /** The last decision; absent once erased. */
  readonly decisionId?: string;
  readonly decision?: Decision;
  readonly evidence?: Evidence;
  /** The entry of the record that seals the last decision with its evidence. */
  readonly proof?: { readonly sequence: number; readonly hash: string };
  readonly decisions: readonly { readonly id: string; readonly outcome: Outcome; readonly decidedAt: string }[];
  readonly steps: readonly CaseStep[];
  readonly notes: readonly CaseNote[];
  readonly alerts: readonly ShownAlert[];
  /** What waits for a second person. */
  readonly proposal?: ProposedStep;
}

/** Without specially protected data of listed people. @throws Problem `case.not-found` */
export async function viewCase(id: string, parts: Parts): Promise<CaseView> {
  return withheldFromCase(await wholeCase(id, parts), id, parts.reference);
}

/** All of it; that somebody saw it, and why, is sealed first. @throws Problem as `viewCase` and `noteView`. */
export async function viewProtected(id: string, reason: string, parts: Parts): Promise<CaseView> {
  const view = await wholeCase(id, parts);
  await noteView(id, { by: parts.actor.name, reason }, view, parts);
  return view;
}

async function wholeCase(id: string, parts: Parts): Promise<CaseView> {
  permit(parts, 'case.read');
  await permitCase(id, parts);
  const { store } = parts;
  const known = await store.case(id);
  if (!known) throw new Problem('case.not-found', { case: id });
  const stored = await store.application(id);
  const decisions = await store.decisions(id);
  const last = decisions.at(-1);
  const [entry] = last ? await store.entries({ from: last.entry, limit: 1 }) : [];
  const notes = await store.caseNotes(id);
  const proposal = openProposal(notes);
  return {
    case: known,
    ...(stored?.application && { application: stored.application }),
    revision: stored?.revision ?? 0,
    ...(last && { decisionId: last.id }),
    ...(entry && { proof: { sequence: entry.sequence, hash: entry.hash } }),
    ...(last?.sealed && { decision: last.sealed.decision, evidence: last.sealed.evidence }),
    decisions: decisions.map(({ id: decisionId, outcome, decidedAt }) => ({ id: decisionId, outcome, decidedAt })),
    steps: await store.caseSteps(id),
    notes,
    alerts: await store.alerts(id),
    ...(proposal && { proposal }),
    withheld: [],
  };
}
