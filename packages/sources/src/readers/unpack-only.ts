// A zip file with one file of a kind in it in, that file unpacked out, with the way to remove it; never beyond the limits.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { SourceFile } from '../importer.ts';
import type { FileOfList } from './file-of-list.ts';
import { fileProblem } from './open-file.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeLimited } from './write-limited.ts';
import type { ZipLimits } from './zip-check.ts';
import { refuseNoZip } from './zip-signature.ts';

export interface UnpackSettings extends ZipLimits {
  /** Of the one file, without the dot; what else is in the zip is passed over. Absent: the zip has one file in it. */
  readonly extension?: string;
}

export interface UnpackedFile extends SourceFile {
  readonly remove: () => Promise<void>;
}

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
      const { extension } = settings;
      const unpacked = path.join(folder, extension === undefined ? 'unpacked' : `unpacked.${extension}`);
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

async function onlyEntry(zip: ZipFile, where: FileOfList, { extension, maxEntries }: UnpackSettings): Promise<Entry> {
  const found: Entry[] = [];
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    if (++entries > maxEntries)
      throw new Problem('file.unexpected', { ...where, reason: `it has more than ${maxEntries} entries` });
    if (extension === undefined ? isFile(entry) : path.extname(entry.fileName).toLowerCase() === `.${extension}`)
      found.push(entry);
  }
  const [entry, second] = found;
  if (!entry || second)
    throw new Problem('file.unexpected', {
      ...where,
      reason: `it has ${found.length} files${extension === undefined ? '' : ` .${extension}`} in it instead of one`,
    });
  if (entry.isEncrypted()) throw new Problem('file.unreadable', { ...where, reason: 'it is encrypted' });
  return entry;
}

/** No folder, and not what a desktop adds to files it packs. */
function isFile({ fileName }: Entry): boolean {
  return !fileName.endsWith('/') && !/^__MACOSX\/|(?:^|\/)\.DS_Store$/.test(fileName);
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  to: string,
  where: FileOfList,
  settings: UnpackSettings,
): Promise<void> {
  const chunks = (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
  const { crc } = await writeLimited(chunks, to, entry.compressedSize, settings, where);
  if (crc !== entry.crc32) throw new Problem('file.unreadable', { ...where, reason: 'its checksum is wrong' });
}
