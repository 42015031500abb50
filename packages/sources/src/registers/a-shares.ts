// What the workbooks of A-share companies of China's two exchanges have in common: how their rows and codes are read.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, SourceFile } from '../importer.ts';
import { readHeadedRows } from '../readers/headed-rows.ts';
import type { StrictRecord } from '../readers/strict-record.ts';
import { faultOf, RowFault } from './row-faults.ts';
import { eachNumberOnce, standsAtOf } from './whole-table.ts';

export const CODE_OF_A = 'A股代码';
export const CODE_OF_B = 'B股代码';

/** @throws Problem as `mapRecord` does, but for its RowFaults, which the context takes. */
export async function* readAShares(
  file: SourceFile,
  context: ImportContext,
  { list, form }: { readonly list: string; readonly form: 'xls' | 'xlsx' },
  mapRecord: (record: StrictRecord, standsAt: CalendarDate) => RegisterRow,
): AsyncGenerator<readonly RegisterRow[]> {
  const where = { list, file: file.name };
  const { records } = await readHeadedRows(file, { list, form, headedBy: CODE_OF_A, encodings: [] });
  const standsAt = standsAtOf(context, where);
  const once = eachNumberOnce(where);
  yield records.flatMap((record) => faultOf(context, () => once(mapRecord(record, standsAt))) ?? []);
  context.onProgress?.(1);
}

/**
 * The code and the name of a row, and its B-share code as a number of the exchange.
 * @throws RowFault for a row without name or with a code that is not six digits; Problem `list.unknown-value` for such a
 *   B-share code.
 */
export function namedByCode(
  stated: {
    readonly number: string | undefined;
    readonly name: string | undefined;
    readonly codeOfB: string | undefined;
  },
  {
    where,
    nameColumn,
    exchange,
  }: Pick<StrictRecord, 'where'> & { readonly nameColumn: string; readonly exchange: string },
): Pick<RegisterRow, 'number' | 'name' | 'identifiers'> {
  const { number, name, codeOfB } = stated;
  if (number === undefined || name === undefined)
    throw new RowFault('list.missing-field', { ...where, column: number === undefined ? CODE_OF_A : nameColumn });
  if (!stockCode.test(number))
    throw new RowFault('list.unknown-value', {
      ...where,
      field: CODE_OF_A,
      value: number,
      reason: 'it has not six digits',
    });
  if (codeOfB === undefined) return { number, name };
  if (!stockCode.test(codeOfB)) throw new Problem('list.unknown-value', { ...where, field: CODE_OF_B, value: codeOfB });
  const note = `B-share code of the ${exchange} Stock Exchange`;
  return { number, name, identifiers: [{ type: 'other', value: codeOfB, country: 'cn', note }] };
}

const stockCode = /^\d{6}$/;
