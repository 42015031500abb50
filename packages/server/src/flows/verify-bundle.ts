// The file of a case that was taken out of its record in, whether it is as it was sealed out: on any machine, with nothing beside it.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { caseOfEntry } from '@sekisho/engine/record/case-of-entry.ts';
import type { VerificationReport } from '@sekisho/engine/record/verify-record.ts';
import { openAgreedZip, type OpenedZip } from '@sekisho/sources/readers/open-zip.ts';
import { hasZipSignature } from '@sekisho/sources/readers/zip-signature.ts';
import { bundleFiles, bundleNames, contentsOf, namedFiles, readEditions, readManifest } from '../record/case-bundle.ts';
import { readExport } from '../record/read-export.ts';
import { verifyExported, type Outside } from '../record/verify.ts';
import { editionIdOf } from './edition-id.ts';

/** A case of ten years with its documents is smaller; what unpacks to more is none of ours. */
const LIMITS = { maxEntries: 2000, maxBytes: 8 * 1024 ** 3, maxRatio: 200 };

export interface BundleReport {
  readonly caseId: string;
  readonly exportedAt: string;
  readonly report: VerificationReport;
  /** Of the case: readable, and erased. Entries of others are seals. */
  readonly open: number;
  readonly erased: number;
  /** A sentence for each thing that is not as it was sealed. */
  readonly differences: readonly string[];
}

/** Whether a file is a bundle rather than an export. @throws Problem `file.not-found`, `file.unreadable`. */
export async function isBundle(file: string): Promise<boolean> {
  return hasZipSignature({ name: path.basename(file), path: file });
}

/**
 * Verifies a bundle. What its own signatures say is only as good as the keys: hold it against a witness, kept receipts or a key id known from
 * elsewhere. That nothing of the case is missing before its last signed entry is proven, what came later is not in it.
 * @throws Problem `record.unreadable`, `file.unexpected`, `file.unreadable`, `file.too-large`; and as `verifyExport`.
 */
export async function verifyBundle(file: string, outside: Outside = {}): Promise<BundleReport> {
  const zip = await openAgreedZip({ name: path.basename(file), path: file }, { ...LIMITS, names: bundleNames });
  try {
    const manifest = readManifest(await textOf(bundleFiles.manifest, zip), bundleFiles.manifest);
    const { caseId, recordId, exportedAt } = manifest;
    const record = await readExport(await zip.place(bundleFiles.record));
    const entries: OpenEntry[] = [];
    for await (const entry of record.entries) if (caseOfEntry(entry) === caseId) entries.push(entry);
    const differences = [
      ...(record.recordId === recordId ? [] : ['the entries are of another record than the bundle says']),
      ...(entries.length === 0 ? [`no entry is about ${caseId}`] : []),
      ...(await filesAgainstManifest(manifest.files, zip)),
    ];
    const report = await verifyExported(record, outside);
    // what is not as it was sealed is nothing to hold the files against
    if (report.state !== 'broken') differences.push(...(await filesAgainstEntries(entries, zip)));
    const open = entries.filter(({ payload }) => payload !== undefined).length;
    return { caseId, exportedAt, report, open, erased: entries.length - open, differences };
  } finally {
    await zip.remove();
  }
}

async function filesAgainstManifest(
  named: readonly { readonly name: string; readonly sha256: string }[],
  zip: OpenedZip,
): Promise<readonly string[]> {
  const found = zip.names.filter((name) => name !== bundleFiles.manifest);
  const strangers = found.filter((name) => !named.some((file) => file.name === name));
  const gone = named.filter(({ name }) => !found.includes(name)).map(({ name }) => name);
  const altered: string[] = [];
  for (const { name, sha256 } of named)
    if (!gone.includes(name) && hashOf(await zip.read(name)) !== sha256) altered.push(name);
  return [
    ...strangers.map((name) => `${name} is no part of the bundle`),
    ...gone.map((name) => `${name} is missing`),
    ...altered.map((name) => `${name} is not what the manifest says`),
  ];
}

/** What is sealed says which policy, editions and documents a decision rests on: each must be there, with its hash. */
async function filesAgainstEntries(entries: readonly OpenEntry[], zip: OpenedZip): Promise<readonly string[]> {
  const differences: string[] = [];
  const { policies, editions, documents } = namedFiles(entries);
  if ((await textOf(bundleFiles.contents, zip)) !== contentsOf(entries))
    differences.push(`${bundleFiles.contents} does not say what was sealed`);
  const described = readEditions(await textOf(bundleFiles.editions, zip), bundleFiles.editions);
  const known = new Set(described.filter((edition) => editionIdOf(edition) === edition.id).map(({ id }) => id));
  for (const id of editions) if (!known.has(id)) differences.push(`edition ${id.slice(0, 12)} is not described`);
  const named = [
    ...[...policies].map((sha256) => [bundleFiles.policy(sha256), sha256] as const),
    ...[...documents].map((sha256) => [bundleFiles.document(sha256), sha256] as const),
  ];
  for (const [name, sha256] of named)
    if (!zip.names.includes(name)) differences.push(`${name}, which is named in what was sealed, is missing`);
    else if (hashOf(await zip.read(name)) !== sha256)
      differences.push(`${name} does not have the hash that was sealed`);
  for (const name of zip.names)
    if (/^(?:policies|documents)\//.test(name) && !named.some(([known]) => known === name))
      differences.push(`${name} is named in nothing that was sealed`);
  return differences;
}

async function textOf(name: string, zip: OpenedZip): Promise<string> {
  if (!zip.names.includes(name))
    throw new Problem('record.unreadable', { file: name, reason: 'the bundle does not have it' });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await zip.read(name));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('record.unreadable', { file: name, reason: 'is not UTF-8' }, { cause: error });
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
