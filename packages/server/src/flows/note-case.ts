// What a person notes on a case in, the case's notes out, each sealed: who works on it, until when, what is said, what is withheld.
import { parseCalendarDate } from '@sekisho/engine/model/calendar.ts';
import { holdOn, type CaseNote } from '@sekisho/engine/model/case-note.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { named, type Refuse } from './case-word.ts';
import { saveNote } from './decide-case.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

/** Without who says it, of which case, when. */
export type NoteRequest =
  | { readonly kind: 'assigned'; readonly to: string }
  | { readonly kind: 'commented'; readonly text: string }
  | { readonly kind: 'due'; readonly on: string; readonly reason: string }
  | { readonly kind: 'legal-hold'; readonly isSet: boolean; readonly reason: string }
  | { readonly kind: 'no-tip-off'; readonly isSet: boolean; readonly reason: string };

/** @throws Problem `case.not-found`, `case.note-not-allowed` with the reason: nobody named, nothing said, no day. */
export async function noteCase(
  caseId: string,
  by: string,
  request: NoteRequest,
  parts: Parts,
): Promise<readonly CaseNote[]> {
  permit(parts, request.kind === 'legal-hold' ? 'case.hold' : 'case.work');
  const refuse: Refuse = (reason) => {
    throw new Problem('case.note-not-allowed', { case: caseId, reason });
  };
  const who = named(by, 'notes it', refuse);
  if (request.kind === 'commented' && request.text.trim() === '') refuse('a comment says something');
  if (request.kind === 'due' && parseCalendarDate(request.on) === undefined)
    refuse(`"${request.on}" is no day (YYYY-MM-DD)`);
  if (request.kind === 'legal-hold' && request.reason.trim() === '') refuse('a legal hold has a reason: give it');
  if (request.kind === 'no-tip-off' && request.reason.trim() === '') refuse('withholding has a legal ground: give it');
  const note: CaseNote = { ...request, caseId, by: who, at: parts.clock() };
  return parts.store.write(async (writer) => {
    if (!(await writer.case(caseId))) throw new Problem('case.not-found', { case: caseId });
    if (note.kind === 'legal-hold' && !note.isSet && !holdOn(await writer.caseNotes(caseId)))
      refuse('there is no legal hold to release');
    await saveNote(writer, note);
    return writer.caseNotes(caseId);
  });
}
