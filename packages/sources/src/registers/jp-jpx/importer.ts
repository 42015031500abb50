// The workbook of issues listed on the Tokyo Stock Exchange in, a row for each company out.
import { checkIdentifier } from '@sekisho/engine/identity/identifiers/check-identifier.ts';
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import { readHeadedRows } from '../../readers/headed-rows.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { dayOfFile, refuseOtherDay } from '../day-of-file.ts';
import { statedRow } from '../stated-row.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const jpJpx: RegisterImporter = {
  description,
  version: 1,
  scope: (file, publishedOn) => ({ file, part: 'full', date: dayOfFile(file, description.id, publishedOn) }),
  read,
  follows: () => false,
  isWhole: () => false,
};

async function* read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const { layout, records } = await readHeadedRows(file, {
    list: description.id,
    form: 'xls',
    headedBy: '銘柄名',
    encodings: ['utf-8'],
  });
  const [first] = records;
  if (!first) throw new Problem('file.unexpected', { ...layout.where, reason: 'it has no issues' });
  const rows: RegisterRow[] = [];
  for (const [index, record] of records.entries()) {
    const day = dayOf(record);
    if (index === 0) refuseOtherDay(day, context.standsAt, layout.where);
    const row = mapRow(record, day, index + 1, context);
    if (row) rows.push(row);
  }
  yield rows;
  context.onProgress?.(1);
}

function dayOf(row: StrictRecord): CalendarDate {
  const value = row.take('日付');
  const day = parseCalendarDate(value.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  if (day === undefined) throw new Problem('list.date', { ...row.where, field: '日付', value });
  return day;
}

function mapRow(
  row: StrictRecord,
  day: CalendarDate,
  sequence: number,
  { onLeftOut }: ImportContext,
): RegisterRow | undefined {
  const code = row.take('コード');
  const name = row.take('銘柄名');
  const kind = row.take('市場・商品区分');
  row.ignore(...industries);
  row.done();
  const issue = lookUp(issues, kind, { ...row.where, field: '市場・商品区分' });
  const number = checkIdentifier({ type: 'jp-securities-code', value: code }).normalised;
  if (number === undefined) throw new Problem('list.unknown-value', { ...row.where, field: 'コード', value: code });
  const isShare = issue === 'shares';
  if (isShare && number.length === 4) return statedRow(day, { number, sequence, name, kind });
  onLeftOut?.(isShare ? 'other classes of share' : issue);
  return undefined;
}

const industries = ['33業種コード', '33業種区分', '17業種コード', '17業種区分', '規模コード', '規模区分'];

/** 市場・商品区分: what an issue is. */
const issues = {
  'プライム（内国株式）': 'shares',
  'スタンダード（内国株式）': 'shares',
  'グロース（内国株式）': 'shares',
  'プライム（外国株式）': 'shares',
  'スタンダード（外国株式）': 'shares',
  'グロース（外国株式）': 'shares',
  'PRO Market': 'shares',
  出資証券: 'other classes of share',
  'ETF・ETN': 'funds and notes',
  'REIT・ベンチャーファンド・カントリーファンド・インフラファンド': 'funds and notes',
} as const;
