// Keys with what they stand for in, a table that finds the places of a key in one step out: buckets by the upper bits of its hash.
import type { NumberColumn } from './columns.ts';

/** An entry is an id with as many of the hash's lower bits as there is room for: those of other keys are passed over. */
export interface KeyTable {
  /** Where each bucket begins; one more at the end. */
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
  /** Bits of an entry that hold the id. */
  readonly idBits: number;
}

/** Entries by letters, each with the vowels of its word (`consonant-frame.ts`). */
export interface LetterKeyTable extends KeyTable {
  readonly vowels: Uint32Array;
}

/** A table of `hashes[i]` → `ids[i]`, into arrays of the sizes that `keyTableSizes` says. Returns where each pair went. */
export function fillKeyTable(
  hashes: NumberColumn,
  ids: NumberColumn,
  { starts, entries, idBits }: KeyTable,
  onEntry?: (from: number, to: number) => void,
): void {
  const shift = bucketShift(starts.length);
  const count = hashes.length;
  for (let pair = 0; pair < count; pair++) {
    const bucket = (hashes.at(pair) >>> shift) + 1;
    starts[bucket] = (starts[bucket] as number) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number);
  const next = starts.slice(0, -1);
  for (let pair = 0; pair < count; pair++) {
    const hash = hashes.at(pair);
    const place = next[hash >>> shift] as number;
    next[hash >>> shift] = place + 1;
    entries[place] = entryOf(hash, ids.at(pair), idBits);
    onEntry?.(pair, place);
  }
}

function entryOf(hash: number, id: number, idBits: number): number {
  return ((hash << idBits) | id) >>> 0;
}

/** By how far a hash is shifted to give its bucket. */
export function bucketShift(starts: number): number {
  return 32 - Math.log2(starts - 1);
}

export interface KeyTableSizes {
  readonly starts: number;
  readonly entries: number;
  readonly idBits: number;
}

/** About four entries a bucket. */
export function keyTableSizes(pairs: number, ids: number): KeyTableSizes {
  const bucketBits = Math.min(24, Math.max(4, Math.ceil(Math.log2(Math.max(1, pairs))) - 2));
  return { starts: 2 ** bucketBits + 1, entries: pairs, idBits: Math.max(1, Math.ceil(Math.log2(ids + 1))) };
}

/** Calls `found` with every id that may have the key, and with the place of its entry. */
export function eachOf(table: KeyTable, hash: number, found: (id: number, place: number) => void): void {
  const { starts, entries, idBits } = table;
  const bucket = hash >>> bucketShift(starts.length);
  const end = starts[bucket + 1] as number;
  const mask = 2 ** idBits - 1;
  const wanted = (hash << idBits) >>> 0;
  for (let place = starts[bucket] as number; place < end; place++) {
    const entry = entries[place] as number;
    if (((entry ^ wanted) & ~mask) === 0) found(entry & mask, place);
  }
}
