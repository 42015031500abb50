// A data folder in, whether its record is whole and what differs from it out: chain and signatures, then tables and files against it.
import type { VerificationReport } from '@sekisho/engine/record/verify-record.ts';
import { openWitness } from '../record/open-witness.ts';
import { readPublicKeys } from '../record/signing-key.ts';
import { verifyStore } from '../record/verify.ts';
import type { RecordPlaces } from './checkpoint.ts';
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

/** @throws Problem `record.unreadable`, and what a witness that does not answer throws. */
export async function proveFolder(parts: Parts, places: RecordPlaces): Promise<FolderProof> {
  permit(parts, 'record.read');
  const { store, clock } = parts;
  const keys = await readPublicKeys({ ...places, recordId: store.folder.id });
  const report = await verifyStore(store, keys, {
    witnesses: places.witnesses.map((place) => openWitness(place, { clock, dataFolder: places.dataFolder })),
    ...(0 < keys.size && { trustedKeyIds: [...keys.keys()] }),
  });
  if (report.state === 'broken') return { report, differences: [] };
  return {
    report,
    differences: [
      ...(await tablesAgainstRecord(store)),
      ...(await accountsAgainstRecord(store)),
      ...(await filesAgainstEditions(parts)),
    ],
  };
}
