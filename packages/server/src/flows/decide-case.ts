// A person's word on a case in, the case as it then stands out, sealed with name and reason.
import { openProposal, type CaseNote, type ProposedStep } from '@sekisho/engine/model/case-note.ts';
import { caseStates, type CaseState, type CaseStep } from '@sekisho/engine/model/decision.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { isSamePerson, needsSecondPerson } from '@sekisho/engine/policy/second-person.ts';
import type { StoredCase, StoredDecision, StoreWriter } from '../store/store.ts';
import { checkedWord, type CaseWord, type Refuse } from './case-word.ts';
import { permit } from './permit.ts';
import { refuseRestricted } from './restricted-case.ts';
import { policyOfCase } from './policy-of-case.ts';
import type { Parts } from './parts.ts';
import { sourceStates } from './source-states.ts';

export interface DecidedCase {
  readonly case: StoredCase;
  /** Set when it waits for a second person: the case is not in this state yet. */
  readonly proposal?: ProposedStep;
}

/**
 * Moves a case by a person's decision, or proposes it to a second person where two are needed (`needsSecondPerson`): until
 * then a case that was accepted is on HOLD. Refusing is always people's act.
 * @throws Problem `case.not-found`, or `case.outcome-not-allowed` with the reason: an unknown outcome, nobody named,
 *   a reason too short, the case already in that state, an acceptance while a required source is not fresh or a
 *   look-back is owed.
 */
export async function decideCase(
  caseId: string,
  step: CaseWord & { readonly outcome: string; readonly code?: string },
  parts: Parts,
): Promise<DecidedCase> {
  permit(parts, 'case.decide');
  const refuse = refusing(caseId, step.outcome);
  const state: CaseState =
    caseStates.find((word) => word === step.outcome) ?? refuse(`an outcome is one of ${caseStates.join(', ')}`);
  const { by, reason } = checkedWord(step, 'decides', refuse);
  const coded = checkedCode(step.code, state, parts, refuse);
  const at = parts.clock();
  return parts.store.write(async (writer) => {
    const known = await writer.case(caseId);
    if (!known) throw new Problem('case.not-found', { case: caseId });
    if (known.state === state) refuse(`the case is in ${state} already`);
    const decisions = await writer.decisions(caseId);
    const policy = await policyOfCase(caseId, decisions, writer, parts);
    await checkAcceptance(state, policy, writer, parts, refuse);
    await supersede(caseId, { by, at, reason: `decided otherwise: ${state}` }, writer);
    if (!needsSecondPerson(state, known, policy))
      return { case: await moveCase(writer, known, { caseId, state, by, reason, at, ...coded }) };
    const basis = await basisOf(caseId, decisions, writer);
    const proposal: ProposedStep = { kind: 'proposed', caseId, state, by, reason, at, ...basis, ...coded };
    await saveNote(writer, proposal);
    const isAccepted = known.state === 'ACCEPT' || known.state === 'ACCEPT_WITH_CONDITIONS';
    const waiting = isAccepted ? await holdCase(writer, known, at) : known;
    return { case: waiting, proposal };
  });
}

/**
 * A second person's agreement with what waits for one: moves the case. Nothing may have happened since it was proposed.
 * @throws Problem `case.not-found`, or `case.outcome-not-allowed` with the reason: nothing waits, the same person, another
 *   decision or an alert since, and what `decideCase` refuses.
 */
export async function confirmProposal(caseId: string, word: CaseWord, parts: Parts): Promise<DecidedCase> {
  permit(parts, 'case.confirm');
  const refuse = refusing(caseId, 'confirm');
  const { by, reason } = checkedWord(word, 'decides', refuse);
  const at = parts.clock();
  return parts.store.write(async (writer) => {
    const { known, proposal } = await waitingFor(caseId, writer, refuse);
    if (isSamePerson(by, proposal.by)) refuse(`${proposal.by} proposed it: another person confirms`);
    const decisions = await writer.decisions(caseId);
    const { decisionId, alerts } = await basisOf(caseId, decisions, writer);
    if (decisionId !== proposal.decisionId || alerts !== proposal.alerts)
      refuse('there is another decision or an alert since it was proposed: propose it anew');
    const policy = await policyOfCase(caseId, decisions, writer, parts);
    await checkAcceptance(proposal.state, policy, writer, parts, refuse);
    await saveNote(writer, { kind: 'settled', caseId, how: 'confirmed', by, reason, at });
    const step: CaseStep = {
      caseId,
      state: proposal.state,
      by,
      reason,
      at,
      proposedBy: proposal.by,
      ...codeOf(proposal),
    };
    return { case: await moveCase(writer, known, step) };
  });
}

/**
 * What waits for a second person is turned down; whoever proposed it may take it back as well.
 * @throws Problem `case.not-found`, `case.outcome-not-allowed` when nothing waits.
 */
export async function rejectProposal(caseId: string, word: CaseWord, parts: Parts): Promise<DecidedCase> {
  permit(parts, 'case.decide');
  const refuse = refusing(caseId, 'reject');
  const { by, reason } = checkedWord(word, 'decides', refuse);
  const at = parts.clock();
  return parts.store.write(async (writer) => {
    const { known } = await waitingFor(caseId, writer, refuse);
    await saveNote(writer, { kind: 'settled', caseId, how: 'rejected', by, reason, at });
    return { case: known };
  });
}

/** A reason code says where it can lead (`data/reason-codes.yml`). */
function checkedCode(
  code: string | undefined,
  state: CaseState,
  { reference }: Pick<Parts, 'reference'>,
  refuse: Refuse,
): { readonly code?: string } {
  if (code === undefined) return {};
  const known = [...reference.toldToApplicants.reasonCodes.values()].filter(({ states }) => states.includes(state));
  if (!known.some((reason) => reason.code === code))
    refuse(`"${code}" is no reason code of it; it has ${known.map((reason) => reason.code).join(', ')}`);
  return { code };
}

const codeOf = ({ code }: ProposedStep) => (code === undefined ? {} : { code });

function refusing(caseId: string, outcome: string): Refuse {
  return (reason) => {
    throw new Problem('case.outcome-not-allowed', { case: caseId, outcome, reason });
  };
}

async function waitingFor(
  caseId: string,
  writer: StoreWriter,
  refuse: Refuse,
): Promise<{ known: StoredCase; proposal: ProposedStep }> {
  const known = await writer.case(caseId);
  if (!known) throw new Problem('case.not-found', { case: caseId });
  const proposal = openProposal(await writer.caseNotes(caseId)) ?? refuse('nothing waits for a second person');
  return { known, proposal };
}

/** What a proposal rests on. */
async function basisOf(
  caseId: string,
  decisions: readonly StoredDecision[],
  writer: StoreWriter,
): Promise<Pick<ProposedStep, 'decisionId' | 'alerts'>> {
  const decisionId = decisions.at(-1)?.id ?? '';
  return { decisionId, alerts: (await writer.alerts(caseId)).length };
}

/** An error, a gap or a stale list is never an approval, whoever approves. */
async function checkAcceptance(
  state: CaseState,
  policy: Policy,
  writer: StoreWriter,
  parts: Parts,
  refuse: Refuse,
): Promise<void> {
  if (state !== 'ACCEPT' && state !== 'ACCEPT_WITH_CONDITIONS') return;
  const states = sourceStates(await writer.activeEditions(), policy, parts, parts.clock().slice(0, 10));
  const unfit = states.find((source) => source.required && source.state !== 'FRESH');
  if (unfit)
    refuse(`${unfit.source} is ${unfit.state.toLowerCase()}, and the policy requires it: renew it, and vet again`);
  if (0 < (await writer.lookBacks('owed')).length) refuse('a look-back is owed: run `sekisho look-back` first');
}

async function supersede(caseId: string, word: CaseWord & { readonly at: string }, writer: StoreWriter): Promise<void> {
  if (openProposal(await writer.caseNotes(caseId)))
    await saveNote(writer, { kind: 'settled', caseId, how: 'superseded', ...word });
}

/** @throws Problem `case.restricted` for work on a case whose data are restricted. */
export async function saveNote(writer: StoreWriter, note: CaseNote): Promise<void> {
  if (!aboutKeeping.includes(note.kind)) await refuseRestricted(note.caseId, writer);
  await writer.saveCaseNote(note);
  await writer.seal('case-noted', note.caseId, note, note.at);
}

/** Notes that are no work on the order. */
const aboutKeeping: readonly CaseNote['kind'][] = ['restriction', 'legal-hold', 'erasure-requested', 'no-tip-off'];

async function moveCase(writer: StoreWriter, known: StoredCase, step: CaseStep): Promise<StoredCase> {
  await refuseRestricted(known.id, writer);
  const { state: before, proposed } = known;
  await writer.seal('case-decided', step.caseId, { ...step, before, proposed }, step.at);
  await writer.saveCaseStep(step);
  const moved: StoredCase = { ...known, state: step.state, updatedAt: step.at };
  await writer.saveCase(moved);
  return moved;
}

async function holdCase(writer: StoreWriter, known: StoredCase, at: string): Promise<StoredCase> {
  const held: StoredCase = { ...known, state: 'HOLD', updatedAt: at };
  await writer.saveCase(held);
  await writer.seal('case-moved', known.id, { ...held, before: known.state }, at);
  return held;
}
