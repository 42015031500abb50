// The bytes of a PDF in; nothing out when it is whole, and what it has packed unpacks within a limit and as it was packed.
import { inflateSync } from 'node:zlib';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from './file-of-list.ts';

const HEAD_BYTES = 1024;
const TAIL_BYTES = 1024;
const MAX_DICTIONARY = 4096;

/**
 * A reader of PDFs mends what is cut off or damaged as well as it can, and says nothing: a list would be short without a
 * word. So the end mark must be there, and every packed stream must have the checksum that it was packed with.
 * @throws Problem `file.unexpected` for a file that is no PDF, `file.unreadable` for one that is cut off or damaged,
 *   `file.too-large` when it unpacks to more than `maxUnpackedBytes`.
 */
export function checkPdfStreams(bytes: Buffer, where: FileOfList, maxUnpackedBytes: number): void {
  if (!bytes.subarray(0, HEAD_BYTES).includes('%PDF-'))
    throw new Problem('file.unexpected', { ...where, reason: 'it is not a PDF' });
  const tail = bytes.subarray(-TAIL_BYTES);
  if (!tail.includes('startxref') || !tail.includes('%%EOF'))
    throw new Problem('file.unreadable', { ...where, reason: 'its end is missing: it is cut off' });
  if (bytes.includes('/Encrypt')) return; // packed, then enciphered
  let unpacked = 0;
  for (const stream of packedStreams(bytes)) {
    try {
      unpacked += inflateSync(stream, { maxOutputLength: maxUnpackedBytes }).length;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') unpacked = Infinity;
      else throw new Problem('file.unreadable', { ...where, reason: 'a part of it is damaged' }, { cause: error });
    }
    if (unpacked > maxUnpackedBytes)
      throw new Problem('file.too-large', { ...where, reason: `unpacks to more than ${maxUnpackedBytes} bytes` });
  }
}

/** What stands between `stream` and `endstream` behind a dictionary that names FlateDecode alone. */
function* packedStreams(bytes: Buffer): Generator<Buffer> {
  const text = bytes.toString('latin1');
  for (const { index, 0: found } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const before = text.slice(Math.max(0, index - MAX_DICTIONARY), index);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    if (!/\/Filter\s*(?:\/FlateDecode\b|\[\s*\/FlateDecode\s*\])/.test(dictionary) || !/>>\s*$/.test(dictionary))
      continue;
    const start = index + found.length;
    const end = text.indexOf('endstream', start);
    yield bytes.subarray(start, end === -1 ? bytes.length : end);
  }
}
