// A form with fields and then files in, the files on the disk under the names that were sent out; nothing is kept of one that is refused.
import { createWriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ReceivedFiles } from '../flows/import-upload.ts';
import type { Parts } from '../flows/parts.ts';

export interface FileBounds {
  /** Of all files together. */
  readonly maxBytes: number;
  readonly maxFiles: number;
}

/** Of one name, as file systems count it. */
const MAX_NAME_BYTES = 200;
/** The field of a column mapping; files have any other. */
const MAPPING = 'mapping';

/**
 * Files go to the disk as they come. The caller removes the upload once it was read; when this throws it is gone.
 * @param check what the fields say is looked at before the first file is taken.
 * @throws Problem `request.invalid` (no form, a field behind a file, a name with a folder in it or that stands twice, an empty file, none),
 *   `file.too-large`, `store.failed`, and as `check` does.
 */
export async function receiveFiles<Fields>(
  request: FastifyRequest,
  bounds: FileBounds,
  check: (fields: Readonly<Record<string, unknown>>) => Fields,
  { uploadFiles }: Pick<Parts, 'uploadFiles'>,
): Promise<{ readonly fields: Fields; readonly received: ReceivedFiles }> {
  if (!request.isMultipart()) refuse('is not multipart/form-data');
  const said: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const files: string[] = [];
  let fields: Fields | undefined;
  let mapping: string | undefined;
  let left = bounds.maxBytes;
  const upload = await uploadFiles.begin();
  try {
    for await (const part of request.parts({ limits: { fileSize: bounds.maxBytes, files: bounds.maxFiles } })) {
      if (part.type === 'field') {
        if (0 < files.length)
          refuse(`has the field "${part.fieldname.slice(0, 100)}" behind a file: fields come first`);
        said[part.fieldname] = part.value;
        continue;
      }
      fields ??= check({ ...said });
      const name = nameOf(part.filename, files);
      left -= await keep(part.file, uploadFiles.place(upload, name), { name, left, maxBytes: bounds.maxBytes });
      if (part.fieldname === MAPPING) {
        if (mapping !== undefined) refuse('has two column mappings');
        mapping = name;
      } else files.push(name);
    }
    if (fields === undefined || files.length === 0) refuse('has no file');
    return { fields: fields as Fields, received: { upload, files, ...(mapping !== undefined && { mapping }) } };
  } catch (error) {
    await uploadFiles.remove(upload);
    throw error;
  }
}

function refuse(reason: string): never {
  throw new Problem('request.invalid', { place: 'form', reason });
}

function nameOf(sent: string, others: readonly string[]): string {
  const cannot = () => refuse(`has a file that cannot be named "${sent.slice(0, MAX_NAME_BYTES)}"`);
  if (/[/\\\p{Cc}]/u.test(sent) || /^[.\s]*$/.test(sent) || MAX_NAME_BYTES < Buffer.byteLength(sent)) cannot();
  if (!sent.isWellFormed() || others.includes(sent)) cannot();
  return sent;
}

/** How many bytes it has. */
async function keep(
  file: Readable & { readonly truncated?: boolean },
  place: string,
  { name, left, maxBytes }: { readonly name: string; readonly left: number; readonly maxBytes: number },
): Promise<number> {
  let bytes = 0;
  const tooLarge = () => new Problem('file.too-large', { file: name, most: maxBytes });
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (left < bytes) done(tooLarge());
      else done(null, chunk);
    },
  });
  try {
    await pipeline(file, counted, createWriteStream(place, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw new Problem('store.failed', { file: name, reason: error.message }, { cause: error });
  }
  if (file.truncated === true) throw tooLarge();
  if (bytes === 0) refuse(`has an empty file "${name}"`);
  return bytes;
}
