// A bucket of neighbouring numbers in, its rows as a register edition's file has them out, and the hash of the whole content:
// so a daily diff packs and hashes only what it touched, and a reader can prove the row it hands out, or that there is none.
import { createHash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { hashOfText, packedText, textOfBucket, unpackedBytes, type BucketContent } from './bucket-content.ts';
import { FORMAT } from './register-schema.ts';

/**
 * The bucket of a number: the number with its last two characters left open. `1010001048433` → `10100010484**`. With three, what is
 * unpacked for each answer is mostly of others: a fifth less on the disk, and ten times the memory to collect again.
 */
export function bucketOf(number: string): string {
  return number.slice(0, -2).padEnd(number.length, '*');
}

const NOTHING = Buffer.alloc(0);

export class BucketTable {
  readonly #packed: StatementSync;
  readonly #hash: StatementSync;
  readonly #put: StatementSync;
  readonly #putPacked: StatementSync;
  readonly #drop: StatementSync;
  readonly #dropPacked: StatementSync;

  constructor(database: DatabaseSync) {
    this.#packed = database.prepare('select packed from content where bucket = ?');
    this.#hash = database.prepare('select sha256 from bucket where id = ?');
    this.#put = database.prepare(
      'insert or replace into bucket (id, sha256, companies, history, relations) values (?, ?, ?, ?, ?)',
    );
    this.#putPacked = database.prepare('insert or replace into content (bucket, packed) values (?, ?)');
    this.#drop = database.prepare('delete from bucket where id = ?');
    this.#dropPacked = database.prepare('delete from content where bucket = ?');
  }

  /** Its text (`textOfBucket`), empty when nothing is held. */
  text(bucket: string): string {
    return this.bytes(bucket).toString();
  }

  /** The same in UTF-8: what one company is taken from without reading all. */
  bytes(bucket: string): Buffer {
    const packed = this.#packed.get(bucket)?.['packed'];
    return packed instanceof Uint8Array ? unpackedBytes(packed) : NOTHING;
  }

  /** The hash that its text should have; undefined when nothing should be held. */
  hash(bucket: string): string | undefined {
    return this.#hash.get(bucket)?.['sha256'] as string | undefined;
  }

  put(bucket: string, content: BucketContent): void {
    const text = textOfBucket(content);
    if (text === undefined) {
      this.#drop.run(bucket);
      this.#dropPacked.run(bucket);
      return;
    }
    let [companies, history, relations] = [0, 0, 0];
    for (const company of content.values()) {
      companies += company.standing === undefined ? 0 : 1;
      history += company.history.length;
      relations += company.relations.size;
    }
    this.#put.run(bucket, hashOfText(text), companies, history, relations);
    this.#putPacked.run(bucket, packedText(text));
  }
}

/** Of all buckets together. */
export function contentCounts(database: DatabaseSync): { companies: number; history: number; relations: number } {
  const sums = database
    .prepare('select sum(companies) as companies, sum(history) as history, sum(relations) as relations from bucket')
    .get();
  const [companies, history, relations] = ['companies', 'history', 'relations'].map((name) =>
    Number(sums?.[name] ?? 0),
  );
  return { companies: companies ?? 0, history: history ?? 0, relations: relations ?? 0 };
}

/** SHA-256 of the whole content, from the hashes of its buckets. */
export function contentHash(database: DatabaseSync): string {
  const hash = createHash('sha256').update(`sekisho-register/${FORMAT}\n`);
  for (const { id, sha256 } of database.prepare('select id, sha256 from bucket order by id').iterate())
    hash.update(`${String(id)}\t${String(sha256)}\n`);
  return hash.digest('hex');
}
