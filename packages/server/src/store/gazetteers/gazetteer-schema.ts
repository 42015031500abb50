// Parts of a gazetteer in, the file that has them and the hash of its content out; and a file opened, when it is one.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { damaged, reading } from '../content-file.ts';
import { openUnfinished } from '../registers/register-schema.ts';
import type { GazetteerPart } from './gazetteer-parts.ts';

/** `Sekg` in ASCII: SQLite's own field for telling whose file it is. */
const APPLICATION_ID = 0x53656b67;
/** Raised when the table or the text of parts changes; files of another format are not read. */
const FORMAT = 1;

/** @returns SHA-256 of the content. */
export function writeParts(file: string, parts: readonly GazetteerPart[]): string {
  const database = openUnfinished(file);
  try {
    database.exec(`
      pragma application_id = ${APPLICATION_ID};
      pragma user_version = ${FORMAT};
      create table part (
        kind text not null, key text not null, sha256 text not null, content text not null, unique (kind, key)
      ) strict;
      begin;
    `);
    const insert = database.prepare('insert into part (kind, key, sha256, content) values (?, ?, ?, ?)');
    for (const { kind, key, text } of parts) insert.run(kind, key, sha256(text), text);
    database.exec('commit');
    return contentHash(database);
  } finally {
    database.close();
  }
}

/**
 * Read-only, when it is a gazetteer of our format, not cut off, and its table of hashes agrees with the hash in its name;
 * each part is held against its own hash when it is read.
 * @throws Problem `edition.damaged`.
 */
export function openGazetteer(file: string, contentSha256: string): DatabaseSync {
  return reading(file, () => {
    const { size } = statSync(file);
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const pragma = (name: string) => Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]);
      if (pragma('application_id') !== APPLICATION_ID) throw damaged(file, 'is not a gazetteer');
      if (pragma('user_version') !== FORMAT) throw damaged(file, `has format ${pragma('user_version')}, not ${FORMAT}`);
      if (pragma('page_count') * pragma('page_size') !== size) throw damaged(file, 'is cut off or has grown');
      if (contentHash(database) !== contentSha256)
        throw damaged(file, 'its content does not have the hash in its name');
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** The text of a part; undefined when there is none. @throws Problem `edition.damaged` when it is not what was imported. */
export function partIn(
  database: DatabaseSync,
  file: string,
  kind: GazetteerPart['kind'],
  key: string,
): string | undefined {
  return reading(file, () => {
    const row = database.prepare('select sha256, content from part where kind = ? and key = ?').get(kind, key);
    if (!row) return undefined;
    const text = String(row['content']);
    if (sha256(text) !== row['sha256']) throw damaged(file, `rows of ${key} are not those imported`);
    return text;
  });
}

/** SHA-256 of the whole content, from the hashes of its parts. */
function contentHash(database: DatabaseSync): string {
  const hash = createHash('sha256').update(`sekisho-gazetteer/${FORMAT}\n`);
  for (const { kind, key, sha256: digest } of database
    .prepare('select kind, key, sha256 from part order by kind, key')
    .iterate())
    hash.update(`${JSON.stringify([kind, key])}\t${String(digest)}\n`);
  return hash.digest('hex');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
