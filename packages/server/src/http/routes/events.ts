// What happens from now on, as server-sent events: kind, subject and number of each new entry of the record, and nothing it seals.
import type { FastifyReply } from 'fastify';
import type { RecordEntry } from '@sekisho/engine/model/record-entry.ts';
import { permit } from '../../flows/permit.ts';
import type { Served, Server } from '../serving.ts';

const LOOK_MS = 1000;
/** A line now and then keeps proxies from closing the connection. */
const BEATS = 20;
const MAX_ENTRIES = 500;

export function eventRoutes(server: Server, { parts }: Served): void {
  const listeners = new Set<FastifyReply>();
  let seen = 0;
  let looks = 0;
  let timer: NodeJS.Timeout | undefined;
  const tell = (text: string) => {
    for (const { raw } of listeners) raw.write(text);
  };
  const look = async (): Promise<void> => {
    const entries = await parts.store.entries({ from: seen + 1, limit: MAX_ENTRIES });
    seen = entries.at(-1)?.sequence ?? seen;
    for (const entry of entries) tell(eventOf(entry));
    looks++;
    if (entries.length === 0 && looks % BEATS === 0) tell(': here\n\n');
  };
  const lookAgain = (): void => {
    timer = setTimeout(() => {
      // what cannot be read now is read the next time: `seen` has not moved
      look().then(
        () => 0 < listeners.size && lookAgain(),
        () => 0 < listeners.size && lookAgain(),
      );
    }, LOOK_MS);
    timer.unref();
  };
  server.addHook('onClose', async () => {
    clearTimeout(timer);
    for (const { raw } of listeners) raw.end();
    return Promise.resolve();
  });
  server.get(
    '/events',
    { schema: { tags: ['events'], summary: 'New entries of the record, as server-sent events' } },
    async (request, reply) => {
      permit(request.acting, 'case.read');
      const head = (await parts.store.head())?.sequence ?? 0;
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      reply.raw.write(`id: ${String(head)}\nevent: ready\ndata: {"sequence":${String(head)}}\n\n`);
      if (listeners.size === 0) seen = head;
      listeners.add(reply);
      if (listeners.size === 1) lookAgain();
      request.raw.on('close', () => {
        listeners.delete(reply);
        if (listeners.size === 0) clearTimeout(timer);
      });
    },
  );
}

function eventOf({ sequence, kind, subject, at }: RecordEntry): string {
  return `id: ${String(sequence)}\nevent: changed\ndata: ${JSON.stringify({ sequence, kind, subject, at })}\n\n`;
}
