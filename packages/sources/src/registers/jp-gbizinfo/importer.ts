// A REST answer or a CSV file of gBizINFO in, rows by corporate number out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { readJson } from '../../readers/json.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { dayOfFile } from '../day-of-file.ts';
import { isObject, recordOfObject } from '../record-of-object.ts';
import { mapAnswer, mapCsvRow, members } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));
const list = description.id;

export const jpGbizinfo: RegisterImporter = {
  description,
  version: 1,
  scope: (file, publishedOn) => ({
    file,
    part: isAnswer(file) ? 'diff' : 'full',
    date: dayOfFile(file, list, publishedOn),
  }),
  read,
  /** An answer is about the companies that were asked for: none is missing between two. */
  follows: (standsAt, next) => standsAt < next,
  isWhole: () => false,
};

function isAnswer({ name }: SourceFile): boolean {
  return /\.json$/i.test(name);
}

async function* read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const day = dayOfFile(file, list, context.standsAt);
  if (isAnswer(file)) {
    const where: FileOfList = { list, file: file.name };
    const companies = companiesOf(await readJson(file, list), where);
    const records = companies.map((company, index) => recordOfObject(company, index + 1, where, members));
    yield records.flatMap((record) => mapAnswer(record, day, context) ?? []);
    return;
  }
  for await (const { layout, rows, share } of readCsvBatches(file, {
    list,
    encodings: ['utf-8'],
    columns: 'first-row',
  })) {
    const records = rows.map(({ line, values }) => layout.recordAt(line, values));
    yield records.flatMap((record) => mapCsvRow(record, layout, day, context) ?? []);
    context.onProgress?.(share);
  }
}

/** @throws Problem `list.unexpected-shape` for another JSON file, or an answer that reports errors. */
function companiesOf(answer: unknown, where: FileOfList): readonly unknown[] {
  const unexpected = (reason: string) => new Problem('list.unexpected-shape', { ...where, reason });
  if (!isObject(answer)) throw unexpected('it is no object');
  if ('corporate_number' in answer) return [answer];
  const { 'hojin-infos': companies, message: _message, errors, ...rest } = answer;
  const [other] = Object.keys(rest);
  if (other !== undefined) throw new Problem('list.unknown-column', { ...where, column: other });
  if (Array.isArray(errors) && errors.length > 0) throw unexpected(`it reports errors: ${JSON.stringify(errors)}`);
  if (!Array.isArray(companies)) throw unexpected('it has neither corporate_number nor hojin-infos');
  return companies;
}
