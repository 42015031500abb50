// A file of qualified invoice issuers in (JSON, CSV or a zip of it), a row for each registration of a body out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { readJson } from '../../readers/json.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { readUnpacked } from '../../readers/unpacked.ts';
import { dayOfFile } from '../day-of-file.ts';
import { follows } from '../jp-nta/working-days.ts';
import { isObject, recordOfObject } from '../record-of-object.ts';
import { columns, mapRow } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));
const list = description.id;

export const jpInvoice: RegisterImporter = {
  description,
  version: 1,
  scope: (file, publishedOn) => ({
    file,
    part: /diff/i.test(file.name) ? 'diff' : 'full',
    date: dayOfFile(file, list, publishedOn),
  }),
  read,
  /** Diffs come on working days, as those of the corporate numbers. */
  follows,
  /** How many parts a full set comes in is written nowhere. */
  isWhole: () => false,
};

const zipLimits = { extension: 'csv', maxBytes: 8 * 1024 ** 3, maxRatio: 100, maxEntries: 4 };

function read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  if (/\.json$/i.test(file.name)) return readAnnouncements(file, context);
  return readUnpacked(file, list, zipLimits, (unpacked) => readRows(unpacked, context));
}

async function* readAnnouncements(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const where: FileOfList = { list, file: file.name };
  const announcements = announcementsOf(await readJson(file, list), where);
  const records = announcements.map((one, index) => recordOfObject(one, index + 1, where));
  yield records.flatMap((record) => mapRow(record, context) ?? []);
  context.onProgress?.(1);
}

/** @throws Problem `list.unexpected-shape`, `list.unknown-column` for a member of the answer that is new. */
function announcementsOf(value: unknown, where: FileOfList): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value) || !Array.isArray(value['announcement']))
    throw new Problem('list.unexpected-shape', {
      ...where,
      reason: 'it is neither a list of announcements nor an answer with one',
    });
  const other = Object.keys(value).find((name) => !answerMembers.includes(name));
  if (other !== undefined) throw new Problem('list.unknown-column', { ...where, column: other });
  return value['announcement'];
}

const answerMembers = ['lastUpdateDate', 'count', 'divideNumber', 'divideSize', 'announcement'];

async function* readRows(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const settings = { list, encodings: ['utf-8', 'shift_jis'], columns } as const;
  for await (const { layout, rows, share } of readCsvBatches(file, settings)) {
    yield rows.flatMap(({ line, values }) => mapRow(layout.recordAt(line, values), context) ?? []);
    context.onProgress?.(share);
  }
}
