// Keys of programs.
import Type from 'typebox';
import { duties } from '@sekisho/engine/model/person.ts';
import { endKey, issueKey, listAccessKeys } from '../../flows/people/access-keys.ts';
import type { Served, Server } from '../serving.ts';
import { closed, day, idParams, text, word } from './shapes.ts';

const KeyShape = Type.Object(
  {
    name: text(100),
    duties: Type.Array(word(duties), { minItems: 1, maxItems: duties.length, uniqueItems: true }),
    expiresOn: Type.Optional(day),
  },
  closed,
);

export function keyRoutes(server: Server, _served: Served): void {
  const tags = ['keys'];
  server.get('/keys', { schema: { tags, summary: 'All keys; no secret of any' } }, async ({ acting }) => ({
    items: await listAccessKeys(acting),
  }));
  server.post(
    '/keys',
    { schema: { tags, summary: 'Issue a key; its secret is shown once', body: KeyShape } },
    async ({ body, acting }, reply) => reply.code(201).send(await issueKey(body, acting)),
  );
  server.delete(
    '/keys/:id',
    { schema: { tags, summary: 'End a key, from now on', params: idParams } },
    async ({ params, acting }) => endKey(params.id, acting),
  );
}
