// A problem in, the status and the problem details (RFC 9457) that a client is told out.
import { Problem, type ProblemCode, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { FastifyReply } from 'fastify';

export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
}

/** Where it is not 400, what was sent is wrong. */
const statusByCode: Partial<Record<ProblemCode, number>> = {
  'access.denied': 403,
  'access.invitation': 403,
  'access.provider': 401,
  'access.too-many-tries': 429,
  'access.unbound': 403,
  'access.unknown': 401,
  'access.wrong-code': 401,
  'access.wrong-passphrase': 401,
  'application.duplicate': 409,
  'application.not-found': 404,
  'batch.not-found': 404,
  'batch.not-ready': 409,
  'case.disposition-not-allowed': 409,
  'case.erasure-not-allowed': 409,
  'case.not-found': 404,
  'case.note-not-allowed': 409,
  'case.outcome-not-allowed': 409,
  'case.restricted': 409,
  'document.not-found': 404,
  'edition.already-imported': 409,
  'edition.bounds': 409,
  'edition.damaged': 503,
  'edition.not-found': 404,
  'edition.older': 409,
  'entity.not-found': 404,
  'file.too-large': 413,
  internal: 500,
  'incident.not-found': 404,
  'incident.older': 409,
  'job.lost': 409,
  'job.not-found': 404,
  'person.not-found': 404,
  'policy.not-found': 404,
  'policy.not-put-in-force': 409,
  'record.broken': 500,
  'record.key': 500,
  'record.unsigned': 409,
  'request.csrf': 403,
  'request.not-found': 404,
  'request.repeated': 422,
  'request.too-many': 429,
  'search.thread': 503,
  'source.unknown': 404,
  'store.busy': 503,
  'store.failed': 503,
  'webhook.not-found': 404,
};

export function problemDetails(
  { code, facts }: Problem,
  say: (code: string, facts: ProblemFacts) => string,
): ProblemDetails {
  const status = statusByCode[code] ?? 400;
  // what is wrong inside is in the log; outside it is nobody's business
  const told = code === 'internal' || code === 'store.failed' ? {} : facts;
  return { type: `urn:sekisho:problem:${code}`, title: say(`problem.${code}`, told), status, code, facts: told };
}

export function sendProblem(reply: FastifyReply, details: ProblemDetails): FastifyReply {
  if (details.status === 503) void reply.header('retry-after', '5');
  if (details.status === 429) void reply.header('retry-after', String(waitSeconds(details.facts)));
  return reply.code(details.status).type('application/problem+json').send(details);
}

/** What Fastify says of a request that it could not read, as a problem of ours. */
export function asProblem(error: Error & { statusCode?: number; code?: string }): Problem {
  if (error instanceof Problem) return error;
  const { statusCode = 500 } = error;
  if (statusCode === 413) return new Problem('file.too-large', {}, { cause: error });
  if (400 <= statusCode && statusCode < 500)
    return new Problem('request.invalid', { reason: error.message }, { cause: error });
  return new Problem('internal', {}, { cause: error });
}

function waitSeconds({ seconds, minutes }: ProblemFacts): number {
  return Number(seconds ?? 60 * Number(minutes ?? 1));
}
