// The store's cases on SQLite, and what only a file can have wrong.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { openStore } from '../open-store.ts';
import { storeCases } from '../store-cases.ts';
import { AT } from '../testing/invented.ts';
import type { StorePlace } from '../testing/store-place.ts';

storeCases({ kind: 'SQLite', makePlace: sqlitePlace, skip: false });

test('a file that is not a database is refused', async (t) => {
  const { folderPath } = await emptyFolder(t);
  await writeFile(path.join(folderPath, 'sekisho.db'), 'not a database, but long enough to be looked at'.repeat(50));
  await assert.rejects(
    openStore({ folderPath, create: { simulation: false }, now: () => AT }),
    (error) => error instanceof Problem && error.code === 'store.failed' && /not a database/.test(error.message),
  );
});

test('an empty file, as a process killed at once leaves it, becomes a folder when one is to be made', async (t) => {
  const { folderPath } = await emptyFolder(t);
  await writeFile(path.join(folderPath, 'sekisho.db'), '');
  await assert.rejects(
    openStore({ folderPath, now: () => AT }),
    (error) => error instanceof Problem && error.code === 'folder.not-found',
  );
  const store = await openStore({ folderPath, create: { simulation: false }, now: () => AT });
  assert.equal((await store.head())?.kind, 'folder-created');
  await store.close();
});

async function emptyFolder(t: TestContext): Promise<{ folderPath: string }> {
  const folderPath = await mkdtemp(path.join(tmpdir(), 'sekisho-sqlite-'));
  t.after(() => rm(folderPath, { recursive: true }));
  return { folderPath };
}

async function sqlitePlace(): Promise<StorePlace> {
  const above = await mkdtemp(path.join(tmpdir(), 'sekisho-sqlite-'));
  const folderPath = path.join(above, 'data');
  return {
    address: { folderPath },
    execute(statement) {
      const database = new DatabaseSync(path.join(folderPath, 'sekisho.db'), { timeout: 5000 });
      database.exec(statement);
      database.close();
      return Promise.resolve();
    },
    dispose: () => rm(above, { recursive: true, force: true }),
  };
}
