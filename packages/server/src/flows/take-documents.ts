// An application and the folder it came from in, the same with the hash of every document beside it out; the files are kept.
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { parseApplication, type Application } from '@sekisho/engine/model/application.ts';
import type { ApplicationDocument } from '@sekisho/engine/model/document.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { fileProblem } from '@sekisho/sources/readers/open-file.ts';
import { readWhole } from '@sekisho/sources/readers/read-whole.ts';
import { hashOfDocument } from '../store/document-files.ts';
import type { Parts } from './parts.ts';

/** A scan of a certificate of some pages. */
export const MAX_DOCUMENT_BYTES = 20_000_000;

/** A document and its bytes. */
export interface TakenDocument {
  readonly document: ApplicationDocument;
  readonly bytes: Uint8Array;
}

/**
 * Reads each document of the application below `folder`. Nothing is kept: `keepDocuments` does that.
 * @param folder that of the application's file; undefined where it came without one: then only documents that are kept
 *   already, named by their hash, can belong to it.
 * @throws Problem `application.invalid` (its fields; a document without a folder; a place outside of it), `file.not-found`,
 *   `file.unreadable`, `file.too-large`, `file.unexpected` for bytes that are no document or not those of the hash.
 */
export async function takeDocuments(
  value: unknown,
  folder: string | undefined,
): Promise<{ readonly application: Application; readonly taken: readonly TakenDocument[] }> {
  const application = parseApplication(value);
  const documents: ApplicationDocument[] = [];
  const taken: TakenDocument[] = [];
  for (const [index, document] of (application.documents ?? []).entries()) {
    const field = fieldOf(index);
    if (folder === undefined && document.sha256 === undefined)
      throw new Problem('application.invalid', {
        field,
        reason: 'is a file, and the application came without a folder: name the file of the application',
      });
    const read = folder === undefined ? undefined : await takeDocument(document, field, folder);
    documents.push(read?.document ?? document);
    if (read) taken.push(read);
  }
  return { application: documents.length === 0 ? application : { ...application, documents }, taken };
}

/**
 * Keeps what was taken, and sees that every other document of the application is kept already.
 * @throws Problem `application.invalid` for a document that is not, `edition.damaged` for one that was altered, `store.failed`.
 */
export async function keepDocuments(
  { documents = [] }: Application,
  taken: readonly TakenDocument[],
  { documentFiles }: Pick<Parts, 'documentFiles'>,
): Promise<void> {
  for (const { bytes } of taken) await documentFiles.keep(bytes);
  for (const [index, { sha256 }] of documents.entries())
    if (sha256 === undefined || !(await documentFiles.has(sha256)))
      throw new Problem('application.invalid', { field: fieldOf(index), reason: 'is a file that is not kept here' });
}

const fieldOf = (index: number) => `/documents/${String(index)}/file`;

async function takeDocument(document: ApplicationDocument, field: string, folder: string): Promise<TakenDocument> {
  const { file } = document;
  const bytes = await readWhole(await placeWithin(folder, file, field), file, MAX_DOCUMENT_BYTES);
  if (!isDocument(bytes))
    throw new Problem('file.unexpected', { file, reason: 'it is neither PDF, PNG, JPEG nor TIFF' });
  const sha256 = hashOfDocument(bytes);
  if (document.sha256 !== undefined && document.sha256 !== sha256)
    throw new Problem('file.unexpected', { file, reason: `its SHA-256 is ${sha256}, not ${document.sha256}` });
  return { document: { ...document, sha256, bytes: bytes.length }, bytes };
}

/** Where the file really is, links followed: below the folder, or it is refused. */
async function placeWithin(folder: string, file: string, field: string): Promise<string> {
  const refuse = (): never => {
    throw new Problem('application.invalid', { field, reason: 'names a place outside the folder of the application' });
  };
  if (path.isAbsolute(file) || /^[A-Za-z]:|\\/.test(file) || isOutside(folder, path.join(folder, file)))
    return refuse();
  try {
    const [root, place] = [await realpath(folder), await realpath(path.join(folder, file))];
    return isOutside(root, place) ? refuse() : place;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw fileProblem(error, { file });
  }
}

function isOutside(folder: string, place: string): boolean {
  const way = path.relative(folder, place);
  return way === '' || way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
}

/** The first bytes of PDF, PNG, JPEG, and TIFF in either order of bytes. */
const beginnings = ['255044462d', '89504e470d0a1a0a', 'ffd8ff', '49492a00', '4d4d002a'];

export function isDocument(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return beginnings.some((beginning) => start.startsWith(beginning));
}
