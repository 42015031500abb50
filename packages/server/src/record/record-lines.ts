// A file of the record (an export, a witness's file, kept receipts) in, its lines out: each one canonical JSON of a known shape.
import { open } from 'node:fs/promises';
import Type, { type Static, type TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';

const closed = { additionalProperties: false };
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const text = Type.String();

export const CheckpointShape = Type.Object(
  { recordId: text, sequence: count, hash, at: text, keyId: hash, signature: text },
  closed,
);
export const ReceiptShape = Type.Object({ checkpoint: CheckpointShape, witness: text, receivedAt: text }, closed);
/** SPKI in DER, base64; an Ed25519 key has 44 bytes. */
export const PublicKeyShape = Type.String({ pattern: '^[A-Za-z0-9+/]{58}[AEIMQUYcgkosw048]=$' });

export const RotationShape = Type.Object(
  {
    recordId: text,
    fromKeyId: hash,
    toKeyId: hash,
    toPublicKey: PublicKeyShape,
    at: text,
    signature: text,
    proof: text,
  },
  closed,
);

/** `kind` and `salt` are as found, whatever they are: that they were altered is for the chain to say. */
const entryShape = Type.Object(
  {
    sequence: Type.Integer(),
    at: text,
    kind: Type.Unsafe<OpenEntry['kind']>(text),
    subject: text,
    simulation: Type.Boolean(),
    seal: text,
    previous: text,
    hash: text,
    salt: Type.Optional(text),
    payload: Type.Optional(text),
  },
  closed,
);

/** The lines of an export, in the order they stand in it. */
export const exportLineShapes = {
  sekishoRecord: Type.Object(
    {
      format: Type.Integer(),
      recordId: text,
      exportedAt: text,
      /** Of a part: the number it begins with, and the hash of the entry before. */
      from: Type.Optional(Type.Object({ sequence: Type.Integer(), previous: hash }, closed)),
    },
    closed,
  ),
  publicKey: PublicKeyShape,
  checkpoint: CheckpointShape,
  receipt: ReceiptShape,
  entry: entryShape,
  end: Type.Object({ publicKeys: count, checkpoints: count, receipts: count, entries: count }, closed),
};
export type ExportLines = { [Kind in keyof typeof exportLineShapes]: Static<(typeof exportLineShapes)[Kind]> };

/** An evidence of many hits is long; nothing honest is longer. */
const MAX_LINE_BYTES = 256 * 2 ** 20;
const READ_BYTES = 2 ** 18;
const NEWLINE = 0x0a;

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Bytes of the file up to the end of this line. */
  readonly end: number;
}

/**
 * The lines of a file from the byte `start` on. A last line without a line end is not given: `onUnfinished` says what it is.
 * @throws Problem `record.unreadable`, with the line, for bytes that are not UTF-8 and for a line of more than 256 MiB; the
 *   system's own error when the file cannot be read.
 */
export async function* readLines(
  file: string,
  start: number,
  onUnfinished: (line: Line) => void,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const handle = await open(file, 'r');
  let number = 1;
  let position = start;
  let parts: Buffer[] = [];
  let length = 0;
  const fail = (reason: string): never => {
    throw new Problem('record.unreadable', { file, line: number, reason });
  };
  const lineOf = (end: number): Line => {
    try {
      return { number, text: decoder.decode(Buffer.concat(parts)), end };
    } catch {
      return fail('the line is not UTF-8');
    }
  };
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(READ_BYTES), 0, READ_BYTES, position);
      if (bytesRead === 0) break;
      for (let from = 0; from < bytesRead;) {
        const newline = buffer.subarray(0, bytesRead).indexOf(NEWLINE, from);
        const part = buffer.subarray(from, newline < 0 ? bytesRead : newline);
        parts.push(part);
        length += part.length;
        if (MAX_LINE_BYTES < length) fail('the line is longer than 256 MiB');
        from += part.length + 1;
        if (newline < 0) break;
        yield lineOf(position + from);
        number++;
        parts = [];
        length = 0;
      }
      position += bytesRead;
    }
    if (0 < length) onUnfinished(lineOf(position));
  } finally {
    await handle.close();
  }
}

/**
 * The value of a line, when the line is the one canonical text of a value of this shape. So that no two lines say the same,
 * and every byte of a file counts.
 * @throws Problem `record.unreadable` with `facts` and the reason.
 */
export function valueOfLine<T extends TSchema>(line: string, shape: T, facts: ProblemFacts): Static<T> {
  const value = parsed(line, facts);
  if (!Check(shape, value)) {
    const [first] = Errors(shape, value);
    throw new Problem('record.unreadable', {
      ...facts,
      field: first?.instancePath || '/',
      reason: first?.message ?? 'is not of the expected shape',
    });
  }
  if (canonicalJson(value) !== line)
    throw new Problem('record.unreadable', { ...facts, reason: 'the line is not canonical JSON' });
  return value;
}

function parsed(line: string, facts: ProblemFacts): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Problem('record.unreadable', { ...facts, reason: 'the line is not JSON' }, { cause: error });
  }
}
