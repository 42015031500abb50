// A store or an export, and what stands outside of it, in; the report of its verification and the command's exit code out.
import Type from 'typebox';
import { Check } from 'typebox/value';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { verifyRecord, type VerificationReport } from '@sekisho/engine/record/verify-record.ts';
import type { Checkpoint, OpenEntry, Receipt } from '@sekisho/engine/model/record-entry.ts';
import type { Store } from '../store/store.ts';
import { readReceipts } from './kept-receipts.ts';
import { nodeFunctions } from './node-functions.ts';
import { readExport, type ExportedRecord } from './read-export.ts';
import { recordEntries } from './record-entries.ts';
import { CheckpointShape, ReceiptShape } from './record-lines.ts';
import { keyIdOf } from './signing-key.ts';
import type { Witness } from './witness.ts';

/** What the record is held against. */
export interface Outside {
  readonly witnesses?: readonly Witness[];
  /** A file of `appendReceipts`, kept away from the record. */
  readonly receiptsFile?: string;
  readonly trustedKeyIds?: readonly string[];
  /** Entries verified so far. */
  readonly onProgress?: (entries: number) => void;
}

/** Of `sekisho record verify`. 2, not made here: the record or what it is held against cannot be read. */
export const exitCodeByState = {
  'intact-witnessed': 0,
  broken: 1,
  'intact-unwitnessed': 4,
} as const satisfies Record<VerificationReport['state'], number>;

/**
 * Verifies the record of a store that may be in use: what is appended meanwhile is verified too.
 * @throws Problem `record.unreadable` when a checkpoint or receipt is none, and as `readReceipts` and `Witness.held` do.
 */
export async function verifyStore(
  store: Store,
  publicKeys: ReadonlyMap<string, Uint8Array>,
  outside: Outside = {},
): Promise<VerificationReport> {
  const checkpoints = await store.checkpoints();
  const receipts = await store.receipts();
  if (!Check(Type.Array(CheckpointShape), checkpoints) || !Check(Type.Array(ReceiptShape), receipts))
    throw new Problem('record.unreadable', { reason: 'a checkpoint or a receipt of the store is not one' });
  const entries = recordEntries(store);
  return verify({ recordId: store.folder.id, publicKeys, checkpoints, receipts, entries }, outside);
}

/** Verifies an export, without its store. @throws Problem as `readExport`, `readReceipts` and `Witness.held` do. */
export async function verifyExport(file: string, outside: Outside = {}): Promise<VerificationReport> {
  return verifyExported(await readExport(file), outside);
}

/**
 * The same of an export that is open. Of a part of a record, what stands outside counts as far as the part reaches.
 * @throws Problem as `verifyExport`.
 */
export async function verifyExported(record: ExportedRecord, outside: Outside = {}): Promise<VerificationReport> {
  return verify(record, outside);
}

interface FoundRecord {
  readonly recordId: string;
  readonly publicKeys: ReadonlyMap<string, Uint8Array>;
  readonly checkpoints: readonly Checkpoint[];
  readonly receipts: readonly Receipt[];
  readonly entries: AsyncIterable<OpenEntry>;
  readonly from?: { readonly sequence: number; readonly previous: string };
}

async function verify(record: FoundRecord, outside: Outside): Promise<VerificationReport> {
  const { witnesses = [], receiptsFile, trustedKeyIds, onProgress } = outside;
  const isWithin = reachOf(record);
  const held = (await Promise.all(witnesses.map((witness) => witness.held(record.recordId)))).flat().filter(isWithin);
  const kept = receiptsFile === undefined ? undefined : await readReceipts(receiptsFile);
  const witnessKeys = held.map(({ publicKey }) => [keyIdOf(publicKey), publicKey] as const);
  return verifyRecord(
    {
      ...record,
      entries: onProgress ? counted(record.entries, onProgress) : record.entries,
      publicKeys: new Map([...record.publicKeys, ...(kept?.publicKeys ?? []), ...witnessKeys]),
      witnessCheckpoints: held.map(({ checkpoint }) => checkpoint),
      ...(kept && { keptReceipts: kept.receipts.filter(isWithin) }),
      ...(trustedKeyIds && { trustedKeyIds }),
    },
    nodeFunctions,
  );
}

/** Of a part of a record: from where it begins to its last checkpoint. */
function reachOf({ from, checkpoints }: FoundRecord): (claim: { readonly checkpoint: Checkpoint }) => boolean {
  if (!from) return () => true;
  const last = checkpoints.reduce((most, { sequence }) => Math.max(most, sequence), 0);
  return ({ checkpoint: { sequence } }) => from.sequence <= sequence && sequence <= last;
}

async function* counted(entries: AsyncIterable<OpenEntry>, onProgress: (entries: number) => void) {
  let count = 0;
  for await (const entry of entries) {
    yield entry;
    if (++count % 1000 === 0) onProgress(count);
  }
}
