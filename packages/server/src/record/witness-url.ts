// A URL in, the witness that answers there out (`witness-server.ts` is the other end).
import { isIPv4 } from 'node:net';
import Type from 'typebox';
import type { Static, TSchema } from 'typebox';
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { Checkpoint } from '@sekisho/engine/model/record-entry.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { CheckpointShape, PublicKeyShape, valueOfLine } from './record-lines.ts';
import type { Witness } from './witness.ts';

const closed = { additionalProperties: false };
const HeldShape = Type.Object(
  { checkpoint: CheckpointShape, publicKey: PublicKeyShape, receivedAt: Type.String() },
  closed,
);
const ReceivedShape = Type.Object({ checkpoint: CheckpointShape, receivedAt: Type.String() }, closed);
const HeldListShape = Type.Object({ held: Type.Array(HeldShape) }, closed);
const RefusalShape = Type.Object(
  {
    code: Type.String(),
    facts: Type.Record(Type.String(), Type.Union([Type.String({ maxLength: 1000 }), Type.Number(), Type.Boolean()])),
  },
  closed,
);

const TIMEOUT_MS = 10_000;
/** A century of hourly checkpoints is longer; a witness of so many wants another way to hand them over. */
const MAX_ANSWER_BYTES = 256 * 2 ** 20;
const MAX_RECEIPT_BYTES = 64 * 2 ** 10;

/** @throws Problem `witness.place` for a URL that is not https (or http on this machine), or that holds a password or a query. */
export function openWitnessUrl(place: string, timeoutMs = TIMEOUT_MS): Witness {
  const base = baseOf(place);
  const name = base.href;
  const ask = (path: string, maxBytes: number, init: RequestInit) =>
    answerOf(new URL(path, base), init, name, maxBytes, timeoutMs);
  return {
    name,
    async receive(checkpoint, publicKey, rotation) {
      const given = { checkpoint, publicKey: Buffer.from(publicKey).toString('base64'), ...(rotation && { rotation }) };
      const body = canonicalJson(given);
      const headers = { 'content-type': 'application/json' };
      const text = await ask('checkpoints', MAX_RECEIPT_BYTES, { method: 'POST', headers, body });
      const received = understood(text, ReceivedShape, name);
      if (!isSame(received.checkpoint, checkpoint)) throw notUnderstood(name, 'it acknowledged another checkpoint');
      return { checkpoint, witness: name, receivedAt: received.receivedAt };
    },
    async held(recordId) {
      const text = await ask(`checkpoints/${encodeURIComponent(recordId)}`, MAX_ANSWER_BYTES, { method: 'GET' });
      const { held } = understood(text, HeldListShape, name);
      if (held.some(({ checkpoint }) => checkpoint.recordId !== recordId))
        throw notUnderstood(name, 'it answered with checkpoints of another record');
      return held.map((one) => ({ ...one, publicKey: Buffer.from(one.publicKey, 'base64') }));
    },
  };
}

function baseOf(place: string): URL {
  const fail = (reason: string) => new Problem('witness.place', { witness: place, reason });
  if (!URL.canParse(place)) throw fail('is not a URL');
  const url = new URL(place);
  if (url.username || url.password)
    throw new Problem('witness.place', { witness: url.host, reason: 'holds a password' });
  if (url.search || url.hash) throw fail('holds a query or a fragment');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine(url.hostname)))
    throw fail('is not https (http is for this machine only)');
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}

/** The body of a 200; redirects are not followed. */
async function answerOf(
  url: URL,
  init: RequestInit,
  witness: string,
  maxBytes: number,
  timeoutMs: number,
): Promise<string> {
  let status: number;
  let text: string;
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url, { ...init, redirect: 'error', signal });
    status = answer.status;
    text = await textOf(answer, status === 200 ? maxBytes : MAX_RECEIPT_BYTES);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const cause: unknown = error instanceof Error ? error.cause : undefined;
    const code = (cause as NodeJS.ErrnoException | undefined)?.code;
    const reason = code ?? (error instanceof Error ? error.message : String(error));
    throw new Problem('witness.unreachable', { witness, reason }, { cause: error });
  }
  if (status === 200) return text;
  const facts = { ...refusalFacts(text), witness, status };
  if (status === 409) throw new Problem('witness.contradiction', facts);
  if (status === 400 || status === 413 || status === 422) throw new Problem('witness.refused', facts);
  throw new Problem('witness.unreachable', { reason: 'it cannot answer now', ...facts });
}

async function textOf(answer: Response, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    if (maxBytes < length) throw new Error(`the answer is longer than ${maxBytes} bytes`);
  }
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
}

/** What the witness says of its refusal, when it says it in the form agreed. */
function refusalFacts(text: string): ProblemFacts {
  try {
    return valueOfLine(text, RefusalShape, {}).facts;
  } catch {
    return {};
  }
}

function understood<T extends TSchema>(text: string, shape: T, witness: string): Static<T> {
  try {
    return valueOfLine(text, shape, {});
  } catch (error) {
    throw notUnderstood(witness, 'its answer is not what a witness says', error);
  }
}

const notUnderstood = (witness: string, reason: string, cause?: unknown) =>
  new Problem('witness.unreachable', { witness, reason }, { cause });

const isSame = (a: Checkpoint, b: Checkpoint) => canonicalJson(a) === canonicalJson(b);
