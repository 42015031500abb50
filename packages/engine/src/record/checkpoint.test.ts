import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleFunctions, sampleKey, sampleRecordId } from '../../testing/sample-record.ts';
import type { Checkpoint } from '../model/record-entry.ts';
import { checkpointFault, makeCheckpoint, signedBytes, type CheckpointFault } from './checkpoint.ts';

const key = sampleKey('a');
const head = { sequence: 7, hash: 'ab'.repeat(32) };
const checkpoint = makeCheckpoint(sampleRecordId, head, '2026-01-01T00:00:00.000Z', key);

test('what is signed is the canonical JSON of the fields, without the signature', () => {
  assert.equal(
    new TextDecoder().decode(signedBytes(checkpoint)),
    `{"at":"2026-01-01T00:00:00.000Z","hash":"${head.hash}","keyId":"${key.keyId}","recordId":"${sampleRecordId}","sequence":7}`,
  );
});

const cases: readonly (readonly [
  what: string,
  change: Partial<Checkpoint>,
  fault: CheckpointFault | undefined,
  publicKey?: Uint8Array | null,
])[] = [
  ['as made', {}, undefined],
  ['another entry', { sequence: 8 }, 'signature-wrong'],
  ['another hash', { hash: 'cd'.repeat(32) }, 'signature-wrong'],
  ['another moment', { at: '2026-01-01T00:00:00.001Z' }, 'signature-wrong'],
  ['another record', { recordId: 'other' }, 'other-record'],
  ['another signature', { signature: `AAAA${checkpoint.signature.slice(4)}` }, 'signature-wrong'],
  ['a signature with a bit set that counts for nothing', { signature: loosened(checkpoint.signature) }, 'malformed'],
  ['a short signature', { signature: 'AAAA' }, 'malformed'],
  ['a moment that is none', { at: 'yesterday' }, 'malformed'],
  ['an entry before the first', { sequence: 0 }, 'malformed'],
  ['half an entry', { sequence: 7.5 }, 'malformed'],
  ['a hash that is none', { hash: 'AB'.repeat(32) }, 'malformed'],
  ['no key', {}, 'key-unknown', null],
  ['the key of somebody else', {}, 'key-differs', sampleKey('b').publicKey],
  ['somebody else named as the signer', { keyId: sampleKey('b').keyId }, 'signature-wrong', sampleKey('b').publicKey],
];

for (const [what, change, fault, publicKey = key.publicKey] of cases)
  test(`${what}: ${fault ?? 'holds'}`, async () => {
    const found = { ...checkpoint, ...change };
    assert.equal(await checkpointFault(found, sampleRecordId, publicKey ?? undefined, sampleFunctions), fault);
  });

/** The letter before the padding stands for two bits of its six; another letter can stand for the same bytes. */
function loosened(signature: string): string {
  const other: Record<string, string> = { A: 'B', Q: 'R', g: 'h', w: 'x' };
  const changed = signature.replace(/(.)==$/, (_, letter: string) => `${other[letter]}==`);
  assert.deepEqual(Buffer.from(changed, 'base64'), Buffer.from(signature, 'base64'));
  return changed;
}
