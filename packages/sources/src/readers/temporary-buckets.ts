// Lines with the key of what they are about in, and out again bucket by bucket, all lines of one key in the same bucket; what
// does not fit into memory waits in temporary files. For joining the records of a file that is larger than memory.
import { readSync } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from './file-of-list.ts';
import { fileProblem } from './open-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What one bucket is meant to hold: so little that what is made of it is gone before garbage is looked for. */
const BUCKET_BYTES = 1 << 16;
const MAX_BUCKETS = 1 << 16;
/** Read from the file at once, as they are taken one after the other. */
const TAKEN_TOGETHER = 32;
/** Of a drawer, before what waits in it goes to its file. */
const WAITING_BYTES = 16 << 20;

const LINE_FEED = 0x0a;

/** Bytes of a line that stand in a larger block. */
export interface BytesOfBlock {
  readonly block: Buffer;
  readonly start: number;
  readonly end: number;
}

/** A set of drawers (`drawer`: any name), each with the same number of buckets. */
export class TemporaryBuckets {
  /** How many buckets there are. */
  readonly count: number;
  readonly #where: FileOfList;
  readonly #drawers = new Map<string, BucketDrawer>();
  #folder: string | undefined;

  /** @param expectedBytes about as many as all lines together will have. */
  constructor(expectedBytes: number, where: FileOfList) {
    this.#where = where;
    this.count = Math.max(1, Math.min(MAX_BUCKETS, Math.ceil(expectedBytes / BUCKET_BYTES)));
  }

  /** The same for the same key and number of buckets, on every machine (FNV-1a). */
  bucketOf(key: string): number {
    let hash = 0x811c9dc5;
    for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
    return (hash >>> 0) % this.count;
  }

  /** Puts a line, whose parts have no line feed in them, into a bucket. */
  put(drawer: string, bucket: number, head: string, rest?: BytesOfBlock): void {
    let found = this.#drawers.get(drawer);
    if (!found) {
      found = new BucketDrawer(this.count);
      this.#drawers.set(drawer, found);
    }
    found.put(bucket, head, rest);
  }

  /**
   * To be called between blocks of lines: writes what waits in a drawer when it has become much.
   * @throws Problem `file.unreadable` with the system's code when there is no room for it.
   */
  async settle(): Promise<void> {
    try {
      for (const [drawer, buckets] of this.#drawers) {
        if (buckets.waitingBytes <= WAITING_BYTES) continue;
        this.#folder ??= await temporaryFolder(this.#where);
        await buckets.write(path.join(this.#folder, drawer));
      }
    } catch (error) {
      throw fileProblem(error, this.#where);
    }
  }

  /** The lines of a bucket, each with its line feed, in the order in which they were put. */
  take(drawer: string, bucket: number): Buffer {
    try {
      return this.#drawers.get(drawer)?.take(bucket) ?? Buffer.alloc(0);
    } catch (error) {
      throw fileProblem(error, this.#where);
    }
  }

  /** Removes every file. To be called whatever happened. */
  async remove(): Promise<void> {
    for (const drawer of this.#drawers.values()) await drawer.close();
    this.#drawers.clear();
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
  }
}

/** What was written at once: the lines of the first bucket, then those of the second, … */
interface Written {
  /** Place in the file. */
  readonly at: number;
  /** Where each bucket begins in it, and where the last one ends. */
  readonly starts: Uint32Array;
}

/** Some buckets in a row, of each that was written at once. */
interface Window {
  readonly first: number;
  readonly parts: readonly { readonly bytes: Buffer; readonly starts: Uint32Array }[];
}

/** The buckets of one kind of line: what waits is one block of memory, what was written one file. */
class BucketDrawer {
  waitingBytes = 0;
  #waiting = Buffer.allocUnsafe(WAITING_BYTES);
  /** Of each line that waits, two numbers: its bucket and where it ends. */
  #lines = new Uint32Array(1 << 16);
  #count = 0;
  readonly #buckets: number;
  readonly #written: Written[] = [];
  #window: Window | undefined;
  /** The lines that wait, by bucket: made when the first is taken. */
  #byBucket: { readonly bytes: Buffer; readonly starts: Uint32Array } | undefined;
  #handle: FileHandle | undefined;
  #fileBytes = 0;

  constructor(count: number) {
    this.#buckets = count;
  }

  put(bucket: number, head: string, rest: BytesOfBlock | undefined): void {
    const length = rest ? rest.end - rest.start : 0;
    this.#makeRoom(head.length * 3 + length + 1);
    const afterHead = this.waitingBytes + this.#waiting.write(head, this.waitingBytes);
    if (rest) rest.block.copy(this.#waiting, afterHead, rest.start, rest.end);
    this.#waiting[afterHead + length] = LINE_FEED;
    this.waitingBytes = afterHead + length + 1;
    if (2 * this.#count === this.#lines.length) this.#lines = doubled(this.#lines);
    this.#lines[2 * this.#count] = bucket;
    this.#lines[2 * this.#count + 1] = this.waitingBytes;
    this.#count++;
    this.#byBucket = undefined;
  }

  async write(file: string): Promise<void> {
    this.#handle ??= await open(file, 'wx+', 0o600);
    const { bytes, starts } = this.#sorted();
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, this.#fileBytes + done);
      done += bytesWritten;
    }
    this.#written.push({ at: this.#fileBytes, starts });
    this.#fileBytes += bytes.length;
    [this.waitingBytes, this.#count, this.#byBucket, this.#window] = [0, 0, undefined, undefined];
  }

  take(bucket: number): Buffer {
    const { bytes, starts } = this.#sorted();
    if (this.#written.length === 0) return bytes.subarray(starts[bucket], starts[bucket + 1]);
    const { first, parts } = this.#windowWith(bucket);
    const pieces = [...parts.map((part) => ({ ...part, from: part.starts[first] ?? 0 })), { bytes, starts, from: 0 }];
    const lengthOf = (places: Uint32Array) => (places[bucket + 1] ?? 0) - (places[bucket] ?? 0);
    const all = Buffer.allocUnsafe(pieces.reduce((sum, piece) => sum + lengthOf(piece.starts), 0));
    let filled = 0;
    for (const piece of pieces) {
      const start = (piece.starts[bucket] ?? 0) - piece.from;
      filled += piece.bytes.copy(all, filled, start, start + lengthOf(piece.starts));
    }
    return all;
  }

  #windowWith(bucket: number): Window {
    const known = this.#window;
    if (known && known.first <= bucket && bucket < known.first + TAKEN_TOGETHER) return known;
    const first = bucket - (bucket % TAKEN_TOGETHER);
    const last = Math.min(this.#buckets, first + TAKEN_TOGETHER);
    const parts = this.#written.map(({ at, starts }) => {
      const bytes = Buffer.allocUnsafe((starts[last] ?? 0) - (starts[first] ?? 0));
      this.#read(bytes, at + (starts[first] ?? 0));
      return { bytes, starts };
    });
    this.#window = { first, parts };
    return this.#window;
  }

  /** Some reads of what was just written: waiting for each of them would take longer than reading. */
  #read(bytes: Buffer, at: number): void {
    for (let filled = 0; filled < bytes.length;) {
      const read = readSync(this.#handle?.fd ?? -1, bytes, filled, bytes.length - filled, at + filled);
      if (read === 0) throw new Problem('file.unreadable', { reason: 'a temporary file was cut off' });
      filled += read;
    }
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }

  #makeRoom(bytes: number): void {
    const needed = this.waitingBytes + bytes;
    if (needed <= this.#waiting.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#waiting.length));
    this.#waiting.copy(larger, 0, 0, this.waitingBytes);
    this.#waiting = larger;
  }

  /** A counting sort: lines of one bucket stay in their order. */
  #sorted(): { readonly bytes: Buffer; readonly starts: Uint32Array } {
    if (this.#byBucket) return this.#byBucket;
    const starts = new Uint32Array(this.#buckets + 1);
    const lines = this.#lines;
    for (let line = 0, start = 0; line < this.#count; line++) {
      const [bucket, end] = [lines[2 * line] ?? 0, lines[2 * line + 1] ?? 0];
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + end - start;
      start = end;
    }
    for (let bucket = 1; bucket < starts.length; bucket++)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    const next = starts.slice();
    const bytes = Buffer.allocUnsafe(this.waitingBytes);
    for (let line = 0, start = 0; line < this.#count; line++) {
      const [bucket, end] = [lines[2 * line] ?? 0, lines[2 * line + 1] ?? 0];
      const to = next[bucket] ?? 0;
      this.#waiting.copy(bytes, to, start, end);
      next[bucket] = to + end - start;
      start = end;
    }
    this.#byBucket = { bytes, starts };
    return this.#byBucket;
  }
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
