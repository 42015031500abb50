// All that was ever signed about a record, from inside and outside, in; out: each statement checked, by the entry it speaks of.
import type { Checkpoint, Receipt } from '../model/record-entry.ts';
import { canonicalJson } from './canonical-json.ts';
import { checkpointFault, type CheckpointFault, type RecordFunctions } from './checkpoint.ts';

/** All that was signed about a record. */
export interface Statements {
  readonly recordId: string;
  /** Kept beside the entries, within reach of whoever reaches those. */
  readonly checkpoints: readonly Checkpoint[];
  readonly receipts: readonly Receipt[];
  /** SPKI in DER, by key id. */
  readonly publicKeys: ReadonlyMap<string, Uint8Array>;
  /** What a witness holds: from outside. */
  readonly witnessCheckpoints?: readonly Checkpoint[];
  /** Receipts that were kept elsewhere: from outside as well. */
  readonly keptReceipts?: readonly Receipt[];
  /**
   * Keys the reader knows from elsewhere; any other key's checkpoint is a break. Absent: the keys of what came from
   * outside; without that either, the first key found, which proves only that one hand signed.
   * A key that one of these handed over to (`key-rotated`) is trusted from there on.
   */
  readonly trustedKeyIds?: readonly string[];
}

/** One signed statement about the record, and where it was found. */
export interface Claim {
  readonly checkpoint: Checkpoint;
  readonly from: 'record' | 'receipt' | 'witness' | 'kept-receipt';
  /** Out of reach of whoever reaches the record. */
  readonly isOutside: boolean;
  readonly fault?: CheckpointFault;
}

export interface Claims {
  /** Whose word it is that the keys are the right ones: the caller's, what came from outside, or the record's own. */
  readonly keysTrusted: 'named' | 'from-outside' | 'as-found';
  /** Keys that need no other to hand over to them. As found: the first that signed. */
  readonly trusted: ReadonlySet<string>;
  readonly claimsBySequence: ReadonlyMap<number, readonly Claim[]>;
}

export async function gatherClaims(record: Statements, functions: RecordFunctions): Promise<Claims> {
  const faultOf = onceForEach((checkpoint) =>
    checkpointFault(checkpoint, record.recordId, record.publicKeys.get(checkpoint.keyId), functions),
  );
  const claims: Claim[] = [];
  for (const { checkpoint, from, isOutside } of foundClaims(record)) {
    const fault = await faultOf(checkpoint);
    claims.push({ checkpoint, from, isOutside, ...(fault && { fault }) });
  }
  const claimsBySequence = Map.groupBy(claims, ({ checkpoint }) => checkpoint.sequence);
  return { ...trustedKeys(record, claims), claimsBySequence };
}

function foundClaims({ checkpoints, receipts, witnessCheckpoints = [], keptReceipts = [] }: Statements): Claim[] {
  return [
    ...checkpoints.map((checkpoint) => ({ checkpoint, from: 'record' as const, isOutside: false })),
    ...receipts.map(({ checkpoint }) => ({ checkpoint, from: 'receipt' as const, isOutside: false })),
    ...witnessCheckpoints.map((checkpoint) => ({ checkpoint, from: 'witness' as const, isOutside: true })),
    ...keptReceipts.map(({ checkpoint }) => ({ checkpoint, from: 'kept-receipt' as const, isOutside: true })),
  ];
}

/** The same checkpoint is met in the record, in its receipt and at the witness: its signature is worked out once. */
function onceForEach<T>(work: (checkpoint: Checkpoint) => Promise<T>): (checkpoint: Checkpoint) => Promise<T> {
  const done = new Map<string, Promise<T>>();
  return (checkpoint) => {
    const key = canonicalJson(checkpoint);
    const result = done.get(key) ?? work(checkpoint);
    done.set(key, result);
    return result;
  };
}

function trustedKeys(
  { trustedKeyIds }: Statements,
  found: readonly Claim[],
): { keysTrusted: Claims['keysTrusted']; trusted: ReadonlySet<string> } {
  if (trustedKeyIds) return { keysTrusted: 'named', trusted: new Set(trustedKeyIds) };
  const sound = found.filter(({ fault }) => !fault);
  const outside = sound.filter(({ isOutside }) => isOutside);
  if (0 < outside.length)
    return { keysTrusted: 'from-outside', trusted: new Set(outside.map(({ checkpoint }) => checkpoint.keyId)) };
  const [first] = sound.toSorted((a, b) => a.checkpoint.sequence - b.checkpoint.sequence);
  return { keysTrusted: 'as-found', trusted: new Set(first ? [first.checkpoint.keyId] : []) };
}
