// The path of a table in, what tells whether it is the same file later out.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { fileProblem, openFile } from '@sekisho/sources/readers/open-file.ts';

export interface InputFile {
  /** Without folders. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly sha256: string;
}

/** Reads the file once. @throws Problem `file.not-found`, `file.unreadable`. */
export async function inputFile(file: string): Promise<InputFile> {
  const name = path.basename(file);
  const { handle } = await openFile(file, { file: name });
  try {
    const { size, mtimeMs } = await handle.stat();
    const hash = createHash('sha256');
    for await (const chunk of handle.createReadStream({ autoClose: false })) hash.update(chunk as Buffer);
    return { name, path: file, bytes: size, modifiedMs: mtimeMs, sha256: hash.digest('hex') };
  } catch (error) {
    throw fileProblem(error, { file: name });
  } finally {
    await handle.close();
  }
}

/** @throws Problem `batch.input-changed` when the file is not as it was. */
export async function refuseChanged({ name, path: file, bytes, modifiedMs }: InputFile): Promise<void> {
  const now = await stat(file).catch(() => undefined);
  if (now?.size !== bytes || now.mtimeMs !== modifiedMs) throw new Problem('batch.input-changed', { file: name });
}

/** @throws Problem `command.usage` when the output would take the place of the table. */
export async function refuseSameFile(from: string, to: string): Promise<void> {
  const [input, output] = await Promise.all([from, to].map((file) => stat(file).catch(() => undefined)));
  if (
    path.resolve(from) === path.resolve(to) ||
    (input && output && input.dev === output.dev && input.ino === output.ino)
  )
    throw new Problem('command.usage', { reason: '--out is the table itself' });
}
