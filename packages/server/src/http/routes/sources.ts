// Lists, registers and gazetteers: which are in use and how fresh, their editions, what changed, files brought in.
import Type from 'typebox';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { diffEditions, diffWithoutProtected } from '../../flows/diff-editions.ts';
import { folderStatus } from '../../flows/folder-status.ts';
import { checkImport, oweImport, type ImportTerms } from '../../flows/import-upload.ts';
import { editionMeant, importedEditions } from '../../flows/list-editions.ts';
import { permit } from '../../flows/permit.ts';
import { receiveFiles } from '../receive-files.ts';
import type { Served, Server } from '../serving.ts';
import { closed, day, idParams, text } from './shapes.ts';

const DeltaShape = Type.Object(
  { from: text(64), to: text(64), limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })) },
  closed,
);
const ImportShape = Type.Object(
  { published: day, currentAsOf: Type.Optional(day), accept: Type.Optional(text(1000)) },
  closed,
);

const USUAL_ENTRIES = 50;
/** The nationwide register of Japan is some 1.3 GB unpacked. */
const LARGEST_UPLOAD = 4 * 1024 ** 3;
/** A year of differences, a file a day. */
const MAX_FILES = 400;

export function sourceRoutes(server: Server, { settings }: Served): void {
  const bounds = { maxBytes: settings.largestUpload ?? LARGEST_UPLOAD, maxFiles: MAX_FILES };
  const tags = ['sources'];
  server.get(
    '/status',
    { schema: { tags, summary: 'What is in use and how fresh; what each policy lacks' } },
    async ({ acting }) => {
      permit(acting, 'source.read');
      return folderStatus(acting);
    },
  );
  server.get(
    '/sources/:id/editions',
    { schema: { tags, summary: 'Every edition of a source, oldest first', params: idParams } },
    async ({ params, acting }) => {
      permit(acting, 'source.read');
      return { source: params.id, items: await importedEditions(params.id, acting) };
    },
  );
  server.get(
    '/sources/:id/delta',
    {
      schema: {
        tags,
        summary: 'What was added, changed and removed between two editions of a list',
        params: idParams,
        querystring: DeltaShape,
      },
    },
    async ({ params, query, acting }) => {
      permit(acting, 'source.read');
      const from = await editionMeant(params.id, query.from, acting);
      const to = await editionMeant(params.id, query.to, acting);
      const diff = await diffEditions({ from, to }, query.limit ?? USUAL_ENTRIES, acting);
      return diffWithoutProtected(diff, acting.reference);
    },
  );
  server.post(
    '/sources/:id/imports',
    {
      schema: {
        tags,
        summary: 'Take official files, and have them read into an edition, put in use and looked back on, as a job',
        description:
          'multipart/form-data: fields `published` (day), `currentAsOf`, `accept` (a reason), then the files under the names that the publisher gave them; of an own list or register its column mapping in the field `mapping`.',
        params: idParams,
      },
      config: { takesFiles: true },
      bodyLimit: bounds.maxBytes,
    },
    async (request, reply) => {
      const { acting } = request;
      permit(acting, 'source.import'); // before gigabytes are taken
      const { fields, received } = await receiveFiles(
        request,
        bounds,
        (said) => {
          const terms = termsOf(request.params.id, said);
          checkImport(terms, acting);
          return terms;
        },
        acting,
      );
      const job = await oweImport(fields, received, acting);
      return reply.code(202).header('location', `/v1/jobs/${job.id}`).send(job);
    },
  );
}

function termsOf(source: string, said: Readonly<Record<string, unknown>>): ImportTerms {
  const { published, currentAsOf, accept } = parseShape(ImportShape, said, 'request.invalid', { place: 'form' });
  return {
    source,
    publishedOn: published,
    ...(currentAsOf !== undefined && { confirmedCurrentOn: currentAsOf }),
    ...(accept !== undefined && { accept }),
  };
}
