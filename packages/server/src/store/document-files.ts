// The bytes of a document in, one file named by their hash out; and back, checked against the hash.
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { makeFolder, syncFolder, writeDurably } from './durable-files.ts';

/** The folder `documents` of a data folder. Nothing in it is ever changed: the same bytes are the same file. */
export class DocumentFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = path.join(dataFolder, 'documents');
  }

  /** Keeps the bytes and gives their hash. @throws Problem `store.failed` when the file cannot be written. */
  async keep(bytes: Uint8Array): Promise<string> {
    const sha256 = hashOfDocument(bytes);
    try {
      await makeFolder(this.#folder);
      await writeDurably(this.#file(sha256), bytes);
    } catch (error) {
      if (!(error instanceof Error) || !('syscall' in error)) throw error;
      throw new Problem('store.failed', { file: sha256, reason: error.message }, { cause: error });
    }
    return sha256;
  }

  /** Whether a document is kept, and as it was. @throws Problem `edition.damaged` for one that was altered. */
  async has(sha256: string): Promise<boolean> {
    try {
      await this.load(sha256);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.facts['reason'] === MISSING) return false;
      throw error;
    }
  }

  /** @throws Problem `edition.damaged` with file and reason: missing, altered. */
  async load(sha256: string): Promise<Uint8Array> {
    const file = this.#file(sha256);
    const fail = (reason: string, cause?: unknown): never => {
      throw new Problem('edition.damaged', { file: path.basename(file), reason }, { cause });
    };
    const bytes = await readFile(file).catch((error: unknown) => {
      const { code, message } = error as NodeJS.ErrnoException;
      return fail(code === 'ENOENT' ? MISSING : message, error);
    });
    return hashOfDocument(bytes) === sha256 ? bytes : fail('its content does not have the hash in its name');
  }

  /** Destroys a document; one that is not there is gone already. @throws Problem `store.failed`. */
  async remove(sha256: string): Promise<void> {
    const file = this.#file(sha256);
    try {
      await rm(file, { force: true });
      await syncFolder(this.#folder).catch((error: unknown) => {
        if (!isAbsent(error)) throw error;
      });
    } catch (error) {
      throw new Problem('store.failed', { file: sha256, reason: (error as Error).message }, { cause: error });
    }
  }

  /** Names of all files that stand among the documents. */
  async names(): Promise<readonly string[]> {
    try {
      return (await readdir(this.#folder)).sort();
    } catch (error) {
      if (isAbsent(error)) return [];
      throw new Problem('store.failed', { file: this.#folder, reason: (error as Error).message }, { cause: error });
    }
  }

  #file(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256))
      throw new Problem('edition.damaged', { file: sha256, reason: 'is not the hash of a content' });
    return path.join(this.#folder, `${sha256}.document`);
  }
}

const MISSING = 'is missing';

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

export function hashOfDocument(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
