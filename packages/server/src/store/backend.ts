// What SQLite and PostgreSQL do differently; everything else of the store is one query layer over both.
import type { ColumnDataType, CreateTableBuilder, Expression, Kysely } from 'kysely';
import type { FolderRow, Tables } from './tables.ts';

export interface Backend {
  /** For reading outside a write: sees what is committed, and does not wait for a write. */
  readonly reading: Kysely<Tables>;
  /** For writing: one connection at a time is taken from it. */
  readonly writing: Kysely<Tables>;
  readonly columns: ColumnTypes;
  /** Whether writes that come together share a transaction, and so one wait for the disk. */
  readonly writesTogether: boolean;
  /** Whether the database has been made a folder. */
  hasFolder(db: Kysely<Tables>): Promise<boolean>;
  /** Begins a transaction that keeps out whoever would make or migrate the folder too. */
  beginSetUp(connection: Kysely<Tables>, deadline: number): Promise<void>;
  /** Begins a transaction that keeps out all other writers, and gives the folder's row as it then stands. */
  begin(connection: Kysely<Tables>, deadline: number): Promise<FolderRow>;
  /** What was written is on the disk when this returns. */
  commit(connection: Kysely<Tables>): Promise<void>;
  /** Writes the tables anew, so that nothing is left in their files of what was deleted or replaced. */
  purge(deadline: number): Promise<void>;
  /** As `Store.copyTo`. */
  copyTo(file: string): Promise<boolean>;
  /** True when the error says that somebody else holds what is asked for. */
  isBusy(error: unknown): boolean;
  close(): Promise<void>;
}

type ColumnType = ColumnDataType | Expression<unknown>;

/** Column types by the names that migrations give them. */
export interface ColumnTypes {
  /** Compared by code point, so that pages come in the same order everywhere. */
  readonly text: ColumnType;
  /** Up to 2^53. */
  readonly integer: ColumnType;
  /** Counts up by itself, in the order of writing. */
  readonly number: ColumnType;
  /** A double. */
  readonly real: ColumnType;
  /** What a table's definition ends with. */
  finish<Table extends string>(table: CreateTableBuilder<Table>): CreateTableBuilder<Table>;
  /** From now on the rows of a table go when the payload of their `entry` does, whoever erases it. */
  dropWithPayload(db: Kysely<unknown>, table: string): Promise<void>;
}

/** One step from a schema version to the next. */
export type Migration = (db: Kysely<unknown>, columns: ColumnTypes) => Promise<void>;
