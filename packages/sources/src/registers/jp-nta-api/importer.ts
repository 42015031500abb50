// An answer of the NTA Web-API (version 4, type 12: XML) in, rows of the companies asked for out.
import { parseCalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { RecordLayout } from '../../readers/strict-record.ts';
import { readXml } from '../../readers/xml.ts';
import { dayOfFile } from '../day-of-file.ts';
import { columns } from '../jp-nta/columns.ts';
import { mapRow } from '../jp-nta/map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const jpNtaApi: RegisterImporter = {
  description,
  version: 1,
  scope: (file, publishedOn) => ({ file, part: 'diff', date: dayOfFile(file, description.id, publishedOn) }),
  read,
  /** An answer is about the companies that were asked for: none is missing between two. */
  follows: (standsAt, next) => standsAt < next,
  isWhole: () => false,
};

const COMPANY = 'corporation';
const headNames = ['lastUpdateDate', 'count', 'divideNumber', 'divideSize'];

async function* read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const where: FileOfList = { list: description.id, file: file.name };
  const records = [COMPANY, ...headNames].map((name) => `corporations/${name}`);
  const layout = new RecordLayout(where, columns);
  const head = new Map<string, string>();
  let companies = 0;
  for await (const batch of readXml(file, { list: description.id, records })) {
    const rows: RegisterRow[] = [];
    for (const element of batch.records) {
      if (element.name === COMPANY) rows.push(rowOf(element, layout));
      else head.set(element.name, element.takeText());
      element.done();
    }
    companies += rows.length;
    yield rows;
    context.onProgress?.(batch.share);
  }
  checkHead(head, companies, where, context);
}

/** The elements of a company are the columns of the register's files. */
function rowOf(element: StrictElement, layout: RecordLayout): RegisterRow {
  const values = layout.columns.map((column) => element.takeOptional(column) ?? '');
  return mapRow(layout.recordAt(element.line, values));
}

/**
 * @throws Problem `list.missing-field`, `list.date`, `file.unreadable` when an answer in one part has more or fewer companies
 *   than it counts, `edition.date` when it is newer than the day it is imported for.
 */
function checkHead(
  head: ReadonlyMap<string, string>,
  companies: number,
  where: FileOfList,
  { standsAt }: ImportContext,
): void {
  const [updated = '', count = '', , size = ''] = headNames.map((name) => {
    const value = head.get(name);
    if (value === undefined) throw new Problem('list.missing-field', { ...where, column: `corporations/${name}` });
    return value;
  });
  if (parseCalendarDate(updated) === undefined)
    throw new Problem('list.date', { ...where, field: 'lastUpdateDate', value: updated });
  if (size === '1' && count !== String(companies))
    throw new Problem('file.unreadable', { ...where, reason: `it counts ${count} companies, and it has ${companies}` });
  if (standsAt !== undefined && standsAt < updated)
    throw new Problem('edition.date', {
      ...where,
      field: 'published',
      value: standsAt,
      reason: `the register had been updated on ${updated} when it answered`,
    });
}
