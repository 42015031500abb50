// A case and who says that its data are restricted, or are so no more, in; out: they are kept and not used, or the order is vetted anew.
import { restrictionOn, type CaseNote, type Restriction } from '@sekisho/engine/model/case-note.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { isSamePerson } from '@sekisho/engine/policy/second-person.ts';
import type { StoredCase } from '../store/store.ts';
import { retentionOfCase } from './case-retention.ts';
import { checkedWord, type CaseWord, type Refuse } from './case-word.ts';
import { saveNote } from './decide-case.ts';
import { isGrave } from './erase-case.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { vetApplication } from './vet-application.ts';

export interface CaseRestriction {
  readonly caseId: string;
  /** `requested`: a second person must agree, and nothing is restricted yet. */
  readonly state: 'restricted' | 'requested' | 'lifted';
  /** Of lifting: the decision of today, in which what lists said meanwhile stands. */
  readonly decisionId?: string;
}

/**
 * Restricts the data of an order (GDPR Article 18, APPI Article 35): they are kept, are in no look-back and no vetting of others, nobody works on the
 * case, and those alone see it who answer for keeping. Two people say so where two would erase an ended case: the first asks, another one
 * gives the same call.
 * @throws Problem `case.not-found`, `case.note-not-allowed` with the reason: restricted already, erased, nobody named, a reason too short.
 */
export async function restrictCase(caseId: string, word: CaseWord, parts: Parts): Promise<CaseRestriction> {
  permit(parts, 'case.restrict');
  const refuse = refusing(caseId);
  const said = checkedWord(word, 'restricts it', refuse);
  return parts.store.write(async (writer) => {
    const known = await writer.case(caseId);
    if (!known) throw new Problem('case.not-found', { case: caseId });
    const notes = await writer.caseNotes(caseId);
    if (restrictionOn(notes)) refuse('its data are restricted already');
    const retention = await retentionOfCase(known, writer, parts);
    if (!retention) return refuse('it is erased');
    const asked = lastRestrictionRequest(known, notes);
    const isAgreed = asked !== undefined && !isSamePerson(asked.by, said.by);
    const step = isGrave(known, retention) && !isAgreed ? 'requested' : 'set';
    await saveNote(writer, { kind: 'restriction', caseId, step, ...said, at: parts.clock() });
    return { caseId, state: step === 'set' ? 'restricted' : 'requested' };
  });
}

/**
 * Lifts it, and vets the order anew in the same write, so that nothing that became known meanwhile is missed.
 * @throws Problem `case.note-not-allowed` when it is not restricted, nobody is named or the reason is too short; as `vetApplication`.
 */
export async function liftRestriction(caseId: string, word: CaseWord, parts: Parts): Promise<CaseRestriction> {
  permit(parts, 'case.restrict');
  const refuse = refusing(caseId);
  const said = checkedWord(word, 'lifts it', refuse);
  const { application } = (await parts.store.application(caseId)) ?? {};
  if (!application || !restrictionOn(await parts.store.caseNotes(caseId)))
    return refuse('there is no restriction to lift');
  const lifting: Restriction = { kind: 'restriction', caseId, step: 'lifted', ...said, at: parts.clock() };
  const { decisionId } = await vetApplication(application, parts, [], lifting);
  return { caseId, state: 'lifted', decisionId };
}

/** What waits for a second person since the case stands as it does. */
export function lastRestrictionRequest({ updatedAt }: StoredCase, notes: readonly CaseNote[]): Restriction | undefined {
  const last = notes.findLast((note): note is Restriction => note.kind === 'restriction');
  return last?.step === 'requested' && updatedAt <= last.at ? last : undefined;
}

function refusing(caseId: string): Refuse {
  return (reason) => {
    throw new Problem('case.note-not-allowed', { case: caseId, reason });
  };
}
