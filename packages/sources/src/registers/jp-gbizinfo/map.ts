// A company of gBizINFO in, a register row out; nothing where its number cannot be one, which is reported.
import { isJpCorporateNumber } from '@sekisho/engine/identity/identifiers/jp-corporate-number.ts';
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext } from '../../importer.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { RecordLayout, StrictRecord } from '../../readers/strict-record.ts';
import { statedRow } from '../stated-row.ts';

const taken = [
  'kana',
  'name_en',
  'postal_code',
  'location',
  'status',
  'close_date',
  'close_cause',
  'company_url',
  'date_of_establishment',
  'update_date',
];
const ignored = [
  'representative_name',
  'representative_position',
  'capital_stock',
  'employee_number',
  'company_size_male',
  'company_size_female',
  'founding_year',
  'number_of_activity',
  'business_items',
  'business_summary',
  'qualification_grade',
  'certification',
  'commendation',
  'finance',
  'patent',
  'procurement',
  'subsidy',
  'workplace_info',
];
/** Members of an answer's company beside its number and name; any may be absent. */
export const members: readonly string[] = [...taken, ...ignored];

/** @throws Problem `list.missing-field`, `list.unknown-column`, `list.unknown-value` (a status that is new), `list.date`. */
export function mapAnswer(row: StrictRecord, day: CalendarDate, context: ImportContext): RegisterRow | undefined {
  const status = row.takeOptional('status') ?? OPEN;
  const standing = lookUp(standings, status, { ...row.where, field: 'status' });
  const updatedOn = dayInJapan(row, 'update_date');
  const website = row.takeOptional('company_url');
  const values = {
    number: row.take('corporate_number'),
    sequence: row.line,
    name: row.take('name'),
    kana: row.takeOptional('kana'),
    englishName: row.takeOptional('name_en'),
    street: row.takeOptional('location'),
    postalCode: row.takeOptional('postal_code'),
    standing,
    standingAsStated: status === OPEN ? undefined : status,
    closedOn: dayInJapan(row, 'close_date'),
    closeCause: row.takeOptional('close_cause'),
    foundedOn: dayInJapan(row, 'date_of_establishment'),
    websites: website === undefined ? [] : [website],
    updatedOn,
    changedOn: updatedOn,
  };
  row.ignore(...ignored);
  row.done();
  return rowOf(row, day, values, context);
}

/** Either of the two layouts, told by the first column. @throws Problem as `mapAnswer`. */
export function mapCsvRow(
  row: StrictRecord,
  { columns }: RecordLayout,
  day: CalendarDate,
  context: ImportContext,
): RegisterRow | undefined {
  return columns[0] === 'corporateID' ? mapForeign(row, day, context) : mapListed(row, day, context);
}

function mapForeign(row: StrictRecord, day: CalendarDate, context: ImportContext): RegisterRow | undefined {
  const updatedOn = dayInJapan(row, 'moddate');
  const values = {
    number: row.take('corporateID'),
    sequence: row.line,
    name: row.take('corporateName'),
    kana: row.takeOptional('corporateKana'),
    street: row.takeOptional('location'),
    updatedOn,
    changedOn: updatedOn,
  };
  row.ignore('cityID');
  row.done();
  return rowOf(row, day, values, context);
}

function mapListed(row: StrictRecord, day: CalendarDate, context: ImportContext): RegisterRow | undefined {
  const values = {
    number: row.take('法人番号'),
    sequence: row.line,
    name: row.take('法人名'),
    kana: row.takeOptional('法人名ふりがな'),
    englishName: row.takeOptional('法人名英語'),
    street: row.takeOptional('本店所在地'),
  };
  row.done();
  return rowOf(row, day, values, context);
}

/** `status`: `-` for a company whose record is open. */
const OPEN = '-';
const standings = { [OPEN]: undefined, 閉鎖: 'CLOSED' } as const;

function rowOf(
  { where }: StrictRecord,
  day: CalendarDate,
  values: Parameters<typeof statedRow>[1],
  { onProblem, onLeftOut }: ImportContext,
): RegisterRow | undefined {
  if (isJpCorporateNumber(values.number)) return statedRow(day, values);
  const facts = { ...where, field: 'corporate number', value: values.number, reason: 'its check digit is wrong' };
  onProblem?.({ code: 'list.unknown-value', facts });
  onLeftOut?.('records without a usable number');
  return undefined;
}

const HOURS_AHEAD_OF_UTC = 9;

/** A day, or an instant as the day it falls on in Japan. */
function dayInJapan(row: StrictRecord, field: string): CalendarDate | undefined {
  const value = row.takeOptional(field);
  if (value === undefined || parseCalendarDate(value) !== undefined) return value;
  const time = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw new Problem('list.date', { ...row.where, field, value });
  return new Date(time + HOURS_AHEAD_OF_UTC * 3_600_000).toISOString().slice(0, 10);
}
