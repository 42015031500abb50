import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { rotateKey } from '@sekisho/engine/record/key-rotation.ts';
import { sampleKey } from '@sekisho/engine/testing/sample-record.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { checkpointRecord } from './checkpointing.ts';
import { openRecordKey, rotateRecordKey, replaceLostKey } from './record-keys.ts';
import { adoptNextKey, openNextKey, openSigningKey, readPublicKeys, type KeyPlace } from './signing-key.ts';
import { fillRecord, makeFolder, makeRecordPlace, sealUpTo, START, type RecordPlace } from './testing/record-place.ts';
import { verifyStore } from './verify.ts';
import { openWitnessFolder } from './witness-folder.ts';

const keyPlaceOf = ({ keysFolder, dataFolder, store }: RecordPlace): KeyPlace => ({
  keysFolder,
  dataFolder,
  recordId: store.folder.id,
});

/** The record grows to `last`, and is signed with the key it has then. */
async function grow(place: RecordPlace, last: number, witnesses = [place.witness]) {
  await sealUpTo(place.store, last);
  const keys = keyPlaceOf(place);
  const key = await openRecordKey(place.store, keys);
  return checkpointRecord(place.store, key, witnesses, START, await readPublicKeys(keys));
}

test('a key hands over: the record is whole across it, and a witness that knew the first takes the second', async (t) => {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  const keys = keyPlaceOf(place);
  const rotated = [];
  for (const last of [60, 70, 80]) {
    rotated.push(await rotateRecordKey(place.store, keys, START));
    const { witnesses } = await grow(place, last);
    assert.deepEqual(
      witnesses.map(({ owed, problem }) => [owed, problem]),
      [[0, undefined]],
    );
  }
  assert.deepEqual(rotated[0]?.fromKeyId, place.key.keyId);
  assert.deepEqual(rotated[1]?.fromKeyId, rotated[0].toKeyId);
  const publicKeys = await readPublicKeys(keys);
  assert.equal(publicKeys.size, 4);
  for (const outside of [{}, { witnesses: [place.witness] }, { trustedKeyIds: [place.key.keyId] }]) {
    const report = await verifyStore(place.store, publicKeys, outside);
    assert.equal(report.firstBroken, undefined);
    assert.deepEqual(
      report.keyChanges.map(({ isSigned }) => isSigned),
      [true, true, true],
    );
    assert.equal(report.vouchedUpTo?.keyId, rotated[2]?.toKeyId);
  }
  const late = openWitnessFolder(await makeFolder(t), { clock: () => START });
  const { witnesses } = await grow(place, 81, [place.witness, late]);
  assert.deepEqual(
    witnesses.map(({ owed }) => owed),
    [0, 0],
  );
  const privateFiles = (await readdir(path.join(place.keysFolder, place.store.folder.id))).filter(
    (name) => !name.endsWith('.public.pem'),
  );
  assert.deepEqual(privateFiles, ['private.pem']);
});

test('a handing over that was killed after it was sealed is finished by the next who signs', async (t) => {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  const keys = keyPlaceOf(place);
  const next = await openNextKey(keys);
  const rotation = rotateKey(place.store.folder.id, place.key, next, START);
  await place.store.write((writer) => writer.seal('key-rotated', place.store.folder.id, rotation, START));
  const { made } = await grow(place, 60);
  assert.equal(made?.keyId, next.keyId);
  assert.equal((await verifyStore(place.store, await readPublicKeys(keys))).firstBroken, undefined);
});

test('one that was killed before it was sealed changes nothing, and the key that was made for it comes later', async (t) => {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  const keys = keyPlaceOf(place);
  const next = await openNextKey(keys);
  assert.equal((await grow(place, 60)).made?.keyId, place.key.keyId);
  assert.equal((await rotateRecordKey(place.store, keys, START)).toKeyId, next.keyId);
});

test('keys swapped in the folder of keys sign nothing, and hand over to nobody', async (t) => {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  const keys = keyPlaceOf(place);
  await openNextKey(keys);
  await adoptNextKey(keys);
  const isKeyProblem = (error: unknown) =>
    error instanceof Problem && error.code === 'record.key' && error.facts['knownKeyId'] === place.key.keyId;
  await assert.rejects(grow(place, 60), isKeyProblem);
  await assert.rejects(rotateRecordKey(place.store, keys, START), isKeyProblem);
});

test('a rotation written by hand without the key before is found at the checkpoint that rests on it', async (t) => {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  const insider = sampleKey('the insider');
  const recordId = place.store.folder.id;
  await place.store.write(async (writer) => {
    const forged = { ...rotateKey(recordId, insider, insider, START), fromKeyId: place.key.keyId };
    await writer.seal('key-rotated', recordId, forged, START);
  });
  await checkpointRecord(place.store, insider, [], START);
  const publicKeys = new Map([place.key, insider].map(({ keyId, publicKey }) => [keyId, publicKey]));
  const outsides = [{}, { witnesses: [place.witness] }, { trustedKeyIds: [place.key.keyId] }];
  for (const outside of outsides) {
    const { state, firstBroken } = await verifyStore(place.store, publicKeys, outside);
    assert.equal(state, 'broken');
    assert.partialDeepStrictEqual(firstBroken, { sequence: 54, kind: 'checkpoint' });
  }
});

test('a key in the place of a lost one is believed by whoever names it, and by nobody else', async (t) => {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  const keys = keyPlaceOf(place);
  await writeFile(path.join(place.keysFolder, place.store.folder.id, 'private.pem'), '');
  await assert.rejects(openSigningKey(keys), (error) => error instanceof Problem && error.code === 'record.key');
  const away = { ...keys, keysFolder: path.join(place.folder, 'new-keys') };
  const word = { at: START, by: 'K. Hayashi', reason: 'the disk with the key broke' };
  const { toKeyId } = await replaceLostKey(place.store, away, word);
  await sealUpTo(place.store, 60);
  const key = await openRecordKey(place.store, away);
  await checkpointRecord(place.store, key, [], START);
  const publicKeys = new Map([...(await readPublicKeys(away)), [place.key.keyId, place.key.publicKey]]);
  const alone = await verifyStore(place.store, publicKeys);
  assert.partialDeepStrictEqual(alone.firstBroken, { sequence: 60, kind: 'checkpoint', reason: 'key-not-rotated' });
  const named = await verifyStore(place.store, publicKeys, { trustedKeyIds: [place.key.keyId, toKeyId] });
  assert.equal(named.firstBroken, undefined);
  const entries = await place.store.entriesAbout([place.store.folder.id]);
  assert.match(entries.at(-1)?.payload ?? '', new RegExp(canonicalJson(word.reason)));
});
