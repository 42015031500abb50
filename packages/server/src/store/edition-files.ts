// Entities of an edition in, one immutable file named by its content's hash out; and back, checked against the hash.
import { createHash, randomUUID } from 'node:crypto';
import { readFile, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { makeFolder, removeUnfinished, renameDurably, writeDurably } from './durable-files.ts';
import { readLines, writeLines, type WrittenLines } from './line-file.ts';
import { LineSorter, type EntityLine } from './line-sorter.ts';

/** `contentSha256` is the content's name. */
export type StoredContent = WrittenLines;

/** An entity beside its canonical JSON: two that are the same are so letter for letter. */
export interface StoredEntity extends EntityLine {
  readonly entity: Entity;
}

/** A list that is written but not kept yet. */
export interface StagedList extends StoredContent {
  readonly entities: number;
  batches(): AsyncIterable<readonly StoredEntity[]>;
  /** Keeps it for good. @throws Problem `store.failed`. */
  keep(): Promise<StoredContent>;
  /** Leaves nothing of it behind. */
  discard(): Promise<void>;
}

/** The folder `editions` of a data folder. Nothing in it is ever changed: the same content is the same file. */
export class EditionFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = path.join(dataFolder, 'editions');
  }

  /**
   * Writes the entities of a list of any size: sorted by id, a line of canonical JSON each, compressed by zstd. Nothing is
   * left behind when `batches` throws, which comes out as it is.
   * @throws Problem `list.duplicate-record` for an id that comes twice, `store.failed` when the file cannot be written.
   */
  async stageList(batches: AsyncIterable<readonly Entity[]>): Promise<StagedList> {
    const name = randomUUID();
    const part = path.join(this.#folder, `${name}.part`);
    const sorter = new LineSorter((run) => path.join(this.#folder, `${name}.${String(run)}.part`));
    const counted = { entities: 0 };
    let madeFolder = false;
    const discard = async () => {
      await rm(part, { force: true }).catch(() => undefined); // where there is no folder there is no part
      await sorter.discard();
      if (madeFolder) await rmdir(this.#folder).catch(() => undefined); // not while somebody else has a file in it
    };
    try {
      madeFolder = await makeFolder(this.#folder);
      for await (const batch of batches) {
        counted.entities += batch.length;
        await sorter.add(batch);
      }
      const written = await writeLines(part, linesOf(sorter));
      await sorter.discard();
      await removeUnfinished(this.#folder, (await stat(part)).mtimeMs);
      return {
        ...written,
        ...counted,
        batches: () => this.#storedBatches(part, written.contentSha256),
        keep: () => this.#keep(part, written),
        discard,
      };
    } catch (error) {
      await discard();
      throw failedToWrite(path.basename(part), error);
    }
  }

  /** Keeps the entities of a list that is in memory. @throws Problem as `stageList` does. */
  async saveList(entities: readonly Entity[]): Promise<StoredContent> {
    return (await this.stageList(oneBatch(entities))).keep();
  }

  /**
   * The entities as they were saved, sorted by id, some at a time. The hash is known at the end: what was read before is
   * not to be used when this throws.
   * @throws Problem `edition.damaged` with file and reason: missing, cut off, altered.
   */
  storedBatchesOf(contentSha256: string): AsyncIterable<readonly StoredEntity[]> {
    return this.#storedBatches(path.join(this.#folder, listFile(contentSha256)), contentSha256);
  }

  /** As `storedBatchesOf`, the entities alone. */
  async *batchesOf(contentSha256: string): AsyncGenerator<readonly Entity[]> {
    for await (const batch of this.storedBatchesOf(contentSha256)) yield batch.map(({ entity }) => entity);
  }

  /** The entities of a list that fits in memory, sorted by id. @throws Problem `edition.damaged`. */
  async loadList(contentSha256: string): Promise<readonly Entity[]> {
    const entities: Entity[] = [];
    for await (const batch of this.batchesOf(contentSha256)) entities.push(...batch);
    return entities;
  }

  /** The entity of a list, if it has it. @throws Problem `edition.damaged`. */
  async findEntity(contentSha256: string, entityId: string): Promise<Entity | undefined> {
    const written = `"id":${JSON.stringify(entityId)}`;
    let found: Entity | undefined;
    const file = path.join(this.#folder, listFile(contentSha256));
    for await (const lines of this.#lines(file, contentSha256))
      for (const line of lines) if (!found && line.includes(written)) found = entityIn(line, entityId);
    return found;
  }

  /** Reads a list without giving it. @throws Problem `edition.damaged`. */
  async verifyList(contentSha256: string): Promise<void> {
    const lines = this.#lines(path.join(this.#folder, listFile(contentSha256)), contentSha256);
    while (!(await lines.next()).done);
  }

  /**
   * Keeps a small file that an edition was made with, such as a column mapping, as it is.
   * @throws Problem `store.failed` when the file cannot be written.
   */
  async saveCompanion(bytes: Uint8Array): Promise<StoredContent> {
    const contentSha256 = sha256(bytes);
    const name = companionFile(contentSha256);
    try {
      await makeFolder(this.#folder);
      await writeDurably(path.join(this.#folder, name), bytes);
    } catch (error) {
      throw failedToWrite(name, error);
    }
    return { contentSha256, bytes: bytes.length };
  }

  /** @throws Problem `edition.damaged`. */
  async loadCompanion(contentSha256: string): Promise<Uint8Array> {
    const file = companionFile(contentSha256);
    const bytes = await readFile(path.join(this.#folder, file)).catch((error: unknown) => {
      throw damaged(file, error);
    });
    if (sha256(bytes) !== contentSha256) throw damaged(file, OTHER_HASH);
    return bytes;
  }

  async *#storedBatches(file: string, contentSha256: string): AsyncGenerator<readonly StoredEntity[]> {
    for await (const lines of this.#lines(file, contentSha256))
      yield lines.map((line) => {
        const entity = parsed(line, file);
        return { id: entity.id, line, entity };
      });
  }

  async *#lines(file: string, contentSha256: string): AsyncGenerator<readonly string[]> {
    const hash = createHash('sha256');
    try {
      yield* readLines(file, hash);
    } catch (error) {
      throw damaged(file, error);
    }
    if (hash.digest('hex') !== contentSha256) throw damaged(file, OTHER_HASH);
  }

  /** Also over one that is there: what was damaged is whole afterwards. */
  async #keep(part: string, { contentSha256, bytes }: StoredContent): Promise<StoredContent> {
    const name = listFile(contentSha256);
    try {
      await renameDurably(part, path.join(this.#folder, name));
    } catch (error) {
      throw failedToWrite(name, error);
    }
    return { contentSha256, bytes };
  }
}

const OTHER_HASH = 'its content does not have the hash in its name';

const listFile = (contentSha256: string) => `${hashIn(contentSha256)}.jsonl.zst`;
const companionFile = (contentSha256: string) => `${hashIn(contentSha256)}.companion`;

/** The hash itself; anything else would be a path. */
function hashIn(contentSha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(contentSha256)) throw damaged(contentSha256, 'is not the hash of a content');
  return contentSha256;
}

async function* linesOf(sorter: LineSorter): AsyncGenerator<readonly string[]> {
  for await (const batch of sorter.sorted()) yield batch.map(({ line }) => line);
}

// eslint-disable-next-line @typescript-eslint/require-await -- as those that come from elsewhere
async function* oneBatch(entities: readonly Entity[]): AsyncGenerator<readonly Entity[]> {
  yield entities;
}

function parsed(line: string, file: string): Entity {
  try {
    return JSON.parse(line) as Entity;
  } catch (error) {
    throw damaged(file, error);
  }
}

/** A link may name the id too. */
function entityIn(line: string, entityId: string): Entity | undefined {
  const entity = JSON.parse(line) as Entity;
  return entity.id === entityId ? entity : undefined;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Failures of the machine; anything else is as it was thrown. */
function failedToWrite(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return new Problem('store.failed', { file, reason: error.message }, { cause: error });
}

const damaged = (name: string, cause: unknown) =>
  new Problem('edition.damaged', { file: path.basename(name), reason: reasonOf(cause) }, { cause });

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && cause.code === 'ENOENT' ? 'is missing' : cause.message;
}
