// What keeps a record's checkpoints where those who keep the record cannot reach: a place in, the witness there out.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Checkpoint, Receipt } from '@sekisho/engine/model/record-entry.ts';
import { openWitnessFolder } from './witness-folder.ts';
import { openWitnessUrl } from './witness-url.ts';

export interface HeldCheckpoint {
  readonly checkpoint: Checkpoint;
  /** SPKI, DER. */
  readonly publicKey: Uint8Array;
  readonly receivedAt: Instant;
}

export interface Witness {
  /** As it stands in receipts: the folder or the URL. */
  readonly name: string;
  /**
   * Gives a checkpoint to keep; when this returns it is kept. The same checkpoint again is the same receipt again.
   * @throws Problem `witness.contradiction` when it denies what the witness holds: another hash for an entry, an entry
   *   before the last that it does not know, another key; with what it holds. `witness.refused` when it is not a signed
   *   checkpoint; `witness.unreachable` when the witness does not answer: it may come again.
   */
  receive(checkpoint: Checkpoint, publicKey: Uint8Array): Promise<Receipt>;
  /**
   * All it holds of a record, in the order received.
   * @throws Problem `witness.unreachable`, or `record.unreadable` when what it holds is damaged.
   */
  held(recordId: string): Promise<readonly HeldCheckpoint[]>;
}

/**
 * The witness at a place: `https://…` (`http://` on this machine only), or else a folder.
 * @throws Problem `witness.place` when the URL is not one of these, or the folder is the data folder or lies inside it.
 */
export function openWitness(
  place: string,
  { dataFolder, clock }: { readonly dataFolder?: string; readonly clock: () => Instant },
): Witness {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place)) return openWitnessUrl(place);
  return openWitnessFolder(place, { clock, ...(dataFolder !== undefined && { dataFolder }) });
}
