// Settings in, everything the flows work with out; closed again by whoever opened it.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parsePolicy } from '@sekisho/engine/policy/parse-policy.ts';
import { buildReference, type Reference } from '@sekisho/engine/reference/reference.ts';
import type { ReferenceFiles } from '@sekisho/engine/reference/reference-files.ts';
import { listImporters } from '@sekisho/sources/catalogue.ts';
import { registerImporters } from '@sekisho/sources/registers/catalogue.ts';
import { IndexHolder } from './flows/index-holder.ts';
import { nameKeysVersionOf } from './flows/register-names.ts';
import type { LoadedPolicy, Parts } from './flows/parts.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import type { Settings } from './settings.ts';
import { EditionFiles } from './store/edition-files.ts';
import { openStore } from './store/open-store.ts';
import { RegisterFiles } from './store/registers/register-files.ts';

export type OpenParts = Parts & { close(): Promise<void> };

/**
 * Opens the data folder (made when it is not there) and reads `data/`.
 * @throws Problem `folder.not-simulation` for `--as-of` outside a simulation, `folder.*`, `reference.invalid`, `policy.invalid`.
 */
export async function openParts(settings: Settings, onProgress?: Parts['onProgress']): Promise<OpenParts> {
  const clock = clockOf(settings);
  const files = await readReferenceFiles(settings.referencePath);
  const reference = buildReference(files);
  const store = await openStore({
    folderPath: settings.folderPath,
    create: { simulation: settings.simulation },
    now: clock,
    ...(settings.databaseUrl !== undefined && { databaseUrl: settings.databaseUrl }),
  });
  try {
    if (settings.asOf !== undefined && !store.folder.simulation) throw new Problem('folder.not-simulation');
    const editionFiles = new EditionFiles(settings.folderPath);
    return {
      store,
      editionFiles,
      registerFiles: new RegisterFiles(settings.folderPath),
      index: new IndexHolder(editionFiles, reference.names),
      reference,
      listImporters,
      registerImporters,
      policies: await loadPolicies(files, path.join(settings.folderPath, 'policies')),
      clock,
      engineVersion: ENGINE_VERSION,
      nameKeysVersion: nameKeysVersionOf(files),
      ...(onProgress && { onProgress }),
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** For what needs no data folder: reading and comparing names. */
export async function openReference(settings: Settings): Promise<Reference> {
  return buildReference(await readReferenceFiles(settings.referencePath));
}

/** The machine's clock; or, on a played day, the time of day of the machine on that date. */
export function clockOf({ asOf }: Pick<Settings, 'asOf'>): () => Instant {
  return () => {
    const now = new Date().toISOString();
    return asOf === undefined ? now : `${asOf}${now.slice(10)}`;
  };
}

async function readReferenceFiles(root: string): Promise<ReferenceFiles> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile() && /\.(?:yml|tsv|json|csv|txt)$/.test(entry.name))
    .map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(root, file).replaceAll(path.sep, '/'), await readFile(file, 'utf8')] as const;
    });
  return new Map((await Promise.all(texts)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The policies we ship, and over them those of the data folder (`policies/<id>/policy.yml`). */
async function loadPolicies(files: ReferenceFiles, own: string): Promise<ReadonlyMap<string, LoadedPolicy>> {
  const texts = new Map([...files].filter(([name]) => /^policies\/[^/]+\/policy\.yml$/.test(name)));
  for (const entry of await readdir(own, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory())
      texts.set(`policies/${entry.name}/policy.yml`, await readFile(path.join(own, entry.name, 'policy.yml'), 'utf8'));
  const policies = new Map<string, LoadedPolicy>();
  for (const [file, text] of texts) {
    const policy = parsePolicy(text, { file, sha256: createHash('sha256').update(text).digest('hex') });
    if (policy.id !== file.split('/')[1])
      throw new Problem('policy.invalid', { file, field: 'id', reason: `is ${policy.id}, unlike its folder` });
    policies.set(policy.id, { policy, text });
  }
  return policies;
}
