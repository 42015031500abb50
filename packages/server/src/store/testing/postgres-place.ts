// A PostgreSQL database for tests in, a place of its own in it out: a schema that is dropped afterwards.
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { StorePlace } from './store-place.ts';

export async function postgresPlace(databaseUrl: string): Promise<StorePlace> {
  const schema = `sekisho_${randomBytes(8).toString('hex')}`;
  const execute = async (statement: string) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await client.query(`set search_path = ${schema}`);
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await execute(`create schema ${schema}`);
  const options = `application_name=${schema}&options=${encodeURIComponent(`-c search_path=${schema}`)}`;
  return {
    address: {
      databaseUrl: `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}${options}`,
      folderPath: path.join(tmpdir(), schema),
    },
    execute,
    dispose: () => execute(`drop schema ${schema} cascade`),
  };
}
