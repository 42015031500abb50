// What is sought in the record in, its entries out; an entry in, the stretch of the chain and the signature that prove it out.
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { StoredIncident } from '@sekisho/engine/model/incident.ts';
import type { Checkpoint, OpenEntry, Receipt, RecordEntry } from '@sekisho/engine/model/record-entry.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { caseOfEntry } from '@sekisho/engine/record/case-of-entry.ts';
import { readPublicKeys } from '../record/signing-key.ts';
import type { SoughtEntries } from '../store/entry-queries.ts';
import type { RecordPlaces } from './checkpoint.ts';
import { noteClaimsView, noteView } from './note-view.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { protectedIn, type ShownOfCase } from './withheld.ts';

/** An entry without what it seals. */
export interface ListedEntry extends RecordEntry {
  readonly isErased: boolean;
}

/** An entry as it is shown. */
export interface ReadEntry extends OpenEntry {
  /** Salt and payload were left out: they say something of crimes, and who sees that is sealed. */
  readonly isWithheld?: true;
}

/** All that was signed of the record, as it is kept beside it. */
export interface RecordStatements {
  readonly recordId: string;
  /** The number of its last entry; 0: there is none. */
  readonly lastEntry: number;
  readonly checkpoints: readonly Checkpoint[];
  readonly receipts: readonly Receipt[];
  /** SPKI in DER, base64, of every key it ever had here. */
  readonly publicKeys: readonly { readonly keyId: string; readonly publicKey: string }[];
}

/** What proves an entry to somebody who trusts a key or a witness: each hash holds the one before, the last is signed. */
export interface EntryProof extends Omit<RecordStatements, 'lastEntry'> {
  /** With salt and payload, unless they are erased or withheld. */
  readonly entry: ReadEntry;
  /** What follows it up to the signed one, without what they seal. */
  readonly following: readonly RecordEntry[];
}

/** A stretch without a signature that is longer than this is not handed out. */
const MOST_FOLLOWING = 10_000;

/** Entries from a number on, in order. */
export async function entriesFrom(page: { readonly from: number; readonly limit: number }, parts: Parts) {
  permit(parts, 'record.read');
  return (await parts.store.entries(page)).map(withoutPayload);
}

/** The newest entries of those that are sought, the newest first. */
export async function latestEntries(sought: SoughtEntries, limit: number, parts: Parts) {
  permit(parts, 'record.read');
  return (await parts.store.latestEntries(sought, limit)).map(withoutPayload);
}

/**
 * An entry with salt and payload; without them when it says something of crimes: `viewEntry` tells it.
 * @throws Problem `request.not-found`.
 */
export async function entryAt(sequence: number, parts: Parts): Promise<ReadEntry> {
  const entry = await storedEntry(sequence, parts);
  const shown = shownBy(entry);
  if (shown.version === undefined && protectedIn(shown, parts.reference).length === 0) return entry;
  return { ...sealOnly(entry), isWithheld: true };
}

/** All of an entry; that somebody saw specially protected data in it, and why, is sealed first. @throws Problem as `entryAt` and `noteView`. */
export async function viewEntry(sequence: number, reason: string, parts: Parts): Promise<OpenEntry> {
  const entry = await storedEntry(sequence, parts);
  const shown = shownBy(entry);
  const caseId = caseOfEntry(entry);
  if (shown.version !== undefined)
    await noteClaimsView(entry.subject, { by: parts.actor.name, reason }, shown.version, parts);
  else if (caseId !== undefined) await noteView(caseId, { by: parts.actor.name, reason }, shown, parts);
  return entry;
}

async function storedEntry(sequence: number, parts: Parts): Promise<OpenEntry> {
  permit(parts, 'record.read');
  const [entry] = await parts.store.entries({ from: sequence, limit: 1 });
  if (entry?.sequence !== sequence) throw new Problem('request.not-found', { path: `entry ${String(sequence)}` });
  return entry;
}

/** What an entry shows of listed people; of an incident that claims something of somebody its version. */
function shownBy({ kind, payload }: OpenEntry): ShownOfCase & { readonly version?: string } {
  if (payload === undefined) return {};
  if (kind === 'decision-made') return { evidence: (JSON.parse(payload) as { readonly evidence: Evidence }).evidence };
  if (kind === 'alert-raised') return { alerts: [JSON.parse(payload) as Alert] };
  if (kind !== 'incident-imported') return {};
  const { incident, version } = JSON.parse(payload) as Pick<StoredIncident, 'incident' | 'version'>;
  return incident?.claims ? { version } : {};
}

export async function recordStatements(parts: Parts, places: RecordPlaces): Promise<RecordStatements> {
  permit(parts, 'record.read');
  const { store } = parts;
  const head = await store.head();
  return {
    recordId: store.folder.id,
    lastEntry: head?.sequence ?? 0,
    checkpoints: await store.checkpoints(),
    receipts: await store.receipts(),
    publicKeys: await publicKeysIn(parts, places),
  };
}

/** @throws Problem `request.not-found` for no entry; `record.unsigned` when no signature covers it yet. */
export async function proofOfEntry(sequence: number, parts: Parts, places: RecordPlaces): Promise<EntryProof> {
  const entry = await entryAt(sequence, parts);
  const { store } = parts;
  const checkpoint = (await store.checkpoints())
    .filter((made) => sequence <= made.sequence)
    .toSorted((a, b) => a.sequence - b.sequence)[0];
  if (!checkpoint || MOST_FOLLOWING < checkpoint.sequence - sequence)
    throw new Problem('record.unsigned', { entry: sequence });
  const following = await store.entries({ from: sequence + 1, limit: checkpoint.sequence - sequence });
  return {
    recordId: store.folder.id,
    entry,
    following: following.map(sealOnly),
    checkpoints: [checkpoint],
    receipts: (await store.receipts()).filter((receipt) => receipt.checkpoint.hash === checkpoint.hash),
    publicKeys: (await publicKeysIn(parts, places)).filter(({ keyId }) => keyId === checkpoint.keyId),
  };
}

async function publicKeysIn({ store }: Parts, places: RecordPlaces): Promise<RecordStatements['publicKeys']> {
  const keys = await readPublicKeys({ ...places, recordId: store.folder.id });
  return [...keys].map(([keyId, bytes]) => ({ keyId, publicKey: Buffer.from(bytes).toString('base64') }));
}

function sealOnly({ salt: _, payload: __, ...chained }: OpenEntry): RecordEntry {
  return chained;
}

function withoutPayload({ salt: _, payload, ...entry }: OpenEntry): ListedEntry {
  return { ...entry, isErased: payload === undefined };
}
