import assert from 'node:assert/strict';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { checkpointRecord } from './checkpointing.ts';
import { openRecordKey, replaceLostKey } from './record-keys.ts';
import { openSigningKey } from './signing-key.ts';
import { fillRecord, makeFolder, makeRecordPlace, sealUpTo, START } from './testing/record-place.ts';
import { openWitnessFolder } from './witness-folder.ts';

const sequences = (checkpoints: readonly { readonly sequence: number }[]) =>
  checkpoints.map(({ sequence }) => sequence);

test('a checkpoint is made when the record has grown, saved, witnessed, and its receipt kept', async (t) => {
  const { store, key, witness } = await makeRecordPlace(t);
  await sealUpTo(store, 3);
  const { made, witnesses } = await checkpointRecord(store, key, [witness], START);
  const head = await store.head();
  assert.partialDeepStrictEqual(made, { recordId: store.folder.id, sequence: 3, hash: head?.hash, at: START });
  assert.deepEqual(await store.checkpoints(), [made]);
  assert.deepEqual(await store.receipts(), witnesses[0]?.receipts);
  assert.deepEqual(
    (await witness.held(store.folder.id)).map(({ checkpoint }) => checkpoint),
    [made],
  );
  assert.deepEqual(await checkpointRecord(store, key, [witness], START), {
    witnesses: [{ witness: witness.name, receipts: [], owed: 0 }],
  });
});

test('without a witness checkpoints are made all the same', async (t) => {
  const { store, key } = await makeRecordPlace(t);
  assert.equal((await checkpointRecord(store, key, [], START)).made?.sequence, 1);
});

test('what a witness could not be given is owed, and given with the next, in order', async (t) => {
  const { store, key, witness } = await makeRecordPlace(t);
  await checkpointRecord(store, key, [witness], START);
  await rename(witness.name, `${witness.name}-away`);
  for (const last of [5, 9]) {
    await sealUpTo(store, last);
    const { made, witnesses } = await checkpointRecord(store, key, [witness], START);
    assert.equal(made?.sequence, last);
    assert.equal(witnesses[0]?.problem?.code, 'witness.unreachable');
  }
  assert.deepEqual(sequences(await store.checkpoints()), [1, 5, 9]);
  assert.equal((await store.receipts()).length, 1);
  await rename(`${witness.name}-away`, witness.name);
  const { made, witnesses } = await checkpointRecord(store, key, [witness], START);
  assert.equal(made, undefined);
  assert.deepEqual(sequences(witnesses[0]?.receipts.map(({ checkpoint }) => checkpoint) ?? []), [5, 9]);
  assert.deepEqual(sequences((await store.receipts()).map(({ checkpoint }) => checkpoint)), [1, 5, 9]);
});

test('one witness that is away does not keep another from its checkpoints', async (t) => {
  const { store, key, witness } = await makeRecordPlace(t);
  const away = openWitnessFolder(path.join(await makeFolder(t), 'not-there'), { clock: () => START });
  const { witnesses } = await checkpointRecord(store, key, [away, witness], START);
  assert.deepEqual(
    witnesses.map(({ owed, problem }) => [owed, problem?.code]),
    [
      [1, 'witness.unreachable'],
      [0, undefined],
    ],
  );
});

test('a witness that comes later is given all of them', async (t) => {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  const late = openWitnessFolder(await makeFolder(t), { clock: () => START });
  const { witnesses } = await checkpointRecord(place.store, place.key, [late], START);
  assert.equal(witnesses[0]?.receipts.length, 6);
});

test('a receipt that was lost is asked for again, and kept once', async (t) => {
  const { store, key, witness, execute } = await makeRecordPlace(t);
  await checkpointRecord(store, key, [witness], START);
  await execute('delete from receipts');
  for (let time = 0; time < 2; time++) await checkpointRecord(store, key, [witness], START);
  assert.equal((await store.receipts()).length, 1);
  assert.equal((await witness.held(store.folder.id)).length, 1);
});

test('several at once make one checkpoint, and keep one receipt', async (t) => {
  const place = await makeRecordPlace(t);
  const stores = [place.store, await place.open(), await place.open()];
  await Promise.all(stores.map((store) => checkpointRecord(store, place.key, [place.witness], START)));
  assert.equal((await place.store.checkpoints()).length, 1);
  assert.equal((await place.store.receipts()).length, 1);
});

const denials: readonly (readonly [what: string, statement: string])[] = [
  [
    'the entry of the last checkpoint has another hash',
    `update record_entries set hash = '${'a'.repeat(64)}' where sequence = 50`,
  ],
  ['the entry of the last checkpoint is gone', 'delete from record_entries where sequence = 50'],
  ['the record ends before its last checkpoint', 'delete from record_entries where 45 < sequence'],
];

for (const [what, statement] of denials)
  test(`${what}: it is not signed over`, async (t) => {
    const place = await makeRecordPlace(t);
    await fillRecord(place);
    await place.execute(statement);
    await assert.rejects(
      checkpointRecord(place.store, place.key, [place.witness], START),
      (error) => error instanceof Problem && error.code === 'record.broken' && error.facts['sequence'] === 50,
    );
    assert.equal((await place.store.checkpoints()).length, 5);
  });

test('an older copy that is carried on with is contradicted by the witness, and what it holds is said', async (t) => {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  const known = (await place.store.checkpoints()).at(-1);
  await place.execute(`
    delete from record_entries where 33 < sequence;
    update folder set head_sequence = 33, head_hash = (select hash from record_entries where sequence = 33);
    delete from checkpoints where 33 < sequence;
    delete from receipts where 33 < sequence`);
  await sealUpTo(place.store, 38);
  const { made, witnesses } = await checkpointRecord(place.store, place.key, [place.witness], START);
  assert.equal(made?.sequence, 38);
  const { owed, problem } = witnesses[0] ?? assert.fail();
  assert.equal(owed, 1);
  assert.equal(problem?.code, 'witness.contradiction');
  assert.partialDeepStrictEqual(problem.facts, { reason: 'older', knownSequence: 50, knownHash: known?.hash });
});

test('a key that was lost is not quietly replaced', async (t) => {
  const place = await makeRecordPlace(t);
  const { store, witness, keysFolder, dataFolder } = place;
  await fillRecord(place);
  await rm(keysFolder, { recursive: true });
  const newKey = await openSigningKey({ keysFolder, dataFolder, recordId: store.folder.id });
  await assert.rejects(
    checkpointRecord(store, newKey, [witness], START),
    (error) => error instanceof Problem && error.code === 'record.key' && error.facts['knownKeyId'] === place.key.keyId,
  );
  await rm(keysFolder, { recursive: true });
  const keyPlace = { keysFolder, dataFolder, recordId: store.folder.id };
  const word = { at: START, by: 'K. Hayashi', reason: 'the disk with the key broke' };
  const replaced = await replaceLostKey(store, keyPlace, word);
  assert.equal(replaced.fromKeyId, place.key.keyId);
  const key = await openRecordKey(store, keyPlace);
  const { made, witnesses } = await checkpointRecord(store, key, [witness], START);
  assert.equal(made?.keyId, key.keyId);
  assert.equal(witnesses[0]?.problem?.code, 'witness.contradiction');
  assert.equal(witnesses[0].problem.facts['reason'], 'other-key');
  await assert.rejects(
    replaceLostKey(store, keyPlace, word),
    (error) => error instanceof Problem && error.code === 'record.key',
  );
});
