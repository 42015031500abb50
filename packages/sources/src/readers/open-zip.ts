// A zip file of a form that is agreed in, its files out by name: each one named as agreed, within limits, checked as it is unpacked.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { FileOfList } from './file-of-list.ts';
import { fileProblem } from './open-file.ts';
import { readWhole } from './read-whole.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeLimited } from './write-limited.ts';
import type { ZipLimits } from './zip-check.ts';
import { refuseNoZip } from './zip-signature.ts';

export interface AgreedZip extends ZipLimits {
  /** Whole names of the files that may be in it; what else is there is refused. */
  readonly names: RegExp;
}

export interface OpenedZip {
  readonly names: readonly string[];
  /** The file unpacked, in the machine's temporary folder. @throws Problem `file.unexpected` when it is not there. */
  place(name: string): Promise<string>;
  /** Its bytes. @throws Problem as `place`. */
  read(name: string): Promise<Uint8Array>;
  remove(): Promise<void>;
}

/**
 * Nothing is ever written under a name that stands in the zip, so that none leads outside. What a zip says of its sizes is not
 * believed.
 * @throws Problem `file.unexpected` (no zip, a name that was not agreed or stands there twice), `file.unreadable` (cut off, damaged,
 *   encrypted), `file.too-large`; the same later, from `place` and `read`.
 */
export async function openAgreedZip(
  file: { readonly name: string; readonly path: string },
  agreed: AgreedZip,
): Promise<OpenedZip> {
  const where: FileOfList = { list: 'zip', file: file.name };
  await refuseNoZip(file, where, 'it is not a zip file');
  const entries = await entriesOf(file.path, where, agreed);
  const folder = await temporaryFolder(where);
  const places = new Map<string, string>();
  let left = agreed.maxBytes;
  const place = async (name: string): Promise<string> => {
    const known = places.get(name);
    if (known !== undefined) return known;
    const entry = entries.get(name);
    if (!entry) throw new Problem('file.unexpected', { ...where, reason: `it has no ${name}` });
    const to = path.join(folder, String(places.size));
    left -= await unpack(file.path, entry, to, { ...agreed, maxBytes: left }, where);
    places.set(name, to);
    return to;
  };
  return {
    names: [...entries.keys()],
    place,
    read: async (name) => readWhole(await place(name), name, agreed.maxBytes),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function entriesOf(file: string, where: FileOfList, agreed: AgreedZip): Promise<ReadonlyMap<string, Entry>> {
  return withZip(file, where, async (zip) => {
    const entries = new Map<string, Entry>();
    const refuse = (code: 'file.unexpected' | 'file.unreadable', reason: string): never => {
      throw new Problem(code, { ...where, reason });
    };
    for await (const entry of zip.eachEntry()) {
      const { fileName: name } = entry;
      if (agreed.maxEntries <= entries.size)
        throw new Problem('file.too-large', { ...where, reason: `more than ${agreed.maxEntries} entries` });
      if (agreed.names.exec(name)?.[0] !== name) refuse('file.unexpected', `it has a file "${name.slice(0, 200)}"`);
      if (entries.has(name)) refuse('file.unexpected', `it has ${name} twice`);
      if (entry.isEncrypted()) refuse('file.unreadable', 'it is encrypted');
      entries.set(name, entry);
    }
    return entries;
  });
}

async function unpack(file: string, entry: Entry, to: string, limits: AgreedZip, where: FileOfList): Promise<number> {
  return withZip(file, where, async (zip) => {
    const chunks = (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
    const { crc } = await writeLimited(chunks, to, entry.compressedSize, limits, where);
    if (crc !== entry.crc32) throw new Problem('file.unreadable', { ...where, reason: 'its checksum is wrong' });
    return entry.uncompressedSize;
  });
}

async function withZip<T>(file: string, where: FileOfList, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  try {
    const zip = await yauzl.openPromise(file, { autoClose: false });
    try {
      return await work(zip);
    } finally {
      zip.close();
    }
  } catch (error) {
    throw fileProblem(error, where);
  }
}
