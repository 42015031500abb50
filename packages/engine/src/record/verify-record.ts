// A record as it was found in; out: whether it is whole, how far somebody vouches for it, and the first entry that is not as written.
import type { Instant } from '../model/calendar.ts';
import type { OpenEntry } from '../model/record-entry.ts';
import { isSealable, NO_ENTRY, sealedBytes, type WaitingSha256 } from './chain.ts';
import type { RecordFunctions } from './checkpoint.ts';
import { gatherClaims, type Claim, type Claims, type Statements } from './checkpoint-claims.ts';
import { KeyTrust, type KeyChange } from './key-trust.ts';
import {
  beginSuspicion,
  diagnose,
  isHashRight,
  lookFurther,
  type Break,
  type Suspicion,
  type Trouble,
} from './first-break.ts';

/** A record with all that was signed about it. */
export interface RecordToVerify extends Statements {
  /** As found, in stored order. Read once, one at a time: a million entries need no memory. */
  readonly entries: Iterable<OpenEntry> | AsyncIterable<OpenEntry>;
  /** Where a part of a record begins: its first entry's number, and the hash before it. Absent: the whole record. */
  readonly from?: { readonly sequence: number; readonly previous: string };
}

/** An entry, and the moment a checkpoint of it was signed. */
export interface Reached {
  readonly sequence: number;
  readonly at: Instant;
  readonly keyId: string;
}

export interface VerificationReport {
  /**
   * Witnessed: whole, and the last checkpoint there is stands outside as well. Unwitnessed: whole in itself, but of the
   * last checkpoint only the record speaks.
   */
  readonly state: 'intact-witnessed' | 'intact-unwitnessed' | 'broken';
  /** As found. */
  readonly entries: number;
  /** Of these, without salt and payload. */
  readonly erased: number;
  /** True when an entry says it was written in a simulation. */
  readonly simulation: boolean;
  /** The last checkpoint that holds, by a trusted key. What follows it is chained, and vouched for by nobody. */
  readonly vouchedUpTo?: Reached;
  /** The last checkpoint from outside that holds. */
  readonly witnessedUpTo?: Reached;
  readonly keysTrusted: Claims['keysTrusted'];
  /** The keys of all checkpoints that hold, in order of their first. */
  readonly keyIds: readonly string[];
  /** Where one key took another's place, in order. */
  readonly keyChanges: readonly KeyChange[];
  readonly firstBroken?: Break;
}

/** Verifies the whole record in one pass. */
export async function verifyRecord(record: RecordToVerify, functions: RecordFunctions): Promise<VerificationReport> {
  const claims = await gatherClaims(record, functions);
  const { keysTrusted, claimsBySequence } = claims;
  const trust = new KeyTrust(claims, record, functions);
  const reached: Reach = { keyIds: new Set() };
  const counts = { entries: 0, erased: 0, simulation: false };
  const { sequence: first, previous } = record.from ?? { sequence: 1, previous: NO_ENTRY };
  let place = { number: first, previous };
  let suspicion: Suspicion | undefined;
  for await (const entry of record.entries) {
    counts.entries++;
    if (entry.salt === undefined && entry.payload === undefined) counts.erased++;
    if (entry.simulation) counts.simulation = true;
    if (suspicion) {
      await lookFurther(suspicion, entry, functions.sha256);
      continue;
    }
    let trouble = await troubleWith(entry, place, functions.sha256);
    if (!trouble) {
      await trust.passOver(entry);
      trouble = troubleWithClaims(trust.judged(claimsBySequence.get(entry.sequence) ?? []), entry, reached);
    }
    if (trouble) {
      const vouched = reached.vouchedUpTo?.sequence ?? 0;
      suspicion = await beginSuspicion({ trouble, entry, place, position: counts.entries, vouched }, functions.sha256);
    } else place = { number: place.number + 1, previous: entry.hash };
  }
  const firstBroken = suspicion
    ? diagnose(suspicion)
    : unmetClaim(claimsBySequence, { first, next: place.number }, trust);
  const lastClaimed = claimsBySequence.keys().reduce((last, sequence) => Math.max(last, sequence), 0);
  const isWitnessed = 0 < lastClaimed && reached.witnessedUpTo?.sequence === lastClaimed;
  const { vouchedUpTo, witnessedUpTo, keyIds } = reached;
  return {
    state: firstBroken ? 'broken' : isWitnessed ? 'intact-witnessed' : 'intact-unwitnessed',
    ...counts,
    ...(vouchedUpTo && { vouchedUpTo }),
    ...(witnessedUpTo && { witnessedUpTo }),
    keysTrusted,
    keyIds: [...keyIds],
    keyChanges: trust.changes,
    ...(firstBroken && { firstBroken }),
  };
}

interface Reach {
  vouchedUpTo?: Reached;
  witnessedUpTo?: Reached;
  readonly keyIds: Set<string>;
}

async function troubleWith(
  entry: OpenEntry,
  place: { readonly number: number; readonly previous: string },
  sha256: WaitingSha256,
): Promise<Trouble | undefined> {
  if (!(await isHashRight(entry, sha256))) return { reason: 'hash-differs' };
  if (entry.sequence !== place.number) return { reason: 'sequence-differs' };
  if (entry.previous !== place.previous) return { reason: 'previous-differs' };
  const { salt, payload, seal } = entry;
  if (salt === undefined && payload === undefined) return undefined;
  if (salt === undefined) return { reason: 'payload-without-salt' };
  if (payload === undefined) return { reason: 'salt-without-payload' };
  return isSealable(salt, payload) && (await sha256(sealedBytes(salt, payload))) === seal
    ? undefined
    : { reason: 'seal-differs' };
}

/** Holds an entry that stands in its place against the checkpoints of it, and notes those that agree. */
function troubleWithClaims(claims: readonly Claim[], entry: OpenEntry, reached: Reach): Trouble | undefined {
  const denied = claims.find(({ fault, checkpoint }) => !fault && checkpoint.hash !== entry.hash);
  if (denied) return { reason: 'checkpoint-differs', claim: denied };
  const faulty = claims.find(({ fault }) => fault);
  if (faulty?.fault) return { reason: faulty.fault, claim: faulty };
  for (const { checkpoint, isOutside } of claims) {
    const { sequence, at, keyId } = checkpoint;
    reached.vouchedUpTo = { sequence, at, keyId };
    if (isOutside) reached.witnessedUpTo = { sequence, at, keyId };
    reached.keyIds.add(keyId);
  }
  return undefined;
}

/** Of a record that holds to its end, with `next` the number after it: a checkpoint of an entry it does not have. */
function unmetClaim(
  claimsBySequence: ReadonlyMap<number, readonly Claim[]>,
  { first, next }: { readonly first: number; readonly next: number },
  trust: KeyTrust,
): Break | undefined {
  const unmet = [...claimsBySequence.entries()]
    .filter(([sequence]) => !(first <= sequence && sequence < next))
    .flatMap(([, claims]) => trust.judged(claims));
  const sound = unmet.filter(({ fault }) => !fault).sort((a, b) => a.checkpoint.sequence - b.checkpoint.sequence);
  const own = sound.find(({ isOutside }) => !isOutside);
  const claim = own ?? sound[0];
  if (claim) {
    const { sequence, at } = claim.checkpoint;
    const facts = { checkpoint: sequence, signedAt: at, from: claim.from, lastEntry: next - 1 };
    return own
      ? { sequence: next, position: next, kind: 'truncated', reason: 'end-missing', facts }
      : { sequence: next, position: next, kind: 'rolled-back', reason: 'older-than-witnessed', facts };
  }
  const faulty = unmet.find(({ fault }) => fault);
  if (!faulty?.fault) return undefined;
  const { sequence, keyId } = faulty.checkpoint;
  return { sequence, position: next, kind: 'checkpoint', reason: faulty.fault, facts: { from: faulty.from, keyId } };
}
