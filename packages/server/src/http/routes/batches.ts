// Tables of names: sent in, screened as a job, the results read and fetched; gone after some days.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { batchFields, dateOrders } from '@sekisho/engine/model/batch.ts';
import { schemata } from '@sekisho/engine/model/entity.ts';
import { batchRowKinds, batchRows } from '../../flows/batch/batch-rows.ts';
import { deleteBatch, listBatches, receiveBatch, resultFile, viewBatch } from '../../flows/batch/batches.ts';
import { beginScreening } from '../../flows/batch/screen-kept-batch.ts';
import { lowestThreshold } from '../../flows/lowest-threshold.ts';
import { permit } from '../../flows/permit.ts';
import type { Served, Server } from '../serving.ts';
import { closed, idParams, MAX_PAGE, text, USUAL_PAGE, word } from './shapes.ts';

const FileShape = Type.Object({ file: text(300) }, closed);
const ScreeningShape = Type.Object(
  {
    columns: Type.Optional(
      Type.Array(
        Type.Object({ column: Type.String({ maxLength: 10_000 }), field: Type.Optional(word(batchFields)) }, closed),
        { maxItems: 1000 },
      ),
    ),
    schema: Type.Optional(word(schemata)),
    dates: Type.Optional(word(dateOrders)),
    minScore: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    hits: Type.Optional(word(['best', 'all'] as const)),
    discountsStated: Type.Optional(Type.Boolean()),
  },
  closed,
);
const RowsShape = Type.Object(
  {
    kind: Type.Optional(word(batchRowKinds)),
    after: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_PAGE })),
  },
  closed,
);

export function batchRoutes(server: Server, _served: Served): void {
  const tags = ['batches'];
  const params = idParams;
  void server.register(async (raw) => {
    raw.removeAllContentTypeParsers(); // a table is taken as it is, whatever a client calls it
    raw.addContentTypeParser('*', (_request, content, done) => done(null, content));
    (raw as Server).post(
      '/batches',
      {
        schema: {
          tags,
          summary: 'Send a table of names: its columns are guessed, nothing is screened yet',
          description:
            'The body is the file itself, at most 1 GiB; its name in `file` says how it is read (.csv, .tsv, .txt, .jsonl, .ndjson, .xlsx, .xls, .ods). Only whoever sent it sees it. It is deleted at `endsAt`.',
          querystring: FileShape,
        },
        bodyLimit: Number.MAX_SAFE_INTEGER, // it is counted as it is read
      },
      async ({ query, body, acting }, reply) => {
        permit(acting, 'name.screen');
        const content = body instanceof Readable ? body : Readable.from([]);
        return reply.code(201).send(await receiveBatch(query.file, content, acting));
      },
    );
    return Promise.resolve();
  });
  server.get(
    '/batches',
    { schema: { tags, summary: 'The tables that one has sent, the latest first' } },
    async (request) => ({
      items: await listBatches(request.acting),
    }),
  );
  server.get(
    '/batches/:id',
    { schema: { tags, summary: 'A table: what its columns hold, how far its screening is, how it ended', params } },
    async (request) => viewBatch(request.params.id, request.acting),
  );
  server.delete(
    '/batches/:id',
    { schema: { tags, summary: 'Delete a table and what was made of it', params } },
    async (request, reply) => {
      await deleteBatch(request.params.id, request.acting);
      return reply.code(204).send();
    },
  );
  server.post(
    '/batches/:id/screenings',
    {
      schema: {
        tags,
        summary: 'Screen every row of a table, as a job',
        description: '`columns` corrects what was guessed; without `field` a column is not read.',
        params,
        body: ScreeningShape,
      },
    },
    async ({ params: { id }, body, acting }, reply) => {
      const {
        columns = [],
        hits = 'best',
        discountsStated = false,
        minScore = lowestThreshold(acting),
        ...more
      } = body;
      const question = { ...more, columns, hits, discountsStated, minScore };
      return reply.code(201).send(await beginScreening(id, question, acting));
    },
  );
  server.get(
    '/batches/:id/rows',
    {
      schema: {
        tags,
        summary: 'The rows of a table that was screened, with what was found; or those that were refused',
        params,
        querystring: RowsShape,
      },
    },
    async ({ params: { id }, query, acting }) => batchRows(id, { limit: USUAL_PAGE, ...query }, acting),
  );
  server.get(
    '/batches/:id/results',
    { schema: { tags, summary: 'Every row that could be screened, with what was found, as CSV', params } },
    async (request, reply) => sendFile(await resultFile(request.params.id, 'results', request.acting), reply),
  );
  server.get(
    '/batches/:id/rejected',
    { schema: { tags, summary: 'The rows that were refused, with line and reason, as CSV', params } },
    async (request, reply) => sendFile(await resultFile(request.params.id, 'rejected', request.acting), reply),
  );
}

/** To be saved, never to be shown by the browser. */
function sendFile(file: { readonly path: string; readonly name: string }, reply: FastifyReply): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(createReadStream(file.path));
}
