// A row of the NTA file in, a register row out; a word, date or number we do not understand stops the import.
import { isJpCorporateNumber } from '@sekisho/engine/identity/identifiers/jp-corporate-number.ts';
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { withoutAbsent } from '../without-absent.ts';
import type { Column } from './columns.ts';

/**
 * @throws Problem `list.missing-field`, `list.unknown-value` (a code word that is new, a number that cannot be one),
 *   `list.date`; each with file, line, field and value.
 */
export function mapRow(row: StrictRecord): RegisterRow {
  const process = codeWord(row, 'process', processes);
  codeWord(row, 'correct', flags);
  row.ignore('prefectureCode', 'cityCode');
  const nameImageId = optional(row, 'nameImageId');
  const addressImageId = optional(row, 'addressImageId');
  const addressAbroadImageId = optional(row, 'addressOutsideImageId');
  const closeCause = optional(row, 'closeCause');
  if (closeCause !== undefined) lookUp(closeCauses, closeCause, { ...row.where, field: 'closeCause' });
  const mapped = {
    number: corporateNumber(row, 'corporateNumber', row.take('corporateNumber')),
    sequence: wholeNumber(row, 'sequenceNumber'),
    process,
    latest: isOne(row, 'latest'),
    updatedOn: date(row, 'updateDate', row.take('updateDate')),
    changedOn: date(row, 'changeDate', row.take('changeDate')),
    name: process === DELETED ? (optional(row, 'name') ?? '') : row.take('name'),
    nameIsSubstitute: nameImageId !== undefined,
    kana: optional(row, 'furigana'),
    englishName: optional(row, 'enName'),
    kind: codeWord(row, 'kind', kinds),
    prefecture: optional(row, 'prefectureName'),
    city: optional(row, 'cityName'),
    street: optional(row, 'streetNumber'),
    addressIsSubstitute: addressImageId !== undefined || addressAbroadImageId !== undefined,
    postalCode: optional(row, 'postCode'),
    addressAbroad: optional(row, 'addressOutside'),
    englishAddress: englishAddress(row),
    closedOn: optionalDate(row, 'closeDate'),
    closeCause,
    successorNumber: successor(row),
    changeDetail: optional(row, 'changeCause'),
    assignedOn: date(row, 'assignmentDate', row.take('assignmentDate')),
    excludedFromSearch: isOne(row, 'hihyoji'),
  };
  row.done();
  return withoutAbsent(mapped);
}

/** A deletion takes the number back; it need not state what the company was. */
const DELETED = '99';

/** 処理区分 */
const processes = {
  '01': '新規',
  '11': '商号又は名称の変更',
  '12': '国内所在地の変更',
  '13': '国外所在地の変更',
  '21': '登記記録の閉鎖等',
  '22': '登記記録の復活等',
  '71': '吸収合併',
  '72': '吸収合併無効',
  '81': '商号の登記の抹消',
  '99': '削除',
} as const;

/** 法人種別 */
const kinds = {
  '101': '国の機関',
  '201': '地方公共団体',
  '301': '株式会社',
  '302': '有限会社',
  '303': '合名会社',
  '304': '合資会社',
  '305': '合同会社',
  '399': 'その他の設立登記法人',
  '401': '外国会社等',
  '499': 'その他',
} as const;

/** 登記記録の閉鎖等の事由 */
const closeCauses = {
  '01': '清算の結了等',
  '11': '合併による解散等',
  '21': '登記官による閉鎖',
  '31': 'その他の清算の結了等',
} as const;

/** 訂正区分, 最新履歴, 検索対象除外 */
const flags = { '0': false, '1': true } as const;

function optional(row: StrictRecord, column: Column): string | undefined {
  return row.takeOptional(column);
}

/** The word itself, when it is one of those known. */
function codeWord(row: StrictRecord, column: Column, words: Readonly<Record<string, unknown>>): string {
  const word = row.take(column);
  lookUp(words, word, { ...row.where, field: column });
  return word;
}

function isOne(row: StrictRecord, column: Column): boolean {
  return lookUp(flags, row.take(column), { ...row.where, field: column });
}

function corporateNumber(row: StrictRecord, field: Column, value: string): string {
  if (!isJpCorporateNumber(value))
    throw new Problem('list.unknown-value', { ...row.where, field, value, reason: 'its check digit is wrong' });
  return value;
}

function successor(row: StrictRecord): string | undefined {
  const value = optional(row, 'successorCorporateNumber');
  return value && corporateNumber(row, 'successorCorporateNumber', value);
}

function wholeNumber(row: StrictRecord, field: Column): number {
  const value = row.take(field);
  if (!/^\d{1,9}$/.test(value)) throw new Problem('list.unknown-value', { ...row.where, field, value });
  return Number(value);
}

/** Days that were found right: a file of millions of rows has a few thousand. */
const knownDays = new Set<CalendarDate>();

function date(row: StrictRecord, field: Column, value: string): CalendarDate {
  if (knownDays.has(value)) return value;
  if (parseCalendarDate(value) === undefined) throw new Problem('list.date', { ...row.where, field, value });
  knownDays.add(value);
  return value;
}

function optionalDate(row: StrictRecord, field: Column): CalendarDate | undefined {
  const value = optional(row, field);
  return value && date(row, field, value);
}

/** As English addresses run: street and municipality, prefecture; or the address abroad. */
function englishAddress(row: StrictRecord): string | undefined {
  const parts = [optional(row, 'enCityName'), optional(row, 'enPrefectureName'), optional(row, 'enAddressOutside')];
  return parts.filter((part) => part !== undefined).join(', ') || undefined;
}
