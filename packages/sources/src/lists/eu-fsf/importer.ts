// The XML file of the EU's consolidated financial sanctions list (version 1.1) in, its entities out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { readXml } from '../../readers/xml.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { mapRecord } from './map.ts';
import { mergeEntries } from './merge-entries.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const euFsf: ListImporter = { description, version: 1, read };

const MADE = 'export/@generationDate';

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const file = requiredFile(filesByRole(files, description), 'list', description.id);
  const where = { list: description.id, file: file.name };
  const reading = new ReadingInProgress('entries', 'persons', 'bodies', 'nameAliases', 'addresses', 'identifications');
  const settings = {
    list: description.id,
    records: ['export/sanctionEntity'],
    attributes: [MADE, 'export/@globalFileId'],
    dropsPrefixes: true,
  };
  const entriesById = new Map<string, [Entity, ...Entity[]]>();
  let madeOn: CalendarDate | undefined;
  for await (const { records, attributes, share } of readXml(file, settings)) {
    if (records.length > 0) madeOn ??= dayOf(attributes[MADE], where);
    for (const record of records) {
      const entity = mapRecord(record, madeOn ?? '', description, { territories: context.territories, reading });
      const before = entriesById.get(entity.id);
      if (before) before.push(entity);
      else entriesById.set(entity.id, [entity]);
      reading.count('entries');
    }
    context.onProgress?.(share);
  }
  for (const entries of entriesById.values()) {
    const entity = mergeEntries(entries, where);
    reading.add(entity, where);
    reading.count(entity.schema === 'Person' ? 'persons' : 'bodies');
  }
  return reading.finish(madeOn);
}

/** `2022-03-18T14:52:26.947+01:00`: the day where the file was made. @throws Problem `list.missing-field`, `list.date`. */
function dayOf(moment: string | undefined, where: { readonly list: string; readonly file: string }): CalendarDate {
  if (moment === undefined) throw new Problem('list.missing-field', { ...where, column: MADE });
  const day = parseCalendarDate(moment.slice(0, 10));
  if (day === undefined) throw new Problem('list.date', { ...where, field: MADE, value: moment });
  return day;
}
