// A backend that holds a folder in, the store out: the same on SQLite and PostgreSQL.
import { AsyncLocalStorage } from 'node:async_hooks';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Backend } from './backend.ts';
import { known } from './folder.ts';
import { KyselyReader } from './kysely-reader.ts';
import type { Folder, Store, StoreWriter } from './store.ts';
import type { FolderRow } from './tables.ts';
import { transaction, withProblems } from './transaction.ts';
import { WriteQueue } from './write-queue.ts';

export class KyselyStore extends KyselyReader implements Store {
  readonly folder: Folder;
  readonly #backend: Backend;
  readonly #busyTimeoutMs: number;
  readonly #queue = new WriteQueue();
  readonly #around = new AsyncLocalStorage<{ open: boolean }>();
  readonly #state: { closed: boolean };

  constructor(backend: Backend, { id, simulation, created_at }: FolderRow, busyTimeoutMs: number) {
    const state = { closed: false };
    super(async (query) => {
      refuseWhenClosed(state);
      return withProblems(backend, () => query(backend.reading));
    });
    this.#state = state;
    this.folder = { id, simulation: simulation === 1, createdAt: created_at };
    this.#backend = backend;
    this.#busyTimeoutMs = busyTimeoutMs;
  }

  async write<T>(work: (writer: StoreWriter) => Promise<T>): Promise<T> {
    refuseWhenClosed(this.#state);
    if (this.#around.getStore()?.open)
      throw new Problem('store.failed', { reason: 'a write was begun inside a write: use the writer that is there' });
    const deadline = performance.now() + this.#busyTimeoutMs;
    return this.#queue.inTurn(deadline, () => {
      const scope = { open: true };
      return this.#around
        .run(scope, () =>
          transaction(
            this.#backend,
            async (connection) => known(await this.#backend.begin(connection, deadline)),
            work,
          ),
        )
        .finally(() => (scope.open = false));
    });
  }

  async purge(): Promise<void> {
    refuseWhenClosed(this.#state);
    const deadline = performance.now() + this.#busyTimeoutMs;
    await this.#queue.inTurn(deadline, () => withProblems(this.#backend, () => this.#backend.purge(deadline)));
  }

  /** Waits for the writes that were begun. */
  async close(): Promise<void> {
    if (this.#state.closed) return;
    this.#state.closed = true;
    await this.#queue.inTurn(Infinity, () => this.#backend.close());
  }
}

function refuseWhenClosed({ closed }: { readonly closed: boolean }): void {
  if (closed) throw new Problem('store.failed', { reason: 'the store is closed' });
}
