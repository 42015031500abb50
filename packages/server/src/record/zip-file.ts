// Files by name in, one zip file of them out: stored as they are, without times, so that the same files are the same bytes.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Problem } from '@sekisho/engine/model/problem.ts';

export interface ZippedFile {
  /** Letters of ASCII, with `/` between folders. */
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Sizes and places have 32 bits in a plain zip, and the number of files 16. */
const MAX_BYTES = 2 ** 32 - 1;
const MAX_FILES = 2 ** 16 - 1;
const LOCAL_BYTES = 30;
/** 1980-01-01, the first day a zip can say. */
const NO_DATE = 0x21;
const VERSION = 20;

/** Writes a zip into a file that is empty; `end` closes it. PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
export class ZipWriter {
  readonly #handle: FileHandle;
  readonly #written: (ZippedFile & { readonly crc: number; readonly offset: number })[] = [];
  #offset = 0;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** @throws Problem `file.too-large` beyond what a plain zip can hold; the system's own error when it cannot be written. */
  async add(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<ZippedFile> {
    const offset = this.#offset;
    const hash = createHash('sha256');
    let [crc, bytes] = [0, 0];
    const begin = offset + LOCAL_BYTES + Buffer.byteLength(name);
    for await (const chunk of content) {
      await this.#put(chunk, begin + bytes);
      hash.update(chunk);
      crc = crc32(chunk, crc);
      bytes += chunk.length;
    }
    await this.#put(localHeader(name, crc, bytes), offset); // last, as only then is it known
    this.#offset = begin + bytes;
    const file = { name, bytes, sha256: hash.digest('hex') };
    this.#written.push({ ...file, crc, offset });
    return file;
  }

  /** The size of the whole. @throws Problem as `add`. */
  async end(): Promise<number> {
    if (MAX_FILES < this.#written.length) throw tooLarge();
    const directory = Buffer.concat(this.#written.map(directoryEntry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#written.length, 8);
    end.writeUInt16LE(this.#written.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#offset, 16);
    await this.#put(Buffer.concat([directory, end]), this.#offset);
    return this.#offset + directory.length + end.length;
  }

  async #put(bytes: Uint8Array, position: number): Promise<void> {
    if (MAX_BYTES < position + bytes.length) throw tooLarge();
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }
}

const tooLarge = () => new Problem('file.too-large', { file: 'zip', maxBytes: MAX_BYTES });

function localHeader(name: string, crc: number, bytes: number): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  writeDescription(header, 6, { crc, bytes, name });
  return Buffer.concat([header, Buffer.from(name)]);
}

function directoryEntry({ name, bytes, crc, offset }: ZippedFile & { crc: number; offset: number }): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  writeDescription(header, 8, { crc, bytes, name });
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(name)]);
}

/** From the flags on; method 0: stored. Both headers have these fields in this order. */
function writeDescription(
  header: Buffer,
  at: number,
  { crc, bytes, name }: { readonly crc: number; readonly bytes: number; readonly name: string },
): void {
  header.writeUInt16LE(NO_DATE, at + 6);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(bytes, at + 12);
  header.writeUInt32LE(bytes, at + 16);
  header.writeUInt16LE(Buffer.byteLength(name), at + 20);
}
