// A store in, one file of its whole record out, which can be verified without the store (`read-export.ts`, docs/record.md).
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import type { Store, StoreReader } from '../store/store.ts';
import { codeOf, writeNewFile } from './new-file.ts';
import { recordEntries } from './record-entries.ts';
import type { ExportLines } from './record-lines.ts';

/** Rises when a reader of the number before would misread the file. */
export const EXPORT_FORMAT = 1;

export interface ExportSummary {
  readonly file: string;
  readonly counts: ExportLines['end'];
  readonly bytes: number;
  /** Of the file, lower-case hex. */
  readonly sha256: string;
}

/**
 * Writes the record to `file`, which only its owner can read: payloads are personal.
 * @param publicKeys SPKI in DER by key id: of every key that signed a checkpoint.
 * @throws Problem `record.key` when one is missing, `file.exists`, `file.unreadable` when it cannot be written.
 */
export async function exportRecord(
  store: Store,
  { file, publicKeys, exportedAt }: { file: string; publicKeys: ReadonlyMap<string, Uint8Array>; exportedAt: Instant },
): Promise<ExportSummary> {
  let summary: ExportSummary | undefined;
  const lines = exportLines(store, publicKeys, exportedAt);
  try {
    const isNew = await writeNewFile(file, 0o600, async (handle) => {
      summary = { file, ...(await writeLines(handle, lines)) };
    });
    if (!isNew || !summary) throw new Problem('file.exists', { file });
    return summary;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw new Problem('file.unreadable', { file, reason: codeOf(error) }, { cause: error });
  }
}

/** The part of a record that stands for itself: its entries from the first to one that is signed. */
export interface RecordPart {
  readonly first: number;
  readonly last: number;
  /** Whether what an entry seals is handed over too; else its seal alone is. */
  readonly isOpen: (entry: OpenEntry) => boolean;
}

/**
 * The lines of an export, of the whole record or a part. Checkpoints come before the entries, so that a reader needs one pass; and are
 * read first, so that none is past the end.
 * @throws Problem `record.key` when a key that signed is missing.
 */
export async function* exportLines(
  store: StoreReader & { readonly folder: { readonly id: string } },
  publicKeys: ReadonlyMap<string, Uint8Array>,
  exportedAt: Instant,
  part?: RecordPart,
): AsyncGenerator<Partial<ExportLines>> {
  const [first] = part ? await store.entries({ from: part.first, limit: 1 }) : [];
  const from = first && { sequence: first.sequence, previous: first.previous };
  yield { sekishoRecord: { format: EXPORT_FORMAT, recordId: store.folder.id, exportedAt, ...(from && { from }) } };
  const isWithin = ({ sequence }: { readonly sequence: number }) =>
    !part || (part.first <= sequence && sequence <= part.last);
  const checkpoints = (await store.checkpoints()).filter(isWithin);
  const receipts = (await store.receipts()).filter(({ checkpoint }) => isWithin(checkpoint));
  const keyIds = new Set([...checkpoints, ...receipts.map(({ checkpoint }) => checkpoint)].map(({ keyId }) => keyId));
  for (const keyId of keyIds) {
    const publicKey = publicKeys.get(keyId);
    if (!publicKey)
      throw new Problem('record.key', { reason: 'a checkpoint was signed with a key that is not here', keyId });
    yield { publicKey: Buffer.from(publicKey).toString('base64') };
  }
  for (const checkpoint of checkpoints) yield { checkpoint };
  for (const receipt of receipts) yield { receipt };
  let entries = 0;
  for await (const entry of recordEntries(store, part?.first)) {
    if (part && part.last < entry.sequence) break;
    entries++;
    yield { entry: part?.isOpen(entry) === false ? sealOnly(entry) : entry };
  }
  yield { end: { publicKeys: keyIds.size, checkpoints: checkpoints.length, receipts: receipts.length, entries } };
}

function sealOnly({ salt: _, payload: __, ...entry }: OpenEntry): OpenEntry {
  return entry;
}

const BLOCK_CHARACTERS = 2 ** 18;

async function writeLines(
  handle: FileHandle,
  lines: AsyncIterable<Partial<ExportLines>>,
): Promise<Omit<ExportSummary, 'file'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  let block = '';
  let counts: ExportLines['end'] | undefined;
  const flush = async () => {
    const buffer = Buffer.from(block);
    hash.update(buffer);
    bytes += buffer.length;
    block = '';
    await handle.appendFile(buffer);
  };
  for await (const line of lines) {
    block += `${canonicalJson(line)}\n`;
    counts = line.end;
    if (BLOCK_CHARACTERS < block.length) await flush();
  }
  await flush();
  if (!counts) throw new Problem('file.unreadable', { reason: 'the export has no end' });
  return { counts, bytes, sha256: hash.digest('hex') };
}
