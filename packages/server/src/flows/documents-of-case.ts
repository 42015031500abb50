// A case in, every document that stands with it out: what came with the order and what somebody put with it; and one of them, byte for byte.
import type { AttachedDocument } from '@sekisho/engine/model/case-note.ts';
import type { AttachmentKind } from '@sekisho/engine/model/document.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { attachedDocuments } from './attach-document.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { permitCase } from './restricted-case.ts';

export interface CaseDocument extends Pick<AttachedDocument, 'sha256' | 'bytes' | 'file' | 'documentKind'> {
  readonly documentKind: AttachmentKind;
  /** `order`: it was handed in with the application. */
  readonly from: 'order' | 'people';
  readonly language?: string;
  /** Of a translation: the document that rules. */
  readonly translationOf?: string;
  /** Absent: a machine translated it. */
  readonly translatedBy?: string;
  readonly by?: string;
  readonly at?: string;
}

/** In the order in which they came. @throws Problem `case.not-found` */
export async function documentsOfCase(caseId: string, parts: Parts): Promise<readonly CaseDocument[]> {
  permit(parts, 'case.read');
  await permitCase(caseId, parts);
  const { store } = parts;
  if (!(await store.case(caseId))) throw new Problem('case.not-found', { case: caseId });
  const { documents = [] } = (await store.application(caseId))?.application ?? {};
  const ordered = documents.flatMap(({ file, kind, sha256, bytes = 0 }): readonly CaseDocument[] =>
    sha256 === undefined ? [] : [{ from: 'order', file, documentKind: kind, sha256, bytes }],
  );
  const attached = attachedDocuments(await store.caseNotes(caseId)).map(
    ({ kind: _, caseId: __, ...said }): CaseDocument => ({ from: 'people', ...said }),
  );
  return [...ordered, ...attached];
}

/**
 * @throws Problem `case.not-found`, `document.not-found` for one that does not stand with the case, `edition.damaged` for a file
 *   that is gone or was altered.
 */
export async function documentOfCase(
  caseId: string,
  sha256: string,
  parts: Parts,
): Promise<{ readonly document: CaseDocument; readonly bytes: Uint8Array }> {
  const document = (await documentsOfCase(caseId, parts)).find((known) => known.sha256 === sha256);
  if (!document) throw new Problem('document.not-found', { case: caseId, document: sha256 });
  return { document, bytes: await parts.documentFiles.load(sha256) };
}
