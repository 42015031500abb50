// The workbook of A-share companies of the Shenzhen exchange in, their rows out.
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

export const cnSzse: RegisterImporter = { description, version: 1, ...wholeTable, read };

async function* read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const where = { list: description.id, file: file.name };
  const settings = { list: description.id, form: 'xlsx', headedBy: 'A股代码', encodings: [] } as const;
  const { records } = await readHeadedRows(file, settings);
  const standsAt = standsAtOf(context, where);
  const once = eachNumberOnce(where);
  yield records.flatMap((record) => faultOf(context, () => once(mapRecord(record, standsAt))) ?? []);
  context.onProgress?.(1);
}

/** @throws RowFault for a row without name or with a code that is not six digits. */
function mapRecord(record: StrictRecord, standsAt: string): RegisterRow {
  const number = record.takeOptional('A股代码');
  const name = record.takeOptional('公司全称');
  const englishName = record.takeOptional('英文名称');
  const full = record.takeOptional('注册地址');
  const [region, city] = [record.takeOptional('省 份'), record.takeOptional('城 市')];
  const shortNames = [record.takeOptional('A股简称'), record.takeOptional('B股 简 称')];
  const codeOfB = record.takeOptional('B股代码');
  const website = record.takeOptional('公司网址');
  record.ignore(...description.ignored.map(({ field }) => field));
  record.done();
  const { where } = record;
  if (number === undefined || name === undefined)
    throw new RowFault('list.missing-field', { ...where, column: number === undefined ? 'A股代码' : '公司全称' });
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
    englishName,
    otherNames: shortNames
      .filter((text) => text !== undefined)
      .map((text) => ({ text, kind: 'short' as const, language: 'zh' })),
    seat: full === undefined ? undefined : withoutAbsent({ full, region, city, country: 'cn' }),
    identifiers:
      codeOfB === undefined
        ? []
        : [
            {
              type: 'other' as const,
              value: codeOfB,
              country: 'cn',
              note: 'B-share code of the Shenzhen Stock Exchange',
            },
          ],
    websites: website === undefined ? [] : [website],
  });
}

const stockCode = /^\d{6}$/;
