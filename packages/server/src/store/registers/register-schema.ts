// The tables of a register edition's file, and what tells such a file from any other.
import { DatabaseSync } from 'node:sqlite';

/** `Seki` in ASCII: SQLite's own field for telling whose file it is. */
export const APPLICATION_ID = 0x53656b69;
/** Raised when the tables or the text of rows change; files of another format are not read. */
export const FORMAT = 4;

/**
 * Makes the tables in a new, empty file. The rows of neighbouring numbers stand packed together in `content`: a third of the
 * room that a table of rows takes, and a thousandth of the inserts. `bucket` has what is asked of all of them, so that it is small.
 */
export function createTables(database: DatabaseSync): void {
  database.exec(`
    pragma application_id = ${APPLICATION_ID};
    pragma user_version = ${FORMAT};
    create table bucket (
      id text not null primary key, sha256 text not null,
      companies integer not null, history integer not null, relations integer not null
    ) strict, without rowid;
    create table content (bucket text not null primary key, packed blob not null) strict;
    ${keyTables.map((name) => `create table ${name} (key integer not null, number any not null, primary key (key, number)) strict, without rowid;`).join('\n')}
    create table address_spread (companies integer not null primary key, addresses integer not null) strict;
    create table about (name text not null primary key, value text not null) strict, without rowid;
  `);
}

/**
 * What companies are looked up by beside their number: names they have or had, the address and contacts they have. A number
 * that is written as an integer is one there: it takes half the room.
 */
export const keyTables = ['name_key', 'address_key', 'contact_key'] as const;
export type KeyTableName = (typeof keyTables)[number];

/**
 * Opens a file for one process that writes all of it or throws it away: without a journal and without waiting for the
 * disk, as it is neither read by anybody nor named before it is complete and flushed.
 */
export function openUnfinished(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { defensive: false }); // else SQLite does not go without a journal
  database.exec(`
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma locking_mode = exclusive;
    pragma cache_size = -65536;
  `);
  return database;
}
