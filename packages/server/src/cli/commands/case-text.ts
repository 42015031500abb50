// A note on a case in, its line out.
import type { CaseNote } from '@sekisho/engine/model/case-note.ts';
import { translationWarning } from '../../flows/explain-application.ts';
import type { Cli } from '../run.ts';

export function noteLine(note: CaseNote, cli: Cli): string {
  return `  ${note.at.slice(0, 10)} ${note.by}: ${saidIn(note, cli)}`;
}

function saidIn(note: CaseNote, cli: Cli): string {
  switch (note.kind) {
    case 'proposed':
      return `proposes ${note.state}. ${note.reason}`;
    case 'settled':
      return `the proposal is ${note.how}. ${note.reason}`;
    case 'disposed':
      return `${note.entityId} beside ${note.party}: ${note.verdict} (${note.ground})${note.until === undefined ? '' : ` until ${note.until}`}. ${note.reason}`;
    case 'assigned':
      return note.to === '' ? 'assigned to nobody' : `assigned to ${note.to}`;
    case 'commented':
      return note.text;
    case 'due':
      return `due ${note.on}. ${note.reason}`;
    case 'legal-hold':
      return `${note.isSet ? 'legal hold: nothing is erased' : 'the legal hold is released'}. ${note.reason}`;
    case 'restriction':
      return `${restrictionTold[note.step]}. ${note.reason}`;
    case 'erasure-requested':
      return `asks that it is erased${note.isEarly ? ' before its period ends' : ''}. ${note.reason}`;
    case 'no-tip-off':
      return `${note.isSet ? 'the applicant is not told what stands against the order' : 'the applicant may be told'}. ${note.reason}`;
    case 'attached': {
      const warning = translationWarning(note, { say: (code, facts) => cli.say(code, facts ?? {}) });
      return `attached ${note.file} (${cli.say(`document.${note.documentKind}`, {})}, ${note.language}) ${note.sha256}${warning === undefined ? '' : `. ${warning}`}`;
    }
    case 'escalated':
      return `escalated to ${note.to}: it was due ${note.dueOn}`;
  }
}

const restrictionTold = {
  requested: 'asks that what is kept is restricted',
  set: 'what is kept is restricted: kept, and not used',
  lifted: 'what is kept is restricted no more',
} as const;
