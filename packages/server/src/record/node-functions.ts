// The hash and the signature check that the record is verified with, by Node's own cryptography.
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { RecordFunctions } from '@sekisho/engine/record/checkpoint.ts';

export const nodeFunctions = {
  sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
  verifySignature: (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => {
    const key = publicKeyOf(publicKey);
    return key?.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, signature);
  },
} satisfies RecordFunctions;

function publicKeyOf(spki: Uint8Array) {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return undefined; // bytes that are no key have signed nothing
  }
}
