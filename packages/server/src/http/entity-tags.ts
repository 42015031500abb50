// An answer to a question in, the same with a tag of what it says out; nothing of it where the asker has that already (RFC 9110, 8.8.3).
import { createHash } from 'node:crypto';
import type { Server } from './serving.ts';

/** A program that keeps what it was told sends the tag with the next question and gets 304 while nothing changed. */
export function tagAnswers(server: Server): void {
  server.addHook('onSend', async (request, reply, payload) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    reply.header('etag', tag);
    const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
    if (!known.includes(tag)) return payload;
    reply.code(304).removeHeader('content-length').removeHeader('content-type');
    return Promise.resolve(undefined);
  });
}
