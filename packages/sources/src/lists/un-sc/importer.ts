// The XML file of the UN Security Council's consolidated list in, its entities out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { readXml } from '../../readers/xml.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { mapRecord } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const unSc: ListImporter = { description, version: 2, read };

const MADE = 'CONSOLIDATED_LIST/@dateGenerated';

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const file = requiredFile(filesByRole(files, description), 'list', description.id);
  const reading = new ReadingInProgress('individuals', 'bodies', 'aliases', 'addresses', 'documents');
  const settings = {
    list: description.id,
    records: ['CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL', 'CONSOLIDATED_LIST/ENTITIES/ENTITY'],
    attributes: [MADE],
  };
  let made: string | undefined;
  for await (const { records, attributes, share } of readXml(file, settings)) {
    for (const record of records) {
      const entity = mapRecord(record, description, { territories: context.territories, reading });
      reading.add(entity, record.where);
      reading.count(record.name === 'INDIVIDUAL' ? 'individuals' : 'bodies');
      reading.count('addresses', entity.addresses.length);
    }
    made = attributes[MADE];
    context.onProgress?.(share);
  }
  const where = { list: description.id, file: file.name };
  if (made === undefined) reading.report('list.missing-field', { ...where, column: MADE });
  return reading.finish(made === undefined ? undefined : dayOf(made, where));
}

/** `2018-10-29T19:09:49.856-04:00` is 29 October: the day where the list is made. @throws Problem `list.date`. */
function dayOf(moment: string, where: { readonly list: string; readonly file: string }): CalendarDate {
  const day = parseCalendarDate(/^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(moment)?.[1] ?? '');
  if (day === undefined) throw new Problem('list.date', { ...where, field: MADE, value: moment });
  return day;
}
