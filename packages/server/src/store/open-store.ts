// Where the data is in, the open store out.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { establishFolder } from './folder.ts';
import { KyselyStore } from './kysely-store.ts';
import { openPostgres } from './postgres/postgres-backend.ts';
import { openSqlite } from './sqlite/sqlite-backend.ts';
import type { Store } from './store.ts';

const BUSY_TIMEOUT_MS = 30_000;

export interface StoreOptions {
  /** A PostgreSQL database; without it the store is `sekisho.db` in the data folder. */
  readonly databaseUrl?: string;
  readonly folderPath: string;
  /**
   * Makes the folder when it is not there. An existing one must be of the sort that `simulation` names; when it names
   * none, an existing one is taken as it is and a new one is no simulation.
   */
  readonly create?: { readonly simulation?: boolean | undefined };
  readonly now: () => Instant;
  /** How long a writer waits for the others; 30 seconds when not given. */
  readonly busyTimeoutMs?: number;
}

/**
 * Opens the store, and makes or migrates it first when that is due.
 * @throws Problem `folder.not-found` (without `create`), `folder.simulation-differs` (an existing folder is not of the
 *   sort that `create` names), `folder.newer` (written by a newer version of this program), `store.busy`, `store.failed`.
 */
export async function openStore({
  databaseUrl,
  folderPath,
  create,
  now,
  busyTimeoutMs = BUSY_TIMEOUT_MS,
}: StoreOptions): Promise<Store> {
  const deadline = performance.now() + busyTimeoutMs;
  const backend =
    databaseUrl === undefined
      ? await openSqlite(folderPath, { create: create !== undefined, deadline })
      : await openPostgres(databaseUrl, busyTimeoutMs);
  try {
    const place = databaseUrl === undefined ? folderPath : 'DATABASE_URL';
    const folder = await establishFolder(backend, { place, ...(create && { create }), now, deadline });
    return new KyselyStore(backend, folder, busyTimeoutMs);
  } catch (error) {
    await backend.close();
    throw error;
  }
}
