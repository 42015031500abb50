// The record: read and sought entry by entry, proven, taken out.
import Type from 'typebox';
import { entryKinds } from '@sekisho/engine/model/record-entry.ts';
import { exportWholeRecord } from '../../flows/export-whole-record.ts';
import { proveFolder, usualOutside } from '../../flows/prove-folder.ts';
import {
  entriesFrom,
  entryAt,
  latestEntries,
  proofOfEntry,
  recordStatements,
  viewEntry,
} from '../../flows/read-record.ts';
import { sendExport } from '../send-export.ts';
import type { Served, Server } from '../serving.ts';
import { closed, day, reasonShape, text, USUAL_PAGE, word } from './shapes.ts';

const sequence = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 }));
const EntriesShape = Type.Object({ from: Type.Optional(sequence), limit }, closed);
const SoughtShape = Type.Object(
  {
    before: Type.Optional(sequence),
    kind: Type.Optional(word(entryKinds)),
    subject: Type.Optional(text(300)),
    since: Type.Optional(day),
    until: Type.Optional(day),
    limit,
  },
  closed,
);
const EntryShape = Type.Object({ sequence }, closed);

export function recordRoutes(server: Server, { recordPlaces }: Served): void {
  const tags = ['record'];
  server.get(
    '/record',
    { schema: { tags, summary: 'What was signed of the record: checkpoints, receipts of witnesses, public keys' } },
    async ({ acting }) => recordStatements(acting, recordPlaces),
  );
  server.get(
    '/record/entries',
    { schema: { tags, summary: 'What happened, in order; without what it seals', querystring: EntriesShape } },
    async ({ query, acting }) => {
      const { from = 1, limit: most = USUAL_PAGE } = query;
      const items = await entriesFrom({ from, limit: most }, acting);
      const last = items.at(-1);
      return { items, ...(last && items.length === most && { next: last.sequence + 1 }) };
    },
  );
  server.get(
    '/record/latest',
    {
      schema: {
        tags,
        summary: 'The newest entries of a kind, about something, of days; `next` is the next `before`',
        querystring: SoughtShape,
      },
    },
    async ({ query, acting }) => {
      const { limit: most = USUAL_PAGE, ...sought } = query;
      const items = await latestEntries(sought, most, acting);
      const last = items.at(-1);
      return { items, ...(last && items.length === most && { next: last.sequence }) };
    },
  );
  server.get(
    '/record/entries/:sequence',
    { schema: { tags, summary: 'One entry with the salt and the payload that its seal is of', params: EntryShape } },
    async ({ params, acting }) => entryAt(params.sequence, acting),
  );
  server.post(
    '/record/entries/:sequence/views',
    {
      schema: {
        tags,
        summary: 'See specially protected data of an entry too; who saw it and why is sealed',
        params: EntryShape,
        body: reasonShape,
      },
    },
    async ({ params, body, acting }) => viewEntry(params.sequence, body.reason, acting),
  );
  server.get(
    '/record/entries/:sequence/proof',
    {
      schema: {
        tags,
        summary: 'One entry, the chain from it to a signature, and the key to check it',
        params: EntryShape,
      },
    },
    async ({ params, acting }) => proofOfEntry(params.sequence, acting, recordPlaces),
  );
  server.get(
    '/record/verification',
    { schema: { tags, summary: 'Prove the record: the chain, its signatures, the tables and files against it' } },
    async ({ acting }) => proveFolder(acting, recordPlaces, usualOutside(recordPlaces, acting)),
  );
  server.post(
    '/record/exports',
    {
      schema: {
        tags,
        summary: 'Take the whole record out, as one file that is verified anywhere; that it was is sealed',
        body: reasonShape,
      },
    },
    async ({ body, acting }, reply) => {
      const word = { by: acting.actor.name, reason: body.reason };
      return sendExport(
        reply,
        acting.uploadFiles,
        { name: 'record.jsonl', type: 'application/jsonl' },
        async (file) => {
          const { sha256 } = await exportWholeRecord(file, word, acting, recordPlaces);
          return sha256;
        },
      );
    },
  );
}
