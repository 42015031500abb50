// The store's cases on PostgreSQL, where SEKISHO_TEST_DATABASE_URL names one (`scripts/with-postgres.sh`), and what only
// a connection can have wrong.
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { openStore } from '../open-store.ts';
import { storeCases } from '../store-cases.ts';
import { checkRecord } from '../testing/check-record.ts';
import { AT } from '../testing/invented.ts';
import { postgresPlace } from '../testing/postgres-place.ts';

const databaseUrl = process.env['SEKISHO_TEST_DATABASE_URL'] ?? '';
const skip = databaseUrl === '' && 'SEKISHO_TEST_DATABASE_URL is not set';

storeCases({ kind: 'PostgreSQL', makePlace: () => postgresPlace(databaseUrl), skip });

test(
  'PostgreSQL: a connection that breaks fails the write under way, and the next one goes on',
  { skip },
  async (t) => {
    const place = await postgresPlace(databaseUrl);
    t.after(() => place.dispose());
    const store = await openStore({ ...place.address, create: { simulation: false }, now: () => AT });
    const breakAll = () =>
      place.execute('select pg_terminate_backend(pid) from pg_stat_activity where application_name = current_schema()');
    const broken = store.write(async (writer) => {
      await writer.seal('record-exported', 'one', {}, AT);
      await breakAll();
      await writer.seal('record-exported', 'two', {}, AT);
    });
    await assert.rejects(broken, isFailure);
    await store.write((writer) => writer.seal('record-exported', 'three', {}, AT));
    await breakAll(); // the connection lies unused in the pool
    await store.head().catch((error: unknown) => assert.ok(isFailure(error)));
    assert.deepEqual(
      (await checkRecord(store)).map(({ subject }) => subject),
      [store.folder.id, 'three'],
    );
    await store.close();
  },
);

test('PostgreSQL: a server that cannot be reached is a failure of the store', async () => {
  const nobody = openStore({
    databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing',
    folderPath: tmpdir(),
    create: { simulation: false },
    now: () => AT,
  });
  await assert.rejects(nobody, isFailure);
});

const isFailure = (error: unknown): boolean => error instanceof Problem && error.code === 'store.failed';
