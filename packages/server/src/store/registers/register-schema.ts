// The tables of a register edition's file, and what tells such a file from any other.
import { DatabaseSync } from 'node:sqlite';
import { fieldOrder } from './register-row-text.ts';

/** `Seki` in ASCII: SQLite's own field for telling whose file it is. */
export const APPLICATION_ID = 0x53656b69;
/** Raised when the tables or the text of rows change; files of another format are not read. */
export const FORMAT = 2;

/** Makes the tables in a new, empty file. */
export function createTables(database: DatabaseSync): void {
  const columns = fieldOrder.map((field, index) => `row ->> ${index} as "${field}"`).join(', ');
  database.exec(`
    pragma application_id = ${APPLICATION_ID};
    pragma user_version = ${FORMAT};
    create table current (number text not null primary key, row text not null) strict, without rowid;
    create table history (
      number text not null, position integer not null, row text not null, primary key (number, position)
    ) strict, without rowid;
    create table relation (
      number text not null, key text not null, relation text not null, primary key (number, key)
    ) strict, without rowid;
    create table name_key (key integer not null, number text not null, primary key (key, number)) strict, without rowid;
    create table bucket (id text not null primary key, sha256 text not null) strict, without rowid;
    create table about (name text not null primary key, value text not null) strict, without rowid;
    create view company as select number, ${columns} from current;
    create view former as select number, position, ${columns} from history;
  `);
}

/**
 * Opens a file for one process that writes all of it or throws it away: without a journal and without waiting for the
 * disk, as it is neither read by anybody nor named before it is complete and flushed.
 */
export function openUnfinished(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(`
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma locking_mode = exclusive;
    pragma cache_size = -262144;
  `);
  return database;
}
