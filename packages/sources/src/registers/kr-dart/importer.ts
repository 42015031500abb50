// The corporation codes of Korea's DART (CORPCODE.xml, or the zip it comes in) in, their rows out.
import { parseCalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { readUnpacked } from '../../readers/unpacked.ts';
import { readXml } from '../../readers/xml.ts';
import { faultOf, RowFault } from '../row-faults.ts';
import { statedRow } from '../stated-row.ts';
import { eachNumberOnce, wholeTable } from '../whole-table.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const krDart: RegisterImporter = { description, version: 1, ...wholeTable, read };

/** The XML of 100,000 companies is some 25 MB, packed to a tenth. */
const zipLimits = { extension: 'xml', maxBytes: 256 << 20, maxRatio: 100, maxEntries: 4 };

function read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  return readUnpacked(file, description.id, zipLimits, (unpacked) => readRows(unpacked, context));
}

async function* readRows(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const once = eachNumberOnce({ list: description.id, file: file.name });
  for await (const { records, share } of readXml(file, { list: description.id, records: ['result/list'] })) {
    yield records.flatMap((record) => faultOf(context, () => once(mapRecord(record))) ?? []);
    context.onProgress?.(share);
  }
}

/** @throws RowFault `list.unknown-value` for a code that is not eight digits, `list.missing-field`; Problem `list.date`. */
function mapRecord(record: StrictElement): RegisterRow {
  const number = record.takeOptional('corp_code');
  const name = record.takeOptional('corp_name');
  const englishName = record.takeOptional('corp_eng_name');
  const stockCode = record.takeOptional('stock_code');
  const modified = record.take('modify_date');
  record.done();
  const { where } = record;
  if (number === undefined || name === undefined)
    throw new RowFault('list.missing-field', { ...where, column: number === undefined ? 'corp_code' : 'corp_name' });
  if (!/^\d{8}$/.test(number))
    throw new RowFault('list.unknown-value', {
      ...where,
      field: 'corp_code',
      value: number,
      reason: 'it has not eight digits',
    });
  if (stockCode !== undefined && !/^[0-9A-Z]{6}$/.test(stockCode))
    throw new Problem('list.unknown-value', { ...where, field: 'stock_code', value: stockCode });
  const day = parseCalendarDate(modified.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  if (day === undefined) throw new Problem('list.date', { ...where, field: 'modify_date', value: modified });
  return statedRow(day, {
    number,
    sequence: record.line,
    name,
    englishName,
    identifiers:
      stockCode === undefined
        ? []
        : [{ type: 'other' as const, value: stockCode, country: 'kr', note: 'stock code of the Korea Exchange' }],
  });
}
