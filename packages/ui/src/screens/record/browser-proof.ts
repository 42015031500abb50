// The record as the server tells it in, whether it is whole out: worked out here, by the browser's own cryptography. The server is not asked whether it is.
import type { Checkpoint, OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { isSealable, sealedBytes } from '@sekisho/engine/record/chain.ts';
import { bytesOf, type RecordFunctions } from '@sekisho/engine/record/checkpoint.ts';
import { verifyRecord, type VerificationReport } from '@sekisho/engine/record/verify-record.ts';
import type { EntryLine, RecordStatements, SealedEntry } from '../../answers.ts';

/** Where the record is asked for. */
export interface RecordSource {
  readonly record: () => Promise<RecordStatements>;
  readonly entries: (from: number, limit: number) => Promise<{ readonly items: readonly EntryLine[] }>;
  readonly entry: (sequence: number) => Promise<SealedEntry>;
}

/** Where a browser keeps what it saw: `localStorage`. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

export interface BrowserProof {
  readonly report: VerificationReport;
  /** The last signature that this browser saw before, of each key: whoever writes the record cannot reach it. */
  readonly remembered: readonly Checkpoint[];
}

export interface ProofSettings {
  /** Keys that somebody was told of by a way they trust, as when one was lost. */
  readonly trusted?: readonly string[];
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

const PAGE = 1000;

/**
 * Reads every entry once and works out its hash, its place after the one before, and every signature. The last signature of each key
 * is remembered in the browser when all holds, and the next proof is held against them.
 *
 * Payloads are not read but for a key's handing over: `sealHolds` checks one when it is looked at.
 * @throws DOMException `NotSupportedError` where the browser cannot check Ed25519.
 */
export async function proveInBrowser(
  source: RecordSource,
  memory: Memory,
  { trusted = [], onProgress = () => {} }: ProofSettings = {},
): Promise<BrowserProof> {
  const { publicKeys, lastEntry, ...record } = await source.record();
  const remembered = rememberedIn(memory, record.recordId);
  const known = (0 < remembered.length ? remembered : record.checkpoints.slice(0, 1)).map(({ keyId }) => keyId);
  const report = await verifyRecord(
    {
      ...record,
      publicKeys: new Map(publicKeys.map(({ keyId, publicKey }) => [keyId, bytesOf(publicKey)])),
      witnessCheckpoints: remembered,
      ...(0 < trusted.length && { trustedKeyIds: [...known, ...trusted] }),
      entries: entriesOf(source, (read) => onProgress(Math.min(1, read / Math.max(1, lastEntry)))),
    },
    browserFunctions,
  );
  if (report.state !== 'broken') remember(memory, record, report);
  return { report, remembered };
}

/** Whether salt and payload give the seal that is chained; undefined for an entry that is erased. */
export async function sealHolds({ seal, salt, payload }: OpenEntry): Promise<boolean | undefined> {
  if (salt === undefined && payload === undefined) return undefined;
  if (salt === undefined || payload === undefined || !isSealable(salt, payload)) return false;
  return (await browserFunctions.sha256(sealedBytes(salt, payload))) === seal;
}

/** Whether this browser can check at all: pages that came without TLS from another machine may use no cryptography. */
export function canProve(): boolean {
  return globalThis.isSecureContext && 'subtle' in crypto;
}

async function* entriesOf(source: RecordSource, onRead: (count: number) => void): AsyncGenerator<OpenEntry> {
  let from = 1;
  let read = 0;
  for (;;) {
    const { items } = await source.entries(from, PAGE);
    for (const { isErased: _, ...entry } of items)
      yield entry.kind === 'key-rotated' ? await source.entry(entry.sequence) : entry;
    const last = items.at(-1);
    if (!last) return;
    from = last.sequence + 1;
    read += items.length;
    onRead(read);
  }
}

const browserFunctions: RecordFunctions = {
  sha256: async (bytes) => hexOf(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))),
  verifySignature: async (publicKey, bytes, signature) => {
    const key = await publicKeyOf(publicKey);
    return key ? crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(bytes)) : false;
  },
};

async function publicKeyOf(spki: Uint8Array): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('spki', new Uint8Array(spki), 'Ed25519', false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') throw error;
    return undefined; // bytes that are no key have signed nothing
  }
}

function hexOf(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const placeOf = (recordId: string) => `sekisho-record-${recordId}`;

function rememberedIn(memory: Memory, recordId: string): readonly Checkpoint[] {
  const kept = memory.getItem(placeOf(recordId));
  return kept === null ? [] : (JSON.parse(kept) as Checkpoint[]);
}

/** Of what the record says itself, the last that holds of each key. */
function remember(
  memory: Memory,
  { recordId, checkpoints }: Pick<RecordStatements, 'recordId' | 'checkpoints'>,
  { keyIds, vouchedUpTo }: VerificationReport,
): void {
  const holding = checkpoints.filter(({ sequence }) => sequence <= (vouchedUpTo?.sequence ?? 0));
  const last = keyIds.flatMap((key) => holding.findLast(({ keyId }) => keyId === key) ?? []);
  if (0 < last.length) memory.setItem(placeOf(recordId), JSON.stringify(last));
}
