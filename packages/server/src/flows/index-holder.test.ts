// The index in use: saved for the next start, never trusted when it is not whole, never mixed when it is swapped.
import assert from 'node:assert/strict';
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import { search } from '@sekisho/engine/search/search.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { screenInThreads } from '../threads/screener.ts';
import { IndexHolder, type IndexSnapshot } from './index-holder.ts';
import { openInventedEditions, type InventedEditions } from './testing/invented-editions.ts';

const subject = subjectNamed('Tariq Mansouri', 'Person');
const settings = { minScore: 0.5, limit: 50 };
const idsIn = ({ index }: IndexSnapshot) => search(index, subject, settings).hits.map(({ entity }) => entity.id);

test('a second start takes the index as the first one saved it', async (t) => {
  const folder = await openInventedEditions(t);
  const active = [await folder.edition('own-a', 1, ['Tariq Mansouri', 'Anna Keller'])];
  const first = await new IndexHolder(folder.parts).over(active);
  const second = await new IndexHolder(folder.parts).over(active);
  assert.equal(folder.listsRead.count, 1);
  assert.deepEqual(new Uint8Array(second.index.bytes), new Uint8Array(first.index.bytes));
  assert.deepEqual(idsIn(second), ['own-a:1-0']);
  assert.deepEqual(folder.warnings, []);
});

test('other data, another engine and other editions make it anew; one file is kept', async (t) => {
  const folder = await openInventedEditions(t);
  const active = [await folder.edition('own-a', 1, ['Tariq Mansouri'])];
  const more = [...active, await folder.edition('own-b', 1, ['Tariq Mansoori'])];
  await new IndexHolder(folder.parts).over(active);
  await new IndexHolder({ ...folder.parts, nameKeysVersion: 'b' }).over(active);
  await new IndexHolder({ ...folder.parts, engineVersion: '2' }).over(active);
  assert.equal(folder.listsRead.count, 3);
  assert.deepEqual(idsIn(await new IndexHolder(folder.parts).over(more)).sort(), ['own-a:1-0', 'own-b:1-0']);
  assert.equal(folder.listsRead.count, 5);
  assert.equal((await indexFiles(folder)).length, 1);
  assert.deepEqual(folder.warnings, []);
});

const damages: readonly {
  what: string;
  code?: string;
  damage: (file: string, folder: InventedEditions) => Promise<void>;
}[] = [
  { what: 'empty', damage: (file) => truncate(file, 0) },
  { what: 'cut off', damage: async (file) => truncate(file, (await readFile(file)).length - 1) },
  {
    what: 'altered in one bit',
    damage: async (file) => {
      const bytes = await readFile(file);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await writeFile(file, bytes);
    },
  },
  {
    what: 'that of other editions',
    code: 'index.outdated',
    damage: async (file, folder) => {
      const other = await new IndexHolder(folder.parts).over([await folder.edition('own-b', 1, ['Anna Keller'])]);
      await writeFile(file, new Uint8Array(other.index.bytes));
    },
  },
];
for (const { what, code = 'index.damaged', damage } of damages)
  test(`a saved index that is ${what} is said to be so, and made anew`, async (t) => {
    const folder = await openInventedEditions(t);
    const active = [await folder.edition('own-a', 1, ['Tariq Mansouri'])];
    await new IndexHolder(folder.parts).over(active);
    const [file = ''] = await indexFiles(folder);
    await damage(file, folder);
    const before = folder.listsRead.count;
    assert.deepEqual(idsIn(await new IndexHolder(folder.parts).over(active)), ['own-a:1-0']);
    assert.deepEqual(
      folder.warnings.map((problem) => [problem.code, problem.facts['file']]),
      [[code, `index/${path.basename(file)}`]],
    );
    assert.match(String(folder.warnings[0]?.facts['reason']), /./);
    assert.deepEqual(idsIn(await new IndexHolder(folder.parts).over(active)), ['own-a:1-0']);
    assert.equal(folder.listsRead.count, before + 1);
  });

test('a folder that cannot be written is told, and searched', async (t) => {
  const folder = await openInventedEditions(t);
  await writeFile(path.join(folder.path, 'index'), 'a file where the folder belongs');
  const active = [await folder.edition('own-a', 1, ['Tariq Mansouri'])];
  assert.deepEqual(idsIn(await new IndexHolder(folder.parts).over(active)), ['own-a:1-0']);
  assert.equal(folder.warnings.at(-1)?.code, 'store.failed');
});

test('an edition that is gone is missed as soon as its index must be made, and found again when it is back', async (t) => {
  const folder = await openInventedEditions(t);
  const active = [await folder.edition('own-a', 1, ['Tariq Mansouri'])];
  await rm(path.join(folder.path, 'editions'), { recursive: true });
  const holder = new IndexHolder(folder.parts);
  await assert.rejects(holder.over(active), { code: 'edition.damaged' });
  await folder.edition('own-a', 1, ['Tariq Mansouri']);
  assert.deepEqual(idsIn(await holder.over(active)), ['own-a:1-0']);
});

test('a day that is confirmed later is told with the index that is held', async (t) => {
  const folder = await openInventedEditions(t);
  const active = await folder.edition('own-a', 1, ['Tariq Mansouri']);
  const holder = new IndexHolder(folder.parts);
  const first = await holder.over([active]);
  const later = await holder.over([{ ...active, confirmedCurrentOn: '2016-11-15' }]);
  assert.equal(later.index, first.index);
  assert.equal(later.editions[0]?.confirmedCurrentOn, '2016-11-15');
});

test('searches while editions change are answered by one set of editions each', async (t) => {
  const folder = await openInventedEditions(t);
  const sets: ActiveEdition[][] = [];
  for (const number of [1, 2, 3])
    sets.push([
      await folder.edition('own-a', number, ['Tariq Mansouri', 'Tarik Mansouri']),
      await folder.edition('own-b', number, ['Anna Keller', 'Tariq Mansuri']),
    ]);
  /** Hits in both lists, all of the editions of one set. */
  const expected = (number: number) => [`own-a:${number}-0`, `own-a:${number}-1`, `own-b:${number}-1`];
  // two holders of one folder, as two processes would have: one swaps what the other has just saved
  const holders = [new IndexHolder(folder.parts), new IndexHolder(folder.parts)];
  const ask = async (turn: number) => {
    for (let wait = 0; wait < turn % 7; wait++) await setImmediate();
    const number = 1 + (((turn * 7) % 5) % 3);
    const active = sets[number - 1] ?? [];
    const snapshot = await (holders[turn % 2] as IndexHolder).over(active);
    assert.deepEqual(snapshot.editions, active);
    assert.deepEqual(
      snapshot.index.editions.map(({ editionId }) => editionId),
      active.map(({ edition }) => edition.id),
    );
    await setImmediate();
    const { hits } = search(snapshot.index, subject, settings);
    assert.deepEqual(hits.map(({ entity }) => entity.id).sort(), expected(number));
    assert.deepEqual(new Set(hits.map(({ editionId }) => editionId)), new Set(active.map(({ edition }) => edition.id)));
    return { snapshot, number };
  };
  const screeners = await Promise.all(
    [0, 1, 2].map(async (turn) => {
      const { snapshot, number } = await ask(turn);
      return { screener: screenInThreads(snapshot.index, settings, referenceFiles, 1), number };
    }),
  );
  t.after(() => Promise.all(screeners.map(({ screener }) => screener.close())));
  const inThreads = Array.from({ length: 30 }, async (_, turn) => {
    const { screener, number } = screeners[turn % 3] as (typeof screeners)[number];
    for (const { hits } of await screener.screen([subject, subject]))
      assert.deepEqual(hits.map(({ entityId }) => entityId).sort(), expected(number));
  });
  await Promise.all([...Array.from({ length: 60 }, (_, turn) => ask(turn)), ...inThreads]);
  assert.deepEqual(folder.warnings, []);
});

async function indexFiles({ path: folder }: InventedEditions): Promise<readonly string[]> {
  return (await readdir(path.join(folder, 'index'))).map((name) => path.join(folder, 'index', name));
}
