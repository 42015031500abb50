// Unpacked bytes, chunk by chunk, in; a new file with them out, never larger than it may be.
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from './file-of-list.ts';

export interface UnpackLimits {
  /** Of what is unpacked. */
  readonly maxBytes: number;
  /** Unpacked size over packed size; asked above a megabyte. */
  readonly maxRatio: number;
}

const SMALL_BYTES = 1 << 20;

/** @throws Problem `file.too-large` for more than the limits allow of so many packed bytes. */
export async function writeLimited(
  chunks: AsyncIterable<Buffer>,
  to: string,
  packedBytes: number,
  { maxBytes, maxRatio }: UnpackLimits,
  where: FileOfList,
): Promise<{ readonly crc: number }> {
  const limit = Math.min(maxBytes, Math.max(SMALL_BYTES, maxRatio * packedBytes));
  let [bytes, crc] = [0, 0];
  const handle = await open(to, 'wx', 0o600);
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (limit < bytes)
        throw new Problem('file.too-large', { ...where, reason: `unpacks to more than ${limit} bytes` });
      crc = crc32(chunk, crc);
      await handle.writeFile(chunk);
    }
  } finally {
    await handle.close();
  }
  return { crc };
}
