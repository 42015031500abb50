// An application in, a decision with its findings and evidence out; all three sealed in the record before it returns.
import { parseApplication, type Application } from '@sekisho/engine/model/application.ts';
import type { Restriction } from '@sekisho/engine/model/case-note.ts';
import type { Decision } from '@sekisho/engine/model/decision.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import { addDays } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { decide } from '@sekisho/engine/policy/decide.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { StoredCase, StoredDecision, StoreWriter } from '../store/store.ts';
import { makeMissingKeys, saveJoiningKeys } from './chain/joining-key-hashes.ts';
import { datedGrounds } from './ended-grounds.ts';
import { saveNote } from './decide-case.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { nextCaseState } from './next-case-state.ts';
import type { LoadedPolicy, Parts } from './parts.ts';
import { permit } from './permit.ts';
import { isSuperseded } from './policies/policies-in-force.ts';
import { raiseAlerts } from './raise-alerts.ts';
import { reApplications } from './re-applications.ts';
import { refuseRestricted } from './restricted-case.ts';
import { noteEngine, notePolicy } from './rules-in-use.ts';
import { keepDocuments, type TakenDocument } from './take-documents.ts';

export interface Vetting {
  readonly decisionId: string;
  readonly revision: number;
  readonly case: StoredCase;
  readonly evidence: Evidence;
  readonly decision: Decision;
}

/**
 * Vets an application under the policy it names. The same application again is decided again; a changed one of the same
 * id is its next revision. Nothing is sealed when it throws.
 * @param documents of the application, as `takeDocuments` gives them; others must be kept already.
 * @param lifting the word that ends the restriction of its data, sealed in the same write.
 * @throws Problem `application.invalid` (field and reason), `case.restricted`, `policy.not-found`, `edition.damaged`, `store.*`.
 */
export async function vetApplication(
  value: unknown,
  parts: Parts,
  documents: readonly TakenDocument[] = [],
  lifting?: Restriction,
): Promise<Vetting> {
  permit(parts, 'application.submit');
  const application = parseApplication(value);
  const { policy: id } = application;
  if (!parts.policies.has(id)) await parts.policiesInForce.refresh(today(parts)); // put in force a moment ago
  if (!parts.policies.has(id)) throw new Problem('policy.not-found', { policy: id });
  if (!lifting) await refuseRestricted(application.id, parts.store);
  await keepDocuments(application, documents, parts);
  await makeMissingKeys(parts);
  for (let tries = 1; ; tries++) {
    const loaded = parts.policies.get(id);
    if (!loaded) throw new Problem('policy.not-found', { policy: id });
    const evidence = await gatherEvidence(application, loaded.policy, parts);
    const decision = decide(evidence, loaded.policy);
    const saved = await saveVetting(application, loaded, { evidence, decision, ...(lifting && { lifting }) }, parts);
    if (saved) return { ...saved, evidence, decision };
    if (MAX_TRIES <= tries)
      throw new Problem('store.busy', { reason: 'lists, registers or policies change all the time' });
    await parts.policiesInForce.refresh(today(parts));
  }
}

interface Made {
  readonly evidence: Evidence;
  readonly decision: Decision;
  readonly lifting?: Restriction;
}

const today = ({ clock }: Pick<Parts, 'clock'>) => clock().slice(0, 10);

/** Imports that may overtake one vetting. */
const MAX_TRIES = 10;

/**
 * Saves and seals it all; undefined when another edition or policy came into use since the evidence was gathered: what that one
 * brought would be in neither the decision nor the look-back, which screens what was saved before.
 */
async function saveVetting(
  application: Application,
  loaded: LoadedPolicy,
  { evidence, decision, lifting }: Made,
  parts: Parts,
): Promise<Pick<Vetting, 'decisionId' | 'revision' | 'case'> | undefined> {
  return parts.store.write(async (writer) => {
    const rested = evidence.sources.flatMap(({ editionId }) => editionId ?? []);
    if ((await writer.activeEditionIds()).some((id) => !rested.includes(id))) return undefined;
    if (await isSuperseded(loaded, evidence.gatheredAt.slice(0, 10), writer)) return undefined;
    if (lifting) await saveNote(writer, lifting);
    else await refuseRestricted(application.id, writer);
    await notePolicy(writer, loaded, evidence.gatheredAt);
    await noteEngine(writer, parts, evidence.gatheredAt);
    const revision = await saveRevision(writer, application, evidence.gatheredAt, parts);
    const earlier = await writer.decisions(application.id);
    const decisionId = `${application.id}/${String(earlier.length + 1)}`;
    const { sequence } = await writer.seal('decision-made', decisionId, { evidence, decision }, evidence.gatheredAt);
    const { outcome, decidedAt } = decision;
    await writer.saveDecision({
      id: decisionId,
      applicationId: application.id,
      revision,
      outcome,
      decidedAt,
      entry: sequence,
    });
    const hits = evidence.hits.map(({ party, entity }) => ({ party, entityId: entity.id }));
    await writer.saveDecisionHits({ applicationId: application.id, entry: sequence, hits });
    await writer.saveDatedGrounds({ entry: sequence, grounds: datedGrounds(evidence) });
    const saved = await saveCase(writer, { decision, revision, earlier }, loaded.policy);
    const drafts = await reApplications(evidence, decisionId, writer, parts);
    const alerts = await raiseAlerts(drafts, writer, evidence.gatheredAt);
    const now = 0 < alerts.length ? await writer.case(application.id) : undefined;
    return { decisionId, revision, case: now ?? saved };
  });
}

/** The revision's number: the newest when nothing changed, else the next, sealed as received. */
async function saveRevision(writer: StoreWriter, application: Application, at: string, parts: Parts): Promise<number> {
  const newest = await writer.application(application.id);
  if (newest?.application && canonicalJson(newest.application) === canonicalJson(application)) return newest.revision;
  const revision = (newest?.revision ?? 0) + 1;
  const received = { application, revision, submittedBy: parts.actor.id };
  const { sequence } = await writer.seal('application-received', application.id, received, at);
  const { id, policy } = application;
  await writer.saveApplication({ id, policy, revision, receivedAt: at, entry: sequence, submittedBy: parts.actor.id });
  await saveJoiningKeys(writer, { id: application.id, revision, entry: sequence }, application, parts);
  return revision;
}

/** Opens the application's case or moves it. */
async function saveCase(
  writer: StoreWriter,
  {
    decision,
    revision,
    earlier,
  }: { readonly decision: Decision; readonly revision: number; readonly earlier: readonly StoredDecision[] },
  { acceptsByItself, escalation, id: policy }: Policy,
): Promise<StoredCase> {
  const { applicationId: id, outcome: proposed, decidedAt: updatedAt } = decision;
  const known = await writer.case(id);
  const before = earlier.map((stored) => ({
    outcome: stored.outcome,
    isSameOrder: stored.revision === revision && stored.sealed?.decision.policy.id === decision.policy.id,
  }));
  const state = nextCaseState({
    proposed,
    acceptsByItself,
    ...(known && { known: known.state }),
    earlier: [...before, { outcome: proposed, isSameOrder: true }],
    isInHands: 0 < (await writer.caseSteps(id)).length || 0 < (await writer.alerts(id)).length,
  });
  const saved: StoredCase = { id, state, proposed, openedAt: known?.openedAt ?? updatedAt, updatedAt };
  await writer.saveCase(saved);
  if (!known) await writer.seal('case-opened', id, saved, updatedAt);
  else if (known.state !== state) await writer.seal('case-moved', id, { ...saved, before: known.state }, updatedAt);
  if (escalation && state === 'HOLD' && known?.state !== 'HOLD') {
    const on = addDays(updatedAt.slice(0, 10), escalation.dueDays);
    const reason = `${String(escalation.dueDays)} days after it came to be looked at`;
    await saveNote(writer, { kind: 'due', caseId: id, on, reason, by: `policy ${policy}`, at: updatedAt });
  }
  return saved;
}
