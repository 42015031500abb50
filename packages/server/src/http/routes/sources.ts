// Lists, registers and gazetteers: which are in use and how fresh, their editions, what changed, files brought in.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import multipart, { type Multipart } from '@fastify/multipart';
import Type from 'typebox';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { diffEditions } from '../../flows/diff-editions.ts';
import { folderStatus } from '../../flows/folder-status.ts';
import { importEdition } from '../../flows/import-edition.ts';
import { editionMeant, importedEditions } from '../../flows/list-editions.ts';
import { runLookBacks } from '../../flows/look-back.ts';
import { permit } from '../../flows/permit.ts';
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
const MAX_FILE_BYTES = 4 * 1024 ** 3;
const MAX_FILES = 200;

export function sourceRoutes(server: Server, { settings }: Served): void {
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
      return diffEditions({ from, to }, query.limit ?? USUAL_ENTRIES, acting);
    },
  );
  void server.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: MAX_FILES, fields: 10 } });
  server.post(
    '/sources/:id/imports',
    {
      schema: {
        tags,
        summary: 'Read official files into an edition, put it in use and look back',
        description:
          'multipart/form-data: fields `published` (day), `currentAsOf`, `accept` (a reason), then the files under the names that the publisher gave them.',
        params: idParams,
      },
      bodyLimit: MAX_FILE_BYTES,
    },
    async (request, reply) => {
      const { acting } = request;
      permit(acting, 'source.import'); // before gigabytes are taken
      await mkdir(settings.uploadFolder, { recursive: true });
      const folder = await mkdtemp(path.join(settings.uploadFolder, 'upload-'));
      try {
        const { files, fields } = await uploaded(request.parts(), folder);
        const said = parseShape(ImportShape, fields, 'request.invalid', { place: 'form' });
        const imported = await importEdition(
          {
            source: request.params.id,
            files,
            publishedOn: said.published,
            by: acting.actor.name,
            ...(said.currentAsOf !== undefined && { confirmedCurrentOn: said.currentAsOf }),
            ...(said.accept !== undefined && { accept: said.accept }),
          },
          acting,
        );
        return await reply.code(201).send({ ...imported, lookBacks: await runLookBacks(acting) });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
}

interface Uploaded {
  /** Paths, under the names that were sent. */
  readonly files: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** @throws Problem `request.invalid` for a name with a folder in it or one that stands twice, `file.too-large`. */
async function uploaded(sent: AsyncIterable<Multipart>, folder: string): Promise<Uploaded> {
  const files: string[] = [];
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for await (const part of sent) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value;
      continue;
    }
    const name = path.basename(part.filename);
    const file = path.join(folder, name);
    if (name !== part.filename || /^\.*$/.test(name) || files.includes(file))
      throw new Problem('request.invalid', {
        place: 'form',
        reason: `has a file that cannot be named "${part.filename}"`,
      });
    await pipeline(part.file, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    if (part.file.truncated) throw new Problem('file.too-large', { file: name, most: MAX_FILE_BYTES });
    files.push(file);
  }
  if (files.length === 0) throw new Problem('request.invalid', { place: 'form', reason: 'has no file' });
  return { files, fields: { ...fields } };
}
