// For tests: a whole record of 53 entries, and what somebody may do to it; beside each, what verification must say.
import assert from 'node:assert/strict';
import type { Checkpoint, OpenEntry, Receipt } from '../src/model/record-entry.ts';
import { chainEntry, hashOf } from '../src/record/chain.ts';
import { makeCheckpoint } from '../src/record/checkpoint.ts';
import type { BreakKind } from '../src/record/first-break.ts';
import type { RecordToVerify } from '../src/record/verify-record.ts';
import {
  sampleCheckpoints,
  sampleEntries,
  sampleFunctions,
  sampleInstant,
  sampleKey,
  sampleRecordId,
} from './sample-record.ts';

const { sha256 } = sampleFunctions;
export const key = sampleKey('a');
export const otherKey = sampleKey('b');
export const entries = sampleEntries(1, 53);
const checkpoints = sampleCheckpoints(entries, 10, key);
export const receipts = checkpoints.map((checkpoint): Receipt => ({
  checkpoint,
  witness: 'w',
  receivedAt: checkpoint.at,
}));
const publicKeys = new Map([key, otherKey].map(({ keyId, publicKey }) => [keyId, publicKey]));

/** A record of 53 entries with checkpoints of the entries 10, 20, … 50, not changed by anybody. */
export const whole = { recordId: sampleRecordId, entries, checkpoints, receipts: [] as Receipt[], publicKeys };

export const alone: Partial<RecordToVerify> = {};
export const withWitness: Partial<RecordToVerify> = { witnessCheckpoints: checkpoints };
export const withReceipts: Partial<RecordToVerify> = { keptReceipts: receipts };
export const withKey: Partial<RecordToVerify> = { trustedKeyIds: [key.keyId] };

export interface Found {
  readonly entries: readonly OpenEntry[];
  readonly checkpoints: readonly Checkpoint[];
  readonly receipts: readonly Receipt[];
}

export interface TamperCase {
  readonly what: string;
  readonly change: (record: Found) => Partial<Found>;
  readonly sequence: number;
  readonly kind: BreakKind;
  /** Where the entry stands in the stored order; as a rule its number. */
  readonly position?: number;
  /** What the record is held against; as a rule, it is found whatever that is. */
  readonly outside?: readonly Partial<RecordToVerify>[];
  readonly firstPossible?: number;
}

export const at = (sequence: number): OpenEntry => {
  const entry = entries.find((one) => one.sequence === sequence);
  assert.ok(entry);
  return entry;
};
/** The entries with entry `sequence` replaced by others. */
const replaced = (sequence: number, ...by: readonly OpenEntry[]) =>
  entries.flatMap((entry) => (entry.sequence === sequence ? by : [entry]));
const changed = (sequence: number, change: Partial<OpenEntry>) => replaced(sequence, { ...at(sequence), ...change });
export const without = (entry: OpenEntry, ...fields: readonly ('salt' | 'payload')[]): OpenEntry =>
  Object.fromEntries(
    Object.entries(entry).filter(([name]) => !fields.some((field) => field === name)),
  ) as unknown as OpenEntry;
/** With the hash that the fields give. */
const rehashed = (entry: OpenEntry): OpenEntry => ({ ...entry, hash: hashOf(entry, sha256) });
/** Put together by somebody who knows the format, to follow `before`. */
const forged = (before: OpenEntry, sequence: number): OpenEntry => {
  const happened = { at: before.at, kind: 'case-decided', subject: 'A-9', simulation: false } as const;
  const head = { sequence: sequence - 1, hash: before.hash };
  return chainEntry(head, { ...happened, salt: 'ab'.repeat(32), payload: '{}' }, sha256);
};
/** Entries from `from` on written anew, with all hashes right. */
const rewritten = (from: number, to = 53) => [
  ...entries.slice(0, from - 1),
  ...sampleEntries(from, to, entries[from - 2], 'second'),
];
export const inside = (last: number) => checkpoints.filter(({ sequence }) => sequence <= last);

export const tamperCases: readonly TamperCase[] = [
  {
    what: 'a payload',
    change: () => ({ entries: changed(7, { payload: '{"name":"Yamada"}' }) }),
    sequence: 7,
    kind: 'altered',
  },
  {
    what: 'a space in a payload',
    change: () => ({ entries: changed(7, { payload: `${at(7).payload} ` }) }),
    sequence: 7,
    kind: 'altered',
  },
  { what: 'a salt', change: () => ({ entries: changed(7, { salt: at(8).salt ?? '' }) }), sequence: 7, kind: 'altered' },
  {
    what: 'a salt in capitals',
    change: () => ({ entries: changed(7, { salt: (at(7).salt ?? '').toUpperCase() }) }),
    sequence: 7,
    kind: 'altered',
  },
  {
    what: 'a payload without its salt',
    change: () => ({ entries: replaced(7, without(at(7), 'salt')) }),
    sequence: 7,
    kind: 'altered',
  },
  {
    what: 'a salt without its payload',
    change: () => ({ entries: replaced(7, without(at(7), 'payload')) }),
    sequence: 7,
    kind: 'altered',
  },
  { what: 'a moment', change: () => ({ entries: changed(7, { at: sampleInstant(8) }) }), sequence: 7, kind: 'altered' },
  { what: 'a subject', change: () => ({ entries: changed(7, { subject: 'A-8' }) }), sequence: 7, kind: 'altered' },
  {
    what: 'a subject that is no text',
    change: () => ({ entries: changed(7, { subject: '\ud83d' }) }),
    sequence: 7,
    kind: 'altered',
  },
  { what: 'a kind', change: () => ({ entries: changed(7, { kind: 'case-decided' }) }), sequence: 7, kind: 'altered' },
  {
    what: 'the word simulation',
    change: () => ({ entries: changed(7, { simulation: true }) }),
    sequence: 7,
    kind: 'altered',
  },
  { what: 'a seal', change: () => ({ entries: changed(7, { seal: at(8).seal }) }), sequence: 7, kind: 'altered' },
  {
    what: 'a payload and its seal',
    change: () => ({ entries: changed(7, { payload: at(8).payload ?? '', salt: at(8).salt ?? '', seal: at(8).seal }) }),
    sequence: 7,
    kind: 'altered',
  },
  { what: 'a hash', change: () => ({ entries: changed(7, { hash: at(8).hash }) }), sequence: 7, kind: 'altered' },
  {
    what: 'the hash of the last entry',
    change: () => ({ entries: changed(53, { hash: at(8).hash }) }),
    sequence: 53,
    kind: 'altered',
  },
  {
    what: 'what an entry follows',
    change: () => ({ entries: changed(7, { previous: at(8).hash }) }),
    sequence: 7,
    kind: 'altered',
  },
  {
    what: 'the first entry',
    change: () => ({ entries: changed(1, { subject: 'A-2' }) }),
    sequence: 1,
    kind: 'altered',
  },
  {
    what: 'what the first entry follows, with its hash',
    change: () => ({ entries: replaced(1, rehashed({ ...at(1), previous: at(8).hash })) }),
    sequence: 1,
    kind: 'altered',
  },
  {
    what: 'an entry with its own hash',
    change: () => ({ entries: replaced(7, rehashed({ ...at(7), subject: 'A-8' })) }),
    sequence: 7,
    kind: 'altered',
  },
  {
    what: 'what an entry follows with its hash, after a checkpoint',
    change: () => ({ entries: replaced(11, rehashed({ ...at(11), previous: at(8).hash })) }),
    sequence: 11,
    kind: 'altered',
  },
  {
    what: 'two entries (the first is named)',
    change: () => ({
      entries: changed(7, { subject: 'x' }).map((entry) =>
        entry.sequence === 30 ? { ...entry, subject: 'x' } : entry,
      ),
    }),
    sequence: 7,
    kind: 'altered',
  },

  { what: 'a number, up', change: () => ({ entries: changed(7, { sequence: 70 }) }), sequence: 7, kind: 'altered' },
  { what: 'a number, by one', change: () => ({ entries: changed(7, { sequence: 8 }) }), sequence: 7, kind: 'altered' },
  { what: 'a number, down', change: () => ({ entries: changed(7, { sequence: 3 }) }), sequence: 7, kind: 'altered' },
  {
    what: 'the number of the last',
    change: () => ({ entries: changed(53, { sequence: 54 }) }),
    sequence: 53,
    kind: 'altered',
  },
  {
    what: 'a number, to a fraction',
    change: () => ({ entries: changed(7, { sequence: 7.5 }) }),
    sequence: 7,
    kind: 'altered',
  },
  {
    what: 'all numbers from the seventh on',
    change: () => ({
      entries: entries.map((entry) => (entry.sequence < 7 ? entry : { ...entry, sequence: entry.sequence + 1 })),
    }),
    sequence: 7,
    kind: 'altered',
  },

  { what: 'one taken out', change: () => ({ entries: replaced(7) }), sequence: 7, kind: 'removed' },
  { what: 'the first taken out', change: () => ({ entries: replaced(1) }), sequence: 1, kind: 'removed' },
  {
    what: 'five taken out',
    change: () => ({ entries: entries.filter(({ sequence }) => sequence < 7 || 11 < sequence) }),
    sequence: 7,
    kind: 'removed',
  },
  {
    what: 'one taken out, the next tied to the one before',
    change: () => ({
      entries: replaced(7).map((entry) => (entry.sequence === 8 ? { ...entry, previous: at(6).hash } : entry)),
    }),
    sequence: 7,
    kind: 'removed',
  },
  {
    what: 'one taken out, the next tied to the one before with its hash',
    change: () => ({
      entries: replaced(7).map((entry) =>
        entry.sequence === 8 ? rehashed({ ...entry, previous: at(6).hash }) : entry,
      ),
    }),
    sequence: 7,
    kind: 'removed',
  },
  {
    what: 'one taken out and the next altered',
    change: () => ({
      entries: replaced(7).map((entry) => (entry.sequence === 8 ? { ...entry, subject: 'x' } : entry)),
    }),
    sequence: 7,
    kind: 'removed',
  },

  {
    what: 'one put in with a number of its own',
    change: () => ({ entries: replaced(7, at(7), forged(at(7), 100)) }),
    sequence: 100,
    kind: 'inserted',
    position: 8,
  },
  {
    what: 'one put in with the number of the next',
    change: () => ({ entries: replaced(7, at(7), forged(at(7), 8)) }),
    sequence: 8,
    kind: 'inserted',
    position: 9,
  },
  {
    what: 'one put in before the one whose number it takes',
    change: () => ({ entries: replaced(8, forged(at(8), 8), at(8)) }),
    sequence: 8,
    kind: 'inserted',
  },
  {
    what: 'one put in that takes the number of a checkpoint',
    change: () => ({ entries: replaced(10, forged(at(9), 10), at(10)) }),
    sequence: 10,
    kind: 'inserted',
  },
  {
    what: 'one put in with a wrong hash',
    change: () => ({ entries: replaced(8, { ...forged(at(7), 8), hash: 'ab'.repeat(32) }, at(8)) }),
    sequence: 8,
    kind: 'inserted',
  },
  {
    what: 'the same one twice',
    change: () => ({ entries: replaced(7, at(7), at(7)) }),
    sequence: 7,
    kind: 'inserted',
    position: 8,
  },
  {
    what: 'an old one again',
    change: () => ({ entries: replaced(7, at(7), at(3)) }),
    sequence: 3,
    kind: 'inserted',
    position: 8,
  },
  {
    what: 'a later one twice',
    change: () => ({ entries: replaced(7, at(20), at(7)) }),
    sequence: 20,
    kind: 'inserted',
    position: 7,
  },
  {
    what: 'one before the first',
    change: () => ({ entries: [{ ...at(1), sequence: 0 }, ...entries] }),
    sequence: 0,
    kind: 'inserted',
    position: 1,
  },

  {
    what: 'two neighbours swapped',
    change: () => ({
      entries: entries.map((entry) => (entry.sequence === 7 ? at(8) : entry.sequence === 8 ? at(7) : entry)),
    }),
    sequence: 7,
    kind: 'reordered',
  },
  {
    what: 'two far ones swapped',
    change: () => ({
      entries: entries.map((entry) => (entry.sequence === 7 ? at(40) : entry.sequence === 40 ? at(7) : entry)),
    }),
    sequence: 7,
    kind: 'reordered',
  },
  {
    what: 'one moved to the end',
    change: () => ({ entries: [...replaced(7), at(7)] }),
    sequence: 7,
    kind: 'reordered',
  },
  {
    what: 'the last moved forward',
    change: () => ({ entries: [...replaced(53).slice(0, 6), at(53), ...replaced(53).slice(6)] }),
    sequence: 7,
    kind: 'reordered',
  },
  { what: 'all turned round', change: () => ({ entries: entries.toReversed() }), sequence: 1, kind: 'reordered' },

  {
    what: 'the chain written anew from the middle',
    change: () => ({ entries: rewritten(25) }),
    sequence: 30,
    kind: 'rewritten',
    firstPossible: 21,
  },
  {
    what: 'the chain written anew from the beginning',
    change: () => ({ entries: rewritten(1) }),
    sequence: 10,
    kind: 'rewritten',
    firstPossible: 1,
  },
  {
    what: 'the entry of a checkpoint, with its own hash',
    change: () => ({ entries: replaced(30, rehashed({ ...at(30), subject: 'x' })) }),
    sequence: 30,
    kind: 'rewritten',
    firstPossible: 21,
  },
  {
    what: 'the chain written anew and signed with another key',
    change: () => ({
      entries: rewritten(25),
      checkpoints: [...inside(20), ...sampleCheckpoints(rewritten(25), 10, otherKey).slice(2)],
    }),
    sequence: 30,
    kind: 'rewritten',
    outside: [withWitness, withReceipts],
    firstPossible: 21,
  },
  {
    what: 'the chain written anew and signed with the same key',
    change: () => ({ entries: rewritten(25), checkpoints: sampleCheckpoints(rewritten(25), 10, key) }),
    sequence: 30,
    kind: 'rewritten',
    outside: [withWitness, withReceipts],
    firstPossible: 21,
  },
  {
    what: 'all checkpoints signed with another key',
    change: () => ({ checkpoints: sampleCheckpoints(entries, 10, otherKey) }),
    sequence: 10,
    kind: 'checkpoint',
    outside: [withWitness, withReceipts, withKey],
  },
  {
    what: 'the chain written anew and signed with another key, held against the known key alone',
    change: () => ({
      entries: rewritten(25),
      checkpoints: [...inside(20), ...sampleCheckpoints(rewritten(25), 10, otherKey).slice(2)],
    }),
    sequence: 30,
    kind: 'checkpoint',
    outside: [withKey],
  },
  {
    what: 'a moment of a checkpoint',
    change: () => ({
      checkpoints: checkpoints.map((one) => (one.sequence === 20 ? { ...one, at: sampleInstant(1) } : one)),
    }),
    sequence: 20,
    kind: 'checkpoint',
  },
  {
    what: 'a number of a checkpoint',
    change: () => ({ checkpoints: checkpoints.map((one) => (one.sequence === 20 ? { ...one, sequence: 21 } : one)) }),
    sequence: 21,
    kind: 'checkpoint',
  },
  {
    what: 'a checkpoint of another record',
    change: () => ({ checkpoints: [...checkpoints, makeCheckpoint('other', at(20), at(20).at, key)] }),
    sequence: 20,
    kind: 'checkpoint',
  },
  {
    what: 'a checkpoint of nothing',
    change: () => ({ checkpoints: [...checkpoints, { ...(checkpoints[0] as Checkpoint), sequence: -1 }] }),
    sequence: -1,
    kind: 'checkpoint',
    position: 54,
  },
  {
    what: 'a receipt',
    change: () => ({
      receipts: [
        {
          checkpoint: { ...(checkpoints[1] as Checkpoint), hash: at(7).hash },
          witness: 'w',
          receivedAt: sampleInstant(1),
        },
      ],
    }),
    sequence: 20,
    kind: 'checkpoint',
  },

  {
    what: 'the last five taken out',
    change: () => ({ entries: entries.slice(0, -5) }),
    sequence: 49,
    kind: 'truncated',
  },
  { what: 'all taken out', change: () => ({ entries: [] }), sequence: 1, kind: 'truncated' },
  {
    what: 'the last five taken out with their checkpoint, a receipt forgotten',
    change: () => ({ entries: entries.slice(0, -5), checkpoints: inside(48), receipts }),
    sequence: 49,
    kind: 'truncated',
  },
  {
    what: 'the last five taken out with their checkpoint',
    change: () => ({ entries: entries.slice(0, -5), checkpoints: inside(48) }),
    sequence: 49,
    kind: 'rolled-back',
    outside: [withWitness, withReceipts],
  },
  {
    what: 'an older copy',
    change: () => ({ entries: entries.slice(0, 23), checkpoints: inside(23) }),
    sequence: 24,
    kind: 'rolled-back',
    outside: [withWitness, withReceipts],
  },
  {
    what: 'an older copy that was carried on with',
    change: () => ({ entries: rewritten(24, 60), checkpoints: sampleCheckpoints(rewritten(24, 60), 10, key) }),
    sequence: 30,
    kind: 'rewritten',
    outside: [withWitness, withReceipts],
    firstPossible: 21,
  },
];
