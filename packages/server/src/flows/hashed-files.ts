// Paths in, the files with the hashes of their bytes out.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { EditionFile } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '@sekisho/sources/importer.ts';
import { fileProblem, openFile } from '@sekisho/sources/readers/open-file.ts';
import { tellProgress, type ToldParts } from './work-progress.ts';

export interface HashedFile extends SourceFile, EditionFile {}

/** @throws Problem `command.usage` for none, `file.unexpected` for a name twice, `file.not-found`, `file.unreadable`. */
export async function hashFiles(paths: readonly string[], parts: ToldParts): Promise<readonly HashedFile[]> {
  const hashed: HashedFile[] = [];
  for (const file of paths) {
    const name = path.basename(file);
    if (hashed.some((other) => other.name === name))
      throw new Problem('file.unexpected', { file: name, reason: 'is named twice' });
    hashed.push({ name, path: file, ...(await hashOfFile(file, name, parts)) });
  }
  if (hashed.length === 0) throw new Problem('command.usage', { reason: 'name at least one file' });
  return hashed;
}

/** @param name as messages say it. @throws Problem `file.not-found`, `file.unreadable`. */
export async function hashOfFile(file: string, name: string, parts: ToldParts): Promise<Omit<EditionFile, 'name'>> {
  try {
    const { handle, size } = await openFile(file, { file: name });
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of handle.createReadStream()) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      tellProgress({ phase: 'hashing', of: name, share: bytes / Math.max(1, size) }, parts);
    }
    return { bytes, sha256: hash.digest('hex') };
  } catch (error) {
    throw fileProblem(error, { file: name });
  }
}
