// A reply that begins a stream of server-sent events in, the events and beats written to it out.
import type { FastifyReply } from 'fastify';

/** From here on the reply is written to, not sent. */
export function beginEvents(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
}

export function eventText(event: string, data: unknown, id?: number): string {
  return `${id === undefined ? '' : `id: ${String(id)}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A line now and then keeps proxies from closing the connection. */
export const BEAT = ': here\n\n';
export const LOOKS_A_BEAT = 20;
