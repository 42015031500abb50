// What happened and the entry before it in, the next entry of the record out.
import type { OpenEntry, RecordEntry } from '../model/record-entry.ts';
import { Problem } from '../model/problem.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 as lower-case hex; handed in, so that the chain can be verified wherever there is a hash function. */
export type Sha256 = (bytes: Uint8Array) => string;

/** The same where it may wait: Web Crypto does. */
export type WaitingSha256 = (bytes: Uint8Array) => string | Promise<string>;

/** `previous` of the first entry. */
export const NO_ENTRY = '0'.repeat(64);

const utf8 = new TextEncoder();

export type UnchainedEntry = Pick<RecordEntry, 'at' | 'kind' | 'subject' | 'simulation'> & {
  /** 32 random bytes, lower-case hex. */
  readonly salt: string;
  /** Canonical JSON. */
  readonly payload: string;
};

/** The entry that follows `head` (absent: the first). */
export function chainEntry(
  head: Pick<RecordEntry, 'sequence' | 'hash'> | undefined,
  { salt, payload, ...happened }: UnchainedEntry,
  sha256: Sha256,
): OpenEntry & { readonly salt: string; readonly payload: string } {
  const chained = {
    ...happened,
    sequence: (head?.sequence ?? 0) + 1,
    seal: sealOf(salt, payload, sha256),
    previous: head?.hash ?? NO_ENTRY,
  };
  return { ...chained, hash: hashOf(chained, sha256), salt, payload };
}

/**
 * H(salt ‖ payload): without the salt, a short payload cannot be guessed from it.
 * @throws Problem `record.unreadable` for a salt or payload that another text would share its bytes, and so its seal, with:
 *   a salt that is not 64 lower-case hex digits, a payload with a lone surrogate.
 */
export function sealOf(salt: string, payload: string, sha256: Sha256): string {
  return sha256(sealedBytes(salt, payload));
}

/** What the seal is the hash of. @throws Problem as `sealOf`. */
export function sealedBytes(salt: string, payload: string): Uint8Array {
  if (!isSealable(salt, payload))
    throw new Problem('record.unreadable', { reason: 'the salt or the payload is malformed' });
  const payloadBytes = utf8.encode(payload);
  const bytes = new Uint8Array(salt.length / 2 + payloadBytes.length);
  for (let index = 0; index < salt.length / 2; index++)
    bytes[index] = parseInt(salt.slice(2 * index, 2 * index + 2), 16);
  bytes.set(payloadBytes, salt.length / 2);
  return bytes;
}

/** Whether salt and payload each stand for exactly one row of bytes. */
export function isSealable(salt: string, payload: string): boolean {
  return /^[0-9a-f]{64}$/.test(salt) && payload.isWellFormed();
}

/** The hash that an entry must have: of its chained fields, and of nothing that can be erased. */
export function hashOf(entry: Omit<RecordEntry, 'hash'>, sha256: Sha256): string {
  return sha256(hashedBytes(entry));
}

/** What the hash of an entry is made of. */
export function hashedBytes(entry: Omit<RecordEntry, 'hash'>): Uint8Array {
  const { sequence, at, kind, subject, simulation, seal, previous } = entry;
  return utf8.encode(canonicalJson({ sequence, at, kind, subject, simulation, seal, previous }));
}
