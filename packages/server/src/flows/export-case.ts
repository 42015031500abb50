// A case in, one file of all that is sealed of it out, with what proves it on another machine: the entries, signatures, policy, documents.
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { caseOfEntry } from '@sekisho/engine/record/case-of-entry.ts';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { BUNDLE_FORMAT, bundleFiles, contentsOf, namedFiles, type Manifest } from '../record/case-bundle.ts';
import { exportLines, type RecordPart } from '../record/export-record.ts';
import { codeOf, writeNewFile } from '../record/new-file.ts';
import { readPublicKeys } from '../record/signing-key.ts';
import { ZipWriter, type ZippedFile } from '../record/zip-file.ts';
import { checkedWord, type CaseWord } from './case-word.ts';
import { checkpoint, type RecordPlaces } from './checkpoint.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

export interface CaseExport {
  readonly caseId: string;
  readonly file: string;
  readonly bytes: number;
  /** Of the file, lower-case hex. */
  readonly sha256: string;
  /** Of the record in it; what is sealed of this case is open, of others only their seals are there. */
  readonly entries: { readonly first: number; readonly last: number; readonly open: number; readonly erased: number };
  readonly documents: number;
}

/**
 * Writes the bundle to a new file that only its owner can read, and seals that it was made, by whom and for what. The record is signed
 * up to its end before, so that every entry of the case stands under a signature. The same bundle at the same moment is the same bytes.
 * @throws Problem `case.not-found`, `case.note-not-allowed` (nobody named, no reason), `file.exists`, `file.unreadable`, `file.too-large`,
 *   `edition.damaged` for a document that is gone or altered, and as `checkpoint`.
 */
export async function exportCase(
  caseId: string,
  { file, ...given }: CaseWord & { readonly file: string },
  parts: Parts,
  places: RecordPlaces,
): Promise<CaseExport> {
  permit(parts, 'record.export');
  const { store, clock } = parts;
  const word = checkedWord(given, 'takes it out', (reason) => {
    throw new Problem('case.note-not-allowed', { case: caseId, reason });
  });
  await checkpoint(parts, places);
  const entries = (await store.entriesUnder(caseId)).filter((entry) => caseOfEntry(entry) === caseId);
  const part = await partOf(entries, caseId, parts);
  const exportedAt = clock();
  const publicKeys = await readPublicKeys({ ...places, recordId: store.folder.id });
  const written = { bytes: 0, documents: 0 };
  try {
    const isNew = await writeNewFile(file, 0o600, async (handle) => {
      const zip = new ZipWriter(handle);
      const files: ZippedFile[] = [];
      const add = async (name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
        files.push(await zip.add(name, content));
      };
      await add(bundleFiles.record, linesOf(exportLines(store, publicKeys, exportedAt, part)));
      await add(bundleFiles.contents, [Buffer.from(contentsOf(entries))]);
      const { policies, editions, documents } = namedFiles(entries);
      await add(bundleFiles.editions, [Buffer.from(canonicalJson(await described([...editions].sort(), parts)))]);
      for (const sha256 of [...policies].sort()) {
        const policy = await store.policy(sha256);
        if (policy) await add(bundleFiles.policy(sha256), [Buffer.from(policy.text)]);
      }
      for (const sha256 of [...documents].sort()) {
        await add(bundleFiles.document(sha256), [await parts.documentFiles.load(sha256)]);
        written.documents++;
      }
      const { id: recordId } = store.folder;
      const manifest: Manifest = { format: BUNDLE_FORMAT, recordId, caseId, exportedAt, files };
      await zip.add(bundleFiles.manifest, [Buffer.from(canonicalJson(manifest))]);
      written.bytes = await zip.end();
    });
    if (!isNew) throw new Problem('file.exists', { file });
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw new Problem('file.unreadable', { file, reason: codeOf(error) }, { cause: error });
  }
  const open = entries.filter(({ payload }) => payload !== undefined).length;
  const { first, last } = part;
  const sha256 = await hashOf(file);
  const counts = { entries: { first, last, open, erased: entries.length - open }, ...written };
  await store.write((writer) => writer.seal('case-exported', caseId, { ...word, sha256, ...counts }, exportedAt));
  return { caseId, file, sha256, ...counts };
}

/** From the first entry of the case to the first signature that covers its last. */
async function partOf(entries: readonly OpenEntry[], caseId: string, { store }: Parts): Promise<RecordPart> {
  const [first] = entries;
  const newest = entries.at(-1);
  if (!first || !newest) throw new Problem('case.not-found', { case: caseId });
  const signed = (await store.checkpoints()).map(({ sequence }) => sequence).filter((at) => newest.sequence <= at);
  const last = Math.min(...signed);
  const isOpen = (entry: OpenEntry) => caseOfEntry(entry) === caseId || entry.kind === 'key-rotated';
  return { first: first.sequence, last, isOpen };
}

async function described(ids: readonly string[], { store }: Parts): Promise<readonly Edition[]> {
  const editions = await Promise.all(ids.map((id) => store.edition(id)));
  return editions.filter((edition) => edition !== undefined);
}

async function* linesOf(lines: AsyncIterable<object>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(`${canonicalJson(line)}\n`);
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
