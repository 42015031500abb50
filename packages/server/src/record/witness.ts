// What keeps a record's checkpoints where those who keep the record cannot reach: a checkpoint in, a receipt out.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Checkpoint, KeyRotation, Receipt } from '@sekisho/engine/model/record-entry.ts';

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
   * @param rotation with which the key of the checkpoint before handed over to this one's, where it is another.
   * @throws Problem `witness.contradiction` when it denies what the witness holds: another hash for an entry, an entry
   *   before the last that it does not know, another key that was not handed over to; with what it holds. `witness.refused` when it is not a signed
   *   checkpoint; `witness.unreachable` when the witness does not answer: it may come again.
   */
  receive(checkpoint: Checkpoint, publicKey: Uint8Array, rotation?: KeyRotation): Promise<Receipt>;
  /**
   * All it holds of a record, in the order received.
   * @throws Problem `witness.unreachable`, or `record.unreadable` when what it holds is damaged.
   */
  held(recordId: string): Promise<readonly HeldCheckpoint[]>;
}
