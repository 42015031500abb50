// The workbook of companies of the Shanghai exchange in, their rows out.
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { CODE_OF_A, CODE_OF_B, namedByCode, readAShares } from '../a-shares.ts';
import { statedRow } from '../stated-row.ts';
import { wholeTable } from '../whole-table.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const cnSse: RegisterImporter = { description, version: 1, ...wholeTable, read };

function read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  return readAShares(file, context, { list: description.id, form: 'xls' }, mapRecord);
}

/**
 * The full English name is the company's name here: a short Chinese one would contradict every full name that is claimed.
 * @throws RowFault for a row without name or with a code that is not six digits.
 */
function mapRecord(record: StrictRecord, standsAt: string): RegisterRow {
  const number = stated(record.takeOptional(CODE_OF_A));
  const name = stated(record.takeOptional('公司英文全称'));
  const shortNames = [record.takeOptional('证券简称'), record.takeOptional('扩位证券简称')].map(stated);
  const codeOfB = stated(record.takeOptional(CODE_OF_B));
  record.ignore(...description.ignored.map(({ field }) => field));
  record.done();
  const { where } = record;
  return statedRow(standsAt, {
    ...namedByCode({ number, name, codeOfB }, { where, nameColumn: '公司英文全称', exchange: 'Shanghai' }),
    sequence: record.line,
    otherNames: [...new Set(shortNames)]
      .filter((text) => text !== undefined)
      .map((text) => ({ text, kind: 'short' as const, language: 'zh' })),
  });
}

/** A dash stands for nothing. */
function stated(value: string | undefined): string | undefined {
  return value === '-' ? undefined : value;
}
