// Bytes and a place in, a file that survives a crash out: whole or not there, never half.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes the folder and those above it where they are missing; only its owner can look into the ones it makes. False when it
 * was there.
 */
export async function makeFolder(folder: string): Promise<boolean> {
  const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return false;
  const above = path.dirname(path.resolve(firstMade));
  for (let made = path.resolve(folder); made !== above; made = path.dirname(made)) await syncFolder(made);
  await syncFolder(above);
  return true;
}

/** Writes `bytes` beside `file` and renames: whoever reads it finds what was there before or all of it. */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${randomUUID()}.part`;
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameDurably(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Gives a file that is on the disk its name, in the same folder, in place of what had it. */
export async function renameDurably(part: string, file: string): Promise<void> {
  await rename(part, file);
  await syncFolder(path.dirname(file));
}

/** A new name is on the disk when its folder is. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What is unfinished for so long, nobody writes any more. */
const LONGEST_IMPORT_MS = 86_400_000;

/**
 * Removes what somebody was killed over: `.part` files of a folder that are more than a day old. Another process may do the same
 * at the same time.
 */
export async function removeUnfinished(folder: string, nowMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.part')) continue;
    const file = path.join(folder, name);
    const written = await stat(file).catch(() => undefined);
    if (written && written.mtimeMs < nowMs - LONGEST_IMPORT_MS) await rm(file, { force: true });
  }
}
