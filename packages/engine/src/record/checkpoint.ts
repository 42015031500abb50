// The head of a record in, a signed checkpoint of it out; a checkpoint in, what is wrong with it out.
import type { Instant } from '../model/calendar.ts';
import type { Checkpoint, RecordEntry } from '../model/record-entry.ts';
import { canonicalJson } from './canonical-json.ts';
import type { WaitingSha256 } from './chain.ts';

/** Whether `signature` is Ed25519's over `bytes`; `publicKey` is SPKI in DER. May wait: Web Crypto does. */
export type VerifySignature = (
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

/** What is handed in, so that a record can be verified wherever these two exist. */
export interface RecordFunctions {
  readonly sha256: WaitingSha256;
  readonly verifySignature: VerifySignature;
}

export interface CheckpointSigner {
  /** SHA-256 of the public key (SPKI, DER), lower-case hex. */
  readonly keyId: string;
  /** Ed25519 over the bytes: 64 bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** The checkpoint of `head`, signed. */
export function makeCheckpoint(
  recordId: string,
  head: Pick<RecordEntry, 'sequence' | 'hash'>,
  at: Instant,
  signer: CheckpointSigner,
): Checkpoint {
  const { sequence, hash } = head;
  const unsigned = { recordId, sequence, hash, at, keyId: signer.keyId };
  return { ...unsigned, signature: base64Of(signer.sign(signedBytes(unsigned))) };
}

/** The bytes that are signed: UTF-8 of the canonical JSON of all fields but the signature. */
export function signedBytes({ recordId, sequence, hash, at, keyId }: Omit<Checkpoint, 'signature'>): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ recordId, sequence, hash, at, keyId }));
}

/** What keeps a checkpoint from being relied on. */
export type CheckpointFault =
  | 'other-record' // it speaks of another record
  | 'malformed' // a field is not what it must be
  | 'key-unknown' // no public key of its id is at hand
  | 'key-differs' // the public key at hand is not the one its id names
  | 'key-not-trusted' // signed, but not with a key that was named as trusted
  | 'key-not-rotated' // signed with another key than the ones before, which did not hand over to it
  | 'key-retired' // signed with a key that had handed over to another before
  | 'signature-wrong'; // the fields were not signed with that key

/**
 * What keeps `checkpoint` from being a statement of the record `recordId` made with `publicKey`; undefined when nothing does.
 * Whether the key is to be trusted is for the caller to say.
 */
export async function checkpointFault(
  checkpoint: Checkpoint,
  recordId: string,
  publicKey: Uint8Array | undefined,
  { sha256, verifySignature }: RecordFunctions,
): Promise<CheckpointFault | undefined> {
  if (!isWellFormed(checkpoint)) return 'malformed';
  if (checkpoint.recordId !== recordId) return 'other-record';
  if (!publicKey) return 'key-unknown';
  if ((await sha256(publicKey)) !== checkpoint.keyId) return 'key-differs';
  const isSigned = await verifySignature(publicKey, signedBytes(checkpoint), bytesOf(checkpoint.signature));
  return isSigned ? undefined : 'signature-wrong';
}

/** 64 bytes in base64: the last letter before the padding carries two bits, so that only four letters can stand there. */
export const signaturePattern = /^[A-Za-z0-9+/]{85}[AQgw]==$/;
const hashPattern = /^[0-9a-f]{64}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function isWellFormed({ recordId, sequence, hash, at, keyId, signature }: Checkpoint): boolean {
  return (
    Number.isSafeInteger(sequence) &&
    1 <= sequence &&
    [recordId, hash, at, keyId, signature].every((text: unknown) => typeof text === 'string' && text.isWellFormed()) &&
    instantPattern.test(at) &&
    hashPattern.test(hash) &&
    hashPattern.test(keyId) &&
    signaturePattern.test(signature)
  );
}

export function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
