// An entry of the record: what the chain holds of something that happened, and the payload that can be destroyed.
import type { Instant } from './calendar.ts';

export const entryKinds = [
  'folder-created',
  'edition-imported',
  'edition-confirmed-current',
  'policy-uploaded',
  'policy-put-in-force',
  'policy-activated',
  'application-received',
  'decision-made',
  'case-opened',
  'case-decided',
  'case-moved',
  'case-noted',
  'engine-activated',
  'incident-imported',
  'look-back-owed',
  'look-back-run',
  'register-pruned',
  'alert-raised',
  'entities-judged',
  'record-exported',
  'person-changed',
  'passphrase-set',
  'key-issued',
  'key-ended',
  'case-exported',
  'person-exported',
  'case-erased',
  'protected-data-viewed',
  'incident-viewed',
  'protected-entries-viewed',
  'key-rotated',
  'key-replaced',
  'webhook-changed',
  'webhook-ended',
  'second-factor-changed',
  'subject-bound',
  'setting-changed',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What is chained. Nothing here is personal: `subject` is an id. */
export interface RecordEntry {
  /** From 1, without a gap. */
  readonly sequence: number;
  readonly at: Instant;
  readonly kind: EntryKind;
  readonly subject: string;
  readonly simulation: boolean;
  /** SHA-256 of the 32 bytes of the salt followed by the UTF-8 bytes of the payload, lower-case hex. */
  readonly seal: string;
  /** `hash` of the entry before; of the first, 64 zeros. */
  readonly previous: string;
  /** SHA-256 of the canonical JSON (RFC 8785) of all the fields above. */
  readonly hash: string;
}

/** An entry with what it seals. Both absent: erased; the chain still stands. */
export interface OpenEntry extends RecordEntry {
  /** 32 random bytes, lower-case hex. */
  readonly salt?: string;
  /** Canonical JSON. */
  readonly payload?: string;
}

/** A signed statement that the record ended, at a moment, with this entry. */
export interface Checkpoint {
  readonly recordId: string;
  readonly sequence: number;
  readonly hash: string;
  readonly at: Instant;
  /** SHA-256 of the public key (SPKI, DER), lower-case hex. */
  readonly keyId: string;
  /** Ed25519 over the canonical JSON of the fields above, base64. */
  readonly signature: string;
}

/** What a witness gave back for a checkpoint it keeps. */
export interface Receipt {
  readonly checkpoint: Checkpoint;
  readonly witness: string;
  readonly receivedAt: Instant;
}

/** What `key-rotated` seals: the key that signed so far names the one that signs from here on. */
export interface KeyRotation {
  readonly recordId: string;
  readonly fromKeyId: string;
  readonly toKeyId: string;
  /** SPKI, DER, base64. */
  readonly toPublicKey: string;
  readonly at: Instant;
  /** Ed25519 over the canonical JSON of the fields above, base64: by the key before. */
  readonly signature: string;
  /** The same by the new key: it was there when it was named. */
  readonly proof: string;
}

/** What `key-replaced` seals: the key before is lost and signs nothing over. Nobody has to believe it: who verifies names the new key. */
export interface KeyReplacement extends Omit<KeyRotation, 'signature'> {
  readonly by: string;
  readonly reason: string;
}
