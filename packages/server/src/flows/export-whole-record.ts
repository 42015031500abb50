// The record in, one file of all of it out, with its signatures; that it was taken out is sealed.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { exportRecord, type ExportSummary } from '../record/export-record.ts';
import { readPublicKeys } from '../record/signing-key.ts';
import { checkedWord, type CaseWord } from './case-word.ts';
import type { RecordPlaces } from './checkpoint.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

/**
 * Writes the whole record to a new file that only its owner can read, and seals that it was made.
 * @param word who takes it out and what for; absent: whoever holds the data folder.
 * @throws Problem `case.note-not-allowed` (nobody named, no reason), and as `exportRecord`.
 */
export async function exportWholeRecord(
  file: string,
  word: CaseWord | undefined,
  parts: Parts,
  places: RecordPlaces,
): Promise<ExportSummary> {
  permit(parts, 'record.export');
  const { store, clock } = parts;
  const said =
    word &&
    checkedWord(word, 'takes it out', (reason) => {
      throw new Problem('case.note-not-allowed', { reason });
    });
  const publicKeys = await readPublicKeys({ ...places, recordId: store.folder.id });
  const exportedAt = clock();
  const summary = await exportRecord(store, { file, publicKeys, exportedAt });
  const { file: _, ...told } = summary;
  await store.write((writer) => writer.seal('record-exported', summary.sha256, { ...said, ...told }, exportedAt));
  return summary;
}
