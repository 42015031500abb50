// A case and who says that it is erased in; out: nothing of it left but its seals, and an entry that says who erased what and why.
import { holdOn, openProposal, type CaseNote, type ErasureRequest } from '@sekisho/engine/model/case-note.ts';
import type { EntryKind, OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { isSamePerson } from '@sekisho/engine/policy/second-person.ts';
import { caseOfEntry } from '@sekisho/engine/record/case-of-entry.ts';
import { namedFiles } from '../record/case-bundle.ts';
import type { StoredCase, StoreReader, StoreWriter } from '../store/store.ts';
import { retentionOfCase, type CaseRetention } from './case-retention.ts';
import { checkedWord, type CaseWord, type Refuse } from './case-word.ts';
import { saveNote } from './decide-case.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

export interface ErasureWish extends CaseWord {
  /** Also before the end of its period: then two people say so. */
  readonly isEarly: boolean;
}

export interface CaseErasure {
  readonly caseId: string;
  /** `requested`: a second person must agree, and nothing is erased yet. */
  readonly state: 'erased' | 'requested';
  /** Of the record, whose payload and salt are gone. */
  readonly entries: readonly number[];
  /** SHA-256 of the documents that are gone, and of those that another case names too. */
  readonly documents: readonly string[];
  readonly sharedDocuments: readonly string[];
  /** What was taken out of the record while the case stood in it: whoever has that has the case. */
  readonly exports: readonly CaseExported[];
}

export interface CaseExported {
  readonly sequence: number;
  readonly at: string;
  readonly kind: EntryKind;
  /** Of the file. */
  readonly sha256: string;
}

/** Entries of a case that hold nothing of a person: the state it was in, and that it was erased. */
const impersonal: readonly EntryKind[] = ['case-opened', 'case-moved', 'case-erased'];

/**
 * Erases a case: payload and salt of all its entries, keys, hits, alerts, notes, documents; its seals stay, and the record stays whole.
 * The database is written anew afterwards unless `keepsSpace`, when the caller does that after the last. A case that is erased already
 * is seen through to its end.
 *
 * Two people say so when the order was refused, when somebody behind it resembled an entry of a list, and before the end of its
 * period: the first asks, another one confirms by the same call.
 * @throws Problem `case.not-found`, or `case.erasure-not-allowed` with the reason: a legal hold, an open case, something that waits for a
 *   second person, a look-back that is owed, a period that has not ended, nobody named, a reason that names a party.
 */
export async function eraseCase(
  caseId: string,
  wish: ErasureWish,
  parts: Parts,
  { keepsSpace = false }: { readonly keepsSpace?: boolean } = {},
): Promise<CaseErasure> {
  permit(parts, 'case.erase');
  const refuse: Refuse = (reason) => {
    throw new Problem('case.erasure-not-allowed', { case: caseId, reason });
  };
  const word = checkedWord(wish, 'erases it', refuse);
  const erasure = await parts.store.write(async (writer): Promise<CaseErasure> => {
    const known = await writer.case(caseId);
    if (!known) throw new Problem('case.not-found', { case: caseId });
    const entries = (await writer.entriesUnder(caseId)).filter((entry) => caseOfEntry(entry) === caseId);
    const retention = await retentionOfCase(known, writer, parts);
    if (!retention) return lastErasure(caseId, entries);
    await refuseErasure(known, retention, wish, writer, parts, refuse);
    await refuseNames(caseId, word.reason, writer, refuse);
    const request = await requestFor(known, word, wish.isEarly, writer);
    if (!request && needsTwo(known, retention, parts)) {
      const { isEarly } = wish;
      await saveNote(writer, { kind: 'erasure-requested', caseId, isEarly, ...word, at: parts.clock() });
      return { caseId, state: 'requested', entries: [], documents: [], sharedDocuments: [], exports: [] };
    }
    return eraseEntries(
      known,
      entries,
      { ...word, ...(request && { requestedBy: request.by }) },
      retention,
      writer,
      parts,
    );
  });
  if (erasure.state === 'requested') return erasure;
  await parts.pastIndexFiles.remove();
  for (const sha256 of erasure.documents) await parts.documentFiles.remove(sha256);
  if (!keepsSpace) await parts.store.purge();
  return erasure;
}

async function refuseErasure(
  { id, state }: StoredCase,
  { class: found, until, regimes }: CaseRetention,
  { isEarly }: ErasureWish,
  writer: StoreWriter,
  { clock }: Parts,
  refuse: Refuse,
): Promise<void> {
  const notes = await writer.caseNotes(id);
  const hold = holdOn(notes);
  if (hold) refuse(`a legal hold stands since ${hold.at.slice(0, 10)}, set by ${hold.by}`);
  if (openProposal(notes)) refuse('something waits for a second person');
  if (!found || until === undefined) return refuse(`the case is open, in ${state}`);
  if (clock().slice(0, 10) <= until && !isEarly) {
    const grounds = regimes.map(({ reference }) => reference).join('; ');
    refuse(`it is kept until ${until} (${found.class}${grounds === '' ? '' : `: ${grounds}`})`);
  }
  if (0 < (await writer.lookBacks('owed')).length) refuse('a look-back is owed: run `sekisho look-back` first');
}

/** What is sealed of an erasure stays for ever. */
async function refuseNames(caseId: string, reason: string, writer: StoreWriter, refuse: Refuse): Promise<void> {
  const folded = (text: string) => text.normalize('NFKC').toLowerCase();
  const { application } = (await writer.application(caseId)) ?? {};
  const names = application?.parties.flatMap((party) => party.names.map(({ text }) => text)) ?? [];
  if (names.some((name) => folded(reason).includes(folded(name))))
    refuse('the reason names a party, and would outlast what is erased');
}

/** Whether a second person must agree with erasing it. */
export function needsTwo(known: StoredCase, retention: CaseRetention, { clock }: Parts): boolean {
  return isGrave(known, retention) || clock().slice(0, 10) <= (retention.until ?? '');
}

/** Refused, or somebody behind it resembled an entry of a list. */
export function isGrave({ state, proposed }: StoredCase, { isListed }: Pick<CaseRetention, 'isListed'>): boolean {
  return state === 'REFUSE' || proposed === 'refuse' || isListed;
}

/** The request that another person made since the case stands as it does. */
async function requestFor(
  known: StoredCase,
  { by }: CaseWord,
  isEarly: boolean,
  writer: StoreWriter,
): Promise<ErasureRequest | undefined> {
  const isFitting = (note: ErasureRequest) => !isSamePerson(note.by, by) && (note.isEarly || !isEarly);
  return lastRequest(known, await writer.caseNotes(known.id), isFitting);
}

/** The last request for erasure that was made since the case stands as it does. */
export function lastRequest(
  { updatedAt }: StoredCase,
  notes: readonly CaseNote[],
  isSought: (note: ErasureRequest) => boolean = () => true,
): ErasureRequest | undefined {
  return notes.findLast(
    (note): note is ErasureRequest => note.kind === 'erasure-requested' && updatedAt <= note.at && isSought(note),
  );
}

async function eraseEntries(
  { id, state }: StoredCase,
  all: readonly OpenEntry[],
  word: CaseWord & { readonly requestedBy?: string },
  { class: found, until }: CaseRetention,
  writer: StoreWriter,
  { clock, ownRetention }: Parts,
): Promise<CaseErasure> {
  const erased = erasableIn(all);
  const entries = erased.map(({ sequence }) => sequence);
  const documents: string[] = [];
  const sharedDocuments: string[] = [];
  for (const sha256 of [...namedFiles(erased).documents].sort())
    ((await writer.isNamedBeside(sha256, entries)) ? sharedDocuments : documents).push(sha256);
  const exports = await exportsWith(erased, writer);
  await writer.erase(entries);
  const period = { class: found?.class, until, ...(ownRetention && { retentionSha256: ownRetention.sha256 }) };
  const told = { ...word, state, ...period, entries, documents, sharedDocuments, exports };
  await writer.seal('case-erased', id, told, clock());
  return { caseId: id, state: 'erased', entries, documents, sharedDocuments, exports };
}

/** The entries of a case that hold something of a person. */
export function erasableIn(entries: readonly OpenEntry[]): readonly OpenEntry[] {
  return entries.filter(({ kind, payload }) => payload !== undefined && !impersonal.includes(kind));
}

/** Of the case itself, of the whole record since its first entry, and of persons in it. */
export async function exportsWith(erased: readonly OpenEntry[], reader: StoreReader): Promise<readonly CaseExported[]> {
  const first = erased[0]?.sequence ?? 0;
  const others = await reader.entriesOfKinds(['record-exported', 'person-exported'], first);
  const own = erased.filter(({ kind }) => kind === 'case-exported');
  return [...own, ...others]
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ sequence, at, kind, subject, payload }) => {
      const { sha256 = subject } = JSON.parse(payload ?? '{}') as { sha256?: string };
      return { sequence, at, kind, sha256 };
    });
}

/** Of a case that was erased before: its files may still be there, when that was interrupted. */
function lastErasure(caseId: string, entries: readonly OpenEntry[]): CaseErasure {
  const told = entries.findLast(({ kind }) => kind === 'case-erased')?.payload ?? '{}';
  const { documents = [], sharedDocuments = [], exports = [] } = JSON.parse(told) as Partial<CaseErasure>;
  return { caseId, state: 'erased', entries: [], documents, sharedDocuments, exports };
}
