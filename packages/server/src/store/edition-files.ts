// Entities of an edition in, one immutable file named by its content's hash out; and back, checked against the hash.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { makeFolder, writeDurably } from './durable-files.ts';

export interface StoredContent {
  /** SHA-256 of the content before compression, lower-case hex: the content's name. */
  readonly contentSha256: string;
  /** Of the file as it is kept. */
  readonly bytes: number;
}

/** The folder `editions` of a data folder. Nothing in it is ever changed: the same content is the same file. */
export class EditionFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = path.join(dataFolder, 'editions');
  }

  /**
   * Keeps the entities of a list: sorted by id, a line of canonical JSON each, compressed by zstd.
   * @throws Problem `store.failed` when the file cannot be written.
   */
  async saveList(entities: readonly Entity[]): Promise<StoredContent> {
    const sorted = entities.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    const text = Buffer.from(sorted.map((entity) => `${canonicalJson(entity)}\n`).join(''));
    const contentSha256 = sha256(text);
    const file = await promisify(zstdCompress)(text);
    await this.#save(listFile(contentSha256), file);
    return { contentSha256, bytes: file.length };
  }

  /**
   * The entities as they were saved, sorted by id.
   * @throws Problem `edition.damaged` with file and reason: missing, cut off, altered.
   */
  async loadList(contentSha256: string): Promise<readonly Entity[]> {
    const text = await this.#loadText(contentSha256);
    const lines = text.toString().split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Entity);
  }

  /** Reads a list without giving it. @throws Problem `edition.damaged` as `loadList` does. */
  async verifyList(contentSha256: string): Promise<void> {
    await this.#loadText(contentSha256);
  }

  /**
   * Keeps a small file that an edition was made with, such as a column mapping, as it is.
   * @throws Problem `store.failed` when the file cannot be written.
   */
  async saveCompanion(bytes: Uint8Array): Promise<StoredContent> {
    const contentSha256 = sha256(bytes);
    await this.#save(companionFile(contentSha256), bytes);
    return { contentSha256, bytes: bytes.length };
  }

  /** @throws Problem `edition.damaged` as `loadList` does. */
  async loadCompanion(contentSha256: string): Promise<Uint8Array> {
    const file = companionFile(contentSha256);
    const bytes = await this.#load(file);
    if (sha256(bytes) !== contentSha256) throw damaged(file, 'its content does not have the hash in its name');
    return bytes;
  }

  async #loadText(contentSha256: string): Promise<Buffer> {
    const file = listFile(contentSha256);
    const text = await promisify(zstdDecompress)(await this.#load(file)).catch((error: unknown) => {
      throw damaged(file, error);
    });
    if (sha256(text) !== contentSha256) throw damaged(file, 'its content does not have the hash in its name');
    return text;
  }

  /** Written again even when it is there: what was damaged is whole afterwards. */
  async #save(name: string, bytes: Uint8Array): Promise<void> {
    try {
      await makeFolder(this.#folder);
      await writeDurably(path.join(this.#folder, name), bytes);
    } catch (error) {
      throw new Problem('store.failed', { file: name, reason: reasonOf(error) }, { cause: error });
    }
  }

  async #load(name: string): Promise<Buffer> {
    try {
      return await readFile(path.join(this.#folder, name));
    } catch (error) {
      throw damaged(name, error);
    }
  }
}

const listFile = (contentSha256: string) => `${hashIn(contentSha256)}.jsonl.zst`;
const companionFile = (contentSha256: string) => `${hashIn(contentSha256)}.companion`;

/** The hash itself; anything else would be a path. */
function hashIn(contentSha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(contentSha256)) throw damaged(contentSha256, 'is not the hash of a content');
  return contentSha256;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const damaged = (name: string, cause: unknown) =>
  new Problem('edition.damaged', { file: path.basename(name), reason: reasonOf(cause) }, { cause });

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && cause.code === 'ENOENT' ? 'is missing' : cause.message;
}
