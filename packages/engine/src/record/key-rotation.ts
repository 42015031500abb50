// Two keys in, the statement that one hands over to the other out; an entry of the record in, the handing over that it seals out.
import Type from 'typebox';
import { Check } from 'typebox/value';
import type { Instant } from '../model/calendar.ts';
import type { KeyReplacement, KeyRotation, OpenEntry } from '../model/record-entry.ts';
import { canonicalJson } from './canonical-json.ts';
import { base64Of, bytesOf, signaturePattern, type CheckpointSigner, type RecordFunctions } from './checkpoint.ts';

export interface NewKey extends CheckpointSigner {
  /** SPKI, DER. */
  readonly publicKey: Uint8Array;
}

/** The key `from` hands over to the key `to`, signed by both. */
export function rotateKey(recordId: string, from: CheckpointSigner, to: NewKey, at: Instant): KeyRotation {
  const named = namedKeys(recordId, from.keyId, to, at);
  const bytes = rotationBytes(named);
  return { ...named, signature: base64Of(from.sign(bytes)), proof: base64Of(to.sign(bytes)) };
}

/** The key `to` takes the place of one that is lost, signed by itself alone. */
export function replaceKey(
  recordId: string,
  fromKeyId: string,
  to: NewKey,
  { at, by, reason }: Pick<KeyReplacement, 'at' | 'by' | 'reason'>,
): KeyReplacement {
  const named = namedKeys(recordId, fromKeyId, to, at);
  return { ...named, by, reason, proof: base64Of(to.sign(rotationBytes(named))) };
}

type NamedKeys = Omit<KeyRotation, 'signature' | 'proof'>;

function namedKeys(recordId: string, fromKeyId: string, to: NewKey, at: Instant): NamedKeys {
  return { recordId, fromKeyId, toKeyId: to.keyId, toPublicKey: base64Of(to.publicKey), at };
}

const text = Type.String();
const RotationShape = Type.Object({
  recordId: text,
  fromKeyId: text,
  toKeyId: text,
  toPublicKey: text,
  at: text,
  signature: text,
  proof: text,
});

/** What a `key-rotated` entry seals; undefined for any other entry, and for one whose payload says no such thing. */
export function rotationIn({ kind, payload }: OpenEntry): KeyRotation | undefined {
  if (kind !== 'key-rotated' || payload === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(payload);
    return Check(RotationShape, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether both keys signed it: the one before, whose public key is `from`, and the new one. */
export async function isRotationSigned(
  rotation: KeyRotation,
  recordId: string,
  from: Uint8Array | undefined,
  { sha256, verifySignature }: RecordFunctions,
): Promise<boolean> {
  const { signature, proof, fromKeyId, toKeyId, toPublicKey } = rotation;
  if (rotation.recordId !== recordId || !from || (await sha256(from)) !== fromKeyId) return false;
  if (!signaturePattern.test(signature) || !signaturePattern.test(proof) || !/^[A-Za-z0-9+/]{59}=$/.test(toPublicKey))
    return false;
  const to = bytesOf(toPublicKey);
  if ((await sha256(to)) !== toKeyId) return false;
  const bytes = rotationBytes(rotation);
  return (await verifySignature(from, bytes, bytesOf(signature))) && (await verifySignature(to, bytes, bytesOf(proof)));
}

function rotationBytes({ recordId, fromKeyId, toKeyId, toPublicKey, at }: NamedKeys): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ recordId, fromKeyId, toKeyId, toPublicKey, at }));
}
