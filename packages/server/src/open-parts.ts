// Settings in, everything the flows work with out; closed again by whoever opened it.
import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { operator } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parsePolicy } from '@sekisho/engine/policy/parse-policy.ts';
import { checkQuestions } from '@sekisho/engine/policy/required-questions.ts';
import { buildReference, type Reference } from '@sekisho/engine/reference/reference.ts';
import { parseRetention } from '@sekisho/engine/reference/retention.ts';
import type { ReferenceFiles } from '@sekisho/engine/reference/reference-files.ts';
import { listImporters } from '@sekisho/sources/catalogue.ts';
import { gazetteerImporters } from '@sekisho/sources/gazetteers/catalogue.ts';
import { registerImporters } from '@sekisho/sources/registers/catalogue.ts';
import { IndexHolder } from './flows/index-holder.ts';
import { nameKeysVersionOf } from './flows/register-names.ts';
import type { LoadedPolicy, Parts } from './flows/parts.ts';
import { hashOfText } from './flows/policies/checked-policy.ts';
import { PoliciesInForce } from './flows/policies/policies-in-force.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import type { Settings } from './settings.ts';
import { downloadDefaults } from './download/fetch-file.ts';
import { BatchFiles } from './store/batch-files.ts';
import { DocumentFiles } from './store/document-files.ts';
import { DownloadNotes } from './store/download-notes.ts';
import { EditionFiles } from './store/edition-files.ts';
import { GazetteerFiles } from './store/gazetteers/gazetteer-files.ts';
import { IndexFiles } from './store/index-files.ts';
import { openStore } from './store/open-store.ts';
import { PastIndexFiles } from './store/past-index-files.ts';
import { RegisterFiles } from './store/registers/register-files.ts';
import { UploadFiles } from './store/upload-files.ts';
import { searchHere } from './threads/searcher.ts';

export type OpenParts = Parts & { close(): Promise<void> };

export interface OpenOptions {
  /** Makes the data folder when it is not there: for what puts something into it. */
  readonly makesFolder: boolean;
  readonly onProgress?: Parts['onProgress'];
  readonly onWarning?: Parts['onWarning'];
}

/**
 * Opens the data folder and reads `data/`. A folder is never made on a played day unless it is to be a simulation.
 * @throws Problem `folder.not-found`, `folder.not-simulation` for a played day outside a simulation, `folder.*`,
 *   `reference.invalid`, `policy.invalid`, `retention.invalid`.
 */
export async function openParts(settings: Settings, options: OpenOptions): Promise<OpenParts> {
  const { makesFolder, onProgress, onWarning } = options;
  const clock = clockOf(settings);
  const files = await readReferenceFiles(settings.referencePath);
  const ownRetention = await readOwnRetention(settings.folderPath);
  const reference: Reference = {
    ...buildReference(files),
    ...(ownRetention && { retention: parseRetention(ownRetention, OWN_RETENTION) }),
  };
  const mayMake = makesFolder && (settings.asOf === undefined || settings.simulation === true);
  const store = await openStore({
    folderPath: settings.folderPath,
    ...(mayMake && { create: { simulation: settings.simulation } }),
    now: clock,
    ...(settings.databaseUrl !== undefined && { databaseUrl: settings.databaseUrl }),
  });
  try {
    if (settings.asOf !== undefined && !store.folder.simulation) throw new Problem('folder.not-simulation');
    const indexed = {
      editionFiles: new EditionFiles(settings.folderPath),
      indexFiles: new IndexFiles(settings.folderPath),
      reference,
      engineVersion: ENGINE_VERSION,
      nameKeysVersion: nameKeysVersionOf(files),
      ...(onProgress && { onProgress }),
      ...(onWarning && { onWarning }),
    };
    const registerFiles = new RegisterFiles(settings.folderPath);
    const policyFiles = await loadPolicies(files, path.join(settings.folderPath, 'policies'), reference);
    const policies = new PoliciesInForce(policyFiles, { store, reference });
    await policies.refresh(clock().slice(0, 10));
    return {
      ...indexed,
      actor: operator(settings.userName),
      store,
      batchFiles: new BatchFiles(settings.folderPath),
      documentFiles: new DocumentFiles(settings.folderPath),
      uploadFiles: new UploadFiles(settings.folderPath),
      registerFiles,
      gazetteerFiles: new GazetteerFiles(settings.folderPath),
      pastIndexFiles: new PastIndexFiles(settings.folderPath),
      registerIndexFiles: (source) => new IndexFiles(settings.folderPath, `index/${source}`),
      index: new IndexHolder(indexed),
      threads: { referenceFiles: () => readReferenceFiles(settings.referencePath), cores: availableParallelism() },
      searcher: searchHere,
      download: { ...downloadDefaults, ...settings.download },
      downloadNotes: new DownloadNotes(settings.folderPath),
      listImporters,
      registerImporters,
      gazetteerImporters,
      policies,
      policiesInForce: policies,
      clock,
      ...(ownRetention !== undefined && {
        ownRetention: { file: OWN_RETENTION, sha256: hashOfText(ownRetention) },
      }),
      close: async () => {
        registerFiles.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Of the data folder: it stands in place of `data/retention.yml`. */
const OWN_RETENTION = 'retention.yml';

async function readOwnRetention(folder: string): Promise<string | undefined> {
  try {
    return await readFile(path.join(folder, OWN_RETENTION), 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Problem(
      'retention.invalid',
      { file: OWN_RETENTION, reason: `cannot be read (${code})` },
      { cause: error },
    );
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

/** The files as they were last read, whose tables are made. */
let lastRead: ReferenceFiles = new Map();

/** The texts below `data/`, by path: the same value as long as they are the same, so that their tables are made once. */
export async function readReferenceFiles(root: string): Promise<ReferenceFiles> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile() && /\.(?:yml|tsv|json|csv|txt)$/.test(entry.name))
    .map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(root, file).replaceAll(path.sep, '/'), await readFile(file, 'utf8')] as const;
    });
  const files = new Map((await Promise.all(texts)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const isAsLastRead =
    files.size === lastRead.size && files.entries().every(([file, text]) => lastRead.get(file) === text);
  if (!isAsLastRead) lastRead = files;
  return lastRead;
}

/**
 * The policies we ship, and those of the data folder (`policies/<id>/policy.yml`), which stand over ours of the same id.
 * @throws Problem `policy.invalid`; also when the folder's own cannot be read, or one of ours has other rules under the
 *   same version: what decides is never in doubt.
 */
async function loadPolicies(
  files: ReferenceFiles,
  ownFolder: string,
  { questionnaires }: Pick<Reference, 'questionnaires'>,
): Promise<ReadonlyMap<string, LoadedPolicy>> {
  const policies = new Map<string, LoadedPolicy>();
  for (const [file, text] of files)
    if (/^policies\/[^/]+\/policy\.yml$/.test(file)) {
      const shipped = loadedPolicy(file, text, 'shipped');
      policies.set(shipped.policy.id, shipped);
    }
  for (const [file, text] of await ownPolicies(ownFolder)) {
    const own = loadedPolicy(file, text, 'own');
    const { id, version, sha256 } = own.policy;
    const shipped = policies.get(id)?.policy;
    if (shipped?.version === version && shipped.sha256 !== sha256)
      throw new Problem('policy.invalid', {
        file,
        field: '/version',
        reason: `is that of the shipped policy ${id}, with other rules: give it another`,
      });
    policies.set(id, own);
  }
  for (const { policy } of policies.values()) checkQuestions(policy, questionnaires);
  return policies;
}

function loadedPolicy(file: string, text: string, origin: LoadedPolicy['origin']): LoadedPolicy {
  const policy = parsePolicy(text, { file, sha256: hashOfText(text) });
  if (policy.id !== file.split('/')[1])
    throw new Problem('policy.invalid', { file, field: '/id', reason: `is ${policy.id}, unlike its folder` });
  return { policy, text, origin };
}

async function ownPolicies(folder: string): Promise<readonly (readonly [file: string, text: string])[]> {
  const read = async <T>(file: string, work: () => Promise<T>, whenAbsent?: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' && whenAbsent !== undefined) return whenAbsent;
      throw new Problem('policy.invalid', { file, reason: `cannot be read (${code})` }, { cause: error });
    }
  };
  const entries = await read('policies', () => readdir(folder, { withFileTypes: true }), []);
  return Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => {
        const file = `policies/${name}/policy.yml`;
        return [file, await read(file, () => readFile(path.join(folder, name, 'policy.yml'), 'utf8'))] as const;
      }),
  );
}
