// A record in, the same signed by a new key from here on out: one that the key before handed over to, or one in the place of a lost one.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { replaceLostKey, rotateRecordKey, type RotatedKey } from '../record/record-keys.ts';
import { checkedWord } from './case-word.ts';
import type { RecordPlaces } from './checkpoint.ts';
import type { Parts } from './parts.ts';

export interface RotationRequest {
  /** The key before is gone: who says so, and why. */
  readonly lost?: { readonly by?: string; readonly reason?: string };
}

/** @throws Problem `record.key`: not the key that signed last, not lost, nobody named; and as `openSigningKey`. */
export async function rotateKey(
  { lost }: RotationRequest,
  { store, clock }: Parts,
  { keysFolder, dataFolder }: RecordPlaces,
): Promise<RotatedKey> {
  const place = { keysFolder, dataFolder, recordId: store.folder.id };
  if (!lost) return rotateRecordKey(store, place, clock());
  const word = checkedWord({ by: lost.by ?? '', reason: lost.reason ?? '' }, 'says so', (reason) => {
    throw new Problem('record.key', { reason });
  });
  return replaceLostKey(store, place, { at: clock(), ...word });
}
