// The file of a register edition in, companies by number and by name out, each proven against the edition's hash.
import { statSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { RegisterFact, RegisterRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import { damaged, reading } from '../content-file.ts';
import { bucketOfText, companyInBytes, hashOfText, type CompanyContent } from './bucket-content.ts';
import { keyHash } from './key-table.ts';
import { bucketOf, BucketTable, contentHash } from './register-buckets.ts';
import { isDeletion, rowOfText } from './register-row-text.ts';
import { APPLICATION_ID, FORMAT, type KeyTableName } from './register-schema.ts';

/** A register as one edition states it. Every call may throw Problem `edition.damaged`: a row is not what was imported. */
export interface RegisterReader {
  /**
   * The company of a number in its normal form. A company of which only former rows are known has a `current` row that is
   * not `latest`; a deleted number is undefined.
   */
  byNumber(number: string): RegisterFact | undefined;
  /** Companies that have or had a name of this key (`registerNameKeys`), by number, at most `limit`. */
  byNameKey(key: string, limit: number): readonly RegisterFact[];
  /** Of many keys those that lead to a company, in no order, at most `limit`: quicker than one after the other. */
  knownNameKeys(keys: readonly string[], limit: number): readonly string[];
  /** Companies that have a telephone number or web domain of this key now, by number, at most `limit`. */
  byContactKey(key: string, limit: number): readonly RegisterFact[];
  /** Companies that are open at the address of this key, by number, at most `limit` of them told. */
  companiesAt(key: string, limit: number): CompaniesAtAddress;
  /** The standing row of every company, by bucket and number; those taken back are left out. */
  standing(): Iterable<RegisterRow>;
  /** Companies that stand in the register, closed ones included. */
  count(): number;
  close(): void;
}

export interface CompaniesAtAddress {
  readonly count: number;
  /** Of a hundred addresses of the register, how many have fewer companies: 0 to 100. */
  readonly percentile: number;
  readonly facts: readonly RegisterFact[];
}

/** Texts of buckets that are kept unpacked: companies of one name are asked for again at once. */
const KEPT_TEXTS = 32;

/** An open file, and the questions it is asked: readers share it. */
export class OpenRegister {
  readonly database: DatabaseSync;
  readonly buckets: BucketTable;
  readonly byName: StatementSync;
  readonly byContact: StatementSync;
  readonly byAddress: StatementSync;

  constructor(database: DatabaseSync) {
    this.database = database;
    this.buckets = new BucketTable(database);
    const numbers = (table: KeyTableName) =>
      database.prepare(`select number from ${table} where key = ? order by number limit ?`);
    this.byName = numbers('name_key');
    this.byContact = numbers('contact_key');
    this.byAddress = numbers('address_key');
  }
}

export class SqliteRegisterReader implements RegisterReader {
  readonly #opened: OpenRegister;
  readonly #edition: Pick<Edition, 'id' | 'source'>;
  readonly #file: string;
  readonly #leave: () => void;
  readonly #texts = new Map<string, Buffer>();
  readonly #proven = new Set<string>();

  /** @param leave is called when it is closed. */
  constructor(opened: OpenRegister, edition: Pick<Edition, 'id' | 'source'>, file: string, leave: () => void) {
    this.#opened = opened;
    this.#edition = edition;
    this.#file = file;
    this.#leave = leave;
  }

  byNumber(number: string): RegisterFact | undefined {
    return reading(this.#file, () => {
      const held = companyInBytes(this.#bytes(bucketOf(number)), number);
      if (!held) return undefined;
      const history = held.history.map((text) => rowOfText(number, text));
      const rows = held.standing === undefined ? history : [...inOrder(history), rowOfText(number, held.standing)];
      const current = rows.at(-1);
      if (!current || isDeletion(current)) return undefined;
      return {
        register: this.#edition.source,
        editionId: this.#edition.id,
        current: withRelations(current, held),
        history: rows.slice(0, -1),
      };
    });
  }

  byNameKey(key: string, limit: number): readonly RegisterFact[] {
    return this.#facts(this.#opened.byName, key, limit);
  }

  knownNameKeys(keys: readonly string[], limit: number): readonly string[] {
    const byHash = new Map(keys.map((key) => [keyHash(key), key]));
    return reading(this.#file, () =>
      this.#opened.database
        .prepare(
          `select value as hash from json_each(?) as asked
           where exists (select 1 from name_key where name_key.key = asked.value) limit ?`,
        )
        .all(JSON.stringify([...byHash.keys()].sort((a, b) => a - b)), limit)
        .flatMap(({ hash }) => byHash.get(Number(hash)) ?? []),
    );
  }

  byContactKey(key: string, limit: number): readonly RegisterFact[] {
    return this.#facts(this.#opened.byContact, key, limit);
  }

  companiesAt(key: string, limit: number): CompaniesAtAddress {
    return reading(this.#file, () => {
      const asked = this.#opened.database
        .prepare('select count(*) as count from address_key where key = ?')
        .get(keyHash(key));
      const count = Number(asked?.['count']);
      const spread = this.#opened.database
        .prepare(
          'select sum(addresses) as every_address, sum(iif(companies < ?, addresses, 0)) as fewer from address_spread',
        )
        .get(count);
      const [all, fewer] = [Number(spread?.['every_address'] ?? 0), Number(spread?.['fewer'] ?? 0)];
      const percentile = all === 0 ? 0 : Math.floor((fewer / all) * 1e5) / 1e3;
      return { count, percentile, facts: this.#facts(this.#opened.byAddress, key, limit) };
    });
  }

  *standing(): Iterable<RegisterRow> {
    for (const { id } of this.#opened.database.prepare('select id from bucket order by id').all()) {
      const rows = reading(this.#file, () => [...bucketOfText(this.#bytes(String(id)).toString())]);
      for (const [number, { standing }] of rows) {
        const row = standing === undefined ? undefined : rowOfText(number, standing);
        if (row && !isDeletion(row)) yield row;
      }
    }
  }

  count(): number {
    const asked = `select value from about where name = 'companies'`;
    return reading(this.#file, () => Number(this.#opened.database.prepare(asked).get()?.['value']));
  }

  close(): void {
    this.#leave();
  }

  #facts(numbers: StatementSync, key: string, limit: number): readonly RegisterFact[] {
    return reading(this.#file, () =>
      numbers
        .all(keyHash(key), limit)
        .map(({ number }) => this.byNumber(String(number)))
        .filter((fact) => fact !== undefined),
    );
  }

  /** Of a bucket: held, or that there is none, against its hash, which `checkFile` held against the edition's. */
  #bytes(bucket: string): Buffer {
    const kept = this.#texts.get(bucket);
    if (kept !== undefined) return kept;
    const text = this.#opened.buckets.bytes(bucket);
    if (!this.#proven.has(bucket)) {
      if (!isOfHash(text, this.#opened.buckets.hash(bucket)))
        throw damaged(this.#file, `rows of ${bucket} are not those imported`);
      this.#proven.add(bucket);
    }
    const [first] = this.#texts.keys();
    if (first !== undefined && KEPT_TEXTS <= this.#texts.size) this.#texts.delete(first);
    this.#texts.set(bucket, text);
    return text;
  }
}

/** With those that stand in files of their own behind those of the row. */
function withRelations(row: RegisterRow, { relations }: CompanyContent): RegisterRow {
  if (relations.size === 0) return row;
  const stored = [...relations.values()].map((text) => JSON.parse(text) as RegisterRelation);
  return { ...row, relations: [...(row.relations ?? []), ...stored] };
}

/**
 * Opens the file of a content read-only, when it is one: of our format, not cut off, its table of hashes in agreement
 * with the hash in its name. That does not read the rows: a reader proves each it hands out, `verifyFile` all.
 * @throws Problem `edition.damaged`.
 */
export function openChecked(file: string, contentSha256: string, options: { checkHashes: boolean }): DatabaseSync {
  return reading(file, () => {
    const { size } = statSync(file);
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      checkFile(database, file, size, contentSha256, options.checkHashes);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/**
 * Reads everything: SQLite's own check of its pages, every row against the hashes.
 * @throws Problem `edition.damaged` with the first thing that is wrong.
 */
export function verifyFile(database: DatabaseSync, file: string): void {
  reading(file, () => {
    const [first] = database.prepare('pragma integrity_check(1)').all();
    if (first?.['integrity_check'] !== 'ok') throw damaged(file, String(first?.['integrity_check']));
    const buckets = new BucketTable(database);
    const known = new Set<string>();
    for (const { id } of database.prepare('select id from bucket').all()) {
      if (!isOfHash(buckets.bytes(String(id)), buckets.hash(String(id))))
        throw damaged(file, `rows of ${String(id)} are not those imported`);
      known.add(String(id));
    }
    for (const { bucket } of database.prepare('select bucket from content').all())
      if (!known.has(String(bucket))) throw damaged(file, `rows of ${String(bucket)} were not imported`);
  });
}

function isOfHash(text: Uint8Array, sha256: string | undefined): boolean {
  return text.length === 0 ? sha256 === undefined : hashOfText(text) === sha256;
}

function checkFile(
  database: DatabaseSync,
  file: string,
  size: number,
  contentSha256: string,
  checkHashes: boolean,
): void {
  const pragma = (name: string) => Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]);
  if (pragma('application_id') !== APPLICATION_ID) throw damaged(file, 'is not a register edition');
  const format = pragma('user_version');
  if (format !== FORMAT)
    throw damaged(file, `has format ${format}, not ${FORMAT}${format < FORMAT ? ': import the register again' : ''}`);
  if (pragma('page_count') * pragma('page_size') !== size) throw damaged(file, 'is cut off or has grown');
  if (checkHashes && contentHash(database) !== contentSha256)
    throw damaged(file, 'its content does not have the hash in its name');
}

/** Oldest first by the day of the change; those of one day as they came. */
function inOrder(history: readonly RegisterRow[]): readonly RegisterRow[] {
  return history.toSorted((a, b) => (a.changedOn < b.changedOn ? -1 : a.changedOn > b.changedOn ? 1 : 0));
}
