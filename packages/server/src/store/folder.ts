// A database in, the folder it is out: made, migrated or as it was; by one process however many try at once.
import { randomUUID } from 'node:crypto';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { NO_ENTRY } from '@sekisho/engine/record/chain.ts';
import type { Kysely } from 'kysely';
import serverPackage from '../../package.json' with { type: 'json' };
import type { Backend } from './backend.ts';
import { migrate, SCHEMA_VERSION } from './migrations/migrate.ts';
import type { FolderRow, Tables } from './tables.ts';
import { transaction, withProblems } from './transaction.ts';

export interface FolderWish {
  /** Where the folder is, for whoever reads that it is not there. */
  readonly place: string;
  /** Makes the folder when it is not there; of this sort an existing one must be, where it names one. */
  readonly create?: { readonly simulation?: boolean | undefined };
  readonly now: () => Instant;
  /** Of `performance.now()`. */
  readonly deadline: number;
}

/**
 * The folder in the database, with the newest schema. Making one seals its first entry in the same transaction.
 * @throws Problem `folder.not-found`, `folder.newer`, `folder.simulation-differs`, `store.busy`, `store.failed`.
 */
export async function establishFolder(backend: Backend, wish: FolderWish): Promise<FolderRow> {
  const found = await withProblems(backend, () => findFolder(backend, backend.reading, wish));
  if (found?.schema_version === SCHEMA_VERSION) return found;
  if (!found && !wish.create) throw new Problem('folder.not-found', { folder: wish.place });
  return setUpFolder(backend, wish);
}

const setUpFolder = (backend: Backend, wish: FolderWish): Promise<FolderRow> =>
  transaction(
    backend,
    async (connection) => {
      await backend.beginSetUp(connection, wish.deadline);
      const found = await findFolder(backend, connection, wish); // another process may have been first
      await migrate(connection as Kysely<unknown>, found?.schema_version ?? 0, backend.columns);
      const folder = { ...(found ?? newFolder(wish)), schema_version: SCHEMA_VERSION };
      if (found) await connection.updateTable('folder').set({ schema_version: SCHEMA_VERSION }).execute();
      else await connection.insertInto('folder').values(folder).execute();
      return folder;
    },
    async (writer, folder) => {
      const { id, simulation, created_at, head_sequence } = folder;
      const payload = { id, simulation: simulation === 1, version: serverPackage.version };
      if (head_sequence === 0) await writer.seal('folder-created', id, payload, created_at);
      return folder;
    },
  );

const newFolder = ({ create, now }: FolderWish): FolderRow => ({
  single: 1,
  id: randomUUID(),
  simulation: Number(create?.simulation === true),
  created_at: now(),
  schema_version: 0,
  head_sequence: 0,
  head_hash: NO_ENTRY,
});

async function findFolder(backend: Backend, db: Kysely<Tables>, wish: FolderWish): Promise<FolderRow | undefined> {
  if (!(await backend.hasFolder(db))) return undefined;
  const folder = known(await db.selectFrom('folder').selectAll().executeTakeFirstOrThrow());
  const simulation = folder.simulation === 1;
  if (wish.create?.simulation !== undefined && wish.create.simulation !== simulation)
    throw new Problem('folder.simulation-differs', { folder: wish.place, simulation });
  return folder;
}

/** The folder itself, when this program knows how it is written. @throws Problem `folder.newer` */
export function known(folder: FolderRow): FolderRow {
  if (SCHEMA_VERSION < folder.schema_version)
    throw new Problem('folder.newer', { folder: folder.id, schema: folder.schema_version, known: SCHEMA_VERSION });
  return folder;
}
