// The record's end in, a signed checkpoint of it at every witness out.
import { checkpointRecord, type CheckpointOutcome } from '../record/checkpointing.ts';
import { openRecordKey } from '../record/record-keys.ts';
import { readPublicKeys } from '../record/signing-key.ts';
import { openWitness } from '../record/open-witness.ts';
import type { Parts } from './parts.ts';

/** Where what makes a record trustworthy is kept: apart from the record. */
export interface RecordPlaces {
  readonly keysFolder: string;
  readonly dataFolder: string;
  /** Folders or URLs. */
  readonly witnesses: readonly string[];
}

/** Entries that may stand without a signature over them. */
const MAX_UNSIGNED_ENTRIES = 100;

/** @throws Problem `record.broken`, `record.key`, `witness.place`. */
export async function checkpoint({ store, clock }: Parts, places: RecordPlaces): Promise<CheckpointOutcome> {
  const { keysFolder, dataFolder } = places;
  const place = { keysFolder, dataFolder, recordId: store.folder.id };
  const key = await openRecordKey(store, place);
  const witnesses = places.witnesses.map((name) => openWitness(name, { dataFolder, clock }));
  return checkpointRecord(store, key, witnesses, clock(), await readPublicKeys(place));
}

/** A checkpoint when many entries have come since the last, or when the last is of another day; else undefined. */
export async function checkpointWhenDue(parts: Parts, places: RecordPlaces): Promise<CheckpointOutcome | undefined> {
  const head = await parts.store.head();
  const last = (await parts.store.checkpoints()).at(-1);
  if (!head || head.sequence === last?.sequence) return undefined;
  const unsigned = head.sequence - (last?.sequence ?? 0);
  const isOfToday = last?.at.slice(0, 10) === parts.clock().slice(0, 10);
  return isOfToday && unsigned < MAX_UNSIGNED_ENTRIES ? undefined : checkpoint(parts, places);
}
