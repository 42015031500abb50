// Edition files: what is saved comes back, and nothing else does.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { entityOf, type Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { EditionFiles } from './edition-files.ts';

const entities: readonly Entity[] = [
  entityOf({ source: 'own-notices', recordId: '2', schema: 'Person', names: [{ text: '凌曉海', kind: 'primary' }] }),
  entityOf({ source: 'own-notices', recordId: '10', schema: 'Vessel', names: [{ text: 'Ōgi\n\0', kind: 'primary' }] }),
];
const sorted = entities.toReversed();

test('a list comes back sorted by id, whatever the order it came in', async (t) => {
  const { files } = await emptyFiles(t);
  const { contentSha256, bytes } = await files.saveList(entities);
  assert.deepEqual(await files.loadList(contentSha256), sorted);
  assert.deepEqual(await files.saveList(sorted), { contentSha256, bytes });
});

test('a list without entities is a list', async (t) => {
  const { files } = await emptyFiles(t);
  const { contentSha256 } = await files.saveList([]);
  assert.deepEqual(await files.loadList(contentSha256), []);
});

test('the same list saved many times at once is one whole file, and nothing is left beside it', async (t) => {
  const { files, folder } = await emptyFiles(t);
  const saved = await Promise.all([1, 2, 3, 4].map(() => files.saveList(entities)));
  const [first] = saved;
  assert.ok(first && saved.every(({ contentSha256 }) => contentSha256 === first.contentSha256));
  assert.deepEqual(await files.loadList(first.contentSha256), sorted);
  assert.deepEqual(await readdir(folder), [`${first.contentSha256}.jsonl.zst`]);
});

test('a companion comes back byte for byte', async (t) => {
  const { files } = await emptyFiles(t);
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const { contentSha256 } = await files.saveCompanion(bytes);
  assert.deepEqual(new Uint8Array(await files.loadCompanion(contentSha256)), bytes);
});

const damages: readonly { title: string; reason: RegExp; damage: (file: string) => Promise<void> }[] = [
  { title: 'missing', reason: /is missing/, damage: (file) => rm(file) },
  { title: 'empty', reason: /./, damage: (file) => truncate(file, 0) },
  { title: 'cut off', reason: /./, damage: async (file) => truncate(file, (await readFile(file)).length - 7) },
  {
    title: 'altered in one bit',
    reason: /./,
    damage: async (file) => {
      const bytes = await readFile(file);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await writeFile(file, bytes);
    },
  },
];
for (const { title, reason, damage } of damages)
  test(`a file that is ${title} is said to be damaged, and saving again makes it whole`, async (t) => {
    const { files, folder } = await emptyFiles(t);
    const list = await files.saveList(entities);
    const companion = await files.saveCompanion(Buffer.from('name: 氏名\n'));
    for (const file of await readdir(folder)) await damage(path.join(folder, file));
    const listFile = `${list.contentSha256}.jsonl.zst`;
    const companionFile = `${companion.contentSha256}.companion`;
    await assert.rejects(files.loadList(list.contentSha256), damagedFile(listFile, reason));
    await assert.rejects(files.loadCompanion(companion.contentSha256), damagedFile(companionFile, reason));
    await files.saveList(entities);
    assert.deepEqual(await files.loadList(list.contentSha256), sorted);
  });

test('the content of one list under the name of another is damaged', async (t) => {
  const { files, folder } = await emptyFiles(t);
  const [both, one] = [await files.saveList(entities), await files.saveList(entities.slice(1))];
  const name = `${one.contentSha256}.jsonl.zst`;
  await writeFile(path.join(folder, name), await readFile(path.join(folder, `${both.contentSha256}.jsonl.zst`)));
  await assert.rejects(files.loadList(one.contentSha256), damagedFile(name, /hash in its name/));
});

test('a path is not a hash', async (t) => {
  const { files } = await emptyFiles(t);
  for (const name of ['', '../sekisho.db', 'A'.repeat(64)])
    await assert.rejects(files.loadList(name), damagedFile(path.basename(name), /not the hash/));
});

test('a folder that cannot be written to is a failure of the store', async (t) => {
  const { files, folder } = await emptyFiles(t);
  await writeFile(folder, 'a file where the folder belongs');
  await assert.rejects(files.saveList(entities), (error) => error instanceof Problem && error.code === 'store.failed');
});

async function emptyFiles(t: TestContext): Promise<{ files: EditionFiles; folder: string }> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'sekisho-editions-'));
  t.after(() => rm(dataFolder, { recursive: true }));
  return { files: new EditionFiles(dataFolder), folder: path.join(dataFolder, 'editions') };
}

const damagedFile = (file: string, reason: RegExp) => (error: unknown) =>
  error instanceof Problem &&
  error.code === 'edition.damaged' &&
  error.facts['file'] === file &&
  reason.test(String(error.facts['reason']));
