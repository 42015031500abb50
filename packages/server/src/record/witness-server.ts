// A witness in, the HTTP server out that others give their checkpoints to and ask for them (`witness-url.ts` is the other end).
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Type, { type Static } from 'typebox';
import { Problem, type ProblemCode } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { CheckpointShape, PublicKeyShape, RotationShape, valueOfLine } from './record-lines.ts';
import type { Witness } from './witness.ts';

const GivenShape = Type.Object(
  { checkpoint: CheckpointShape, publicKey: PublicKeyShape, rotation: Type.Optional(RotationShape) },
  { additionalProperties: false },
);

const MAX_BODY_BYTES = 16 * 2 ** 10;

/** Of a request: longer than any that is honest takes. */
const MAX_REQUEST_MS = 10_000;

/**
 * `POST /checkpoints` with `{checkpoint, publicKey}`, after a key handed over `rotation` too, keeps a checkpoint and answers `{checkpoint, receivedAt}`;
 * `GET /checkpoints/<record id>` answers `{held: [{checkpoint, publicKey, receivedAt}]}`. All in canonical JSON.
 * Refusals are `{code, facts}`: 409 a contradiction (with what is held), 422 not a signed checkpoint, 400 and 413 not a
 * request. Who may ask is for what stands before this server to say; it listens where the caller makes it.
 */
export function createWitnessServer(witness: Witness): Server {
  const server = createServer((request, response) => {
    answer(request, witness).then(
      (value) => send(response, 200, value),
      (error: unknown) => sendRefusal(response, error),
    );
  });
  server.requestTimeout = MAX_REQUEST_MS;
  server.headersTimeout = MAX_REQUEST_MS;
  return server;
}

async function answer(request: IncomingMessage, witness: Witness): Promise<unknown> {
  const { method, url = '' } = request;
  if (method === 'POST' && url === '/checkpoints') {
    const { checkpoint, publicKey, rotation } = given(await bodyOf(request));
    const receipt = await witness.receive(checkpoint, Buffer.from(publicKey, 'base64'), rotation);
    return { checkpoint: receipt.checkpoint, receivedAt: receipt.receivedAt };
  }
  const recordId = /^\/checkpoints\/([A-Za-z0-9_-]{1,100})$/.exec(url)?.[1];
  if (method === 'GET' && recordId !== undefined) {
    const held = await witness.held(recordId);
    return { held: held.map((one) => ({ ...one, publicKey: Buffer.from(one.publicKey).toString('base64') })) };
  }
  throw new Refusal(404, 'no such place');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (MAX_BODY_BYTES < length) throw new Refusal(413, `the body is longer than ${MAX_BODY_BYTES} bytes`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
  } catch {
    throw new Refusal(400, 'the body is not UTF-8');
  }
}

function given(body: string): Static<typeof GivenShape> {
  try {
    return valueOfLine(body, GivenShape, {});
  } catch (error) {
    throw new Refusal(400, error instanceof Problem ? String(error.facts['reason']) : 'the body cannot be read');
  }
}

/** What is wrong with the request itself. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }
}

const statusByCode: Partial<Record<ProblemCode, number>> = {
  'witness.contradiction': 409,
  'witness.refused': 422,
};

function sendRefusal(response: ServerResponse, error: unknown): void {
  if (error instanceof Refusal) {
    send(response, error.status, { code: 'witness.refused', facts: { reason: error.message } });
  } else if (error instanceof Problem && statusByCode[error.code] !== undefined) {
    const { witness: _ownPath, file: _ownFile, ...facts } = error.facts;
    send(response, statusByCode[error.code] ?? 500, { code: error.code, facts });
  } else {
    send(response, 503, { code: 'witness.unreachable', facts: {} });
  }
}

function send(response: ServerResponse, status: number, value: unknown): void {
  const bytes = Buffer.from(canonicalJson(value));
  const headers = { 'content-type': 'application/json', 'content-length': bytes.length };
  response.writeHead(status, status < 400 ? headers : { ...headers, connection: 'close' }).end(bytes);
}
