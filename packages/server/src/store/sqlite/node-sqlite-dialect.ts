// A database of `node:sqlite` in, Kysely's SQLite dialect over it out.
import type { DatabaseSync } from 'node:sqlite';
import { SqliteDialect, type Dialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { checkedParameter } from '../parameters.ts';

/** Closing Kysely leaves the database open: the caller closes it. */
export const nodeSqliteDialect = (database: DatabaseSync): Dialect =>
  new SqliteDialect({ database: kyselyDatabase(database) });

function kyselyDatabase(database: DatabaseSync): SqliteDatabase {
  /** The store's queries are a closed set of texts, so every one is prepared once. */
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => undefined,
    prepare(sql) {
      const prepared = statements.get(sql) ?? kyselyStatement(database, sql);
      statements.set(sql, prepared);
      return prepared;
    },
  };
}

function kyselyStatement(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  const values = (parameters: readonly unknown[]) => parameters.map(checkedParameter);
  return {
    reader: 0 < statement.columns().length,
    // Rows of `node:sqlite` have no prototype, those of pg do.
    all: (parameters) => statement.all(...values(parameters)).map((row) => ({ ...row })),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
