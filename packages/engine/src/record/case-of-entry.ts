// An entry of the record in, the case that it belongs to out: whose data it holds, by its kind and subject.
import type { EntryKind, RecordEntry } from '../model/record-entry.ts';

/** How the subject of a kind of entry names a case: it is the case's id, stands below it (`A-1/2`), or names none. */
const subjectOfKind = {
  'folder-created': 'none',
  'edition-imported': 'none',
  'edition-confirmed-current': 'none',
  'policy-uploaded': 'none',
  'policy-put-in-force': 'none',
  'policy-activated': 'none',
  'application-received': 'case',
  'decision-made': 'below',
  'case-opened': 'case',
  'case-decided': 'case',
  'case-moved': 'case',
  'case-noted': 'case',
  'look-back-run': 'none',
  'alert-raised': 'below',
  'entities-judged': 'none',
  'record-exported': 'none',
  'case-exported': 'case',
  'person-exported': 'none',
  'case-erased': 'case',
  'protected-data-viewed': 'case',
  'protected-entries-viewed': 'none',
  'key-rotated': 'none',
  'key-replaced': 'none',
  'incident-imported': 'none',
  'incident-viewed': 'none',
  'engine-activated': 'none',
  'look-back-owed': 'none',
  'webhook-changed': 'none',
  'webhook-ended': 'none',
  'second-factor-changed': 'none',
  'subject-bound': 'none',
  'setting-changed': 'none',
  'register-pruned': 'none',
  'person-changed': 'none',
  'passphrase-set': 'none',
  'key-issued': 'none',
  'key-ended': 'none',
} as const satisfies Record<EntryKind, 'none' | 'case' | 'below'>;

/** Undefined for an entry that belongs to no case, and for a kind that is not known. */
export function caseOfEntry({ kind, subject }: Pick<RecordEntry, 'kind' | 'subject'>): string | undefined {
  const named = Object.hasOwn(subjectOfKind, kind) ? subjectOfKind[kind] : 'none';
  if (named === 'none') return undefined;
  return named === 'case' ? subject : subject.slice(0, Math.max(0, subject.lastIndexOf('/')));
}
