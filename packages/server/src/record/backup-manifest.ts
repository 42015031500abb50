// What a backup holds in, the manifest beside it out; and back, refused when it is not one.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Type, { type Static } from 'typebox';
import { Check } from 'typebox/value';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { writeDurably } from '../store/durable-files.ts';

const hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const ManifestShape = Type.Object(
  {
    version: Type.Literal(1),
    folderId: Type.String({ minLength: 1 }),
    madeAt: Type.String(),
    engineVersion: Type.String(),
    /** `apart`: on PostgreSQL, whose own tools back it up. */
    database: Type.Enum(['included', 'apart']),
    /** The last entry of the record when the backup was begun; the database may hold more. */
    head: Type.Object({ sequence: Type.Integer({ minimum: 1 }), hash }, { additionalProperties: false }),
    files: Type.Array(
      Type.Object(
        {
          /** Relative, with `/`: at most two folders deep. */
          path: Type.String({ pattern: '^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,2}$' }),
          bytes: Type.Integer({ minimum: 0 }),
          sha256: hash,
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type BackupManifest = Static<typeof ManifestShape>;

const NAME = 'manifest.json';

/** Written last: a backup without it was not finished. */
export async function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  await writeDurably(path.join(folder, NAME), Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`));
}

/** @throws Problem `backup.damaged` when there is none, or it is not one. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const file = path.join(folder, NAME);
  const fail = (reason: string, cause?: unknown): never => {
    throw new Problem('backup.damaged', { file, reason }, { cause });
  };
  const text = await readFile(file, 'utf8').catch((error: unknown) =>
    fail('it has no manifest: it was not finished', error),
  );
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    fail('is not JSON', error);
  }
  return Check(ManifestShape, manifest) ? manifest : fail('is not the manifest of a backup that this version knows');
}
