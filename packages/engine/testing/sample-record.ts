// For tests: a record of so many entries, chained and sealed like a store's, with signed checkpoints; the same at every run.
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Checkpoint, OpenEntry } from '../src/model/record-entry.ts';
import { canonicalJson } from '../src/record/canonical-json.ts';
import { chainEntry } from '../src/record/chain.ts';
import { makeCheckpoint, type CheckpointSigner, type RecordFunctions } from '../src/record/checkpoint.ts';

export const sampleRecordId = '8f0c1f6e-0000-4000-8000-5e1e1e5e1e1e';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export const sampleFunctions = {
  sha256,
  verifySignature: (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
    return verify(null, bytes, key, signature);
  },
} satisfies RecordFunctions;

export interface SampleKey extends CheckpointSigner {
  readonly publicKey: Uint8Array;
}

/** An Ed25519 key that is the same for the same name. For tests only: whoever knows the name has the key. */
export function sampleKey(name: string): SampleKey {
  const privateKey = privateKeyOf(createHash('sha256').update(name).digest());
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return { keyId: sha256(publicKey), publicKey, sign: (bytes) => sign(null, bytes, privateKey) };
}

/** PKCS#8 of an Ed25519 seed (RFC 8410, section 7). */
function privateKeyOf(seed: Buffer): KeyObject {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** The moment entry or checkpoint `number` is written at. */
export const sampleInstant = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();

/** Entries `from` to `to`, after `before`. `version` tells one history from another. */
export function sampleEntries(from: number, to: number, before?: OpenEntry, version = 'first'): OpenEntry[] {
  const entries: OpenEntry[] = [];
  for (let sequence = from, head = before; sequence <= to; sequence++) {
    const payload = canonicalJson({ application: `A-${sequence}`, name: '陳国強', version });
    const salt = sha256(new TextEncoder().encode(`salt ${sequence}`));
    const happened = { at: sampleInstant(sequence), kind: 'application-received', simulation: false } as const;
    head = chainEntry(head, { ...happened, subject: `A-${sequence}`, salt, payload }, sha256);
    entries.push(head);
  }
  return entries;
}

/** Checkpoints of every `step`-th entry. */
export function sampleCheckpoints(entries: readonly OpenEntry[], step: number, key: SampleKey): Checkpoint[] {
  return entries
    .filter(({ sequence }) => sequence % step === 0)
    .map((entry) => makeCheckpoint(sampleRecordId, entry, sampleInstant(entry.sequence), key));
}
