// Lines with the key of what they are about in, and out again bucket by bucket, all lines of one key in the same bucket; what
// does not fit into memory waits in temporary files. For joining the records of a file that is larger than memory.
import { readSync } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from './file-of-list.ts';
import { fileProblem } from './open-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What one bucket is meant to hold: as much as is gone through before the young of the heap are looked at. */
const BUCKET_BYTES = 1 << 19;
const MAX_BUCKETS = 1 << 13;
/** Of a drawer, before what waits in it goes to its file. */
const WAITING_BYTES = 24 << 20;

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

/** Where some lines of a bucket stand in the drawer's file. */
interface Stretch {
  readonly at: number;
  readonly length: number;
}

/** The buckets of one kind of line: what waits is one block of memory, what was written one file. */
class BucketDrawer {
  waitingBytes = 0;
  #waiting = Buffer.allocUnsafe(WAITING_BYTES);
  /** Of each line that waits: its bucket and where it ends. */
  #places: number[] = [];
  #ends: number[] = [];
  readonly #stretches: Stretch[][];
  /** The lines that wait, by bucket: made when the first is taken. */
  #byBucket: { readonly bytes: Buffer; readonly starts: Uint32Array } | undefined;
  #handle: FileHandle | undefined;
  #fileBytes = 0;

  constructor(count: number) {
    this.#stretches = Array.from({ length: count }, () => []);
  }

  put(bucket: number, head: string, rest: BytesOfBlock | undefined): void {
    const length = rest ? rest.end - rest.start : 0;
    this.#makeRoom(head.length * 3 + length + 1);
    const afterHead = this.waitingBytes + this.#waiting.write(head, this.waitingBytes);
    if (rest) rest.block.copy(this.#waiting, afterHead, rest.start, rest.end);
    this.#waiting[afterHead + length] = LINE_FEED;
    this.waitingBytes = afterHead + length + 1;
    this.#places.push(bucket);
    this.#ends.push(this.waitingBytes);
    this.#byBucket = undefined;
  }

  async write(file: string): Promise<void> {
    this.#handle ??= await open(file, 'wx+', 0o600);
    const { bytes, starts } = this.#sorted();
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, this.#fileBytes + done);
      done += bytesWritten;
    }
    this.#stretches.forEach((stretches, bucket) => {
      const [start = 0, end = 0] = [starts[bucket], starts[bucket + 1]];
      if (start < end) stretches.push({ at: this.#fileBytes + start, length: end - start });
    });
    this.#fileBytes += bytes.length;
    [this.waitingBytes, this.#places, this.#ends, this.#byBucket] = [0, [], [], undefined];
  }

  take(bucket: number): Buffer {
    const { bytes, starts } = this.#sorted();
    const waiting = bytes.subarray(starts[bucket], starts[bucket + 1]);
    const stretches = this.#stretches[bucket] ?? [];
    if (stretches.length === 0) return waiting;
    const all = Buffer.allocUnsafe(stretches.reduce((sum, { length }) => sum + length, waiting.length));
    let filled = 0;
    // Some hundred small reads of what was just written: waiting for each of them would take longer than reading.
    for (const { at, length } of stretches)
      for (const end = filled + length; filled < end;) {
        const read = readSync(this.#handle?.fd ?? -1, all, filled, end - filled, at + length - (end - filled));
        if (read === 0) throw new Problem('file.unreadable', { reason: 'a temporary file was cut off' });
        filled += read;
      }
    waiting.copy(all, filled);
    return all;
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
    const starts = new Uint32Array(this.#stretches.length + 1);
    const startOf = (line: number) => (line === 0 ? 0 : (this.#ends[line - 1] ?? 0));
    this.#places.forEach((bucket, line) => {
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (this.#ends[line] ?? 0) - startOf(line);
    });
    for (let bucket = 1; bucket < starts.length; bucket++)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    const next = starts.slice();
    const bytes = Buffer.allocUnsafe(this.waitingBytes);
    this.#places.forEach((bucket, line) => {
      const [start, end] = [startOf(line), this.#ends[line] ?? 0];
      this.#waiting.copy(bytes, next[bucket], start, end);
      next[bucket] = (next[bucket] ?? 0) + end - start;
    });
    this.#byBucket = { bytes, starts };
    return this.#byBucket;
  }
}
