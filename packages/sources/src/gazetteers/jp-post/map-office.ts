// A row of JIGYOSYO.CSV in, the place of an office with a code of its own out; nothing for a code that is no more.
import type { GazetteerRow } from '@sekisho/engine/model/gazetteer.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';

/** The publisher's words for its columns; the file has no header. */
export const officeColumns = [
  '大口事業所の所在地のJISコード',
  '大口事業所名カナ',
  '大口事業所名',
  '都道府県名',
  '市区町村名',
  '町域名',
  '小字名、丁目、番地等',
  '大口事業所個別番号',
  '旧郵便番号',
  '取扱局',
  '個別番号の種別の表示',
  '複数番号の有無',
  '修正コード',
] as const;

/** @throws Problem `list.missing-field`, `list.unknown-value` with file and line. */
export function mapOffice(record: StrictRecord): GazetteerRow | undefined {
  const checked = (column: (typeof officeColumns)[number], form: RegExp) => {
    const value = record.take(column);
    if (!form.test(value)) throw new Problem('list.unknown-value', { ...record.where, field: column, value });
    return value;
  };
  const municipalityCode = checked('大口事業所の所在地のJISコード', /^\d{5}$/);
  const postalCode = checked('大口事業所個別番号', /^\d{7}$/);
  const office = record.take('大口事業所名');
  const prefecture = checked('都道府県名', /[都道府県]$/u);
  const municipality = checked('市区町村名', /[市区町村]$/u);
  const town = record.takeOptional('町域名');
  const part = record.takeOptional('小字名、丁目、番地等');
  const field = '個別番号の種別の表示';
  const isPostBox = lookUp({ 0: false, 1: true }, record.take(field), { ...record.where, field });
  const change = '修正コード';
  const stands = lookUp({ 0: true, 1: true, 5: false }, record.take(change), { ...record.where, field: change });
  record.ignore('大口事業所名カナ', '旧郵便番号', '取扱局', '複数番号の有無');
  record.done();
  if (!stands) return undefined;
  return {
    kind: 'office',
    prefecture,
    municipality,
    municipalityCode,
    ...(town !== undefined && { town }),
    ...(part !== undefined && { part }),
    postalCode,
    office,
    ...(isPostBox && { isPostBox }),
  };
}
