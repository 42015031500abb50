// The URL of a PostgreSQL database in, a pool of connections to it out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { CompiledQuery, Kysely, PostgresDialect, PostgresQueryCompiler, sql, type DatabaseConnection } from 'kysely';
import pg from 'pg';
import type { Backend, ColumnTypes } from '../backend.ts';
import { checkedParameter } from '../parameters.ts';
import type { Tables } from '../tables.ts';
import { withProblems } from '../transaction.ts';

const MAX_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 30_000;
/** Any number that is always the same: it keeps two processes from making one folder at once. */
const SET_UP_LOCK = 7_354_201_611;
/** lock_not_available. */
const LOCK_TIMED_OUT = '55P03';
const BIGINT_OID = 20;

/**
 * The database at `databaseUrl`; its tables are those of the first schema in the connection's search path.
 * @throws Problem `store.failed` when it cannot be reached or does not keep text as UTF-8.
 */
export async function openPostgres(databaseUrl: string, busyTimeoutMs: number): Promise<Backend> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'sekisho',
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  });
  // A connection that breaks says so in the query that meets it; without a listener the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({
    dialect: new CheckedPostgresDialect({
      pool,
      onCreateConnection: (connection) => setUpSession(connection, busyTimeoutMs),
    }),
  });
  try {
    const { rows } = await withProblems({ isBusy }, () =>
      sql<{ encoding: string }>`select current_setting('server_encoding') as encoding`.execute(db),
    );
    if (rows[0]?.encoding !== 'UTF8')
      throw new Problem('store.failed', {
        reason: `the database keeps text as ${rows[0]?.encoding ?? ''}, not as UTF8`,
      });
    return postgresBackend(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function postgresBackend(db: Kysely<Tables>): Backend {
  // Read committed whatever the server's default: the head is read as the writer before left it.
  const begin = (connection: Kysely<Tables>) => sql`begin isolation level read committed`.execute(connection);
  return {
    reading: db,
    writing: db,
    columns,
    writesTogether: false, // each statement is a way to the server and back: a savepoint for each would cost more than it saves
    async hasFolder(db) {
      // Not to_regclass: it answers from a cache, which another process's new table may not have reached.
      const tables = sql`select 1 from pg_tables where schemaname = any(current_schemas(false)) and tablename = 'folder'`;
      return 0 < (await tables.execute(db)).rows.length;
    },
    async beginSetUp(connection) {
      await begin(connection);
      await sql`select pg_advisory_xact_lock(${SET_UP_LOCK})`.execute(connection);
    },
    async begin(connection) {
      await begin(connection);
      return connection.selectFrom('folder').selectAll().forUpdate().executeTakeFirstOrThrow();
    },
    async commit(connection) {
      try {
        await sql`commit`.execute(connection);
      } catch (error) {
        if (error instanceof pg.DatabaseError) throw error;
        throw new Problem(
          'store.failed',
          {
            reason: `the connection broke while the write was being committed, which may have happened: ${String(error)}`,
          },
          { cause: error },
        );
      }
    },
    async purge() {
      await sql`vacuum full record_entries, joining_keys, decision_hits, alerts, case_notes`.execute(db);
    },
    copyTo: () => Promise.resolve(false), // pg_dump
    isBusy,
    close: () => db.destroy(),
  };
}

const isBusy = (error: unknown) => error instanceof pg.DatabaseError && error.code === LOCK_TIMED_OUT;

const columns: ColumnTypes = {
  text: sql`text collate "C"`,
  integer: 'bigint',
  number: sql`bigint generated always as identity`,
  real: 'double precision',
  finish: (table) => table,
  async dropWithPayload(db, table) {
    const name = sql.ref(`${table}_erased`);
    await sql`create function ${name}() returns trigger language plpgsql as $$
      begin delete from ${sql.table(table)} where entry = new.sequence; return null; end $$`.execute(db);
    await sql`create trigger ${name} after update of payload on record_entries
      for each row when (new.payload is null) execute function ${name}()`.execute(db);
  },
};

class CheckedPostgresDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new CheckedPostgresCompiler();
  }
}

class CheckedPostgresCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(checkedParameter(parameter));
  }
}

/**
 * Waiting for the lock of the one writer ends, an acknowledgement means the disk, and a writer whose machine is gone
 * loses its lock within half a minute instead of two hours.
 */
async function setUpSession(connection: DatabaseConnection, busyTimeoutMs: number): Promise<void> {
  const settings = `select set_config('lock_timeout', $1, false), set_config('tcp_keepalives_idle', '10', false),
    set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '4', false),
    set_config('synchronous_commit',
      case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end, false)`;
  await connection.executeQuery(CompiledQuery.raw(settings, [String(busyTimeoutMs)]));
}

/** `bigint` comes as text: every one of ours is a count or a sequence, and stays a safe integer. */
function parserOf(oid: number, format?: 'text'): (text: string) => unknown {
  if (oid !== BIGINT_OID) return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  return (text) => {
    const number = Number(text);
    if (!Number.isSafeInteger(number)) throw new Problem('store.failed', { reason: `${text} is beyond 2^53` });
    return number;
  };
}
