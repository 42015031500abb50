// The rows of a register edition's file in, hashes out: one a bucket of neighbouring numbers, one of the whole content.
// So a daily diff hashes only what it touched, and a reader can prove the row it hands out, or that there is none.
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { FORMAT } from './register-schema.ts';

/** The bucket of a number: the number with its last three characters left open. `1010001048433` → `1010001048***`. */
export function bucketOf(number: string): string {
  return number.slice(0, -3).padEnd(number.length, '*');
}

/** SHA-256 of each bucket's rows as they stand in the file, lower-case hex; undefined for one without rows. */
export function bucketHasher(database: DatabaseSync): (bucket: string) => string | undefined {
  const within = `number >= ? and number < ? and length(number) = ?`;
  const current = database.prepare(`select number, row from current where ${within} order by number`);
  const history = database.prepare(
    `select number, position, row from history where ${within} order by number, position`,
  );
  const relations = database.prepare(`select number, key, relation from relation where ${within} order by number, key`);
  return (bucket) => {
    const prefix = bucket.replace(/\*+$/, '');
    const bounds = [prefix, `${prefix}\u{10FFFF}`, bucket.length] as const;
    const stands = current.all(...bounds).map(({ number, row }) => `${String(number)}\t${String(row)}\n`);
    const former = history
      .all(...bounds)
      .map(({ number, position, row }) => `${String(number)}\t${String(position)}\t${String(row)}\n`);
    const related = relations
      .all(...bounds)
      .map(({ number, key, relation }) => `${JSON.stringify([number, key])}\t${String(relation)}\n`);
    if (stands.length + former.length + related.length === 0) return undefined;
    return sha256([stands, former, related].map((lines) => lines.join('')).join('\n'));
  };
}

/** Hashes the given buckets anew, in the table. */
export function renewBuckets(database: DatabaseSync, buckets: Iterable<string>): void {
  const hash = bucketHasher(database);
  const put = database.prepare('insert or replace into bucket (id, sha256) values (?, ?)');
  const drop = database.prepare('delete from bucket where id = ?');
  for (const bucket of buckets) {
    const digest = hash(bucket);
    if (digest === undefined) drop.run(bucket);
    else put.run(bucket, digest);
  }
}

/** SHA-256 of the whole content, from the hashes of its buckets. */
export function contentHash(database: DatabaseSync): string {
  const hash = createHash('sha256').update(`sekisho-register/${FORMAT}\n`);
  for (const { id, sha256: digest } of database.prepare('select id, sha256 from bucket order by id').iterate())
    hash.update(`${String(id)}\t${String(digest)}\n`);
  return hash.digest('hex');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
