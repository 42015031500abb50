// The postal code files of Japan Post (Shift_JIS or UTF-8, by prefecture or of all Japan; codes of offices) in, places out.
import type { GazetteerRow } from '@sekisho/engine/model/gazetteer.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { GazetteerImporter, ImportContext, SourceFile } from '../../importer.ts';
import { filesOfEdition } from '../../lists/list-files.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { readUnpacked } from '../../readers/unpacked.ts';
import { mapOffice, officeColumns } from './map-office.ts';
import { mapPlace, placeColumns, type PostalRow } from './map-place.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const jpPost: GazetteerImporter = { description, version: 1, readPlaces };

/** The file of all Japan has 12 MB in Shift_JIS and some 20 in UTF-8. */
const zipLimits = { extension: 'csv', maxBytes: 256 * 1024 ** 2, maxRatio: 100, maxEntries: 4 };

async function* readPlaces(
  files: readonly SourceFile[],
  context: ImportContext,
): AsyncGenerator<readonly GazetteerRow[]> {
  const { byRole } = filesOfEdition(files, description);
  for (const [role, ofRole] of byRole)
    for (const file of ofRole) yield* role === 'offices' ? readOffices(file, context) : readTowns(file, context);
}

async function* readTowns(file: SourceFile, context: ImportContext): AsyncGenerator<readonly GazetteerRow[]> {
  let open: PostalRow | undefined;
  for await (const { records, share } of recordsOf(file, placeColumns)) {
    const whole: PostalRow[] = [];
    for (const record of records) {
      const next = mapPlace(record);
      open = open ? open.continuedBy(next) : next;
      if (open.isOpen) continue;
      whole.push(open);
      open = undefined;
    }
    yield whole.flatMap((row) => row.places());
    context.onProgress?.(share);
  }
  if (open) throw new Problem('file.unexpected', { ...open.where, reason: 'it ends within a bracket: it is cut off' });
}

async function* readOffices(file: SourceFile, context: ImportContext): AsyncGenerator<readonly GazetteerRow[]> {
  for await (const { records, share } of recordsOf(file, officeColumns)) {
    yield records.flatMap((record) => {
      const office = mapOffice(record);
      if (!office) context.onLeftOut?.('codes of offices that are no more');
      return office ?? [];
    });
    context.onProgress?.(share);
  }
}

/** UTF-8 first: Shift_JIS text is hardly ever valid UTF-8. */
async function* recordsOf(
  file: SourceFile,
  columns: readonly string[],
): AsyncGenerator<{ readonly records: readonly StrictRecord[]; readonly share: number }> {
  const settings = { list: description.id, encodings: ['utf-8', 'shift_jis'], columns } as const;
  for await (const { layout, rows, share } of readUnpacked(file, description.id, zipLimits, (csv) =>
    readCsvBatches(csv, settings),
  ))
    yield { records: rows.map(({ line, values }) => layout.recordAt(line, values)), share };
}
