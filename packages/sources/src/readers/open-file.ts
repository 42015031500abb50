// The path of a file in, the file opened for reading out; what the system says against it becomes a problem.
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';

export interface OpenFile {
  readonly handle: FileHandle;
  /** In bytes, as the system states it: 0 for files that are made while they are read. */
  readonly size: number;
}

/**
 * A regular file, opened. Pipes and devices are refused without waiting for them.
 * @param where facts for the problem: the file's name without folders, as `file`.
 * @throws Problem `file.not-found`, or `file.unreadable` with the system's code as `reason` (`EACCES`, `EISDIR`).
 */
export async function openFile(path: string, where: ProblemFacts): Promise<OpenFile> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK); // on Windows, without the flag: nothing
    const stats = await handle.stat();
    if (stats.isFile()) return { handle, size: stats.size };
    throw new Problem('file.unreadable', { ...where, reason: stats.isDirectory() ? 'EISDIR' : 'it is not a file' });
  } catch (error) {
    await handle?.close();
    throw fileProblem(error, where);
  }
}

/** What went wrong while a file was read, as a problem; a problem stays as it is. */
export function fileProblem(error: unknown, where: ProblemFacts): Problem {
  if (error instanceof Problem) return error;
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall !== undefined && code === 'ENOENT') return new Problem('file.not-found', where, { cause: error });
  const reason = syscall === undefined || code === undefined ? message : code; // a system's message has the path in it
  return new Problem('file.unreadable', { ...where, reason }, { cause: error });
}
