// How long cases are kept: held, erased, what is due, and what is kept of a person given out.
import Type from 'typebox';
import { caseKeeping } from '../../flows/case-keeping.ts';
import { eraseCase } from '../../flows/erase-case.ts';
import { exportPerson } from '../../flows/export-person.ts';
import { findPerson } from '../../flows/find-person.ts';
import { noteCase } from '../../flows/note-case.ts';
import { liftRestriction, restrictCase } from '../../flows/restrict-case.ts';
import { keptCases, runRetention, type KeptCase } from '../../flows/run-retention.ts';
import { problemDetails } from '../problem-reply.ts';
import { sendExport } from '../send-export.ts';
import type { Served, Server } from '../serving.ts';
import { subjectFields, subjectIn } from './asked-subject.ts';
import { closed, idParams, pageQuery, reasonShape, reasonText, text, USUAL_PAGE, withNext } from './shapes.ts';

const HoldShape = Type.Object({ isSet: Type.Boolean(), reason: reasonText }, closed);
const ErasureShape = Type.Object({ reason: reasonText, isEarly: Type.Optional(Type.Boolean()) }, closed);
const KeptShape = pageQuery({ due: Type.Optional(Type.Boolean()) });
const PersonShape = Type.Object(subjectFields, closed);
const PersonExportShape = Type.Object(
  { ...subjectFields, including: Type.Optional(Type.Array(text(300), { maxItems: 500 })), reason: reasonText },
  closed,
);

export function retentionRoutes(server: Server, { say }: Served): void {
  const tags = ['retention'];
  const params = idParams;
  server.get(
    '/cases/:id/retention',
    { schema: { tags, summary: 'Until when a case is kept, and what erasing it would destroy', params } },
    async ({ params: { id }, acting }) => caseKeeping(id, acting),
  );
  server.put(
    '/cases/:id/hold',
    { schema: { tags, summary: 'Set or release a legal hold: nothing held is erased', params, body: HoldShape } },
    async ({ params: { id }, body, acting }) => ({
      notes: await noteCase(id, acting.actor.name, { kind: 'legal-hold', ...body }, acting),
    }),
  );
  server.put(
    '/cases/:id/restriction',
    {
      schema: {
        tags,
        summary:
          'Restrict what is kept of a case: kept and not used; or lift that, and vet the order anew. Where two people are needed, the second says the same',
        params,
        body: HoldShape,
      },
    },
    async ({ params: { id }, body: { isSet, reason }, acting }) =>
      (isSet ? restrictCase : liftRestriction)(id, { by: acting.actor.name, reason }, acting),
  );
  server.post(
    '/cases/:id/erasures',
    {
      schema: {
        tags,
        summary:
          'Destroy what is kept of a case but for its seals; where two people are needed, the second says the same',
        params,
        body: ErasureShape,
      },
    },
    async ({ params: { id }, body: { reason, isEarly = false }, acting }, reply) =>
      reply.code(201).send(await eraseCase(id, { by: acting.actor.name, reason, isEarly }, acting)),
  );
  server.get(
    '/retention',
    {
      schema: {
        tags,
        summary: 'Every case of which something is kept: until when; or what is due',
        querystring: KeptShape,
      },
    },
    async ({ query: { limit = USUAL_PAGE, after, due = false }, acting }) => {
      const items: KeptCase[] = [];
      for await (const kept of keptCases(acting, after)) {
        if (kept.isDue || !due) items.push(kept);
        if (items.length === limit) break;
      }
      return withNext(items, limit);
    },
  );
  server.post(
    '/retention/runs',
    { schema: { tags, summary: 'Erase what is due, or ask for it where two people are needed', body: reasonShape } },
    async ({ body: { reason }, acting }, reply) => {
      const { refused, ...run } = await runRetention({ by: acting.actor.name, reason }, acting);
      const told = refused.map(({ id, problem }) => ({ id, problem: problemDetails(problem, say) }));
      return reply.code(201).send({ ...run, refused: told });
    },
  );
  server.post(
    '/subject-access/searches',
    {
      schema: { tags, summary: 'Parties of all orders that may be a person; nothing is kept of it', body: PersonShape },
    },
    async ({ body, acting }) => ({ items: await findPerson(subjectIn(body), acting) }),
  );
  server.post(
    '/subject-access/exports',
    {
      schema: {
        tags,
        summary: 'All that is kept of a person, as one file; that it was given out is sealed',
        body: PersonExportShape,
      },
    },
    async ({ body: { including = [], reason, ...asked }, acting }, reply) =>
      sendExport(reply, acting.uploadFiles, { name: 'person.json', type: 'application/json' }, async (file) => {
        const request = { asked: subjectIn(asked), including, file, by: acting.actor.name, reason };
        const { sha256 } = await exportPerson(request, acting);
        return sha256;
      }),
  );
}
