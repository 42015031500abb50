// A name that is not taken and what is to stand there in, a file that is whole and survives a crash out; one over another only when that is asked for.
import { randomUUID } from 'node:crypto';
import { access, link, lstat, open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { syncFolder } from '../store/durable-files.ts';

/**
 * Writes beside `file` and gives it its name when all of it is on the disk. False when the name was taken: nothing is
 * changed then. Of two processes that write at once, one gets the name.
 */
export async function writeNewFile(
  file: string,
  mode: number,
  write: (handle: FileHandle) => Promise<void>,
): Promise<boolean> {
  return writeBeside(file, mode, write, nameIt);
}

/**
 * The same over a file that may be there: until the new one is whole, the old one stands.
 * @throws Problem `file.exists` when something stands there that is no file: a folder, a device, a link.
 */
export async function replaceFile(
  file: string,
  mode: number,
  write: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const there = await lstat(file).catch(() => undefined);
  if (there && !there.isFile()) throw new Problem('file.exists', { file });
  await writeBeside(file, mode, write, async (draft) => {
    await rename(draft, file);
    return true;
  });
}

async function writeBeside(
  file: string,
  mode: number,
  write: (handle: FileHandle) => Promise<void>,
  takeName: (draft: string, file: string) => Promise<boolean>,
): Promise<boolean> {
  const draft = `${file}.${randomUUID()}.part`;
  try {
    const handle = await open(draft, 'wx', mode);
    try {
      await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await takeName(draft, file))) return false;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(path.dirname(file));
  return true;
}

async function nameIt(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
  }
  // exFAT and some shares know no second name for a file
  if (await isThere(file)) return false;
  await rename(draft, file);
  return true;
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** The system's code of what went wrong with a file: `ENOENT`, `EEXIST`; empty for anything else. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || error instanceof Problem) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
