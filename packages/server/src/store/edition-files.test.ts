// Edition files: what is saved comes back, and nothing else does.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
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

test('a list that is read piece by piece is what was saved', async (t) => {
  const { files } = await emptyFiles(t);
  const many = Array.from({ length: 5000 }, (_, number) =>
    entityOf({ source: 'own-x', recordId: String(number), schema: 'Person', names: [{ text: '名', kind: 'primary' }] }),
  );
  const { contentSha256 } = await files.saveList(many);
  const batches = await Array.fromAsync(files.batchesOf(contentSha256));
  assert.ok(1 < batches.length);
  assert.deepEqual(batches.flat(), await files.loadList(contentSha256));
  assert.deepEqual(await files.findEntity(contentSha256, 'own-x:4711'), many[4711]);
  assert.deepEqual(await files.findEntity(contentSha256, 'own-x:471'), many[471]);
  assert.equal(await files.findEntity(contentSha256, 'own-x:5000'), undefined);
});

test('what was staged is there once it is kept, and gone once it is discarded', async (t) => {
  const { files, folder } = await emptyFiles(t);
  const staged = await files.stageList(batchesOf(entities));
  assert.equal(staged.entities, 2);
  assert.deepEqual(
    (await Array.fromAsync(staged.batches())).flat().map(({ entity }) => entity),
    sorted,
  );
  await assert.rejects(files.loadList(staged.contentSha256), /is missing/);
  await staged.keep();
  assert.deepEqual(await files.loadList(staged.contentSha256), sorted);
  const other = await files.stageList(batchesOf(entities.slice(1)));
  await other.discard();
  assert.deepEqual(await readdir(folder), [`${staged.contentSha256}.jsonl.zst`]);
});

test('a stream that fails in its last line leaves nothing behind, and its problem comes out', async (t) => {
  const { files, folder } = await emptyFiles(t);
  async function* failing() {
    yield* batchesOf(entities);
    throw new Problem('list.unknown-value', { line: 3 });
  }
  await assert.rejects(files.stageList(failing()), (error) => {
    return error instanceof Problem && error.code === 'list.unknown-value';
  });
  assert.deepEqual(await readdir(path.dirname(folder)), [], 'not even the folder');
});

test('an id that comes twice is refused, and leaves nothing behind', async (t) => {
  const { files, folder } = await emptyFiles(t);
  await assert.rejects(files.saveList([...entities, ...entities.slice(1)]), (error) => {
    return error instanceof Problem && error.code === 'list.duplicate-record' && error.facts['record'] === '10';
  });
  assert.deepEqual(await readdir(path.dirname(folder)), []);
});

test('what a killed process left is no list, and goes once nobody can be at it any more', async (t) => {
  const { files, folder } = await emptyFiles(t);
  const script = fileURLToPath(new URL('./testing/stage-endlessly.ts', import.meta.url));
  const child = spawn(process.execPath, [script, path.dirname(folder)], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const left = await readdir(folder);
  assert.ok(0 < left.length && left.every((name) => name.endsWith('.part')));
  await files.saveList(entities);
  assert.equal((await readdir(folder)).length, left.length + 1);
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const name of left) await utimes(path.join(folder, name), longAgo, longAgo);
  const { contentSha256 } = await files.saveList(entities);
  assert.deepEqual(await readdir(folder), [`${contentSha256}.jsonl.zst`]);
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

async function* batchesOf(list: readonly Entity[]): AsyncGenerator<readonly Entity[]> {
  for (const entity of list) yield await Promise.resolve([entity]);
}

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
