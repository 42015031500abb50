// The cases in, those whose day has passed handed to an officer out, each once for each day that passed, sealed.
import type { CaseNote, EscalatedCase } from '@sekisho/engine/model/case-note.ts';
import type { StoreWriter } from '../store/store.ts';
import { saveNote } from './decide-case.ts';
import { everyCase } from './every-case.ts';
import type { Parts } from './parts.ts';
import { policyOfCase } from './policy-of-case.ts';

/** Whom a case goes to where its policy names nobody. */
const NOBODY_NAMED = 'export-control officer';

/**
 * Hands every open case that is past its day to whom its policy names (`escalation.to`), with a note that says so. One that was
 * handed on for the same day stays as it is; a new day can pass again.
 */
export async function escalateCases(parts: Parts): Promise<readonly EscalatedCase[]> {
  const at = parts.clock();
  const overdue: string[] = [];
  const restricted = await parts.store.restrictedCases();
  for await (const { id, state } of everyCase(parts.store))
    if (
      !restricted.has(id) &&
      (state === 'HOLD' || state === 'NEED_INFORMATION') &&
      passedDay(await parts.store.caseNotes(id), at) !== undefined
    )
      overdue.push(id);
  const escalated: EscalatedCase[] = [];
  for (const caseId of overdue) {
    const note = await parts.store.write(async (writer) => escalateCase(caseId, at, writer, parts));
    if (note) escalated.push(note);
  }
  return escalated;
}

async function escalateCase(
  caseId: string,
  at: string,
  writer: StoreWriter,
  parts: Parts,
): Promise<EscalatedCase | undefined> {
  const dueOn = passedDay(await writer.caseNotes(caseId), at);
  if (dueOn === undefined) return undefined;
  const { escalation } = await policyOfCase(caseId, await writer.decisions(caseId), writer, parts);
  const to = escalation?.to ?? NOBODY_NAMED;
  const said = { caseId, by: 'sekisho', at };
  const note: EscalatedCase = { ...said, kind: 'escalated', to, dueOn };
  await saveNote(writer, note);
  await saveNote(writer, { ...said, kind: 'assigned', to });
  return note;
}

/** The day that has passed and that nobody was told of. */
function passedDay(notes: readonly CaseNote[], at: string): string | undefined {
  const due = notes.findLast((note) => note.kind === 'due');
  if (!due || at.slice(0, 10) <= due.on) return undefined;
  const told = notes.lastIndexOf(due) < notes.findLastIndex((note) => note.kind === 'escalated');
  return told ? undefined : due.on;
}
