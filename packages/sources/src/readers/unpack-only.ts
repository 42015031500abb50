// A zip file with one file of a kind in it in, that file unpacked out, with the way to remove it; never beyond the limits.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { Problem } from '@sekisho/engine/model/problem.ts';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { SourceFile } from '../importer.ts';
import type { FileOfList } from './file-of-list.ts';
import { fileProblem } from './open-file.ts';
import type { ZipLimits } from './zip-check.ts';
import { refuseNoZip } from './zip-signature.ts';

export interface UnpackSettings extends ZipLimits {
  /** Of the one file, without the dot; what else is in the zip is passed over. */
  readonly extension: string;
}

export interface UnpackedFile extends SourceFile {
  readonly remove: () => Promise<void>;
}

const SMALL_BYTES = 1 << 20;

/**
 * Unpacks to the machine's temporary folder, checking size and CRC.
 * @throws Problem `file.unreadable` (cut off, damaged, encrypted), `file.unexpected` (no zip, not one such file in it),
 *   `file.too-large`.
 */
export async function unpackOnly(file: SourceFile, list: string, settings: UnpackSettings): Promise<UnpackedFile> {
  const where: FileOfList = { list, file: file.name };
  await refuseNoZip(file, where, 'it is not a zip file');
  const folder = await temporaryFolder(where);
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const zip = await yauzl.openPromise(file.path, { autoClose: false });
    try {
      const entry = await onlyEntry(zip, where, settings);
      const unpacked = path.join(folder, `unpacked.${settings.extension}`);
      await unpack(zip, entry, unpacked, where, settings);
      return { name: path.basename(entry.fileName), path: unpacked, remove };
    } finally {
      zip.close();
    }
  } catch (error) {
    await remove();
    throw fileProblem(error, where);
  }
}

async function temporaryFolder(where: FileOfList): Promise<string> {
  try {
    return await mkdtemp(path.join(tmpdir(), 'sekisho-'));
  } catch (error) {
    const reason = `there is no temporary folder to unpack it to (${(error as NodeJS.ErrnoException).code ?? ''})`;
    throw new Problem('file.unreadable', { ...where, reason }, { cause: error });
  }
}

async function onlyEntry(zip: ZipFile, where: FileOfList, { extension, maxEntries }: UnpackSettings): Promise<Entry> {
  const found: Entry[] = [];
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    if (++entries > maxEntries)
      throw new Problem('file.unexpected', { ...where, reason: `it has more than ${maxEntries} entries` });
    if (path.extname(entry.fileName).toLowerCase() === `.${extension}`) found.push(entry);
  }
  const [entry, second] = found;
  if (!entry || second)
    throw new Problem('file.unexpected', {
      ...where,
      reason: `it has ${found.length} files .${extension} in it instead of one`,
    });
  if (entry.isEncrypted()) throw new Problem('file.unreadable', { ...where, reason: 'it is encrypted' });
  return entry;
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  to: string,
  where: FileOfList,
  { maxBytes, maxRatio }: UnpackSettings,
): Promise<void> {
  const limit = Math.min(maxBytes, Math.max(SMALL_BYTES, maxRatio * entry.compressedSize));
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
