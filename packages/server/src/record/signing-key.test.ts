import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { nodeFunctions } from './node-functions.ts';
import { defaultKeysFolder, keyIdOf, openSigningKey, readPublicKeys } from './signing-key.ts';
import { makeFolder } from './testing/record-place.ts';

const isWindows = process.platform === 'win32';
const recordId = '8f0c1f6e-0000-4000-8000-5e1e1e5e1e1e';
const bytes = new TextEncoder().encode('signed');

const keyProblem = (reason: RegExp) => (error: unknown) =>
  error instanceof Problem && error.code === 'record.key' && reason.test(error.message);

test('a key is made at the first use, and is the same at the next', async (t) => {
  const folder = await makeFolder(t);
  const place = { keysFolder: path.join(folder, 'a', 'keys'), dataFolder: path.join(folder, 'data'), recordId };
  const first = await openSigningKey(place);
  const second = await openSigningKey(place);
  assert.equal(second.keyId, first.keyId);
  assert.equal(first.keyId, keyIdOf(first.publicKey));
  assert.equal(nodeFunctions.verifySignature(second.publicKey, bytes, first.sign(bytes)), true);
  assert.deepEqual([...(await readPublicKeys(place))], [[first.keyId, first.publicKey]]);
});

test('each record has a key of its own', async (t) => {
  const folder = await makeFolder(t);
  const place = { keysFolder: path.join(folder, 'keys'), dataFolder: path.join(folder, 'data') };
  const one = await openSigningKey({ ...place, recordId: 'one' });
  const other = await openSigningKey({ ...place, recordId: 'other' });
  assert.notEqual(one.keyId, other.keyId);
  assert.equal((await readPublicKeys({ ...place, recordId: 'third' })).size, 0);
});

test('of several that ask at once, all get the same key', async (t) => {
  const folder = await makeFolder(t);
  const place = { keysFolder: path.join(folder, 'keys'), dataFolder: path.join(folder, 'data'), recordId };
  const keys = await Promise.all([1, 2, 3, 4, 5, 6].map(() => openSigningKey(place)));
  assert.equal(new Set(keys.map(({ keyId }) => keyId)).size, 1);
  assert.equal((await readdir(path.join(folder, 'keys', recordId))).length, 2);
});

test('the key is for its owner alone', { skip: isWindows }, async (t) => {
  const folder = await makeFolder(t);
  const place = { keysFolder: path.join(folder, 'keys'), dataFolder: path.join(folder, 'data'), recordId };
  await openSigningKey(place);
  const file = path.join(folder, 'keys', recordId, 'private.pem');
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.equal((await stat(path.dirname(file))).mode & 0o777, 0o700);
  await chmod(file, 0o640);
  await assert.rejects(openSigningKey(place), keyProblem(/chmod 600/));
});

const insides: readonly (readonly [what: string, keysFolder: string])[] = [
  ['the data folder itself', 'data'],
  ['a folder in it', 'data/keys'],
  ['a folder in it by another way', 'other/../data/keys'],
  ['a folder deep in it that is not there', 'data/a/b/keys'],
];

for (const [what, keysFolder] of insides)
  test(`no key in ${what}`, async (t) => {
    const folder = await makeFolder(t);
    const dataFolder = path.join(folder, 'data');
    await mkdir(dataFolder);
    const place = { keysFolder: path.join(folder, keysFolder), dataFolder, recordId };
    await assert.rejects(openSigningKey(place), keyProblem(/inside the data folder/));
    assert.deepEqual(await readdir(dataFolder), []);
  });

test('no key in the data folder through a link', { skip: isWindows }, async (t) => {
  const folder = await makeFolder(t);
  const dataFolder = path.join(folder, 'data');
  await mkdir(dataFolder);
  await symlink(dataFolder, path.join(folder, 'link'));
  for (const [keys, data] of [
    ['link/keys', 'data'],
    ['data/keys', 'link'],
  ] as const)
    await assert.rejects(
      openSigningKey({ keysFolder: path.join(folder, keys), dataFolder: path.join(folder, data), recordId }),
      keyProblem(/inside the data folder/),
    );
});

test('a folder beside the data folder whose name begins like it will do', async (t) => {
  const folder = await makeFolder(t);
  const place = { keysFolder: path.join(folder, 'data-keys'), dataFolder: path.join(folder, 'data'), recordId };
  assert.ok(await openSigningKey(place));
});

test('what is not an Ed25519 key is refused', async (t) => {
  const folder = await makeFolder(t);
  const place = { keysFolder: path.join(folder, 'keys'), dataFolder: path.join(folder, 'data'), recordId };
  const file = path.join(folder, 'keys', recordId, 'private.pem');
  await mkdir(path.dirname(file), { recursive: true });
  const rsa = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  for (const [content, reason] of [
    ['no key', /is not a key/],
    ['', /is not a key/],
    [rsa, /not an Ed25519 key/],
  ] as const) {
    await writeFile(file, content, { mode: 0o600 });
    await assert.rejects(openSigningKey(place), keyProblem(reason));
    assert.equal(await readFile(file, 'utf8'), content);
  }
});

test('an id that would lead elsewhere names no folder', async (t) => {
  const folder = await makeFolder(t);
  for (const id of ['', '..', '../data', 'a/b', 'a\\b', '.hidden'])
    await assert.rejects(
      openSigningKey({ keysFolder: path.join(folder, 'keys'), dataFolder: path.join(folder, 'data'), recordId: id }),
      keyProblem(/cannot name a folder/),
    );
});

test('the default folder of keys', () => {
  const home = '/home/u';
  assert.equal(defaultKeysFolder('linux', home, {}), '/home/u/.config/sekisho/keys');
  assert.equal(defaultKeysFolder('linux', home, { XDG_CONFIG_HOME: '/x' }), '/x/sekisho/keys');
  assert.equal(defaultKeysFolder('darwin', home, {}), '/home/u/Library/Application Support/Sekisho/keys');
  assert.equal(defaultKeysFolder('win32', 'C:\\u', {}), 'C:\\u\\AppData\\Roaming\\Sekisho\\keys');
  assert.equal(defaultKeysFolder('win32', 'C:\\u', { APPDATA: 'D:\\r' }), 'D:\\r\\Sekisho\\keys');
});
