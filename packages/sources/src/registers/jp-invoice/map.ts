// A registration of an invoice issuer in, a register row out; nothing for a natural person.
import { checkJpInvoiceNumber } from '@sekisho/engine/identity/identifiers/jp-invoice-number.ts';
import { isJpCorporateNumber } from '@sekisho/engine/identity/identifiers/jp-corporate-number.ts';
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext } from '../../importer.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { statedRow } from '../stated-row.ts';

/** In the order of the CSV file, which has no header. */
export const columns = [
  'sequenceNumber', // 一連番号
  'registratedNumber', // 登録番号
  'process', // 事業者処理区分
  'correct', // 訂正区分
  'kind', // 人格区分
  'country', // 国内外区分
  'latest', // 最新履歴
  'registrationDate', // 登録年月日
  'updateDate', // 更新年月日
  'disposalDate', // 取消年月日
  'expireDate', // 失効年月日
  'address', // 本店又は主たる事務所の所在地（法人）
  'addressPrefectureCode',
  'addressCityCode',
  'addressRequest', // 本店又は主たる事務所の所在地（公表申出）
  'addressRequestPrefectureCode',
  'addressRequestCityCode',
  'kana', // 日本語（カナ）
  'name', // 氏名又は名称
  'addressInside', // 国内において行う資産の譲渡等に係る事務所等の所在地
  'addressInsidePrefectureCode',
  'addressInsideCityCode',
  'tradeName', // 主たる屋号
  'popularName_previousName', // 通称・旧姓
] as const;
type Column = (typeof columns)[number];

/** @throws Problem `list.missing-field`, `list.unknown-column`, `list.unknown-value` (a code that is new), `list.date`. */
export function mapRow(row: StrictRecord, context: ImportContext): RegisterRow | undefined {
  const kind = lookUp(kinds, row.take('kind'), { ...row.where, field: 'kind' });
  if (kind === 'person') {
    row.ignore(...columns);
    row.done();
    context.onLeftOut?.('natural persons');
    return undefined;
  }
  const process = row.take('process');
  const word = lookUp(processes, process, { ...row.where, field: 'process' });
  lookUp(flags, row.take('correct'), { ...row.where, field: 'correct' });
  const isAbroad = lookUp(abroad, row.take('country'), { ...row.where, field: 'country' });
  const updatedOn = date(row, 'updateDate') ?? missing(row, 'updateDate');
  const ended = [date(row, 'disposalDate'), date(row, 'expireDate')].find((day) => day !== undefined);
  const [address, addressInside] = [row.takeOptional('address'), row.takeOptional('addressInside')];
  const number = row.take('registratedNumber');
  const tradeName = row.takeOptional('tradeName');
  const values = {
    number,
    sequence: wholeNumber(row, 'sequenceNumber'),
    process,
    latest: lookUp(flags, row.take('latest'), { ...row.where, field: 'latest' }),
    changedOn: updatedOn,
    name: process === DELETED ? (row.takeOptional('name') ?? '') : row.take('name'),
    kana: row.takeOptional('kana'),
    street: isAbroad ? addressInside : address,
    addressAbroad: isAbroad ? address : undefined,
    assignedOn: date(row, 'registrationDate'),
    standingAsStated: ended === undefined && process === '01' ? undefined : [word, ended].filter(Boolean).join(' '),
    otherNames: tradeName === undefined ? [] : [{ text: tradeName, kind: 'trading' as const }],
    identifiers: [{ type: 'jp-corporate-number' as const, value: number.slice(1), country: 'jp' }],
  };
  row.ignore(...leftOut);
  row.done();
  if (isNumberOfBody(number)) return statedRow(updatedOn, values);
  const facts = { ...row.where, field: 'registratedNumber', value: number, reason: 'it cannot be that of a body' };
  context.onProblem?.({ code: 'list.unknown-value', facts });
  context.onLeftOut?.('records without a usable number');
  return undefined;
}

/** A deletion takes the number back; it need not state whose it was. */
const DELETED = '99';

/** 事業者処理区分 */
const processes = { '01': '新規', '02': '変更', '03': '失効', '04': '取消', [DELETED]: '削除' } as const;

/** 人格区分 */
const kinds = { '1': 'person', '2': 'body' } as const;

/** 国内外区分: 国内, 特定国外, 特定国外以外の国外 */
const abroad = { '1': false, '2': true, '3': true } as const;

/** 訂正区分, 最新履歴 */
const flags = { '0': false, '1': true } as const;

const leftOut: readonly Column[] = [
  'addressPrefectureCode',
  'addressCityCode',
  'addressRequest',
  'addressRequestPrefectureCode',
  'addressRequestCityCode',
  'addressInsidePrefectureCode',
  'addressInsideCityCode',
  'popularName_previousName',
];

function isNumberOfBody(number: string): boolean {
  return checkJpInvoiceNumber(number).normalised === number && isJpCorporateNumber(number.slice(1));
}

function wholeNumber(row: StrictRecord, field: Column): number {
  const value = row.take(field);
  if (!/^\d{1,9}$/.test(value)) throw new Problem('list.unknown-value', { ...row.where, field, value });
  return Number(value);
}

function date(row: StrictRecord, field: Column): CalendarDate | undefined {
  const value = row.takeOptional(field);
  if (value !== undefined && parseCalendarDate(value) === undefined)
    throw new Problem('list.date', { ...row.where, field, value });
  return value;
}

function missing(row: StrictRecord, column: Column): never {
  throw new Problem('list.missing-field', { ...row.where, column });
}
