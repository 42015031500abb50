// The first entry that is not as it should be, and what follows it, in; out: what was done to the record there.
import type { OpenEntry } from '../model/record-entry.ts';
import type { ProblemFacts } from '../model/problem.ts';
import { hashedBytes, type WaitingSha256 } from './chain.ts';
import type { CheckpointFault } from './checkpoint.ts';
import type { Claim } from './checkpoint-claims.ts';

export type BreakKind =
  | 'altered' // an entry is not the one that was written
  | 'removed' // an entry is gone from between others
  | 'inserted' // an entry was put in that the chain does not lead to
  | 'reordered' // the entries are there, in another order
  | 'rewritten' // entries up to a checkpoint were replaced and chained anew
  | 'truncated' // entries are gone from the end
  | 'rolled-back' // an older copy stands in the record's place
  | 'checkpoint'; // the entry may stand; a checkpoint of it cannot be relied on

export type BreakReason =
  | 'hash-differs' // the entry's fields do not give its hash
  | 'seal-differs' // salt and payload do not give the seal
  | 'payload-without-salt'
  | 'salt-without-payload'
  | 'sequence-differs' // another entry stands where this one should
  | 'previous-differs' // the entry follows another one than the one before it
  | 'followed-as-another' // the entry is consistent in itself, but the next follows another in its place
  | 'checkpoint-differs' // a checkpoint says another hash
  | 'end-missing' // the record's own checkpoint speaks of an entry after its end
  | 'older-than-witnessed' // a checkpoint from outside does
  | CheckpointFault;

/** Where a record stops being as it was written. Entries before it are chained as they should be. */
export interface Break {
  /** The number of the entry. */
  readonly sequence: number;
  /** Its place in the stored order, from 1, or where it should stand. */
  readonly position: number;
  readonly kind: BreakKind;
  readonly reason: BreakReason;
  /** `found`: the number of the entry that stands there; `lastMissing`; `firstPossible`: rewritten from here at the earliest; of a checkpoint. */
  readonly facts: ProblemFacts;
}

export interface Trouble {
  readonly reason: BreakReason;
  /** The checkpoint that denies the entry, or that cannot be relied on. */
  readonly claim?: Claim;
}

interface FoundTrouble {
  readonly trouble: Trouble;
  readonly entry: OpenEntry;
  /** What should stand there: the number, and the hash it should follow. */
  readonly place: { readonly number: number; readonly previous: string };
  readonly position: number;
  /** The last entry that a checkpoint vouches for; 0: none. */
  readonly vouched: number;
}

/** The trouble and what the entries after it say of it, which tells one kind from another. */
export interface Suspicion extends FoundTrouble {
  /** The number under which the entry's hash is right; undefined when there is none near. */
  readonly number: number | undefined;
  next?: { readonly sequence: number; readonly previous: string; readonly isHashRight: boolean };
  /** The entry that belongs in this place comes later, whatever number it has now. */
  isOwnerFound: boolean;
  /** The same entry comes again. */
  isRepeated: boolean;
  /** Another entry chains to it, or it to another. */
  isLinked: boolean;
}

export async function beginSuspicion(found: FoundTrouble, sha256: WaitingSha256): Promise<Suspicion> {
  const { entry, place } = found;
  const number = await numberByHash(entry, place.number, sha256);
  return { ...found, number, isOwnerFound: false, isRepeated: false, isLinked: false };
}

/** How far from its place an entry is looked for that was given another number. */
const MOST_PLACES_AWAY = 1000;

/** Its own number where its hash is right, else the nearest to `here` with which it would be: then only the number was altered. */
async function numberByHash(entry: OpenEntry, here: number, sha256: WaitingSha256): Promise<number | undefined> {
  if (await isHashRight(entry, sha256)) return entry.sequence;
  for (let away = 0; away <= MOST_PLACES_AWAY; away++)
    for (const sequence of [here + away, here - away])
      if (await isHashRight({ ...entry, sequence }, sha256)) return sequence;
  return undefined;
}

/** Notes what a later entry says of the trouble. */
export async function lookFurther(suspicion: Suspicion, later: OpenEntry, sha256: WaitingSha256): Promise<void> {
  const { entry, place } = suspicion;
  suspicion.next ??= { ...later, isHashRight: await isHashRight(later, sha256) };
  if (later.hash === entry.hash) suspicion.isRepeated = true;
  if (later.previous === entry.hash || later.hash === entry.previous) suspicion.isLinked = true;
  if (later.previous === place.previous && (await isHashRight({ ...later, sequence: place.number }, sha256)))
    suspicion.isOwnerFound = true;
}

/** Whether the entry's own fields give its hash. Fields that no canonical JSON exists of give none. */
export async function isHashRight(entry: OpenEntry, sha256: WaitingSha256): Promise<boolean> {
  const { sequence, at, kind, subject, seal, previous, hash } = entry;
  const isText = [at, kind, subject, seal, previous].every((text) => text.isWellFormed());
  return isText && Number.isFinite(sequence) && (await sha256(hashedBytes(entry))) === hash;
}

export function diagnose(suspicion: Suspicion): Break {
  const { trouble, entry, place } = suspicion;
  const { kind, sequence, reason = trouble.reason } = kindAndSequence(suspicion);
  const { number = entry.sequence } = suspicion;
  const found = number === place.number ? entry.sequence : number;
  const facts = {
    ...(found !== sequence && { found }),
    ...(kind === 'removed' && place.number < found - 1 && { lastMissing: found - 1 }),
    ...(trouble.claim && claimFacts(trouble.claim)),
    ...(kind === 'rewritten' && { firstPossible: suspicion.vouched + 1 }),
  };
  const position = reason === 'followed-as-another' ? suspicion.position - 1 : suspicion.position;
  return { sequence, position, kind, reason, facts };
}

function claimFacts({ checkpoint, from }: Claim): ProblemFacts {
  return { from, signedAt: checkpoint.at, keyId: checkpoint.keyId };
}

interface Named {
  readonly kind: BreakKind;
  readonly sequence: number;
  readonly reason?: BreakReason;
}

function kindAndSequence(suspicion: Suspicion): Named {
  const { trouble, entry, number, place, vouched, isOwnerFound } = suspicion;
  const here = place.number;
  switch (trouble.reason) {
    case 'seal-differs':
    case 'payload-without-salt':
    case 'salt-without-payload':
      return { kind: 'altered', sequence: here };
    case 'checkpoint-differs':
      return { kind: isOwnerFound ? 'inserted' : 'rewritten', sequence: here };
    case 'hash-differs':
      if (number !== undefined && number !== here) return misplaced(suspicion, number);
      if (isOwnerFound) return { kind: 'inserted', sequence: entry.sequence };
      if (number === here || trueNumber(suspicion) === here) return { kind: 'altered', sequence: here };
      return { kind: here < entry.sequence ? 'removed' : 'inserted', sequence: Math.min(here, entry.sequence) };
    case 'previous-differs':
      if (isOwnerFound) return { kind: 'inserted', sequence: here };
      // The entry before was replaced together with its hash, unless a checkpoint says that it stands.
      if (1 < here && vouched < here - 1) return { kind: 'altered', sequence: here - 1, reason: 'followed-as-another' };
      return { kind: 'altered', sequence: here };
    case 'sequence-differs':
      return misplaced(suspicion, entry.sequence);
    default:
      return { kind: 'checkpoint', sequence: here };
  }
}

/** Of an entry that is the `number`-th, whole but for the number it may have been given, and stands in another's place. */
function misplaced({ entry, place, isOwnerFound, isRepeated, isLinked }: Suspicion, number: number): Named {
  // All numbers before this place are taken.
  if (number < place.number) return { kind: 'inserted', sequence: entry.sequence };
  if (!isOwnerFound) return { kind: 'removed', sequence: place.number };
  const isOutOfPlace = isLinked && !isRepeated;
  return isOutOfPlace ? { kind: 'reordered', sequence: place.number } : { kind: 'inserted', sequence: entry.sequence };
}

/** The number that an entry with a wrong hash had: its neighbours know, whatever it says itself. */
function trueNumber({ entry, place, next }: Suspicion): number {
  if (next?.isHashRight && next.previous === entry.hash) return next.sequence - 1;
  return entry.previous === place.previous ? place.number : entry.sequence;
}
