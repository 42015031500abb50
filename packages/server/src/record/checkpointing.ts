// A record, its key and its witnesses in; out: a checkpoint of the record's end, saved, and what each witness said to it.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Checkpoint, Receipt } from '@sekisho/engine/model/record-entry.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { makeCheckpoint } from '@sekisho/engine/record/checkpoint.ts';
import type { Store, StoreReader, StoreWriter } from '../store/store.ts';
import { handOvers } from './record-keys.ts';
import type { SigningKey } from './signing-key.ts';
import type { Witness } from './witness.ts';

export interface CheckpointOutcome {
  /** Absent when the record has not grown since the last. */
  readonly made?: Checkpoint;
  readonly witnesses: readonly WitnessOutcome[];
}

export interface WitnessOutcome {
  readonly witness: string;
  /** New ones, saved. */
  readonly receipts: readonly Receipt[];
  /** Checkpoints it has not acknowledged: sent again with the next. */
  readonly owed: number;
  /** Why some are owed: `witness.unreachable`, or what wants a person: `witness.contradiction`, `witness.refused`. */
  readonly problem?: Problem;
}

/**
 * Makes a checkpoint when the record has grown since the last, saves it, gives each witness all that it has not
 * acknowledged, oldest first, and saves the receipts. What a witness says or fails to say is in the outcome, not thrown.
 * @param now the checkpoint's moment.
 * @throws Problem `record.broken` when the record denies its own last checkpoint: it is not signed over;
 *   `record.key` when the last checkpoint was signed with another key that neither handed over to this one nor was said to be lost.
 * @param publicKeys of the keys before, SPKI in DER by key id: what they signed may be owed to a witness.
 */
export async function checkpointRecord(
  store: Store,
  key: SigningKey,
  witnesses: readonly Witness[],
  now: Instant,
  publicKeys: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<CheckpointOutcome> {
  const made = await store.write((writer) => saveNextCheckpoint(writer, store.folder.id, key, now));
  const keys = new Map([...publicKeys, [key.keyId, key.publicKey]]);
  const outcomes: WitnessOutcome[] = [];
  for (const witness of witnesses) outcomes.push(await sendOwed(store, keys, witness));
  return { ...(made && { made }), witnesses: outcomes };
}

async function saveNextCheckpoint(
  writer: StoreWriter,
  recordId: string,
  key: SigningKey,
  now: Instant,
): Promise<Checkpoint | undefined> {
  const head = await writer.head();
  const last = (await inOrder(writer)).at(-1);
  if (last) {
    const [found] = await writer.entries({ from: last.sequence, limit: 1 });
    if (found?.sequence !== last.sequence || found.hash !== last.hash)
      throw new Problem('record.broken', {
        reason: 'the record denies its own last checkpoint',
        sequence: last.sequence,
        checkpointHash: last.hash,
        foundHash: found?.sequence === last.sequence ? found.hash : undefined,
      });
    if (last.keyId !== key.keyId && (await handOvers(writer, recordId)).at(-1)?.toKeyId !== key.keyId)
      throw new Problem('record.key', {
        reason: 'the record was signed with another key before',
        keyId: key.keyId,
        knownKeyId: last.keyId,
      });
  }
  if (!head || head.sequence === last?.sequence) return undefined;
  const checkpoint = makeCheckpoint(recordId, head, now, key);
  await writer.saveCheckpoint(checkpoint);
  return checkpoint;
}

/** Oldest first; stops at the first that the witness does not take, because the next would seem to skip it. */
async function sendOwed(
  store: Store,
  keys: ReadonlyMap<string, Uint8Array>,
  witness: Witness,
): Promise<WitnessOutcome> {
  const acknowledged = await acknowledgedBy(witness, store);
  const checkpoints = await inOrder(store);
  const owed = checkpoints.filter((checkpoint) => !acknowledged.has(canonicalJson(checkpoint)));
  const isOneKey = new Set(checkpoints.map(({ keyId }) => keyId)).size < 2;
  const known = owed.length === 0 || isOneKey ? [] : await handOvers(store, store.folder.id);
  const receipts: Receipt[] = [];
  try {
    for (const checkpoint of owed) {
      const { keyId, sequence } = checkpoint;
      const publicKey = keys.get(keyId);
      if (!publicKey)
        throw new Problem('record.key', { reason: 'signed with a key that is not here', keyId, sequence });
      receipts.push(
        await witness.receive(checkpoint, publicKey, known.find(({ toKeyId }) => toKeyId === keyId)?.rotation),
      );
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await saveReceipts(store, witness, receipts);
    return { witness: witness.name, receipts, owed: owed.length - receipts.length, problem: error };
  }
  await saveReceipts(store, witness, receipts);
  return { witness: witness.name, receipts, owed: 0 };
}

/** Another process may have sent the same ones: a receipt is kept once. */
async function saveReceipts(store: Store, witness: Witness, receipts: readonly Receipt[]): Promise<void> {
  if (receipts.length === 0) return;
  await store.write(async (writer) => {
    const acknowledged = await acknowledgedBy(witness, writer);
    for (const receipt of receipts)
      if (!acknowledged.has(canonicalJson(receipt.checkpoint))) await writer.saveReceipt(receipt);
  });
}

async function acknowledgedBy(witness: Witness, reader: StoreReader): Promise<ReadonlySet<string>> {
  const receipts = await reader.receipts();
  return new Set(
    receipts.filter((receipt) => receipt.witness === witness.name).map(({ checkpoint }) => canonicalJson(checkpoint)),
  );
}

async function inOrder(reader: StoreReader): Promise<readonly Checkpoint[]> {
  return [...(await reader.checkpoints())].sort((a, b) => a.sequence - b.sequence);
}
