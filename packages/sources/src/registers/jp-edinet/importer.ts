// The EDINET code list in, a row for each filer that is not a natural person out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readCsvRows, type CsvRow } from '../../readers/csv.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { RecordLayout } from '../../readers/strict-record.ts';
import { readUnpacked } from '../../readers/unpacked.ts';
import { dayOfFile, refuseOtherDay } from '../day-of-file.ts';
import { mapRow } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const jpEdinet: RegisterImporter = {
  description,
  version: 1,
  scope: (file, publishedOn) => ({ file, part: 'full', date: dayOfFile(file, description.id, publishedOn) }),
  read,
  follows: () => false,
  isWhole: () => false,
};

const zipLimits = { extension: 'csv', maxBytes: 64 << 20, maxRatio: 100, maxEntries: 4 };

function read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  return readUnpacked(file, description.id, zipLimits, (unpacked) => readRows(unpacked, context));
}

/** @throws Problem `file.unexpected` for another first line, `file.unreadable` when it states more or fewer records than there are. */
async function* readRows(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const where: FileOfList = { list: description.id, file: file.name };
  let [head, layout, records]: [Head | undefined, RecordLayout | undefined, number] = [undefined, undefined, 0];
  for await (const { rows, share } of readCsvRows(file, { list: description.id, encodings: ['utf-8', 'shift_jis'] })) {
    const mapped: RegisterRow[] = [];
    for (const row of rows) {
      if (!head) {
        head = headOf(row, where);
        refuseOtherDay(head.day, context.standsAt, where);
      } else if (!layout) {
        const columns = row.values.map((name) => name.trim());
        layout = new RecordLayout(where, columns, NO_VALUE, row.line);
      } else {
        records++;
        const mappedRow = mapRow(recordOf(row, layout), head.day, records, context);
        if (mappedRow) mapped.push(mappedRow);
      }
    }
    yield mapped;
    context.onProgress?.(share);
  }
  if (head?.records !== records)
    throw new Problem('file.unreadable', {
      ...where,
      reason: `its first line states ${head?.records ?? 0} records, and it has ${records}`,
    });
}

/** What filers write who have no English name. */
const NO_VALUE = ['-', '----'];

interface Head {
  readonly day: CalendarDate;
  readonly records: number;
}

/** `ダウンロード実行日,2023年10月31日現在,件数,10669件` */
function headOf({ values, line }: CsvRow, where: FileOfList): Head {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})年(\d{1,2})月(\d{1,2})日現在$/.exec(values[1]?.trim() ?? '') ?? [];
  const date = parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const [, records] = /^(\d+)件$/.exec(values[3]?.trim() ?? '') ?? [];
  if (values[0]?.trim() !== 'ダウンロード実行日' || date === undefined || records === undefined)
    throw new Problem('file.unexpected', {
      ...where,
      line,
      reason: 'its first line does not say ダウンロード実行日 with a day and 件数 with a number',
    });
  return { day: date, records: Number(records) };
}

function recordOf({ line, values }: CsvRow, layout: RecordLayout) {
  if (values.length !== layout.columns.length)
    throw new Problem('list.column-count', {
      ...layout.where,
      line,
      expected: layout.columns.length,
      found: values.length,
    });
  return layout.recordAt(line, values);
}
