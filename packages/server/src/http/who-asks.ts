// A request's cookie or key in, the parts of whoever asks out; a change asked for with a cookie comes from a page of ours.
import { timingSafeEqual } from 'node:crypto';
import { nobody, type Actor } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProvenKeys } from '../flows/people/access-keys.ts';
import { withoutSecret } from '../flows/people/people.ts';
import { personOfSession, type OpenSession } from '../flows/people/sign-in.ts';
import { LONGEST_SESSION_MS } from '../flows/settings/settings-in-force.ts';
import type { Served, Server } from './serving.ts';

const COOKIE = 'sekisho-session';
const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export function knowWhoAsks(server: Server, { parts }: Served): void {
  const keys = new ProvenKeys();
  server.decorateRequest('acting', null as never);
  server.decorateRequest('session', undefined);
  server.addHook('onRequest', async (request) => {
    request.acting = { ...parts, actor: nobody };
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const actor = await keys.actorOf(credentialIn(authorization), parts);
      if (!actor) throw new Problem('access.unknown');
      await parts.policiesInForce.refresh(parts.clock().slice(0, 10), { isLately: true });
      request.acting = { ...parts, actor };
      return;
    }
    const token = request.cookies[COOKIE];
    const known = token === undefined ? undefined : await personOfSession(token, parts);
    if (!known || token === undefined) return;
    const actor: Actor = { id: known.person.id, name: known.person.name, duties: known.person.duties };
    request.session = { person: withoutSecret(known.person), csrf: known.csrf, token };
    if (changes.has(request.method) && !isSame(request.headers['x-csrf-token'], known.csrf))
      throw new Problem('request.csrf');
    await parts.policiesInForce.refresh(parts.clock().slice(0, 10), { isLately: true });
    request.acting = { ...parts, actor };
  });
}

/** Routes below need somebody; what they may do is asked by the flows. */
export async function somebodyAsks(request: FastifyRequest): Promise<void> {
  if (request.acting.actor === nobody) throw new Problem('access.unknown');
  return Promise.resolve();
}

/** It lasts by the browser's clock: where dates are played, the server's is another. */
export function setSessionCookie(reply: FastifyReply, { token }: OpenSession, publicUrl: string): void {
  reply.setCookie(COOKIE, token, { ...cookieSettings(publicUrl), maxAge: LONGEST_SESSION_MS / 1000 });
}

export function clearSessionCookie(reply: FastifyReply, publicUrl: string): void {
  reply.clearCookie(COOKIE, cookieSettings(publicUrl));
}

function cookieSettings(publicUrl: string) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: publicUrl.startsWith('https:') } as const;
}

/** `Bearer …`, or `ApiKey …` as clients of other servers send it. */
function credentialIn(authorization: string): string {
  return /^(?:Bearer|ApiKey)\s+(\S+)$/i.exec(authorization)?.[1] ?? '';
}

function isSame(given: unknown, csrf: string): boolean {
  if (typeof given !== 'string' || given.length !== csrf.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(csrf));
}
