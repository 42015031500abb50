// The UK Sanctions List, as XML, CSV or a workbook, in, its entities out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readHeadedRows } from '../../readers/headed-rows.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { readXml } from '../../readers/xml.ts';
import { parseDayFirstDay } from '../day-first-dates.ts';
import { parseEnglishDate } from '../english-dates.ts';
import { filesOfEdition, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { entityOfDesignation } from '../uk-designation.ts';
import { targetOfElement } from './elements.ts';
import { targetOfRows, UNIQUE_ID } from './table.ts';
import { designationOf, type ListedTarget } from './target.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const ukSanctions: ListImporter = { description, version: 1, read };

const countBySchema = { Person: 'individuals', Organization: 'bodies', Vessel: 'ships' } as const;

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const { form, byRole } = filesOfEdition(files, description);
  const file = requiredFile(byRole, 'list', description.id);
  const reading = new ReadingInProgress(...Object.values(countBySchema), 'aliases', 'addresses', 'documents');
  const add = (target: ListedTarget) => {
    const designation = designationOf(target, description);
    if (designation.names.length === 0)
      throw new Problem('list.missing-field', { ...target.where, record: target.uniqueId, column: 'Name 6' });
    const entity = entityOfDesignation(designation, description, { territories: context.territories, reading });
    reading.add(entity, designation.where);
    reading.count(countBySchema[entity.schema as keyof typeof countBySchema]);
    reading.count('aliases', entity.names.length - 1);
    reading.count('addresses', entity.addresses.length);
    reading.count('documents', entity.identifiers.filter(({ type }) => type !== 'other').length);
  };
  const madeOn = form === 'xml' ? await readElements(file, add, context) : await readTable(file, form, add, context);
  const where = { list: description.id, file: file.name };
  if (madeOn === undefined) reading.report('list.missing-field', { ...where, column: 'Report Date' });
  context.onProgress?.(1);
  return reading.finish(madeOn);
}

const ROOT = 'Designations';

async function readElements(
  file: SourceFile,
  add: (target: ListedTarget) => void,
  context: ImportContext,
): Promise<CalendarDate | undefined> {
  let madeOn: CalendarDate | undefined;
  const records = [`${ROOT}/DateGenerated`, `${ROOT}/Designation`];
  for await (const batch of readXml(file, { list: description.id, records })) {
    for (const element of batch.records) {
      if (element.name === 'Designation') add(targetOfElement(element));
      else madeOn = dayOf(element.takeText(), { ...element.where, field: element.name });
    }
    context.onProgress?.(batch.share);
  }
  return madeOn;
}

/** The line above the header says `Report Date: 13-Feb-2026`. */
async function readTable(
  file: SourceFile,
  form: string,
  add: (target: ListedTarget) => void,
  context: ImportContext,
): Promise<CalendarDate | undefined> {
  const encodings = ['utf-8', 'windows-1252'] as const;
  const { above, records } = await readHeadedRows(file, {
    list: description.id,
    form,
    headedBy: UNIQUE_ID,
    encodings,
  });
  context.onProgress?.(0.5);
  for (const [uniqueId, [first, ...others]] of Map.groupBy(records, (row) => row.take(UNIQUE_ID)))
    if (first) add(targetOfRows(uniqueId, [first, ...others]));
  for (const { line, values } of above) {
    const date = /^Report Date\s*:?\s*(.*)$/i.exec(
      values
        .filter((value) => value !== '')
        .join(' ')
        .trim(),
    )?.[1];
    if (date !== undefined) return dayOf(date, { list: description.id, file: file.name, line, field: 'Report Date' });
  }
  return undefined;
}

/** `13-Feb-2026`, `07/09/2026` or `2026-09-07`, with or without a time. @throws Problem `list.date`. */
function dayOf(
  text: string,
  where: { readonly list: string; readonly file: string; readonly line: number; readonly field: string },
): CalendarDate {
  const date = text.replace(/[T ]\d{1,2}:\d{2}.*$/, '').trim();
  const english = parseEnglishDate(date.replaceAll('-', ' '));
  const day = parseDayFirstDay(date) ?? parseCalendarDate(date) ?? english?.earliest;
  const isDay = day !== undefined && (english === undefined || english.earliest === english.latest);
  if (!isDay) throw new Problem('list.date', { ...where, value: text });
  return day;
}
