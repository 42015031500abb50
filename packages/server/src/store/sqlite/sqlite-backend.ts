// A data folder in, its SQLite database out: `sekisho.db`, shared safely with other processes.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { Kysely, sql } from 'kysely';
import type { Backend, ColumnTypes } from '../backend.ts';
import { makeFolder } from '../durable-files.ts';
import type { Tables } from '../tables.ts';
import { withProblems } from '../transaction.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';

const FILE_NAME = 'sekisho.db';
/** How long a read waits, at most, for another process that opens, recovers or closes the database. */
const READ_WAIT_MS = 5000;
/** SQLite has no queue of waiting writers: after holding the lock for long, a writer gives the others a chance. */
const LONG_HOLD_MS = 20;
const POLL_MS = 3;
const SQLITE_BUSY = 5;

/**
 * The database in `folderPath`. It is made when `create` is true and it is not there.
 * @throws Problem `folder.not-found`, `store.busy`, `store.failed` (not a database, no write-ahead log possible).
 */
export async function openSqlite(
  folderPath: string,
  { create, deadline }: { readonly create: boolean; readonly deadline: number },
): Promise<Backend> {
  const file = path.join(folderPath, FILE_NAME);
  if (!create && !existsSync(file)) throw new Problem('folder.not-found', { folder: folderPath });
  return withProblems({ isBusy }, async () => {
    if (create) await makeFolder(folderPath);
    const writer = await openDatabase(file, deadline);
    try {
      const reader = await openDatabase(file, deadline);
      writer.exec('pragma busy_timeout = 0'); // waiting is done below, without stopping the process meanwhile
      reader.exec('pragma query_only = on');
      return sqliteBackend(writer, reader, file);
    } catch (error) {
      writer.close();
      throw error;
    }
  });
}

async function openDatabase(file: string, deadline: number): Promise<DatabaseSync> {
  const database = new DatabaseSync(file, { timeout: READ_WAIT_MS, enableForeignKeyConstraints: true });
  try {
    // Two processes that turn the log on at once get "busy" whatever the time-out says.
    const mode = await whenFree(() => database.prepare('pragma journal_mode = wal').get(), deadline);
    if (mode?.['journal_mode'] !== 'wal')
      throw new Problem('store.failed', { reason: `${file} cannot have a write-ahead log` });
    database.exec('pragma synchronous = full');
    database.exec('pragma fullfsync = on'); // macOS: past the disk's own cache
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function sqliteBackend(writer: DatabaseSync, reader: DatabaseSync, file: string): Backend {
  const writing = new Kysely<Tables>({ dialect: nodeSqliteDialect(writer) });
  const reading = new Kysely<Tables>({ dialect: nodeSqliteDialect(reader) });
  let begunAt = 0;
  let heldMs = 0;
  const beginImmediate = async (connection: Kysely<Tables>, deadline: number) => {
    if (LONG_HOLD_MS < heldMs) await sleep(2 * POLL_MS);
    heldMs = 0;
    await whenFree(() => sql`begin immediate`.execute(connection), deadline);
    begunAt = performance.now();
  };
  return {
    reading,
    writing,
    columns,
    writesTogether: true,
    async hasFolder(db) {
      const tables = sql`select 1 from sqlite_schema where type = 'table' and name = 'folder'`;
      return 0 < (await tables.execute(db)).rows.length;
    },
    beginSetUp: beginImmediate,
    async begin(connection, deadline) {
      await beginImmediate(connection, deadline);
      return connection.selectFrom('folder').selectAll().executeTakeFirstOrThrow();
    },
    async commit(connection) {
      await sql`commit`.execute(connection);
      heldMs = performance.now() - begunAt;
    },
    async purge(deadline) {
      await whenFree(() => writer.exec('vacuum'), deadline);
      for (;;) {
        // what stands in the log is copied, and the log emptied: not while somebody reads from it
        const { busy } = writer.prepare('pragma wal_checkpoint(truncate)').get() ?? {};
        if (busy === 0) return;
        if (deadline < performance.now())
          throw new Problem('store.busy', { reason: 'another process reads: what was erased is still in the log' });
        await sleep(POLL_MS);
      }
    },
    copyTo(copy) {
      const source = new DatabaseSync(file, { readOnly: true, timeout: READ_WAIT_MS });
      try {
        source.prepare('vacuum into ?').run(copy);
      } finally {
        source.close();
      }
      return Promise.resolve(true);
    },
    isBusy,
    async close() {
      await Promise.all([writing.destroy(), reading.destroy()]);
      reader.close();
      writer.close();
    },
  };
}

const columns: ColumnTypes = {
  text: 'text',
  integer: 'integer',
  number: 'integer',
  real: 'real',
  finish: (table) => table.modifyEnd(sql`strict`),
  async dropWithPayload(db, table) {
    await sql`create trigger ${sql.ref(`${table}_erased`)} after update of payload on record_entries
      when new.payload is null begin delete from ${sql.table(table)} where entry = new.sequence; end`.execute(db);
  },
};

/** What `attempt` gives as soon as nobody else holds the database; at `deadline` (of `performance.now()`) its error. */
async function whenFree<T>(attempt: () => T | Promise<T>, deadline: number): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || deadline < performance.now()) throw error;
    }
    await sleep(Math.ceil(Math.random() * POLL_MS));
  }
}

function isBusy(error: unknown): boolean {
  // The low byte of SQLite's extended codes is the error, the rest its variety (recovery, snapshot).
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}
