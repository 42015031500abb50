// A data folder in, whether its record is whole and what differs from it out: chain and signatures, then tables and files against it.
import type { VerificationReport } from '@sekisho/engine/record/verify-record.ts';
import { openWitness } from '../record/open-witness.ts';
import { readPublicKeys } from '../record/signing-key.ts';
import { verifyStore, type Outside } from '../record/verify.ts';
import type { RecordPlaces } from './checkpoint.ts';
import { documentsAgainstRecord } from './hold-documents.ts';
import { accountsAgainstRecord } from './hold-accounts.ts';
import { filesAgainstEditions } from './hold-files.ts';
import { tablesAgainstRecord } from './hold-tables.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

export interface FolderProof {
  readonly report: VerificationReport;
  /** What tables and files say otherwise than the record; of a broken record none: there is nothing to hold them against. */
  readonly differences: readonly string[];
}

/**
 * @param outside what the record is held against; keys that are not named are trusted as they are found.
 * @throws Problem `record.unreadable`, and what a witness that does not answer throws.
 */
export async function proveFolder(
  parts: Parts,
  { keysFolder, dataFolder }: Pick<RecordPlaces, 'keysFolder' | 'dataFolder'>,
  outside: Outside,
): Promise<FolderProof> {
  permit(parts, 'record.read');
  const { store } = parts;
  const keys = await readPublicKeys({ keysFolder, dataFolder, recordId: store.folder.id });
  const trustedKeyIds = outside.trustedKeyIds ?? (keys.size === 0 ? undefined : [...keys.keys()]);
  const report = await verifyStore(store, keys, { ...outside, ...(trustedKeyIds && { trustedKeyIds }) });
  if (report.state === 'broken') return { report, differences: [] };
  return {
    report,
    differences: [
      ...(await tablesAgainstRecord(store)),
      ...(await accountsAgainstRecord(store)),
      ...(await filesAgainstEditions(parts)),
      ...(await documentsAgainstRecord(parts)),
    ],
  };
}

/** The witnesses that the record is usually held against. */
export function usualOutside({ witnesses, dataFolder }: RecordPlaces, { clock }: Pick<Parts, 'clock'>): Outside {
  return { witnesses: witnesses.map((place) => openWitness(place, { clock, dataFolder })) };
}
