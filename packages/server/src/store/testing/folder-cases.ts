// A kind of store in, its cases out: how a folder is made, found again, shared and refused.
import assert from 'node:assert/strict';
import { openStore } from '../open-store.ts';
import { checkRecord } from './check-record.ts';
import { AT, LATER } from './invented.ts';
import { startWriting } from './start-writing.ts';
import { placeCase, problem, seal, storeCase, type KindOfStore } from './store-case.ts';

export function folderCases(of: KindOfStore): void {
  placeCase(of, 'a place without a folder is not opened unless it is to be made', async ({ address }) => {
    await assert.rejects(openStore({ ...address, now: () => AT }), problem('folder.not-found'));
  });

  storeCase(of, 'a new folder begins its record with what it is', async ({ store }) => {
    const [first, ...others] = await checkRecord(store);
    assert.deepEqual(others, []);
    assert.equal(first?.kind, 'folder-created');
    assert.equal(first.subject, store.folder.id);
    assert.equal(first.at, AT);
    const { version, ...told } = JSON.parse(first.payload ?? '') as {
      id: string;
      simulation: boolean;
      version: string;
    };
    assert.deepEqual(told, { id: store.folder.id, simulation: false });
    assert.match(version, /^\d+\.\d+\.\d+/);
    assert.deepEqual(store.folder, { id: store.folder.id, simulation: false, createdAt: AT });
  });

  storeCase(of, 'a folder stays what it was made as', async ({ store, open }) => {
    const again = await open({ create: { simulation: false }, now: () => LATER });
    assert.deepEqual(again.folder, store.folder);
    assert.deepEqual((await open()).folder, store.folder);
    await assert.rejects(open({ create: { simulation: true } }), problem('folder.simulation-differs'));
    assert.equal((await checkRecord(store)).length, 1);
  });

  placeCase(of, 'every entry of a simulation says so', async ({ address }) => {
    const store = await openStore({ ...address, create: { simulation: true }, now: () => AT });
    await store.write((writer) => seal(writer, 'one'));
    assert.deepEqual(
      (await checkRecord(store)).map(({ simulation }) => simulation),
      [true, true],
    );
    const again = await openStore({ ...address, create: {}, now: () => AT });
    assert.deepEqual(again.folder, store.folder);
    await again.close();
    await store.close();
  });

  placeCase(of, 'many open a place that is empty at the same moment: one folder is made', async ({ address }) => {
    const stores = await Promise.all(
      [1, 2, 3, 4].map(() => openStore({ ...address, create: { simulation: false }, now: () => AT })),
    );
    assert.equal(new Set(stores.map(({ folder }) => folder.id)).size, 1);
    for (const store of stores) assert.equal((await checkRecord(store)).length, 1);
    for (const store of stores) await store.close();
  });

  placeCase(
    of,
    'processes that make a folder at the same moment share it, and write in one order',
    async ({ address }) => {
      const COUNT = 25;
      const names = ['left', 'middle', 'right'];
      const processes = names.map((name) => startWriting(address, name, COUNT));
      for (const { code, lines, stderr } of await Promise.all(processes.map(({ end }) => end)))
        assert.deepEqual([code, lines.length, stderr], [0, COUNT, '']);
      const store = await openStore({ ...address, now: () => AT });
      const entries = await checkRecord(store);
      assert.equal(entries.length, 1 + names.length * COUNT);
      assert.equal(entries.filter(({ kind }) => kind === 'folder-created').length, 1);
      await store.close();
    },
  );

  storeCase(
    of,
    'a folder written by a newer version is refused, also by who has it open',
    async ({ store, place, open }) => {
      await place.execute('update folder set schema_version = schema_version + 1');
      await assert.rejects(open(), problem('folder.newer'));
      await assert.rejects(
        store.write((writer) => seal(writer, 'one')),
        problem('folder.newer'),
      );
    },
  );
}
