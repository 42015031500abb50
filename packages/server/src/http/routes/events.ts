// What happens from now on, as server-sent events: kind, subject and number of each new entry of the record, and nothing it seals.
import type { FastifyReply } from 'fastify';
import type { RecordEntry } from '@sekisho/engine/model/record-entry.ts';
import { permit } from '../../flows/permit.ts';
import { BEAT, beginEvents, eventText, LOOKS_A_BEAT } from '../event-stream.ts';
import type { Served, Server } from '../serving.ts';

const LOOK_MS = 1000;
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
    if (entries.length === 0 && looks % LOOKS_A_BEAT === 0) tell(BEAT);
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
      if (listeners.size === 0) seen = head;
      beginEvents(reply);
      const from = Math.max(head, seen); // others may have been told more while the head was read
      reply.raw.write(eventText('ready', { sequence: from }, from));
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
  return eventText('changed', { sequence, kind, subject, at }, sequence);
}
