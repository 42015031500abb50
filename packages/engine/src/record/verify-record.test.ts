import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleCheckpoints, sampleFunctions, sampleInstant, sampleRecordId } from '../../testing/sample-record.ts';
import {
  alone,
  at,
  entries,
  inside,
  key,
  otherKey,
  receipts,
  tamperCases,
  whole,
  withKey,
  without,
  withReceipts,
  withWitness,
} from '../../testing/tamper-cases.ts';
import type { OpenEntry } from '../model/record-entry.ts';
import { chainEntry } from './chain.ts';
import { makeCheckpoint } from './checkpoint.ts';
import { verifyRecord } from './verify-record.ts';

const { sha256 } = sampleFunctions;

for (const {
  what,
  change,
  sequence,
  kind,
  outside = [alone, withKey, withWitness, withReceipts],
  ...rest
} of tamperCases)
  for (const against of outside)
    test(`${what}, against ${Object.keys(against).join() || 'nothing'}: ${kind} at ${sequence}`, async () => {
      const found = { ...whole, ...change(whole), ...against };
      const report = await verifyRecord(found, sampleFunctions);
      assert.equal(report.state, 'broken');
      const { position = sequence, firstPossible } = rest;
      const { facts, reason: _reason, ...broken } = report.firstBroken ?? assert.fail();
      assert.deepEqual(broken, { sequence, kind, position });
      assert.equal(facts['firstPossible'], firstPossible);
      assert.ok((report.vouchedUpTo?.sequence ?? 0) < Math.max(sequence, 1) || kind === 'inserted' || sequence < 1);
    });

test('whole, with the witness: witnessed to the last checkpoint', async () => {
  const reached = { sequence: 50, at: sampleInstant(50), keyId: key.keyId };
  for (const outside of [withWitness, withReceipts])
    assert.deepEqual(await verifyRecord({ ...whole, ...outside }, sampleFunctions), {
      state: 'intact-witnessed',
      entries: 53,
      erased: 0,
      simulation: false,
      vouchedUpTo: reached,
      witnessedUpTo: reached,
      keysTrusted: 'from-outside',
      keyIds: [key.keyId],
      keyChanges: [],
    });
});

test('whole, with nothing from outside: vouched for by its own checkpoints only, receipts of its own or not', async () => {
  for (const own of [[], receipts])
    assert.deepEqual(await verifyRecord({ ...whole, receipts: own }, sampleFunctions), {
      state: 'intact-unwitnessed',
      entries: 53,
      erased: 0,
      simulation: false,
      vouchedUpTo: { sequence: 50, at: sampleInstant(50), keyId: key.keyId },
      keysTrusted: 'as-found',
      keyIds: [key.keyId],
      keyChanges: [],
    });
});

test('a witness that has not the last checkpoint yet does not vouch for the record, and it is said how far it does', async () => {
  const report = await verifyRecord({ ...whole, witnessCheckpoints: inside(40) }, sampleFunctions);
  assert.equal(report.state, 'intact-unwitnessed');
  assert.equal(report.witnessedUpTo?.sequence, 40);
  assert.equal(report.vouchedUpTo?.sequence, 50);
});

test('a witness that holds nothing vouches for nothing', async () => {
  const report = await verifyRecord({ ...whole, witnessCheckpoints: [] }, sampleFunctions);
  assert.equal(report.state, 'intact-unwitnessed');
  assert.equal(report.witnessedUpTo, undefined);
});

test('without a checkpoint nobody vouches for anything', async () => {
  const report = await verifyRecord({ ...whole, checkpoints: [] }, sampleFunctions);
  assert.equal(report.state, 'intact-unwitnessed');
  assert.equal(report.vouchedUpTo, undefined);
});

test('a record without entries is whole', async () => {
  const report = await verifyRecord({ ...whole, entries: [], checkpoints: [] }, sampleFunctions);
  assert.deepEqual([report.state, report.entries], ['intact-unwitnessed', 0]);
});

test('erased payloads are counted, and the chain stands', async () => {
  const found = entries.map((entry) => (entry.sequence % 5 === 0 ? without(entry, 'salt', 'payload') : entry));
  const report = await verifyRecord({ ...whole, ...withWitness, entries: found }, sampleFunctions);
  assert.equal(report.state, 'intact-witnessed');
  assert.equal(report.erased, 10);
});

test('two keys, both named as trusted', async () => {
  const both = [...inside(20), ...sampleCheckpoints(entries, 10, otherKey).slice(2)];
  const trustedKeyIds = [key.keyId, otherKey.keyId];
  const report = await verifyRecord({ ...whole, checkpoints: both, trustedKeyIds }, sampleFunctions);
  assert.equal(report.state, 'intact-unwitnessed');
  assert.equal(report.vouchedUpTo?.sequence, 50);
  assert.deepEqual(report.keyIds, trustedKeyIds);
});

test('a simulation says so', async () => {
  const happened = { at: sampleInstant(1), kind: 'folder-created', subject: 'f', simulation: true } as const;
  const entry = chainEntry(undefined, { ...happened, salt: 'ab'.repeat(32), payload: '{}' }, sha256);
  const report = await verifyRecord({ ...whole, checkpoints: [], entries: [entry] }, sampleFunctions);
  assert.equal(report.simulation, true);
});

test('entries may come from a stream, and signatures from a function that waits', async () => {
  async function* stream() {
    for (const entry of entries) yield await Promise.resolve(entry);
  }
  const functions = {
    sha256,
    verifySignature: (...given: Parameters<typeof sampleFunctions.verifySignature>) =>
      Promise.resolve(sampleFunctions.verifySignature(...given)),
  };
  const report = await verifyRecord({ ...whole, ...withWitness, entries: stream() }, functions);
  assert.equal(report.state, 'intact-witnessed');
});

test('any other order, choice or repetition of the entries is broken when a witness knows the last of them', async () => {
  const head = makeCheckpoint(sampleRecordId, at(12), sampleInstant(12), key);
  const few = entries.slice(0, 12);
  const record = { ...whole, checkpoints: [head], witnessCheckpoints: [head] };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(11), { maxLength: 16 }), async (order) => {
      const found = order.map((index) => few[index] as OpenEntry);
      const isSame = found.length === few.length && found.every((entry, index) => entry === few[index]);
      const report = await verifyRecord({ ...record, entries: found }, sampleFunctions);
      assert.equal(report.state, isSame ? 'intact-witnessed' : 'broken');
    }),
  );
});
