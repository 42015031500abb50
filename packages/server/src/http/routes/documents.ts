// The documents of a case: what there is, one more put with it, one taken out as it was kept.
import Type from 'typebox';
import { attachmentKinds } from '@sekisho/engine/model/document.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { attachDocument } from '../../flows/attach-document.ts';
import { documentOfCase, documentsOfCase } from '../../flows/documents-of-case.ts';
import { permit } from '../../flows/permit.ts';
import { MAX_DOCUMENT_BYTES } from '../../flows/take-documents.ts';
import { receiveFiles } from '../receive-files.ts';
import type { Served, Server } from '../serving.ts';
import { closed, idParams, text, word } from './shapes.ts';

const AttachmentShape = Type.Object(
  {
    kind: word(attachmentKinds),
    language: text(100),
    translationOf: Type.Optional(text(64)),
    translatedBy: Type.Optional(text(200)),
  },
  closed,
);
const DocumentParams = Type.Object({ id: text(300), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, closed);

const bounds = { maxBytes: MAX_DOCUMENT_BYTES, maxFiles: 1 };

export function documentRoutes(server: Server, _served: Served): void {
  const tags = ['documents'];
  server.get(
    '/cases/:id/documents',
    {
      schema: {
        tags,
        summary: 'The documents of a case, each with its hash; of a translation the original, which rules',
        params: idParams,
      },
    },
    async ({ params, acting }) => ({ items: await documentsOfCase(params.id, acting) }),
  );
  server.post(
    '/cases/:id/documents',
    {
      schema: {
        tags,
        summary: 'Put a document with a case: PDF, PNG, JPEG, TIFF or plain text in UTF-8',
        description:
          'multipart/form-data: fields `kind`, `language` (BCP 47), of a translation `translationOf` (SHA-256 of the original) and `translatedBy` (the person; without it a machine), then one file.',
        params: idParams,
      },
      config: { takesFiles: true },
      bodyLimit: 2 * MAX_DOCUMENT_BYTES,
    },
    async (request, reply) => {
      const { acting, params } = request;
      permit(acting, 'case.work');
      const { fields, received } = await receiveFiles(
        request,
        bounds,
        (said) => parseShape(AttachmentShape, said, 'request.invalid', { place: 'form' }),
        acting,
      );
      try {
        const file = acting.uploadFiles.place(received.upload, received.files[0] ?? '');
        const document = await attachDocument(params.id, { ...fields, file, by: acting.actor.name }, acting);
        return await reply.code(201).send(document);
      } finally {
        await acting.uploadFiles.remove(received.upload);
      }
    },
  );
  server.get(
    '/cases/:id/documents/:sha256',
    {
      schema: {
        tags,
        summary: 'A document as it was kept, for taking out; never to be shown in place',
        params: DocumentParams,
      },
    },
    async ({ params, acting }, reply) => {
      const { document, bytes } = await documentOfCase(params.id, params.sha256, acting);
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${headerText(document.file)}`)
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('repr-digest', `sha-256=:${Buffer.from(params.sha256, 'hex').toString('base64')}:`)
        .send(bytes);
    },
  );
}

/** RFC 8187: what `encodeURIComponent` leaves and a header does not take is written as bytes too. */
function headerText(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
