// A zip file and limits in; nothing out when every entry unpacks within them.
import { Problem } from '@sekisho/engine/model/problem.ts';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { SourceFile } from '../importer.ts';
import type { FileOfList } from './file-of-list.ts';
import { fileProblem } from './open-file.ts';
import { refuseNoZip } from './zip-signature.ts';

export interface ZipLimits {
  readonly maxEntries: number;
  /** Of all entries together, unpacked. */
  readonly maxBytes: number;
  /** Unpacked size over packed size of one entry; asked of entries above a megabyte. */
  readonly maxRatio: number;
}

const SMALL_ENTRY_BYTES = 1 << 20;

/**
 * Unpacks every entry once, keeping nothing: what a zip says of its sizes is not believed.
 * @param noZip what is said of a file that is no zip.
 * @throws Problem `file.unexpected` when the file is no zip, `file.unreadable` when it is cut off or damaged, `file.too-large` when it goes beyond a limit.
 */
export async function checkZip(file: SourceFile, list: string, limits: ZipLimits, noZip: string): Promise<void> {
  const where: FileOfList = { list, file: file.name };
  await refuseNoZip(file, where, noZip);
  let bytes = 0;
  let entries = 0;
  try {
    const zip = await yauzl.openPromise(file.path, { autoClose: false });
    try {
      for await (const entry of zip.eachEntry()) {
        if (++entries > limits.maxEntries) throw tooLarge(where, `more than ${limits.maxEntries} entries`);
        bytes += await unpackedSize(zip, entry, limits, where);
        if (bytes > limits.maxBytes) throw tooLarge(where, `unpacks to more than ${limits.maxBytes} bytes`);
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    throw fileProblem(error, where);
  }
}

async function unpackedSize(zip: ZipFile, entry: Entry, limits: ZipLimits, where: FileOfList): Promise<number> {
  const isBomb = (bytes: number) => SMALL_ENTRY_BYTES < bytes && limits.maxRatio * entry.compressedSize < bytes;
  let bytes = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    bytes += (chunk as Buffer).length;
    if (bytes > limits.maxBytes) throw tooLarge(where, `unpacks to more than ${limits.maxBytes} bytes`);
    if (isBomb(bytes))
      throw tooLarge(where, `"${entry.fileName}" unpacks to more than ${limits.maxRatio} times its size`);
  }
  return bytes;
}

function tooLarge(where: FileOfList, reason: string): Problem {
  return new Problem('file.too-large', { ...where, reason });
}
