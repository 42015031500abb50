// The bytes of an index in, one file in the data folder out; and the bytes again, in memory that threads can share.
import { createHash } from 'node:crypto';
import { open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { makeFolder, writeDurably } from './durable-files.ts';

/** What an index is made of: the same always makes the same bytes. */
export interface IndexBasis {
  readonly madeWith: string;
  /** In the order of the lists in it. */
  readonly editions: readonly { readonly source: string; readonly editionId: string }[];
}

/**
 * The folder `index` of a data folder, or one below it: a cache of what the editions make, kept for the next start. It may be deleted at any
 * time. What stands in a file is not looked at here.
 */
export class IndexFiles {
  readonly #folder: string;
  readonly #place: string;

  /** @param place below the data folder: each holds one index. */
  constructor(dataFolder: string, place = 'index') {
    this.#place = place;
    this.#folder = path.join(dataFolder, place);
  }

  /** The name of the file, below the data folder. */
  nameOf(basis: IndexBasis): string {
    return `${this.#place}/${fileOf(basis)}`;
  }

  /** What was saved of it; nothing when nothing was. @throws Problem `index.damaged` when it cannot be read. */
  async load(basis: IndexBasis): Promise<SharedArrayBuffer | undefined> {
    try {
      const handle = await open(path.join(this.#folder, fileOf(basis)), 'r');
      try {
        return await readShared(handle);
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw new Problem(
        'index.damaged',
        { file: this.nameOf(basis), reason: (error as Error).message },
        { cause: error },
      );
    }
  }

  /** Saves it in place of all others. @throws Problem `store.failed` when it cannot be written. */
  async save(basis: IndexBasis, bytes: SharedArrayBuffer): Promise<void> {
    try {
      await makeFolder(this.#folder);
      await writeDurably(path.join(this.#folder, fileOf(basis)), new Uint8Array(bytes));
      await this.#removeOthers(fileOf(basis));
    } catch (error) {
      throw new Problem(
        'store.failed',
        { file: this.nameOf(basis), reason: (error as Error).message },
        { cause: error },
      );
    }
  }

  /**
   * Also what a writer left unfinished; one that is at work now is left alone. Another process may do the same: what is
   * gone already, or is being read and cannot go, is no failure.
   */
  async #removeOthers(kept: string): Promise<void> {
    const saved = await stat(path.join(this.#folder, kept)).catch(() => undefined);
    if (!saved) return;
    for (const name of await readdir(this.#folder)) {
      if (name === kept || !/^[0-9a-f]{64}\.index(?:\..*\.part)?$/.test(name)) continue;
      const file = path.join(this.#folder, name);
      const written = name.endsWith('.part') ? await stat(file).catch(() => undefined) : { mtimeMs: -Infinity };
      if (written && written.mtimeMs < saved.mtimeMs - LONGEST_WRITE_MS)
        await rm(file, { force: true }).catch(() => undefined);
    }
  }
}

/** Without a byte more for so long, nobody writes any more. */
const LONGEST_WRITE_MS = 3_600_000;

function fileOf({ madeWith, editions }: IndexBasis): string {
  const named = canonicalJson({ madeWith, editions: editions.map(({ source, editionId }) => [source, editionId]) });
  return `${createHash('sha256').update(named).digest('hex')}.index`;
}

/** A single read gives at most 2 GiB. */
const MOST_READ_AT_ONCE = 2 ** 28;

async function readShared(handle: FileHandle): Promise<SharedArrayBuffer> {
  const shared = new SharedArrayBuffer((await handle.stat()).size);
  const bytes = new Uint8Array(shared);
  for (let place = 0; place < bytes.length;) {
    const { bytesRead } = await handle.read(bytes, place, Math.min(MOST_READ_AT_ONCE, bytes.length - place), place);
    if (bytesRead === 0) throw new Error('it is cut off while it is read');
    place += bytesRead;
  }
  return shared;
}

const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
