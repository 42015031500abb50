// A data folder in use in, a copy of all that cannot be made anew out: whole, with the hash of each file.
import { copyFile, mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { writeManifest, type BackupManifest } from '../../record/backup-manifest.ts';
import { liesInside } from '../../record/folder-places.ts';
import { codeOf } from '../../record/new-file.ts';
import { makeFolder, syncFolder } from '../../store/durable-files.ts';
import type { RecordPlaces } from '../checkpoint.ts';
import { hashOfFile } from '../hashed-files.ts';
import type { Parts } from '../parts.ts';
import { permit } from '../permit.ts';

/** Of a data folder. What else stands there is made anew when it is needed, or is under way. */
const keptFolders = ['editions', 'registers', 'gazetteers', 'documents', 'policies'];
/** Beside them. */
const keptFiles = ['retention.yml'];
const DATABASE_FILE = 'sekisho.db';

/**
 * The product may be at work meanwhile. The database is copied as it stood at one moment, and before the files: they are never
 * changed, and each is there before the database names it. Keys are no part of it: whoever has a backup can sign nothing.
 * @param target a folder that is not there yet, or is empty.
 * @throws Problem `backup.place` for any other, and one within the data folder or around it.
 */
export async function makeBackup(target: string, parts: Parts, { dataFolder }: RecordPlaces): Promise<BackupManifest> {
  permit(parts, 'record.export');
  const { store, clock, engineVersion } = parts;
  await claimFolder(target, dataFolder);
  const head = await store.head();
  if (!head) throw new Problem('record.unreadable', { reason: 'there is no entry' });
  const isIncluded = await store.copyTo(path.join(target, DATABASE_FILE));
  if (isIncluded) await keepForOwner(path.join(target, DATABASE_FILE));
  const files = isIncluded ? [DATABASE_FILE] : [];
  for (const folder of keptFolders) files.push(...(await copyFolder(folder, dataFolder, target)));
  for (const file of keptFiles)
    if (await copyDurably(path.join(dataFolder, file), path.join(target, file))) files.push(file);
  const hashed: BackupManifest['files'] = [];
  for (const file of files) hashed.push({ path: file, ...(await hashOfFile(path.join(target, file), file, parts)) });
  const manifest: BackupManifest = {
    version: 1,
    folderId: store.folder.id,
    madeAt: clock(),
    engineVersion,
    database: isIncluded ? 'included' : 'apart',
    head: { sequence: head.sequence, hash: head.hash },
    files: hashed,
  };
  await writeManifest(target, manifest);
  const bytes = hashed.reduce((sum, file) => sum + file.bytes, 0);
  await store.write(async (writer) => {
    const copied = {
      backup: path.basename(target),
      files: hashed.length,
      bytes,
      head: manifest.head,
      by: parts.actor.name,
    };
    await writer.seal('record-exported', store.folder.id, copied, manifest.madeAt); // somebody has a copy of all of it
  });
  return manifest;
}

/** Makes the folder, for its owner alone. @throws Problem `backup.place` */
export async function claimFolder(target: string, dataFolder?: string): Promise<void> {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new Problem('backup.place', { folder: target, reason }, { cause });
  };
  if (dataFolder !== undefined && (liesInside(target, dataFolder) || liesInside(dataFolder, target)))
    refuse('a backup lies outside of the data folder');
  try {
    await makeFolder(target);
    if (0 < (await readdir(target)).length) refuse('there is something in it already');
  } catch (error) {
    if (error instanceof Problem) throw error;
    refuse(`it cannot be made (${codeOf(error)})`, error);
  }
}

/** The paths of what was copied, relative to the data folder; folders within it too. */
async function copyFolder(folder: string, from: string, to: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(from, folder), { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    },
  );
  const copied: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.part')) continue;
    const file = path.relative(from, path.join(entry.parentPath, entry.name));
    if (await copyDurably(path.join(from, file), path.join(to, file))) copied.push(file.replaceAll(path.sep, '/'));
  }
  return copied.toSorted();
}

/** False for a file that was erased meanwhile. */
export async function copyDurably(from: string, to: string): Promise<boolean> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  try {
    await copyFile(from, to);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  await keepForOwner(to);
  return true;
}

/** On the disk, and for nobody else to read. */
async function keepForOwner(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(path.dirname(file));
}
