// A record and the place of its keys in; out: the key that signs it now, who handed over to whom, and a new key in its place.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Checkpoint, KeyReplacement, KeyRotation } from '@sekisho/engine/model/record-entry.ts';
import { makeCheckpoint } from '@sekisho/engine/record/checkpoint.ts';
import { replaceKey, rotateKey, rotationIn } from '@sekisho/engine/record/key-rotation.ts';
import type { Store, StoreReader } from '../store/store.ts';
import { adoptNextKey, nextKeyId, openNextKey, openSigningKey, type KeyPlace, type SigningKey } from './signing-key.ts';

/** A key in the place of another, as the record says it. */
export type HandOver = Pick<KeyRotation, 'fromKeyId' | 'toKeyId'> & { readonly rotation?: KeyRotation };

/** In order. */
export async function handOvers(
  reader: Pick<StoreReader, 'entriesAbout'>,
  recordId: string,
): Promise<readonly HandOver[]> {
  const entries = await reader.entriesAbout([recordId]);
  return entries.flatMap((entry): HandOver[] => {
    if (entry.kind === 'key-replaced' && entry.payload !== undefined) {
      const { fromKeyId, toKeyId } = JSON.parse(entry.payload) as KeyReplacement;
      return [{ fromKeyId, toKeyId }];
    }
    const rotation = rotationIn(entry);
    return rotation ? [{ fromKeyId: rotation.fromKeyId, toKeyId: rotation.toKeyId, rotation }] : [];
  });
}

/**
 * The key that signs the record now. A handing over that was sealed and then interrupted is finished first.
 * @throws Problem `record.key` as `openSigningKey`.
 */
export async function openRecordKey(store: Store, place: KeyPlace): Promise<SigningKey> {
  const next = await nextKeyId(place);
  if (next !== undefined) {
    const known = await handOvers(store, store.folder.id);
    if (known.at(-1)?.toKeyId === next) await adoptNextKey(place);
  }
  return openSigningKey(place);
}

export interface RotatedKey {
  readonly fromKeyId: string;
  readonly toKeyId: string;
  /** The entry that seals it. */
  readonly sequence: number;
  /** By the key before, of that entry; absent when that key was lost. */
  readonly checkpoint?: Checkpoint;
}

/**
 * The key of the record hands over to a new one: signed by both, sealed, and the entry signed by the key before as the last it
 * signs. Its private half is gone afterwards.
 * @throws Problem `record.key` when the key here is not the one that signed last, and as `openSigningKey`.
 */
export async function rotateRecordKey(store: Store, place: KeyPlace, at: Instant): Promise<RotatedKey> {
  const from = await openRecordKey(store, place);
  const to = await openNextKey(place);
  const recordId = store.folder.id;
  const rotated = await store.write(async (writer) => {
    const signer = await lastSigner(writer, recordId);
    if (signer !== undefined && signer !== from.keyId)
      throw new Problem('record.key', {
        reason: 'the record was signed with another key before',
        keyId: from.keyId,
        knownKeyId: signer,
      });
    const entry = await writer.seal('key-rotated', recordId, rotateKey(recordId, from, to, at), at);
    const checkpoint = makeCheckpoint(recordId, entry, at, from);
    await writer.saveCheckpoint(checkpoint);
    return { fromKeyId: from.keyId, toKeyId: to.keyId, sequence: entry.sequence, checkpoint };
  });
  await adoptNextKey(place);
  return rotated;
}

/**
 * A new key in the place of one that is lost: sealed with who says so and why. No key hands over to it, so whoever verifies must name
 * it as trusted.
 * @throws Problem `record.key` when the key is not lost, or nothing was ever signed.
 */
export async function replaceLostKey(
  store: Store,
  place: KeyPlace,
  word: Pick<KeyReplacement, 'at' | 'by' | 'reason'>,
): Promise<RotatedKey> {
  const current = await openRecordKey(store, place);
  const to = await openNextKey(place);
  const recordId = store.folder.id;
  const replaced = await store.write(async (writer) => {
    const signer = await lastSigner(writer, recordId);
    if (signer === undefined) throw new Problem('record.key', { reason: 'nothing was signed with a key that is lost' });
    if (signer === current.keyId)
      throw new Problem('record.key', { reason: 'the key is here: let it hand over', keyId: current.keyId });
    const payload = replaceKey(recordId, signer, to, word);
    const { sequence } = await writer.seal('key-replaced', recordId, payload, word.at);
    return { fromKeyId: signer, toKeyId: to.keyId, sequence };
  });
  await adoptNextKey(place);
  return replaced;
}

/** The key that was handed over to last, else the one that signed last. */
async function lastSigner(reader: StoreReader, recordId: string): Promise<string | undefined> {
  const handedTo = (await handOvers(reader, recordId)).at(-1)?.toKeyId;
  const checkpoints = await reader.checkpoints();
  return handedTo ?? checkpoints.toSorted((a, b) => a.sequence - b.sequence).at(-1)?.keyId;
}
