// Companies of a register edition in, the tables that they are looked up by filled, and how many share an address counted.
import type { DatabaseSync } from 'node:sqlite';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { CompanyContent } from './bucket-content.ts';
import { KeyTable } from './key-table.ts';
import { rowOfText } from './register-row-text.ts';
import type { KeyTableName } from './register-schema.ts';

export type NameKeysOf = (row: RegisterRow) => readonly string[];

/** What a company can be looked up by, beside its number. */
export interface CompanyKeys {
  /** Of any row, former ones as well: a company is found by the names it had. */
  readonly nameKeys: NameKeysOf;
  /** Of the row that stands; undefined when it has no address that can be read, or is not to be counted. */
  readonly addressKey?: (row: RegisterRow) => string | undefined;
  /** Of the row that stands. */
  readonly contactKeys?: (row: RegisterRow) => readonly string[];
}

export class CompanyKeyTables {
  readonly #database: DatabaseSync;
  readonly #keys: CompanyKeys;
  readonly #names: KeyTable;
  readonly #addresses: KeyTable;
  readonly #contacts: KeyTable;

  /** @param spoolFile where keys of a table may wait. */
  constructor(database: DatabaseSync, keys: CompanyKeys, spoolFile: (table: KeyTableName) => string) {
    const tableOf = (name: KeyTableName) => new KeyTable(database, name, spoolFile(name));
    this.#database = database;
    this.#keys = keys;
    this.#names = tableOf('name_key');
    this.#addresses = tableOf('address_key');
    this.#contacts = tableOf('contact_key');
  }

  addNames(row: RegisterRow): void {
    for (const key of this.#keys.nameKeys(row)) this.#names.add(key, row.number);
  }

  /** The address and contacts of the row that stands, in the place of those of the one that stood. */
  move(number: string, before: RegisterRow | undefined, after: RegisterRow | undefined): void {
    const { addressKey, contactKeys } = this.#keys;
    const [left, entered] = [before && addressKey?.(before), after && addressKey?.(after)];
    if (left !== entered) {
      if (left !== undefined) this.#addresses.remove(left, number);
      if (entered !== undefined) this.#addresses.add(entered, number);
    }
    if (!contactKeys) return;
    const [old, now] = [before ? contactKeys(before) : [], after ? contactKeys(after) : []];
    for (const key of old) if (!now.includes(key)) this.#contacts.remove(key, number);
    for (const key of now) if (!old.includes(key)) this.#contacts.add(key, number);
  }

  clear(): void {
    for (const table of [this.#names, this.#addresses, this.#contacts]) table.clear();
  }

  /** All keys of a company as it is held. */
  addAll(number: string, { standing, history }: CompanyContent): void {
    for (const text of history) this.addNames(rowOfText(number, text));
    if (standing === undefined) return;
    const row = rowOfText(number, standing);
    this.addNames(row);
    this.move(number, undefined, row);
  }

  discard(): void {
    for (const table of [this.#names, this.#addresses, this.#contacts]) table.discard();
  }

  /** Puts what was collected into the tables, and counts at how many addresses there are how many companies. */
  finish(): void {
    for (const table of [this.#names, this.#addresses, this.#contacts]) table.finish();
    this.#database.exec(`
      delete from address_spread;
      insert into address_spread (companies, addresses)
        select companies, count(*) from (select count(*) as companies from address_key group by key) group by companies;
    `);
  }
}
