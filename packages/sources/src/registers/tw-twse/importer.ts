// A CSV file of Taiwan's public companies in, its rows out.
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { faultOf } from '../row-faults.ts';
import { eachNumberOnce, wholeTable } from '../whole-table.ts';
import { mapRow, nulls } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));
const ignored = description.ignored.map(({ field }) => field);

export const twTwse: RegisterImporter = { description, version: 1, ...wholeTable, read };

async function* read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const where = { list: description.id, file: file.name };
  const once = eachNumberOnce(where);
  const settings = { list: description.id, encodings: ['utf-8'], columns: 'first-row', nulls } as const;
  for await (const { layout, rows, share } of readCsvBatches(file, settings)) {
    yield rows.flatMap(
      ({ line, values }) => faultOf(context, () => once(mapRow(layout.recordAt(line, values), ignored, context))) ?? [],
    );
    context.onProgress?.(share);
  }
}
