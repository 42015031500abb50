// Keys of companies in, a table they are looked up by out.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { KeyTableName } from './register-schema.ts';
import { Spool } from './spool.ts';

/** Parts that keys are sorted in: those of a whole country's companies make some 100,000 each. */
const PARTS = 256;
/** Keys that are put into the table by one statement. */
const ROWS = 32;

/** Collects keys and puts them into the table in their order, once: in the order in which they come each would touch a page of its own. */
export class KeyTable {
  readonly #database: DatabaseSync;
  readonly #name: KeyTableName;
  readonly #spool: Spool;
  /** Numbers of the register that are no integers: a negative place here stands for them in the spool. */
  readonly #texts: string[] = [];
  readonly #remove: StatementSync;

  /** @param spoolFile where keys may wait. */
  constructor(database: DatabaseSync, name: KeyTableName, spoolFile: string) {
    this.#database = database;
    this.#name = name;
    this.#spool = new Spool(spoolFile, PARTS);
    this.#remove = database.prepare(`delete from ${name} where key = ? and number = ?`);
  }

  add(key: string, number: string): void {
    const hash = keyHash(key);
    const stored = storedNumber(number);
    this.#spool.addNumbers(
      Math.floor(hash / KEYS_A_PART),
      hash,
      typeof stored === 'number' ? stored : this.#place(stored),
    );
  }

  /** Of what stood in the table before anything was added. */
  remove(key: string, number: string): void {
    this.#remove.run(keyHash(key), storedNumber(number));
  }

  clear(): void {
    this.#database.exec(`delete from ${this.#name}`);
  }

  finish(): void {
    const insert = `insert or ignore into ${this.#name} (key, number) values `;
    const one = this.#database.prepare(`${insert} (?, ?)`);
    const many = this.#database.prepare(insert + Array.from({ length: ROWS }, () => '(?, ?)').join(', '));
    for (let part = 0; part < PARTS; part++) {
      const rows = this.#sorted(part);
      let place = 0;
      for (; place + 2 * ROWS <= rows.length; place += 2 * ROWS) many.run(...rows.slice(place, place + 2 * ROWS));
      for (; place < rows.length; place += 2) one.run(...rows.slice(place, place + 2));
    }
  }

  discard(): void {
    this.#spool.discard();
  }

  /** Keys and numbers in turns, by key. */
  #sorted(part: number): readonly (number | string)[] {
    const numbers = this.#spool.numbers(part);
    const order = new Uint32Array(numbers.length / 2);
    for (let place = 0; place < order.length; place++) order[place] = 2 * place;
    order.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || (numbers[a + 1] ?? 0) - (numbers[b + 1] ?? 0));
    const rows: (number | string)[] = [];
    for (const at of order) {
      const number = numbers[at + 1] ?? 0;
      rows.push(numbers[at] ?? 0, number < 0 ? (this.#texts[-1 - number] ?? '') : number);
    }
    return rows;
  }

  /** The keys of one company come one after the other. */
  #place(text: string): number {
    if (this.#texts.at(-1) !== text) this.#texts.push(text);
    return -this.#texts.length;
  }
}

/** The integer that a number of a register is written as; the text itself when it is written otherwise (`0123`, `AB12`). */
function storedNumber(number: string): number | string {
  return /^[1-9]\d{0,14}$/.test(number) ? Number(number) : number;
}

const KEYS_A_PART = 2 ** 53 / PARTS;

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
