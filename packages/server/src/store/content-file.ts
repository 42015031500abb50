// An edition's file that is named by the hash of its content in, what it is kept, found and read by out; what is wrong with it is told.
import { existsSync } from 'node:fs';
import { chmod, open } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { renameDurably } from './durable-files.ts';

/** @throws Problem `edition.damaged` for what is no hash. */
export function contentFile(folder: string, contentSha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(contentSha256))
    throw new Problem('edition.damaged', { file: contentSha256, reason: 'is not the hash of a content' });
  return path.join(folder, `${contentSha256}.sqlite`);
}

/** Gives a finished file its name, on the disk when this returns. False when the content was there before. */
export async function keepContentFile(part: string, file: string): Promise<boolean> {
  await chmod(part, 0o600);
  const handle = await open(part, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  const isNew = !existsSync(file);
  await renameDurably(part, file);
  return isNew;
}

/** Whatever goes wrong in `read` is the file's fault. @throws Problem `edition.damaged`, and what `read` throws as a Problem. */
export function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw damaged(file, code === 'ENOENT' ? 'is missing' : message, error);
  }
}

export function damaged(file: string, reason: string, cause?: unknown): Problem {
  return new Problem('edition.damaged', { file: file.replace(/^.*[\\/]/, ''), reason }, { cause });
}
