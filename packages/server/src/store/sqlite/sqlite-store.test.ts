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
import { AT, inventedApplication } from '../testing/invented.ts';
import { saveApplication } from '../testing/store-case.ts';
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

test('a folder made before there were keys gets a place for them, and what it holds is found to lack them', async () => {
  const place = await sqlitePlace();
  try {
    const made = await openStore({ ...place.address, create: { simulation: false }, now: () => AT });
    await saveApplication(made, inventedApplication('a'), 1);
    await made.close();
    await place.execute(`
      drop trigger joining_keys_erased; drop trigger decision_hits_erased;
      drop trigger incident_keys_erased; drop trigger dated_grounds_erased;
      drop table orders; drop table joining_keys; drop table decision_hits;
      drop index applications_by_keys_version; drop index applications_by_entry;
      alter table applications drop column keys_version;
      drop table jobs; drop table webhooks; drop table second_factors; drop table bound_subjects;
      drop table answered_requests; drop table invitations; drop table sessions; drop table access_keys; drop table people;
      drop index record_entries_by_subject;
      drop table case_notes; alter table case_steps drop column proposed_by;
      drop table incident_keys; drop table incidents; drop table dated_grounds; drop table rules_in_use;
      drop index alerts_by_entity; alter table alerts drop column kind; alter table look_backs drop column kind;
      alter table look_backs drop column position; alter table look_backs drop column owed_at;
      update folder set schema_version = 2`);
    const again = await openStore({ ...place.address, now: () => AT });
    const [application, ...others] = await again.applicationsWithoutKeys('1', 10);
    assert.deepEqual([application?.id, others.length], ['a', 0]);
    const { id, revision, entry } = application ?? { id: '', revision: 0, entry: 0 };
    const listed = await again.orders({ policy: 'jp-only-edition' }, { limit: 5 });
    assert.deepEqual(
      listed.orders.map((order) => [order.id, order.entry]),
      [[id, entry]],
    );
    const keys = [{ party: 'buyer', fact: 'phone' as const, hash: 'phone-1' }];
    await again.write((writer) => writer.saveKeys({ application: { id, revision, entry }, keys, version: '1' }));
    assert.equal((await again.keyHolders(['phone-1'], { except: 'b', limit: 5 })).length, 1);
    assert.deepEqual(await again.applicationsWithoutKeys('1', 10), []);
    assert.deepEqual(
      [await again.lacksKeys('0'), await again.lacksKeys('1'), await again.lacksKeys('2')],
      [true, false, true],
    );
    await again.close();
  } finally {
    await place.dispose();
  }
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
