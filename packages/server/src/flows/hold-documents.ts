// The record and the files of documents in, where they say different things out: missing, altered, named by nothing.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { namedFiles } from '../record/case-bundle.ts';
import { recordEntries } from '../record/record-entries.ts';
import type { Parts } from './parts.ts';

/** A sentence for each difference. Reads every document once. */
export async function documentsAgainstRecord({
  store,
  documentFiles,
}: Pick<Parts, 'store' | 'documentFiles'>): Promise<readonly string[]> {
  const named = new Map<string, string>();
  for await (const entry of recordEntries(store))
    for (const sha256 of namedFiles([entry]).documents)
      if (!named.has(sha256)) named.set(sha256, `entry ${String(entry.sequence)}`);
  const differences: string[] = [];
  for (const [sha256, where] of named)
    try {
      await documentFiles.load(sha256);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      differences.push(`documents/${String(error.facts['file'])}, named in ${where}: ${String(error.facts['reason'])}`);
    }
  for (const name of await documentFiles.names()) {
    const [, sha256 = ''] = /^([0-9a-f]{64})\.document$/.exec(name) ?? [];
    if (!named.has(sha256)) differences.push(`documents/${name} is named in nothing that was sealed`);
  }
  return differences;
}
