// A record of the EDINET code list in, a register row out; nothing for a natural person.
import { checkIdentifier } from '@sekisho/engine/identity/identifiers/check-identifier.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Identifier, IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext } from '../../importer.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { statedRow } from '../stated-row.ts';

/**
 * A number that cannot be one is reported and kept as `other` with the reason.
 * @throws Problem `list.missing-field`, `list.unknown-value` (a word that is new, a code that is none).
 */
export function mapRow(
  row: StrictRecord,
  day: CalendarDate,
  sequence: number,
  context: ImportContext,
): RegisterRow | undefined {
  const kind = row.take('提出者種別');
  const filer = lookUp(filers, kind, { ...row.where, field: '提出者種別' });
  const number = row.take('ＥＤＩＮＥＴコード');
  if (checkIdentifier({ type: 'jp-edinet-code', value: number }).normalised !== number)
    throw new Problem('list.unknown-value', { ...row.where, field: 'ＥＤＩＮＥＴコード', value: number });
  const listed = row.takeOptional('上場区分');
  if (listed !== undefined) lookUp(listings, listed, { ...row.where, field: '上場区分' });
  const address = row.takeOptional('所在地');
  const values = {
    number,
    sequence,
    kind,
    name: row.take('提出者名'),
    englishName: row.takeOptional('提出者名（英字）'),
    kana: row.takeOptional('提出者名（ヨミ）'),
    street: filer === 'domestic' ? address : undefined,
    addressAbroad: filer === 'foreign' ? address : undefined,
    standingAsStated: listed,
    identifiers: [
      ...identifier(row, '提出者法人番号', 'jp-corporate-number', context),
      ...identifier(row, '証券コード', 'jp-securities-code', context),
    ],
  };
  row.ignore('連結の有無', '資本金', '決算日', '提出者業種');
  row.done();
  if (filer !== 'person') return statedRow(day, values);
  context.onLeftOut?.('natural persons');
  return undefined;
}

/** 提出者種別 */
const filers = {
  '内国法人・組合': 'domestic',
  '内国法人・組合（有価証券報告書等の提出義務者以外）': 'domestic',
  '外国法人・組合': 'foreign',
  '外国法人・組合（有価証券報告書等の提出義務者以外）': 'foreign',
  外国政府等: 'foreign',
  '個人（組合発行者を除く）': 'person',
  '個人（非居住者）（組合発行者を除く）': 'person',
} as const;

/** 上場区分; empty for those who need not file annual reports. */
const listings = { 上場: true, 非上場: false } as const;

function identifier(
  row: StrictRecord,
  field: string,
  type: IdentifierType,
  { onProblem }: ImportContext,
): readonly Identifier[] {
  const value = row.takeOptional(field);
  if (value === undefined) return [];
  const { state, normalised } = checkIdentifier({ type, value });
  if (state === 'VALID_UNCONFIRMED' && normalised !== undefined) return [{ type, value: normalised, country: 'jp' }];
  onProblem?.({ code: 'list.unknown-value', facts: { ...row.where, field, value, reason: 'it cannot be one' } });
  return [{ type: 'other', value, note: `${field}, which it cannot be` }];
}
