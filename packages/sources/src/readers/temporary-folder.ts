// A file that needs room beside it (unpacked, sorted) in, a folder of its own for that out.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from './file-of-list.ts';

/** @throws Problem `file.unreadable` with the system's code when the machine has no place for it. */
export async function temporaryFolder(where: FileOfList): Promise<string> {
  try {
    return await mkdtemp(path.join(tmpdir(), 'sekisho-'));
  } catch (error) {
    const reason = `there is no place for temporary files (${(error as NodeJS.ErrnoException).code ?? ''})`;
    throw new Problem('file.unreadable', { ...where, reason }, { cause: error });
  }
}
