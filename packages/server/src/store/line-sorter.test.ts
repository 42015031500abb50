// Entities in any order: their lines come sorted, also when they wait in files, and nothing stays behind.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { entityOf, type Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { LineSorter } from './line-sorter.ts';

const entity = (recordId: string): Entity =>
  entityOf({ source: 'own-x', recordId, schema: 'Company', names: [{ text: `会社 ${recordId}\t`, kind: 'primary' }] });

// an order that is neither that of the ids nor its reverse
const entities = Array.from({ length: 500 }, (_, place) => entity(String((place * 7919) % 500)));
const sorted = entities
  .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  .map((given) => ({ id: given.id, line: canonicalJson(given) }));

for (const { title, mostChars, files } of [
  { title: 'in memory', mostChars: 1 << 20, files: 0 },
  { title: 'in a few files and memory', mostChars: 40_000, files: 5 },
  { title: 'in a file each time', mostChars: 1, files: 50 },
])
  test(`what waits ${title} comes sorted`, async (t) => {
    const folder = await emptyFolder(t);
    const sorter = new LineSorter((run) => path.join(folder, String(run)), mostChars);
    for (let from = 0; from < entities.length; from += 10) await sorter.add(entities.slice(from, from + 10));
    const waiting = (await readdir(folder)).length;
    assert.equal(0 < waiting, 0 < files);
    if (files === 50) assert.equal(waiting, files);
    assert.deepEqual((await Array.fromAsync(sorter.sorted())).flat(), sorted);
    await sorter.discard();
    assert.deepEqual(await readdir(folder), []);
  });

for (const mostChars of [1 << 20, 1])
  test(`an id twice is refused (${String(mostChars)} characters in memory)`, async (t) => {
    const folder = await emptyFolder(t);
    const sorter = new LineSorter((run) => path.join(folder, String(run)), mostChars);
    await assert.rejects(
      async () => {
        for (const id of ['1', 'a:b', '2', 'a:b']) await sorter.add([entity(id)]);
        await Array.fromAsync(sorter.sorted());
      },
      (error) =>
        error instanceof Problem &&
        error.code === 'list.duplicate-record' &&
        error.facts['list'] === 'own-x' &&
        error.facts['record'] === 'a:b',
    );
    await sorter.discard();
  });

async function emptyFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-sorter-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}
