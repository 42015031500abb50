// An NTA zip file in, the one CSV file in it unpacked out, with the way to remove it; never more than the limits allow.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { Problem } from '@sekisho/engine/model/problem.ts';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { SourceFile } from '../../importer.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { openFile, refuseWebPage } from '../../readers/text-file.ts';

/** The nationwide file was 1.3 GB in 2024 and grows by a few per cent a year. */
const MAX_BYTES = 8 * 1024 ** 3;
/** Text of this kind packs to a sixth; a hundredth is a bomb. */
const MAX_RATIO = 100;
/** The CSV, and at most its signature beside it. */
const MAX_ENTRIES = 4;

export interface UnpackedFile extends SourceFile {
  readonly remove: () => Promise<void>;
}

/**
 * Unpacks to the machine's temporary folder, checking size and CRC.
 * @throws Problem `file.unreadable` (cut off, damaged, encrypted, no zip), `file.unexpected` (not one CSV file),
 *   `file.too-large`.
 */
export async function unpackCsv(file: SourceFile, list: string): Promise<UnpackedFile> {
  const where: FileOfList = { list, file: file.name };
  await checkSignature(file, where);
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const zip = await yauzl.openPromise(file.path, { autoClose: false });
    try {
      const entry = await onlyCsv(zip, where);
      const unpacked = path.join(folder, 'unpacked.csv');
      await unpack(zip, entry, unpacked, where);
      return { name: path.basename(entry.fileName), path: unpacked, remove };
    } finally {
      zip.close();
    }
  } catch (error) {
    await remove();
    if (error instanceof Problem) throw error;
    throw new Problem('file.unreadable', { ...where, reason: (error as Error).message }, { cause: error });
  }
}

/** `PK` begins every zip file; an error page saved under its name does not. */
async function checkSignature(file: SourceFile, where: FileOfList): Promise<void> {
  const handle = await openFile(file.path, where);
  try {
    const start = new Uint8Array(2000);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    if (start[0] === 0x50 && start[1] === 0x4b) return;
    refuseWebPage(new TextDecoder().decode(start.subarray(0, bytesRead)), where);
    throw new Problem('file.unexpected', { ...where, reason: 'it is not a zip file' });
  } finally {
    await handle.close();
  }
}

async function onlyCsv(zip: ZipFile, where: FileOfList): Promise<Entry> {
  const found: Entry[] = [];
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    if (++entries > MAX_ENTRIES)
      throw new Problem('file.unexpected', { ...where, reason: `it has more than ${MAX_ENTRIES} entries` });
    if (/\.csv$/i.test(entry.fileName)) found.push(entry);
  }
  const [entry, second] = found;
  if (!entry || second)
    throw new Problem('file.unexpected', { ...where, reason: `it has ${found.length} CSV files in it instead of one` });
  if (entry.isEncrypted()) throw new Problem('file.unreadable', { ...where, reason: 'it is encrypted' });
  return entry;
}

async function unpack(zip: ZipFile, entry: Entry, to: string, where: FileOfList): Promise<void> {
  const limit = Math.min(MAX_BYTES, Math.max(1 << 20, MAX_RATIO * entry.compressedSize));
  let [bytes, crc] = [0, 0];
  const handle = await open(to, 'wx', 0o600);
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const data = chunk as Buffer;
      bytes += data.length;
      if (limit < bytes)
        throw new Problem('file.too-large', { ...where, reason: `unpacks to more than ${limit} bytes` });
      crc = crc32(data, crc);
      await handle.writeFile(data);
    }
  } finally {
    await handle.close();
  }
  if (crc !== entry.crc32) throw new Problem('file.unreadable', { ...where, reason: 'its checksum is wrong' });
}
