// Rows of a register in, the table of names they can be looked up by filled.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { rowOfText } from './register-row-text.ts';

export type NameKeysOf = (row: RegisterRow) => readonly string[];

/**
 * Collects the keys of all rows in a temporary database of SQLite's and moves them over in order, once: put straight
 * into the table, each would touch a page of its own. Keys of former names stay, as companies are found by them too.
 */
export class NameKeyTable {
  readonly #database: DatabaseSync;
  readonly #keysOf: NameKeysOf;
  readonly #insert: StatementSync;

  constructor(database: DatabaseSync, keysOf: NameKeysOf) {
    database.exec('create temporary table waiting_key (key integer not null, number text not null) strict');
    this.#database = database;
    this.#keysOf = keysOf;
    this.#insert = database.prepare('insert into waiting_key (key, number) values (?, ?)');
  }

  add(row: RegisterRow): void {
    for (const key of this.#keysOf(row)) this.#insert.run(keyHash(key), row.number);
  }

  finish(): void {
    this.#database.exec(`
      insert or ignore into name_key (key, number) select key, number from waiting_key order by key, number;
      drop table waiting_key;
    `);
  }
}

/**
 * 53 bits of a key, as a number: half the room of the key, and quick to sort. Among fifteen million keys one look-up in
 * five hundred million meets a stranger; names are compared afterwards anyhow. (cyrb53, public domain.)
 */
export function keyHash(key: string): number {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}

/** Makes all keys anew from the rows of the file: for when names are folded otherwise than before. */
export function renewNameKeys(database: DatabaseSync, keysOf: NameKeysOf): void {
  database.exec('delete from name_key');
  const table = new NameKeyTable(database, keysOf);
  for (const rows of ['current', 'history'])
    for (const { number, row } of database.prepare(`select number, row from ${rows}`).iterate())
      table.add(rowOfText(String(number), String(row)));
  table.finish();
}
