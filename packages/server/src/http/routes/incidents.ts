// Campaigns and attacks that were reported: what there is, one with what it has in common with orders, more of them taken in.
import Type from 'typebox';
import { legalStatuses, notIndictedReasons } from '@sekisho/engine/model/legal-status.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { askLookBack } from '../../flows/ask-look-back.ts';
import { addIncidentClaim, importIncidents } from '../../flows/import-incidents.ts';
import { permit } from '../../flows/permit.ts';
import { listIncidents, viewClaims, viewIncident } from '../../flows/view-incident.ts';
import { receiveFiles } from '../receive-files.ts';
import type { Served, Server } from '../serving.ts';
import { closed, idParams, pageQuery, text, USUAL_PAGE, word } from './shapes.ts';

const SourceShape = Type.Object({ source: Type.Optional(text(500)) }, closed);
const ReasonShape = Type.Object({ reason: text(10_000) }, closed);
const ClaimShape = Type.Object(
  {
    name: text(1000),
    status: word(legalStatuses),
    reason: Type.Optional(word(notIndictedReasons)),
    offence: Type.Optional(text(500)),
    authority: text(500),
    country: Type.Optional(Type.String({ pattern: '^[a-z]{2}$' })),
    date: Type.Optional(Type.String({ format: 'partial-date' })),
    reportedBy: text(500),
    sourceUrl: Type.Optional(text(2000)),
  },
  closed,
);

/** A bundle is read whole. */
const bounds = { maxBytes: 64 * 1024 ** 2, maxFiles: 1 };

export function incidentRoutes(server: Server, _served: Served): void {
  const tags = ['incidents'];
  const params = idParams;
  server.get(
    '/incidents',
    { schema: { tags, summary: 'Every incident in the version that stands, by id', querystring: pageQuery({}) } },
    async ({ query, acting }) => {
      const { limit = USUAL_PAGE, after } = query;
      return listIncidents({ limit, ...(after !== undefined && { after }) }, acting);
    },
  );
  server.post(
    '/incidents',
    {
      schema: {
        tags,
        summary: 'Take incidents whole or not at all; the look-back that they owe is a job',
        description:
          'multipart/form-data: the field `source` (whose they are, where the file does not say), then one file: a table (.csv), our JSON or a STIX 2.1 bundle (.json).',
      },
      config: { takesFiles: true },
      bodyLimit: bounds.maxBytes,
    },
    async (request, reply) => {
      const { acting } = request;
      permit(acting, 'incident.import');
      const { fields, received } = await receiveFiles(
        request,
        bounds,
        (said) => parseShape(SourceShape, said, 'request.invalid', { place: 'form' }),
        acting,
      );
      try {
        const file = acting.uploadFiles.place(received.upload, received.files[0] ?? '');
        const by = acting.actor.name;
        const publisher = fields.source !== undefined && { publisher: fields.source };
        const taken = await importIncidents({ file, by, ...publisher }, acting);
        const isNew = 0 < taken.added.length + taken.changed.length;
        return await reply.code(201).send({ ...taken, ...(isNew && { lookBack: await askLookBack({}, acting) }) });
      } finally {
        await acting.uploadFiles.remove(received.upload);
      }
    },
  );
  server.get(
    '/incidents/:id',
    { schema: { tags, summary: 'One incident, and the orders it has something in common with', params } },
    async (request) => viewIncident(request.params.id, request.acting),
  );
  server.post(
    '/incidents/:id/views',
    {
      schema: {
        tags,
        summary: 'See what is claimed of whom too; who saw it and why is sealed',
        params,
        body: ReasonShape,
      },
    },
    async (request) => {
      const { acting, body } = request;
      return viewClaims(request.params.id, { by: acting.actor.name, reason: body.reason }, acting);
    },
  );
  server.post(
    '/incidents/:id/claims',
    {
      schema: {
        tags,
        summary: 'Add what is reported of the standing of somebody whom it names',
        params,
        body: ClaimShape,
      },
    },
    async (request, reply) => {
      const { acting, body } = request;
      await addIncidentClaim(request.params.id, body, acting.actor.name, acting);
      return reply.code(201).send(await viewIncident(request.params.id, acting));
    },
  );
}
