import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  sampleEntries,
  sampleFunctions,
  sampleInstant,
  sampleKey,
  sampleRecordId,
  type SampleKey,
} from '../../testing/sample-record.ts';
import type { Checkpoint, KeyRotation, OpenEntry } from '../model/record-entry.ts';
import { canonicalJson } from './canonical-json.ts';
import { chainEntry } from './chain.ts';
import { makeCheckpoint } from './checkpoint.ts';
import { rotateKey } from './key-rotation.ts';
import { verifyRecord, type RecordToVerify } from './verify-record.ts';

const [first, second, third, stranger] = ['first', 'second', 'third', 'stranger'].map(sampleKey) as [
  SampleKey,
  SampleKey,
  SampleKey,
  SampleKey,
];
const publicKeys = new Map([first, second, third, stranger].map(({ keyId, publicKey }) => [keyId, publicKey]));
const at = sampleInstant(15);

/** Entries 1 to 50, of which the 15th and the 35th seal what is given. */
function recordWith(rotation: unknown, next: unknown = rotateKey(sampleRecordId, second, third, at)): OpenEntry[] {
  const before = sampleEntries(1, 14);
  const handed = rotationEntry(before.at(-1), rotation);
  const between = sampleEntries(16, 34, handed);
  const again = rotationEntry(between.at(-1), next);
  return [...before, handed, ...between, again, ...sampleEntries(36, 50, again)];
}

function rotationEntry(head: OpenEntry | undefined, payload: unknown): OpenEntry {
  const happened = { at, kind: 'key-rotated', subject: sampleRecordId, simulation: false } as const;
  const sealed = { salt: 'ab'.repeat(32), payload: canonicalJson(payload) };
  return chainEntry(head, { ...happened, ...sealed }, sampleFunctions.sha256);
}

const signedAt = (entries: readonly OpenEntry[], sequence: number, key: SampleKey): Checkpoint => {
  const entry = entries.find((one) => one.sequence === sequence) ?? assert.fail();
  return makeCheckpoint(sampleRecordId, entry, entry.at, key);
};

const honest: KeyRotation = rotateKey(sampleRecordId, first, second, at);

/** Signed by the first key to entry 15, by the second to 35, by the third to 50. */
function signed(
  entries: OpenEntry[],
): Pick<RecordToVerify, 'entries' | 'checkpoints' | 'recordId' | 'publicKeys' | 'receipts'> {
  const checkpoints = [
    [10, first],
    [15, first],
    [20, second],
    [35, second],
    [50, third],
  ].map(([sequence, key]) => signedAt(entries, sequence as number, key as SampleKey));
  return { entries, checkpoints, recordId: sampleRecordId, publicKeys, receipts: [] };
}

const outsides: readonly (readonly [
  what: string,
  of: (checkpoints: readonly Checkpoint[]) => Partial<RecordToVerify>,
])[] = [
  ['nothing', () => ({})],
  ['the first key, named', () => ({ trustedKeyIds: [first.keyId] })],
  ['a witness that came early', (checkpoints) => ({ witnessCheckpoints: checkpoints.slice(0, 1) })],
];

for (const [what, of] of outsides)
  test(`keys that hand over are followed, against ${what}`, async () => {
    const record = signed(recordWith(honest));
    const report = await verifyRecord({ ...record, ...of(record.checkpoints) }, sampleFunctions);
    assert.equal(report.state, 'intact-unwitnessed');
    assert.equal(report.vouchedUpTo?.sequence, 50);
    assert.deepEqual(report.keyIds, [first.keyId, second.keyId, third.keyId]);
    assert.deepEqual(
      report.keyChanges.map(({ sequence, isSigned }) => [sequence, isSigned]),
      [
        [15, true],
        [35, true],
      ],
    );
  });

const forged: readonly (readonly [what: string, rotation: unknown, next?: unknown])[] = [
  ['the new key alone signed', { ...honest, signature: honest.proof }],
  ['the key before alone signed', { ...honest, proof: honest.signature }],
  ['somebody else signed', rotateKey(sampleRecordId, stranger, second, at)],
  ['of another record', rotateKey('other', first, second, at)],
  ['another key named in it', { ...honest, toKeyId: stranger.keyId }],
  ['at another moment than was signed', { ...honest, at: sampleInstant(16) }],
  ['nothing that can be read', { fromKeyId: first.keyId }],
];

for (const [what, rotation] of forged)
  for (const [against, of] of outsides)
    test(`${what}: the next checkpoint is named, against ${against}`, async () => {
      const record = signed(recordWith(rotation));
      const { firstBroken } = await verifyRecord({ ...record, ...of(record.checkpoints) }, sampleFunctions);
      assert.partialDeepStrictEqual(firstBroken, { sequence: 20, kind: 'checkpoint' });
      assert.match(firstBroken?.reason ?? '', /^key-not-(rotated|trusted)$/);
    });

test('a key that has handed over signs no more', async () => {
  const entries = recordWith(honest);
  const record = signed(entries);
  const checkpoints = [...record.checkpoints, signedAt(entries, 30, first)];
  const { firstBroken } = await verifyRecord({ ...record, checkpoints }, sampleFunctions);
  assert.partialDeepStrictEqual(firstBroken, { sequence: 30, kind: 'checkpoint', reason: 'key-retired' });
});

test('a key hands over once: the second it names is not followed', async () => {
  const record = signed(recordWith(honest, rotateKey(sampleRecordId, first, third, at)));
  const { firstBroken, keyChanges } = await verifyRecord(record, sampleFunctions);
  assert.partialDeepStrictEqual(firstBroken, { sequence: 50, kind: 'checkpoint', reason: 'key-not-rotated' });
  assert.deepEqual(
    keyChanges.map(({ isSigned }) => isSigned),
    [true, false],
  );
});

test('a part of a record is verified from where it begins', async () => {
  const entries = recordWith(honest);
  const record = signed(entries);
  const from = { sequence: 16, previous: entries[14]?.hash ?? '' };
  const part = { ...record, entries: entries.slice(15), checkpoints: record.checkpoints.slice(2), from };
  const report = await verifyRecord(part, sampleFunctions);
  assert.deepEqual([report.state, report.vouchedUpTo?.sequence], ['intact-unwitnessed', 50]);
  const moved = { ...part, from: { ...from, sequence: 17 } };
  assert.equal((await verifyRecord(moved, sampleFunctions)).state, 'broken');
});

test('a checkpoint of an entry that is not there is judged by the keys of the whole', async () => {
  const record = signed(recordWith(honest));
  const entries = recordWith(honest).slice(0, 40);
  const { firstBroken } = await verifyRecord({ ...record, entries }, sampleFunctions);
  assert.partialDeepStrictEqual(firstBroken, { sequence: 41, kind: 'truncated' });
});
