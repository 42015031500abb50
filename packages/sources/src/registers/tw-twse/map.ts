// A row of Taiwan's public companies in, its register row out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext } from '../../importer.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { RowFault } from '../row-faults.ts';
import { statedRow } from '../stated-row.ts';
import { report, standsAtOf } from '../whole-table.ts';
import { officersIn } from './officers.ts';
import { isUnifiedNumber } from './unified-number.ts';

/** Texts that mean "no value". */
export const nulls = ['－', '-', '--', '---', '無', 'N', 'NA', '0'];

/**
 * @param ignored columns that are left out.
 * @throws RowFault for a row without a unified number or name; Problem `edition.date` when the row is of another day than the
 *   edition, `list.date`, `list.unknown-value` for a country that is not written as a code and a name.
 */
export function mapRow(row: StrictRecord, ignored: readonly string[], context: ImportContext): RegisterRow {
  const statedOn = minguoDay(row, '出表日期');
  const standsAt = standsAtOf(context, row.where);
  if (statedOn !== standsAt)
    throw new Problem('edition.date', {
      ...row.where,
      field: 'published',
      value: standsAt,
      reason: `the file is of ${statedOn}`,
    });
  const code = row.take('公司代號');
  const number = row.takeOptional('營利事業統一編號');
  const name = decoded(row.takeOptional('公司名稱'));
  const shortName = decoded(row.takeOptional('公司簡稱'));
  const englishShortName = row.takeOptional('英文簡稱');
  const abroad = countryAbroad(row);
  const full = decoded(row.takeOptional('住址'));
  const officers = (['董事長', '總經理'] as const).map((title) => [title, decoded(row.takeOptional(title))] as const);
  const phone = row.takeOptional('總機電話');
  const website = row.takeOptional('網址');
  const emails = emailsIn(row, context);
  const foundedOn = foundingDay(row);
  const englishAddress = row.takeOptional('英文通訊地址');
  row.ignore(...ignored);
  row.done();
  if (number === undefined || name === undefined)
    throw new RowFault('list.missing-field', {
      ...row.where,
      column: number === undefined ? '營利事業統一編號' : '公司名稱',
    });
  if (!isUnifiedNumber(number))
    throw new RowFault('list.unknown-value', {
      ...row.where,
      field: '營利事業統一編號',
      value: number,
      record: code,
      reason: 'it is not a unified number',
    });
  return statedRow(statedOn, {
    number,
    sequence: row.line,
    name,
    kind: abroad,
    foundedOn,
    otherNames: [
      ...(shortName === undefined ? [] : [{ text: shortName, kind: 'short' as const, language: 'zh-Hant' }]),
      ...(englishShortName === undefined ? [] : [{ text: englishShortName, kind: 'short' as const, language: 'en' }]),
    ],
    seat: full === undefined ? undefined : { full, ...(abroad === undefined && { country: 'tw' }) },
    englishAddress,
    identifiers: [{ type: 'other' as const, value: code, country: 'tw', note: 'stock code of Taiwan (公司代號)' }],
    emails,
    phones: phone === undefined ? [] : [phone],
    websites: website === undefined ? [] : [website],
    relations: officers.flatMap(([title, text = '']) =>
      officersIn(text, title).map(({ name: toName, office }) => ({
        kind: 'directed-by' as const,
        toName,
        detail: office,
      })),
    ),
  });
}

/** `KY 開曼群島`, its blanks made one. @throws Problem `list.unknown-value`. */
function countryAbroad(row: StrictRecord): string | undefined {
  const value = row.takeOptional('外國企業註冊地國')?.replace(/\s+/g, ' ');
  if (value === undefined) return undefined;
  if (!/^[A-Z]{2} \S+$/.test(value))
    throw new Problem('list.unknown-value', { ...row.where, field: '外國企業註冊地國', value });
  return `外國企業 ${value}`;
}

/** Several addresses stand with signs or words between them; what is no address at all is told. */
function emailsIn(row: StrictRecord, context: ImportContext): readonly string[] {
  const field = '電子郵件信箱';
  const value = row.takeOptional(field);
  if (value === undefined) return [];
  const emails = value
    .normalize('NFKC')
    .replace(/\s*@\s*/g, '@')
    .match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g);
  if (!emails)
    report(context, {
      code: 'list.unknown-value',
      facts: { ...row.where, field, value, reason: 'it is no mail address' },
    });
  return emails ?? [];
}

/** `1120831`: year 112 of the Republic, 2023. @throws Problem `list.date`. */
function minguoDay(row: StrictRecord, field: string): CalendarDate {
  const value = row.take(field);
  const [, year, month, day] = /^(\d{2,3})(\d{2})(\d{2})$/.exec(value) ?? [];
  const date = year === undefined ? undefined : parseCalendarDate(`${Number(year) + 1911}-${month ?? ''}-${day ?? ''}`);
  if (date === undefined) throw new Problem('list.date', { ...row.where, field, value });
  return date;
}

/** `19501229`. @throws Problem `list.date`. */
function foundingDay(row: StrictRecord): CalendarDate | undefined {
  const field = '成立日期';
  const value = row.takeOptional(field);
  if (value === undefined) return undefined;
  const date = parseCalendarDate(value.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  if (date === undefined) throw new Problem('list.date', { ...row.where, field, value });
  return date;
}

/** Characters that the publisher's own encoding lacked stand as references: `&#28204;`. */
function decoded(text: string | undefined): string | undefined {
  return text?.replace(/&#(\d{2,6});/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
