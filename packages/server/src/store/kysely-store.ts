// A backend that holds a folder in, the store out: the same on SQLite and PostgreSQL.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Backend } from './backend.ts';
import { known } from './folder.ts';
import { KyselyReader } from './kysely-reader.ts';
import type { Lease } from './jobs.ts';
import type { Folder, Store, StoreWriter } from './store.ts';
import type { FolderRow, Tables } from './tables.ts';
import { transaction, withProblems } from './transaction.ts';
import { WriteGroups } from './write-groups.ts';
import { WriteQueue } from './write-queue.ts';

/** What a store shares with the same store as workers of jobs see it. */
interface Opened {
  readonly state: { closed: boolean };
  readonly queue: WriteQueue;
  readonly groups: WriteGroups;
  readonly around: AsyncLocalStorage<{ open: boolean }>;
}

export class KyselyStore extends KyselyReader implements Store {
  readonly folder: Folder;
  readonly #backend: Backend;
  readonly #busyTimeoutMs: number;
  readonly #opened: Opened;
  readonly #lease: Lease | undefined;

  constructor(
    backend: Backend,
    folder: FolderRow | Folder,
    busyTimeoutMs: number,
    held?: { readonly opened: Opened; readonly lease: Lease },
  ) {
    const opened = held?.opened ?? openedOn(backend);
    super(async (query) => {
      refuseWhenClosed(opened);
      return withProblems(backend, () => query(backend.reading));
    });
    this.#opened = opened;
    this.#lease = held?.lease;
    this.folder = 'created_at' in folder ? folderOf(folder) : folder;
    this.#backend = backend;
    this.#busyTimeoutMs = busyTimeoutMs;
  }

  async write<T>(work: (writer: StoreWriter) => Promise<T>): Promise<T> {
    refuseWhenClosed(this.#opened);
    if (this.#opened.around.getStore()?.open)
      throw new Problem('store.failed', { reason: 'a write was begun inside a write: use the writer that is there' });
    const deadline = performance.now() + this.#busyTimeoutMs;
    const held = async (writer: StoreWriter) => {
      const scope = { open: true };
      try {
        return await this.#opened.around.run(scope, async () => {
          if (this.#lease) await checkHeld(this.#lease, writer);
          return work(writer);
        });
      } finally {
        scope.open = false;
      }
    };
    if (this.#backend.writesTogether) return this.#opened.groups.write(held, deadline);
    const begin = (connection: Kysely<Tables>) => begun(this.#backend, connection, deadline);
    return this.#opened.queue.inTurn(deadline, () => transaction(this.#backend, begin, held));
  }

  async purge(): Promise<void> {
    refuseWhenClosed(this.#opened);
    const deadline = performance.now() + this.#busyTimeoutMs;
    await this.#opened.queue.inTurn(deadline, () => withProblems(this.#backend, () => this.#backend.purge(deadline)));
  }

  heldBy(lease: Lease): Store {
    return new KyselyStore(this.#backend, this.folder, this.#busyTimeoutMs, { opened: this.#opened, lease });
  }

  async copyTo(file: string): Promise<boolean> {
    refuseWhenClosed(this.#opened);
    return withProblems(this.#backend, () => this.#backend.copyTo(file));
  }

  /** Waits for the writes that were begun. */
  async close(): Promise<void> {
    if (this.#opened.state.closed) return;
    this.#opened.state.closed = true;
    await this.#opened.queue.inTurn(Infinity, () => this.#backend.close());
  }
}

function openedOn(backend: Backend): Opened {
  const queue = new WriteQueue();
  const groups = new WriteGroups(backend, queue, (connection, deadline) => begun(backend, connection, deadline));
  return { state: { closed: false }, queue, groups, around: new AsyncLocalStorage() };
}

async function begun(backend: Backend, connection: Kysely<Tables>, deadline: number): Promise<FolderRow> {
  return known(await backend.begin(connection, deadline));
}

function refuseWhenClosed({ state }: Opened): void {
  if (state.closed) throw new Problem('store.failed', { reason: 'the store is closed' });
}

function folderOf({ id, simulation, created_at }: FolderRow): Folder {
  return { id, simulation: simulation === 1, createdAt: created_at };
}

async function checkHeld({ id, fence }: Lease, writer: StoreWriter): Promise<void> {
  const job = await writer.jobs.job(id);
  if (job?.state !== 'running' || job.fence !== fence) throw new Problem('job.lost', { job: id });
}
