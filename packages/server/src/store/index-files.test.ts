// The saved index: what is saved comes back, one file at a time, and nothing of others is left.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { IndexFiles, type IndexBasis } from './index-files.ts';

const basis: IndexBasis = { madeWith: '1', editions: [{ source: 'un-sc', editionId: 'e1' }] };
const later: IndexBasis = { madeWith: '1', editions: [{ source: 'un-sc', editionId: 'e2' }] };

test('bytes come back in memory that can be shared', async (t) => {
  const { files } = await emptyFiles(t);
  assert.equal(await files.load(basis), undefined);
  const bytes = sharedOf([1, 2, 3, 255, 0]);
  await files.save(basis, bytes);
  const loaded = await files.load(basis);
  assert.ok(loaded instanceof SharedArrayBuffer);
  assert.deepEqual(new Uint8Array(loaded), new Uint8Array(bytes));
});

test('a file is found for what it was made of alone: editions in their order, and what read them', async (t) => {
  const { files } = await emptyFiles(t);
  const two = [...basis.editions, ...later.editions];
  const others = [later, { ...basis, madeWith: '2' }, { ...basis, editions: two }, { ...basis, editions: [] }];
  await files.save({ ...basis, editions: two }, sharedOf([7]));
  for (const other of [basis, { ...basis, editions: two.toReversed() }])
    assert.equal(await files.load(other), undefined);
  assert.equal(new Set([basis, ...others].map((each) => files.nameOf(each))).size, 5);
});

test('the newest is kept alone; what is unfinished goes when nobody writes it any more', async (t) => {
  const { files, folder } = await emptyFiles(t);
  await files.save(basis, sharedOf([1]));
  const [old = ''] = await readdir(folder);
  await writeFile(path.join(folder, `${old}.given-up.part`), '');
  await utimes(path.join(folder, `${old}.given-up.part`), 1, 1);
  await writeFile(path.join(folder, `${old}.at-work.part`), '');
  await writeFile(path.join(folder, 'README'), 'not ours');
  await files.save(later, sharedOf([2]));
  const newest = path.basename(files.nameOf(later));
  assert.deepEqual((await readdir(folder)).sort(), [newest, `${old}.at-work.part`, 'README'].sort());
  assert.deepEqual(new Uint8Array((await files.load(later)) ?? new ArrayBuffer()), Uint8Array.of(2));
});

test('saved many times at once it is one whole file', async (t) => {
  const { files, folder } = await emptyFiles(t);
  const bytes = sharedOf(Array.from({ length: 5000 }, (_, place) => place & 255));
  await Promise.all([1, 2, 3, 4].map(() => files.save(basis, bytes)));
  assert.deepEqual(new Uint8Array((await files.load(basis)) ?? new ArrayBuffer()), new Uint8Array(bytes));
  assert.equal((await readdir(folder)).length, 1);
});

test('a place that cannot be read or written is a problem that names the file', async (t) => {
  const { files, folder } = await emptyFiles(t);
  await writeFile(folder, 'a file where the folder belongs');
  await assert.rejects(files.save(basis, sharedOf([1])), problemWith('store.failed', files.nameOf(basis)));
  await rm(folder);
  await mkdir(path.join(path.dirname(folder), files.nameOf(basis)), { recursive: true });
  await assert.rejects(files.load(basis), problemWith('index.damaged', files.nameOf(basis)));
});

async function emptyFiles(t: TestContext): Promise<{ files: IndexFiles; folder: string }> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'sekisho-index-'));
  t.after(() => rm(dataFolder, { recursive: true }));
  return { files: new IndexFiles(dataFolder), folder: path.join(dataFolder, 'index') };
}

function sharedOf(bytes: readonly number[]): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

const problemWith = (code: string, file: string) => (error: unknown) =>
  error instanceof Problem && error.code === code && error.facts['file'] === file;
