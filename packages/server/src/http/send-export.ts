// A reply and what writes a file in, the file sent as a download out; nothing of it stays behind.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyReply } from 'fastify';
import type { Parts } from '../flows/parts.ts';

export interface SentFile {
  /** Under which it is saved: letters, digits, `.`, `_`, `-`. */
  readonly name: string;
  readonly type: 'application/zip' | 'application/jsonl' | 'application/json';
}

/** @param write makes the file, which is not there yet, and gives its SHA-256 (lower-case hex), which is told in a header. */
export async function sendExport(
  reply: FastifyReply,
  uploadFiles: Parts['uploadFiles'],
  { name, type }: SentFile,
  write: (file: string) => Promise<string>,
): Promise<FastifyReply> {
  const id = await uploadFiles.begin();
  const dispose = () => uploadFiles.remove(id);
  try {
    const file = uploadFiles.place(id, 'export');
    const sha256 = await write(file);
    const stream = createReadStream(file);
    stream.once('close', () => void dispose());
    return await reply
      .code(201)
      .type(type)
      .headers({
        'content-length': (await stat(file)).size,
        'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`,
        'x-content-sha256': sha256,
      })
      .send(stream);
  } catch (error) {
    await dispose();
    throw error;
  }
}
