// The workbook of companies of the Shanghai exchange in, their rows out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readHeadedRows } from '../../readers/headed-rows.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { faultOf, RowFault } from '../row-faults.ts';
import { eachNumberOnce, standsAtOf, statedRow, wholeTable } from '../whole-table.ts';
import { withoutAbsent } from '../without-absent.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const cnSse: RegisterImporter = { description, version: 1, ...wholeTable, read };

async function* read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const where = { list: description.id, file: file.name };
  const settings = { list: description.id, form: 'xls', headedBy: 'A股代码', encodings: [] } as const;
  const { records } = await readHeadedRows(file, settings);
  const standsAt = standsAtOf(context, where);
  const once = eachNumberOnce(where);
  yield records.flatMap((record) => faultOf(context, () => once(mapRecord(record, standsAt))) ?? []);
  context.onProgress?.(1);
}

/**
 * The full English name is the company's name here: a short Chinese one would contradict every full name that is claimed.
 * @throws RowFault for a row without name or with a code that is not six digits.
 */
function mapRecord(record: StrictRecord, standsAt: string): RegisterRow {
  const number = stated(record.takeOptional('A股代码'));
  const name = stated(record.takeOptional('公司英文全称'));
  const shortNames = [record.takeOptional('证券简称'), record.takeOptional('扩位证券简称')].map(stated);
  const codeOfB = stated(record.takeOptional('B股代码'));
  record.ignore(...description.ignored.map(({ field }) => field));
  record.done();
  const { where } = record;
  if (number === undefined || name === undefined)
    throw new RowFault('list.missing-field', { ...where, column: number === undefined ? 'A股代码' : '公司英文全称' });
  if (!stockCode.test(number))
    throw new RowFault('list.unknown-value', {
      ...where,
      field: 'A股代码',
      value: number,
      reason: 'it has not six digits',
    });
  if (codeOfB !== undefined && !stockCode.test(codeOfB))
    throw new Problem('list.unknown-value', { ...where, field: 'B股代码', value: codeOfB });
  return withoutAbsent({
    ...statedRow,
    number,
    sequence: record.line,
    updatedOn: standsAt,
    changedOn: standsAt,
    name,
    otherNames: [...new Set(shortNames)]
      .filter((text) => text !== undefined)
      .map((text) => ({ text, kind: 'short' as const, language: 'zh' })),
    identifiers:
      codeOfB === undefined
        ? []
        : [
            {
              type: 'other' as const,
              value: codeOfB,
              country: 'cn',
              note: 'B-share code of the Shanghai Stock Exchange',
            },
          ],
  });
}

const stockCode = /^\d{6}$/;

/** A dash stands for nothing. */
function stated(value: string | undefined): string | undefined {
  return value === '-' ? undefined : value;
}
