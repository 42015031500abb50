// The consolidated list of OFSI, as a workbook or CSV, in, its entities out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readHeadedRows, type HeadedRows } from '../../readers/headed-rows.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { parseDayFirstDay } from '../day-first-dates.ts';
import { filesOfEdition, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { entityOfDesignation } from '../uk-designation.ts';
import { designationOf, GROUP_ID, olderColumns, readTargetRow } from './rows.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const ukOfsi: ListImporter = { description, version: 1, read };

const countBySchema = { Person: 'individuals', Organization: 'bodies', Vessel: 'ships' } as const;

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const { form, byRole } = filesOfEdition(files, description);
  const file = requiredFile(byRole, 'list', description.id);
  const { above, records } = await readHeadedRows(file, {
    list: description.id,
    form,
    headedBy: GROUP_ID,
    spellings: olderColumns,
    encodings: ['utf-8', 'windows-1252'],
  });
  context.onProgress?.(0.5);
  const reading = new ReadingInProgress('rows', ...Object.values(countBySchema), 'aliases', 'addresses', 'documents');
  reading.count('rows', records.length);
  const rowsByTarget = Map.groupBy(records.map(readTargetRow), ({ groupId }) => groupId);
  for (const rows of rowsByTarget.values()) {
    const [first, ...others] = rows;
    if (!first) continue;
    const designation = designationOf([first, ...others], description);
    const entity = entityOfDesignation(designation, description, { territories: context.territories, reading });
    reading.add(entity, designation.where);
    reading.count(countBySchema[entity.schema as keyof typeof countBySchema]);
    reading.count('aliases', entity.names.length - 1);
    reading.count('addresses', entity.addresses.length);
    reading.count('documents', entity.identifiers.filter(({ type }) => type !== 'other').length);
  }
  context.onProgress?.(1);
  return reading.finish(statedOn(above, { list: description.id, file: file.name }));
}

/** The row above the header says `Last Updated,04/05/2022`. @throws Problem `list.missing-field`, `list.date`. */
function statedOn(above: HeadedRows['above'], where: { readonly list: string; readonly file: string }): CalendarDate {
  const row = above.find(({ values }) => values[0]?.trim() === 'Last Updated');
  const text = row?.values[1]?.trim();
  if (!row || text === undefined || text === '')
    throw new Problem('list.missing-field', { ...where, line: 1, column: 'Last Updated' });
  const day = parseDayFirstDay(text);
  if (day === undefined)
    throw new Problem('list.date', { ...where, line: row.line, field: 'Last Updated', value: text });
  return day;
}
