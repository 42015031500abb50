// A file and what somebody says of it in, the same kept under its hash and noted on a case out, sealed; and a case's documents back.
import path from 'node:path';
import type { AttachedDocument, CaseNote } from '@sekisho/engine/model/case-note.ts';
import { attachmentKinds } from '@sekisho/engine/model/document.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { readWhole } from '@sekisho/sources/readers/read-whole.ts';
import { hashOfDocument } from '../store/document-files.ts';
import { named, type Refuse } from './case-word.ts';
import { saveNote } from './decide-case.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { isDocument, MAX_DOCUMENT_BYTES } from './take-documents.ts';

export interface Attachment {
  readonly file: string;
  readonly kind: string;
  /** BCP 47. */
  readonly language: string;
  /** SHA-256 of the document of the case that this one says in another language, or so much of its beginning that it is the only one. */
  readonly translationOf?: string;
  /** Of a translation: the person who made it; absent: a machine. */
  readonly translatedBy?: string;
  readonly by: string;
}

/**
 * Keeps a file with a case: PDF, PNG, JPEG, TIFF or plain text in UTF-8. A translation names its original, which is of the
 * same case and in another language. The program reads nothing in it.
 * @throws Problem `case.not-found`; `case.note-not-allowed` with the reason: nobody named, an unknown kind or language, no such
 *   original, attached already; `file.not-found`, `file.unreadable`, `file.too-large`, `file.unexpected` for bytes that are no
 *   document; `store.failed`.
 */
export async function attachDocument(caseId: string, given: Attachment, parts: Parts): Promise<AttachedDocument> {
  permit(parts, 'case.work');
  const refuse: Refuse = (reason) => {
    throw new Problem('case.note-not-allowed', { case: caseId, reason });
  };
  const by = named(given.by, 'attaches it', refuse);
  const documentKind =
    attachmentKinds.find((kind) => kind === given.kind) ?? refuse(`a kind is one of ${attachmentKinds.join(', ')}`);
  const language = languageTag(given.language) ?? refuse(`"${given.language}" is no language (id, ja, zh-Hans)`);
  if (given.translatedBy !== undefined && given.translationOf === undefined)
    refuse('who translated it is said of a translation: name the original');
  const file = path.basename(given.file);
  const bytes = await readWhole(given.file, file, MAX_DOCUMENT_BYTES);
  if (!isDocument(bytes) && !isText(bytes))
    throw new Problem('file.unexpected', {
      file,
      reason: 'it is neither PDF, PNG, JPEG, TIFF nor plain text in UTF-8',
    });
  const said: AttachedDocument = {
    kind: 'attached',
    caseId,
    by,
    at: parts.clock(),
    sha256: hashOfDocument(bytes),
    bytes: bytes.length,
    file,
    documentKind,
    language,
    ...(given.translatedBy !== undefined && { translatedBy: named(given.translatedBy, 'translated it', refuse) }),
  };
  return parts.store.write(async (writer) => {
    if (!(await writer.case(caseId))) throw new Problem('case.not-found', { case: caseId });
    const attached = attachedDocuments(await writer.caseNotes(caseId));
    if (attached.some(({ sha256 }) => sha256 === said.sha256)) refuse(`${file} is attached already`);
    const translationOf = originalOf(given.translationOf, language, attached, refuse);
    const note = { ...said, ...(translationOf !== undefined && { translationOf }) };
    await parts.documentFiles.keep(bytes);
    await saveNote(writer, note);
    return note;
  });
}

/**
 * The documents of a case, oldest first, each as it was kept.
 * @throws Problem `case.not-found`, `edition.damaged` for a file that is gone or was altered.
 */
export async function caseDocuments(
  caseId: string,
  { store, documentFiles }: Pick<Parts, 'store' | 'documentFiles'>,
): Promise<readonly AttachedDocument[]> {
  if (!(await store.case(caseId))) throw new Problem('case.not-found', { case: caseId });
  const documents = attachedDocuments(await store.caseNotes(caseId));
  for (const { sha256 } of documents) await documentFiles.load(sha256);
  return documents;
}

export function attachedDocuments(notes: readonly CaseNote[]): readonly AttachedDocument[] {
  return notes.filter((note) => note.kind === 'attached');
}

function originalOf(
  given: string | undefined,
  language: string,
  attached: readonly AttachedDocument[],
  refuse: Refuse,
): string | undefined {
  if (given === undefined) return undefined;
  const beginning = given.trim().toLowerCase();
  const [original, another] = attached.filter(({ sha256 }) => beginning !== '' && sha256.startsWith(beginning));
  if (!original || another)
    return refuse(
      `${another ? 'several documents have' : 'no document of the case has'} the SHA-256 ${given}: attach the original first, and name it`,
    );
  if (original.language === language) refuse(`the original is in ${language} too`);
  return original.sha256;
}

/** In its canonical form. */
function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

function isText(bytes: Uint8Array): boolean {
  try {
    // control characters but tab and line ends stand in no text
    return !/[^\P{Cc}\t\n\r]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) && 0 < bytes.length;
  } catch {
    return false;
  }
}
