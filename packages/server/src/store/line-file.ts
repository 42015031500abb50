// Lines of text in, one compressed file out; and the lines again. Neither holds more than a piece of the file.
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';

export interface WrittenLines {
  /** SHA-256 of the lines before compression, each with its line end; lower-case hex. */
  readonly contentSha256: string;
  /** Of the file. */
  readonly bytes: number;
}

/** Compressed by zstd; 1 is the fastest. */
export type Level = 1 | 3;

/** Writes a new file; its bytes are on the disk when this returns. What `batches` throws comes out as it is. */
export async function writeLines(
  file: string,
  batches: AsyncIterable<readonly string[]>,
  level: Level = 3,
): Promise<WrittenLines> {
  const hash = createHash('sha256');
  await pipeline(
    hashed(batches, hash),
    createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: level } }),
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { contentSha256: hash.digest('hex'), bytes: (await stat(file)).size };
}

async function* hashed(batches: AsyncIterable<readonly string[]>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const lines of batches) {
    if (lines.length === 0) continue;
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    hash.update(bytes);
    yield bytes;
  }
}

/** Of what is unpacked at a time. */
const PIECE_BYTES = 1 << 18;

/**
 * The lines of a file, without their ends, as many at a time as a piece of it holds.
 * @param hash takes the content in; who reads to the end can compare it.
 */
export async function* readLines(file: string, hash?: Hash): AsyncGenerator<readonly string[]> {
  const read = createReadStream(file);
  const unpacked = createZstdDecompress({ chunkSize: PIECE_BYTES });
  // what goes wrong with either ends the reading of the other
  read.once('error', (error) => unpacked.destroy(error));
  unpacked.once('close', () => read.destroy());
  const decoder = new TextDecoder();
  let begun = '';
  for await (const piece of read.pipe(unpacked) as AsyncIterable<Buffer>) {
    hash?.update(piece);
    const lines = decoder.decode(piece, { stream: true }).split('\n');
    lines[0] = begun + (lines[0] ?? '');
    begun = lines.pop() ?? '';
    if (0 < lines.length) yield lines;
  }
  const rest = begun + decoder.decode();
  if (rest !== '') yield [rest];
}
