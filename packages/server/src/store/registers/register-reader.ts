// The file of a register edition in, companies by number and by name out, each proven against the edition's hash.
import { statSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterFact, RegisterRow } from '@sekisho/engine/model/register.ts';
import { keyHash } from './name-key-table.ts';
import { bucketHasher, bucketOf, contentHash } from './register-buckets.ts';
import { relationOfText } from './apply-relations.ts';
import { isDeletion, rowOfText } from './register-row-text.ts';
import { APPLICATION_ID, FORMAT } from './register-schema.ts';

/** A register as one edition states it. Every call may throw Problem `edition.damaged`: a row is not what was imported. */
export interface RegisterReader {
  /**
   * The company of a number in its normal form. A company of which only former rows are known has a `current` row that is
   * not `latest`; a deleted number is undefined.
   */
  byNumber(number: string): RegisterFact | undefined;
  /** Companies that have or had a name of this key (`registerNameKeys`), by number, at most `limit`. */
  byNameKey(key: string, limit: number): readonly RegisterFact[];
  /** The standing row of every company, by number; those taken back are left out. */
  standing(): Iterable<RegisterRow>;
  /** Companies that stand in the register, closed ones included. */
  count(): number;
  close(): void;
}

export class SqliteRegisterReader implements RegisterReader {
  readonly #database: DatabaseSync;
  readonly #edition: Pick<Edition, 'id' | 'source'>;
  readonly #file: string;
  readonly #proven = new Set<string>();
  readonly #hashOf: (bucket: string) => string | undefined;
  readonly #standing: StatementSync;
  readonly #all: StatementSync;
  readonly #history: StatementSync;
  readonly #relations: StatementSync;
  readonly #numbers: StatementSync;
  readonly #bucket: StatementSync;

  constructor(database: DatabaseSync, edition: Pick<Edition, 'id' | 'source'>, file: string) {
    this.#database = database;
    this.#edition = edition;
    this.#file = file;
    this.#hashOf = bucketHasher(database);
    this.#standing = database.prepare('select row from current where number = ?');
    this.#all = database.prepare('select number, row from current order by number');
    this.#history = database.prepare('select row from history where number = ? order by position');
    this.#relations = database.prepare('select relation from relation where number = ? order by key');
    this.#numbers = database.prepare('select number from name_key where key = ? order by number limit ?');
    this.#bucket = database.prepare('select sha256 from bucket where id = ?');
  }

  byNumber(number: string): RegisterFact | undefined {
    return reading(this.#file, () => {
      this.#prove(bucketOf(number));
      const standing = this.#standing.get(number)?.['row'] as string | undefined;
      const history = this.#history.all(number).map(({ row }) => rowOfText(number, String(row)));
      const rows = standing === undefined ? history : [...inOrder(history), rowOfText(number, standing)];
      const current = rows.at(-1);
      if (!current || isDeletion(current)) return undefined;
      return {
        register: this.#edition.source,
        editionId: this.#edition.id,
        current: this.#withRelations(current),
        history: rows.slice(0, -1),
      };
    });
  }

  byNameKey(key: string, limit: number): readonly RegisterFact[] {
    return reading(this.#file, () => {
      const numbers = this.#numbers.all(keyHash(key), limit).map(({ number }) => String(number));
      return numbers.map((number) => this.byNumber(number)).filter((fact) => fact !== undefined);
    });
  }

  *standing(): Iterable<RegisterRow> {
    for (const { number, row } of this.#all.iterate()) {
      reading(this.#file, () => this.#prove(bucketOf(String(number))));
      const standing = rowOfText(String(number), String(row));
      if (!isDeletion(standing)) yield standing;
    }
  }

  count(): number {
    return reading(this.#file, () => Number(this.#database.prepare('select count(*) as n from current').get()?.['n']));
  }

  close(): void {
    this.#database.close();
  }

  /** With those that stand in files of their own behind those of the row. */
  #withRelations(row: RegisterRow): RegisterRow {
    const stored = this.#relations.all(row.number).map(({ relation }) => relationOfText(String(relation)));
    return stored.length === 0 ? row : { ...row, relations: [...(row.relations ?? []), ...stored] };
  }

  /** Holds the rows of a bucket, or that it has none, against its hash, which `checkFile` held against the edition's. */
  #prove(bucket: string): void {
    if (this.#proven.has(bucket)) return;
    const expected = this.#bucket.get(bucket)?.['sha256'];
    if (this.#hashOf(bucket) !== expected) throw damaged(this.#file, `rows of ${bucket} are not those imported`);
    this.#proven.add(bucket);
  }
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
    const hash = bucketHasher(database);
    const known = new Set<string>();
    for (const { id, sha256 } of database.prepare('select id, sha256 from bucket').iterate()) {
      if (hash(String(id)) !== sha256) throw damaged(file, `rows of ${String(id)} are not those imported`);
      known.add(String(id));
    }
    for (const { number } of database
      .prepare('select number from current union select number from history union select number from relation')
      .iterate())
      if (!known.has(bucketOf(String(number)))) throw damaged(file, `the row of ${String(number)} was not imported`);
  });
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
  if (pragma('user_version') !== FORMAT) throw damaged(file, `has format ${pragma('user_version')}, not ${FORMAT}`);
  if (pragma('page_count') * pragma('page_size') !== size) throw damaged(file, 'is cut off or has grown');
  if (checkHashes && contentHash(database) !== contentSha256)
    throw damaged(file, 'its content does not have the hash in its name');
}

/** Oldest first by the day of the change; those of one day as they came. */
function inOrder(history: readonly RegisterRow[]): readonly RegisterRow[] {
  return history.toSorted((a, b) => (a.changedOn < b.changedOn ? -1 : a.changedOn > b.changedOn ? 1 : 0));
}

function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw damaged(file, code === 'ENOENT' ? 'is missing' : message, error);
  }
}

function damaged(file: string, reason: string, cause?: unknown): Problem {
  return new Problem('edition.damaged', { file: file.replace(/^.*[\\/]/, ''), reason }, { cause });
}
