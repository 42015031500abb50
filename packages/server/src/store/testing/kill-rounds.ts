// A place for a store and a number of rounds in; in each, two processes write to it and are killed while they do. What
// was acknowledged must be there afterwards.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { openStore } from '../open-store.ts';
import { checkRecord } from './check-record.ts';
import { AT } from './invented.ts';
import type { StoreAddress } from './store-place.ts';
import { startWriting } from './start-writing.ts';

const WRITERS = ['left', 'right'];
const WRITING_MS = 150;
/** From before the store is opened, through its making, to the first entries. */
const STARTING_MS = 400;

export interface KillCounts {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Committed, but killed before anybody was told. */
  readonly unacknowledged: number;
}

export async function killRounds(
  address: StoreAddress,
  rounds: number,
  onRound?: (counts: KillCounts) => void,
): Promise<KillCounts> {
  const counts = { rounds: 0, acknowledged: 0, unacknowledged: 0 };
  let checked: OpenEntry | undefined;
  for (let round = 1; round <= rounds; round++) {
    const acknowledged = await writeUntilKilled(address, round);
    const store = await openStore({ ...address, create: { simulation: false }, now: () => AT });
    // Writing goes on; and whoever was killed while PostgreSQL committed for it has ended when this write has its turn.
    await store.write((writer) => writer.seal('record-exported', `round ${String(round)}`, { round }, AT));
    const entries = await checkRecord(store, checked);
    const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]));
    for (const { sequence, hash, subject } of acknowledged) {
      const kept = bySequence.get(sequence);
      assert.equal(kept?.hash, hash, `entry ${String(sequence)} was acknowledged in round ${String(round)}`);
      assert.equal((await store.application(subject))?.entry, sequence);
    }
    checked = entries.at(-1);
    await store.close();
    counts.rounds = round;
    counts.acknowledged += acknowledged.length;
    counts.unacknowledged += entries.filter(({ kind }) => kind === 'application-received').length - acknowledged.length;
    onRound?.(counts);
  }
  const store = await openStore({ ...address, now: () => AT });
  await checkRecord(store);
  await store.close();
  return counts;
}

interface Acknowledgement {
  readonly sequence: number;
  readonly hash: string;
  readonly subject: string;
}

async function writeUntilKilled(address: StoreAddress, round: number): Promise<readonly Acknowledgement[]> {
  const processes = WRITERS.map((name) => startWriting(address, `${name}-${String(round)}`, 0));
  // Every third round from the first is killed while it starts, the others while they write.
  const isStarting = round % 3 === 1;
  if (!isStarting) await Promise.all(processes.map((writer) => writer.firstLine));
  await new Promise((resolve) => setTimeout(resolve, randomInt(isStarting ? STARTING_MS : WRITING_MS)));
  for (const writer of processes) writer.kill();
  const ends = await Promise.all(processes.map((writer) => writer.end));
  for (const { signal, stderr } of ends) assert.equal(signal, 'SIGKILL', stderr);
  return ends.flatMap(({ lines }) => lines).map(acknowledgementIn);
}

function acknowledgementIn(line: string): Acknowledgement {
  const [sequence, hash = '', subject = ''] = line.split(' ');
  return { sequence: Number(sequence), hash, subject };
}
