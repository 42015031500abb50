// The record: read entry by entry, proven.
import Type from 'typebox';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { permit } from '../../flows/permit.ts';
import { proveFolder, usualOutside } from '../../flows/prove-folder.ts';
import type { Served, Server } from '../serving.ts';
import { closed, USUAL_PAGE } from './shapes.ts';

const sequence = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const EntriesShape = Type.Object(
  {
    from: Type.Optional(sequence),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  },
  closed,
);
const EntryShape = Type.Object({ sequence }, closed);

export function recordRoutes(server: Server, { recordPlaces }: Served): void {
  const tags = ['record'];
  server.get(
    '/record/entries',
    { schema: { tags, summary: 'What happened, in order; without what it seals', querystring: EntriesShape } },
    async ({ query, acting }) => {
      permit(acting, 'record.read');
      const { from = 1, limit = USUAL_PAGE } = query;
      const entries = await acting.store.entries({ from, limit });
      const last = entries.at(-1);
      return {
        items: entries.map(({ salt: _, payload, ...entry }) => ({ ...entry, isErased: payload === undefined })),
        ...(last && entries.length === limit && { next: last.sequence + 1 }),
      };
    },
  );
  server.get(
    '/record/entries/:sequence',
    { schema: { tags, summary: 'One entry with the salt and the payload that its seal is of', params: EntryShape } },
    async ({ params, acting }) => {
      permit(acting, 'record.read');
      const [entry] = await acting.store.entries({ from: params.sequence, limit: 1 });
      if (entry?.sequence !== params.sequence)
        throw new Problem('request.not-found', { path: `entry ${String(params.sequence)}` });
      return entry;
    },
  );
  server.get(
    '/record/verification',
    { schema: { tags, summary: 'Prove the record: the chain, its signatures, the tables and files against it' } },
    async ({ acting }) => proveFolder(acting, recordPlaces, usualOutside(recordPlaces, acting)),
  );
}
