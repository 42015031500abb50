// A person's word on a case in, the case as it then stands out, sealed with name and reason.
import { caseStates, type CaseState, type CaseStep } from '@sekisho/engine/model/decision.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoredCase } from '../store/store.ts';
import type { Parts } from './parts.ts';

/** A reason shorter than this says nothing to whoever reads it in five years. */
const MIN_REASON_CHARS = 10;

/**
 * Moves a case by a person's decision. Refusing is always a person's act; accepting against the policy's proposal is
 * possible and stands in the record as such.
 * @throws Problem `case.not-found`, or `case.outcome-not-allowed` with the reason: an unknown outcome, nobody named,
 *   a reason too short, the case already in that state.
 */
export async function decideCase(
  caseId: string,
  step: { readonly by: string; readonly outcome: string; readonly reason: string },
  parts: Parts,
): Promise<StoredCase> {
  const refuse = (reason: string): never => {
    throw new Problem('case.outcome-not-allowed', { case: caseId, outcome: step.outcome, reason });
  };
  const state: CaseState =
    caseStates.find((word) => word === step.outcome) ?? refuse(`an outcome is one of ${caseStates.join(', ')}`);
  const by = step.by.trim();
  const reason = step.reason.trim();
  if (by === '') refuse('somebody decides: name them');
  if (reason.length < MIN_REASON_CHARS) refuse(`a reason has at least ${String(MIN_REASON_CHARS)} characters`);
  const at = parts.clock();
  return parts.store.write(async (writer) => {
    const known = await writer.case(caseId);
    if (!known) throw new Problem('case.not-found', { case: caseId });
    if (known.state === state) refuse(`the case is in ${state} already`);
    const decided: CaseStep = { caseId, state, by, reason, at };
    const { state: before, proposed } = known;
    await writer.seal('case-decided', caseId, { ...decided, before, proposed }, at);
    await writer.saveCaseStep(decided);
    const moved: StoredCase = { ...known, state, updatedAt: at };
    await writer.saveCase(moved);
    return moved;
  });
}
