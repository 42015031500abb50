// The notes of a case in, what they come to out: who works on it, until when, whether the applicant may be told.
import type { CaseNote } from '@sekisho/engine/model/case-note.ts';

export interface CaseWords {
  readonly assignee?: string;
  readonly dueOn?: string;
  readonly noTipOff: boolean;
}

export function caseWords(notes: readonly CaseNote[]): CaseWords {
  const assigned = notes.findLast((note) => note.kind === 'assigned');
  const due = notes.findLast((note) => note.kind === 'due');
  const withheld = notes.findLast((note) => note.kind === 'no-tip-off');
  return {
    ...(assigned && assigned.to !== '' && { assignee: assigned.to }),
    ...(due && { dueOn: due.on }),
    noTipOff: withheld?.isSet ?? false,
  };
}
