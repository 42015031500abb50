// A record, its key and its witnesses in; out: a checkpoint of the record's end, saved, and what each witness said to it.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Checkpoint, Receipt } from '@sekisho/engine/model/record-entry.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { makeCheckpoint } from '@sekisho/engine/record/checkpoint.ts';
import type { Store, StoreReader, StoreWriter } from '../store/store.ts';
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
 *   `record.key` when the last checkpoint was signed with another key, unless `acceptsNewKey`.
 */
export async function checkpointRecord(
  store: Store,
  key: SigningKey,
  witnesses: readonly Witness[],
  now: Instant,
  { acceptsNewKey = false }: { readonly acceptsNewKey?: boolean } = {},
): Promise<CheckpointOutcome> {
  const made = await store.write((writer) => saveNextCheckpoint(writer, store.folder.id, key, now, acceptsNewKey));
  const outcomes: WitnessOutcome[] = [];
  for (const witness of witnesses) outcomes.push(await sendOwed(store, key, witness));
  return { ...(made && { made }), witnesses: outcomes };
}

async function saveNextCheckpoint(
  writer: StoreWriter,
  recordId: string,
  key: SigningKey,
  now: Instant,
  acceptsNewKey: boolean,
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
    if (last.keyId !== key.keyId && !acceptsNewKey)
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
async function sendOwed(store: Store, key: SigningKey, witness: Witness): Promise<WitnessOutcome> {
  const acknowledged = await acknowledgedBy(witness, store);
  const owed = (await inOrder(store)).filter((checkpoint) => !acknowledged.has(canonicalJson(checkpoint)));
  const receipts: Receipt[] = [];
  try {
    for (const checkpoint of owed) {
      if (checkpoint.keyId !== key.keyId)
        throw new Problem('record.key', { reason: 'signed with a key of before', sequence: checkpoint.sequence });
      receipts.push(await witness.receive(checkpoint, key.publicKey));
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
