// Work on a writer in, what it gave out: committed as one, or gone without a trace.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { sql, type Kysely } from 'kysely';
import type { Backend } from './backend.ts';
import type { Ask } from './kysely-reader.ts';
import { KyselyWriter } from './kysely-writer.ts';
import type { StoreWriter } from './store.ts';
import type { FolderRow, Tables } from './tables.ts';

/**
 * Begins with `begin`, runs `work` and commits. What `work` throws comes out as it is, after the rollback. A query that
 * failed fails the whole, even when `work` goes on: PostgreSQL would answer the commit with a silent rollback.
 */
export async function transaction<T>(
  backend: Backend,
  begin: (connection: Kysely<Tables>) => Promise<FolderRow>,
  work: (writer: StoreWriter, folder: FolderRow) => Promise<T>,
): Promise<T> {
  const given: { value?: T } = {};
  const failure = await onConnection(backend, async (connection) => {
    const folder = await withProblems(backend, () => begin(connection));
    given.value = (await worked(connection, backend, folder, (writer) => work(writer, folder))).value;
    await withProblems(backend, () => backend.commit(connection));
  });
  if (failure) throw failure.error;
  return given.value as T;
}

/** Works on a connection for writing, and rolls back what is open when that fails: with what, comes back as it is. */
export async function onConnection(
  backend: Backend,
  work: (connection: Kysely<Tables>) => Promise<void>,
): Promise<{ readonly error: unknown } | undefined> {
  return withProblems(backend, () =>
    backend.writing.connection().execute(async (connection) => {
      try {
        await work(connection);
        return undefined;
      } catch (error) {
        // Without a transaction to roll back (never begun, ended by the failure, connection gone) there is nothing to do.
        await sql`rollback`.execute(connection).catch(() => undefined);
        return { error };
      }
    }),
  );
}

/** What `work` gives on a writer of its own, and the folder's row as it then stands. */
export async function worked<T>(
  connection: Kysely<Tables>,
  backend: Backend,
  folder: FolderRow,
  work: (writer: StoreWriter) => Promise<T>,
): Promise<{ readonly value: T; readonly folder: FolderRow }> {
  let open = true;
  let failure: { readonly error: unknown } | undefined;
  const ask: Ask = async (query) => {
    if (!open) throw new Problem('store.failed', { reason: 'the write that this writer belongs to has ended' });
    try {
      return await withProblems(backend, () => query(connection));
    } catch (error) {
      failure ??= { error };
      throw error;
    }
  };
  try {
    const writer = new KyselyWriter(ask, folder);
    const value = await work(writer);
    if (failure) throw failure.error;
    const { sequence, hash } = await writer.end();
    return { value, folder: { ...folder, head_sequence: sequence, head_hash: hash } };
  } finally {
    open = false;
  }
}

/** What `query` gives; what goes wrong in the database comes out as `store.busy` or `store.failed`. */
export async function withProblems<T>(backend: Pick<Backend, 'isBusy'>, query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(backend.isBusy(error) ? 'store.busy' : 'store.failed', { reason }, { cause: error });
  }
}
