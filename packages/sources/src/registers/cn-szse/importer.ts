// The workbook of A-share companies of the Shenzhen exchange in, their rows out.
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { CODE_OF_A, CODE_OF_B, namedByCode, readAShares } from '../a-shares.ts';
import { statedRow } from '../stated-row.ts';
import { wholeTable } from '../whole-table.ts';
import { withoutAbsent } from '../without-absent.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const cnSzse: RegisterImporter = { description, version: 1, ...wholeTable, read };

function read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  return readAShares(file, context, { list: description.id, form: 'xlsx' }, mapRecord);
}

/** @throws RowFault for a row without name or with a code that is not six digits. */
function mapRecord(record: StrictRecord, standsAt: string): RegisterRow {
  const number = record.takeOptional(CODE_OF_A);
  const name = record.takeOptional('公司全称');
  const englishName = record.takeOptional('英文名称');
  const full = record.takeOptional('注册地址');
  const [region, city] = [record.takeOptional('省 份'), record.takeOptional('城 市')];
  const shortNames = [record.takeOptional('A股简称'), record.takeOptional('B股 简 称')];
  const codeOfB = record.takeOptional(CODE_OF_B);
  const website = record.takeOptional('公司网址');
  record.ignore(...description.ignored.map(({ field }) => field));
  record.done();
  const { where } = record;
  return statedRow(standsAt, {
    ...namedByCode({ number, name, codeOfB }, { where, nameColumn: '公司全称', exchange: 'Shenzhen' }),
    sequence: record.line,
    englishName,
    otherNames: shortNames
      .filter((text) => text !== undefined)
      .map((text) => ({ text, kind: 'short' as const, language: 'zh' })),
    seat: full === undefined ? undefined : withoutAbsent({ full, region, city, country: 'cn' }),
    websites: website === undefined ? [] : [website],
  });
}
