// A backup in, a data folder that is what was backed up out: every file by its hash, the record by its chain.
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { readManifest, type BackupManifest } from '../../record/backup-manifest.ts';
import { syncFolder } from '../../store/durable-files.ts';
import type { RecordPlaces } from '../checkpoint.ts';
import { hashOfFile } from '../hashed-files.ts';
import type { Parts } from '../parts.ts';
import { proveFolder, usualOutside, type FolderProof } from '../prove-folder.ts';
import type { ToldParts } from '../work-progress.ts';
import { claimFolder, copyDurably } from './make-backup.ts';

/**
 * Gives the data folder its name when all of it is there and as it was: it is whole, or not there.
 * @param folder where the data folder is to be: not there yet, or empty.
 * @throws Problem `backup.damaged` with the file that is not what was backed up, `backup.place`.
 */
export async function placeBackup(backup: string, folder: string, parts: ToldParts): Promise<BackupManifest> {
  const manifest = await readManifest(backup);
  await claimFolder(folder);
  const draft = `${path.resolve(folder)}.${randomUUID()}.part`;
  try {
    await claimFolder(draft);
    for (const { path: file, sha256 } of manifest.files) {
      const fail = (reason: string): never => {
        throw new Problem('backup.damaged', { file, reason });
      };
      const copy = path.join(draft, file);
      if (!(await copyDurably(path.join(backup, file), copy))) fail('is missing');
      if ((await hashOfFile(copy, file, parts)).sha256 !== sha256) fail('is not what was backed up');
    }
    await rename(draft, folder); // over an empty folder
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(path.dirname(path.resolve(folder)));
  return manifest;
}

/**
 * The whole proof of the restored folder.
 * @throws Problem `backup.damaged` when the database is another folder's, or does not hold the last entry of the backup.
 */
export async function proveRestored(
  manifest: BackupManifest,
  parts: Parts,
  places: RecordPlaces,
): Promise<FolderProof> {
  const { folderId, head, database } = manifest;
  const { store } = parts;
  const fail = (reason: string): never => {
    throw new Problem('backup.damaged', { reason });
  };
  if (store.folder.id !== folderId) fail('the database is that of another data folder');
  const [last] = await store.entries({ from: head.sequence, limit: 1 });
  // a dump of PostgreSQL may be older than the files beside it
  if (last ? last.hash !== head.hash : database === 'included')
    fail(`the database does not hold entry ${String(head.sequence)} of the record as it was backed up`);
  return proveFolder(parts, places, usualOutside(places, parts));
}
