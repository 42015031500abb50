// Writes of one process in, each in its turn; several of them in one transaction out, told once all of it is on the disk.
import { setImmediate as letOthersJoin } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { Backend } from './backend.ts';
import type { StoreWriter } from './store.ts';
import type { FolderRow, Tables } from './tables.ts';
import { onConnection, withProblems, worked } from './transaction.ts';
import type { WriteQueue } from './write-queue.ts';

/** A commit waits for the disk, which takes as long for one write as for many. */
const MOST_TOGETHER = 64;
/** Whoever came first waits for those that join. */
const LONGEST_MS = 10;

interface Write {
  readonly work: (writer: StoreWriter) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  isTaken: boolean;
}

export class WriteGroups {
  readonly #backend: Backend;
  readonly #queue: WriteQueue;
  readonly #begin: (connection: Kysely<Tables>, deadline: number) => Promise<FolderRow>;
  #waiting: Write[] = [];

  constructor(
    backend: Backend,
    queue: WriteQueue,
    begin: (connection: Kysely<Tables>, deadline: number) => Promise<FolderRow>,
  ) {
    this.#backend = backend;
    this.#queue = queue;
    this.#begin = begin;
  }

  /**
   * What `work` gives, when it is on the disk. What it throws undoes it alone.
   * @throws Problem `store.busy` when it has not begun at `deadline` (of `performance.now()`), `store.failed`.
   */
  async write<T>(work: (writer: StoreWriter) => Promise<T>, deadline: number): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    promise.catch(() => undefined); // it may be told before it is waited for
    const write: Write = { work, resolve, reject, isTaken: false };
    this.#waiting.push(write);
    try {
      await this.#queue.inTurn(deadline, async () => (write.isTaken ? undefined : this.#together(deadline)));
    } catch (error) {
      if (!write.isTaken) {
        this.#waiting = this.#waiting.filter((other) => other !== write);
        throw error;
      }
    }
    return (await promise) as T;
  }

  /** The first that waits, and those that come while it is written. */
  async #together(deadline: number): Promise<void> {
    const done: { readonly write: Write; readonly value: unknown }[] = [];
    const outcome = await onConnection(this.#backend, async (connection) => {
      let folder = await this.#asked(() => this.#begin(connection, deadline));
      const end = performance.now() + LONGEST_MS;
      for (let write = this.#next(); write; write = this.#next()) {
        const worked = await this.#alone(connection, folder, write);
        if (worked) {
          done.push({ write, value: worked.value });
          folder = worked.folder;
        }
        if (MOST_TOGETHER <= done.length || end < performance.now()) break;
        if (this.#waiting.length === 0) await letOthersJoin();
      }
      await this.#asked(() => this.#backend.commit(connection));
    });
    if (outcome && done.length === 0) throw outcome.error;
    for (const { write, value } of done)
      if (outcome) write.reject(outcome.error);
      else write.resolve(value);
  }

  #next(): Write | undefined {
    const write = this.#waiting.shift();
    if (write) write.isTaken = true;
    return write;
  }

  /** Undone, and told, when it fails. @throws when the whole transaction is gone with it. */
  async #alone(connection: Kysely<Tables>, folder: FolderRow, write: Write) {
    const say = (words: string) => this.#asked(() => sql.raw(words).execute(connection));
    try {
      await say('savepoint one_write');
      const done = await worked(connection, this.#backend, folder, write.work);
      await say('release one_write');
      return done;
    } catch (error) {
      write.reject(error);
      await say('rollback to one_write');
      await say('release one_write');
      return undefined;
    }
  }

  #asked<T>(query: () => Promise<T>): Promise<T> {
    return withProblems(this.#backend, query);
  }
}
