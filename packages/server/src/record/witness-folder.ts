// A folder in, a witness out that keeps each record's checkpoints there in a file of lines that is only ever appended to.
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import Type from 'typebox';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { Checkpoint, KeyRotation, Receipt } from '@sekisho/engine/model/record-entry.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { checkpointFault } from '@sekisho/engine/record/checkpoint.ts';
import { isRotationSigned } from '@sekisho/engine/record/key-rotation.ts';
import { syncFolder } from '../store/durable-files.ts';
import { liesInside } from './folder-places.ts';
import { codeOf } from './new-file.ts';
import { nodeFunctions } from './node-functions.ts';
import { CheckpointShape, PublicKeyShape, readLines, valueOfLine } from './record-lines.ts';
import type { HeldCheckpoint, Witness } from './witness.ts';

/** What closes a line that a crash or a full disk cut off: it was never acknowledged and does not count. */
const UNFINISHED = '#unfinished';

const LineShape = Type.Object(
  { checkpoint: CheckpointShape, publicKey: PublicKeyShape, receivedAt: Type.String() },
  { additionalProperties: false },
);

/**
 * The witness in `folder`, which must be there: one that is missing may be a disk that is not connected, and is not made.
 * @throws Problem `witness.place` when it is the data folder or lies inside it.
 */
export function openWitnessFolder(
  folder: string,
  { clock, dataFolder }: { readonly clock: () => Instant; readonly dataFolder?: string },
): Witness {
  if (dataFolder !== undefined && liesInside(folder, dataFolder))
    throw new Problem('witness.place', { witness: folder, dataFolder, reason: 'lies inside the data folder' });
  const name = path.resolve(folder);
  const files = new Map<string, WitnessFile>();
  const fileOf = (recordId: string): WitnessFile => {
    if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(recordId))
      throw new Problem('witness.refused', { witness: name, reason: 'the id of the record cannot name a file' });
    const file = files.get(recordId) ?? { recordId, path: path.join(name, `${recordId}.jsonl`), read: 0, held: [] };
    files.set(recordId, file);
    return file;
  };

  return {
    name,
    async receive(checkpoint, publicKey, rotation) {
      const fault = await checkpointFault(checkpoint, checkpoint.recordId, publicKey, nodeFunctions);
      if (fault) throw new Problem('witness.refused', { witness: name, reason: fault, sequence: checkpoint.sequence });
      const file = fileOf(checkpoint.recordId);
      const before = await refreshed(file, name);
      const knownPlace = before.findIndex((held) => isSame(held.checkpoint, checkpoint));
      const earlier = knownPlace < 0 ? before : before.slice(0, knownPlace);
      await refuseContradiction(earlier, checkpoint, rotation, name);
      const known = before[knownPlace];
      if (known) return receiptOf(known, name);
      await append(file, { checkpoint, publicKey, receivedAt: clock() }, name);
      // Another process may have come first: what stands before the line just written decides.
      const after = await refreshed(file, name);
      const place = after.findIndex((held) => isSame(held.checkpoint, checkpoint));
      const kept = after[place];
      if (!kept) throw unreachable(name, 'what was written is not there');
      await refuseContradiction(after.slice(0, place), checkpoint, rotation, name);
      return receiptOf(kept, name);
    },
    async held(recordId) {
      return [...(await refreshed(fileOf(recordId), name))];
    },
  };
}

/** A record's file and what was read of it so far. */
interface WitnessFile {
  readonly recordId: string;
  readonly path: string;
  read: number;
  held: readonly HeldCheckpoint[];
}

/** Reads what was appended since the last time, by this process or another. */
async function refreshed(file: WitnessFile, witness: string): Promise<readonly HeldCheckpoint[]> {
  try {
    await stat(witness);
    const size = await sizeOf(file.path);
    if (size < file.read) Object.assign(file, { read: 0, held: [] }); // another file stands there now
    if (size === file.read) return file.held;
    const start = file.read;
    const added: HeldCheckpoint[] = [];
    let read = start;
    for await (const line of readLines(file.path, start, () => undefined)) {
      const held = heldIn(line.text, { file: file.path, line: file.held.length + line.number }, file.recordId);
      if (held) added.push(held);
      read = line.end;
    }
    if (file.read !== start) return await refreshed(file, witness); // somebody else in this process read it meanwhile
    Object.assign(file, { read, held: [...file.held, ...added] });
    return file.held;
  } catch (error) {
    throw error instanceof Problem ? error : unreachable(witness, codeOf(error), error);
  }
}

function heldIn(line: string, facts: ProblemFacts, recordId: string): HeldCheckpoint | undefined {
  if (line === '' || line.endsWith(UNFINISHED)) return undefined;
  const { checkpoint, publicKey, receivedAt } = valueOfLine(line, LineShape, facts);
  if (checkpoint.recordId !== recordId)
    throw new Problem('record.unreadable', { ...facts, reason: 'the line is of another record' });
  return { checkpoint, publicKey: Buffer.from(publicKey, 'base64'), receivedAt };
}

async function refuseContradiction(
  held: readonly HeldCheckpoint[],
  checkpoint: Checkpoint,
  rotation: KeyRotation | undefined,
  witness: string,
): Promise<void> {
  const { sequence, hash, keyId } = checkpoint;
  const refuse = (reason: string, known: Checkpoint): never => {
    throw new Problem('witness.contradiction', {
      witness,
      reason,
      sequence,
      knownSequence: known.sequence,
      knownHash: known.hash,
      knownAt: known.at,
      knownKeyId: known.keyId,
    });
  };
  const known = held.map((one) => one.checkpoint);
  const newest = held.at(-1);
  if (newest && newest.checkpoint.keyId !== keyId && !(await handsOver(newest, keyId, rotation)))
    refuse('other-key', newest.checkpoint);
  const sameEntry = known.filter((one) => one.sequence === sequence);
  const other = sameEntry.find((one) => one.hash !== hash);
  if (other) refuse('other-hash', other);
  const last = known.reduce<Checkpoint | undefined>((a, b) => (a && b.sequence <= a.sequence ? a : b), undefined);
  if (last && sequence < last.sequence && sameEntry.length === 0) refuse('older', last);
}

async function handsOver(newest: HeldCheckpoint, keyId: string, rotation: KeyRotation | undefined): Promise<boolean> {
  const { keyId: fromKeyId, recordId } = newest.checkpoint;
  if (rotation?.fromKeyId !== fromKeyId || rotation.toKeyId !== keyId) return false;
  return isRotationSigned(rotation, recordId, newest.publicKey, nodeFunctions);
}

/** One write, so that the lines of two processes do not mix; the disk has it when this returns. */
async function append(file: WitnessFile, { checkpoint, publicKey, receivedAt }: HeldCheckpoint, witness: string) {
  const line = canonicalJson({ checkpoint, publicKey: Buffer.from(publicKey).toString('base64'), receivedAt });
  try {
    const isNew = (await sizeOf(file.path)) === 0;
    const handle = await open(file.path, 'a+', 0o644);
    try {
      const close = (await endsInLine(handle, file)) ? '' : `${UNFINISHED}\n`;
      const bytes = Buffer.from(`${close}${line}\n`);
      const { bytesWritten } = await handle.write(bytes, 0, bytes.length);
      await handle.sync();
      if (bytesWritten < bytes.length) throw unreachable(witness, 'the disk took only a part');
    } finally {
      await handle.close();
    }
    if (isNew) await syncFolder(witness);
  } catch (error) {
    throw error instanceof Problem ? error : unreachable(witness, codeOf(error), error);
  }
}

async function endsInLine(handle: Awaited<ReturnType<typeof open>>, file: WitnessFile): Promise<boolean> {
  const size = await sizeOf(file.path);
  if (size === 0) return true;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === '\n'.charCodeAt(0);
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

function isSame(a: Checkpoint, b: Checkpoint): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

const receiptOf = ({ checkpoint, receivedAt }: HeldCheckpoint, witness: string): Receipt => ({
  checkpoint,
  witness,
  receivedAt,
});

const unreachable = (witness: string, reason: string, cause?: unknown) =>
  new Problem('witness.unreachable', { witness, reason: reason || 'unknown' }, cause === undefined ? {} : { cause });
