// A row of Geolonia's latest.csv in, the place out.
import type { GazetteerRow, PlaceNames } from '@sekisho/engine/model/gazetteer.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';

/** Columns that must be there, as the publisher's page names them. */
export const columns = [
  '都道府県名',
  '都道府県名カナ',
  '都道府県名ローマ字',
  '市区町村コード',
  '市区町村名',
  '市区町村名カナ',
  '市区町村名ローマ字',
  '大字町丁目名',
  '大字町丁目名カナ',
  '大字町丁目名ローマ字',
  '小字・通称名',
] as const;

/** @throws Problem `list.missing-field`, `list.unknown-value`, `list.unknown-column` with file and line. */
export function mapRow(record: StrictRecord): GazetteerRow {
  const prefecture = record.take('都道府県名');
  const municipality = record.take('市区町村名');
  const municipalityCode = record.take('市区町村コード');
  if (!/^\d{5}$/.test(municipalityCode))
    throw new Problem('list.unknown-value', { ...record.where, field: '市区町村コード', value: municipalityCode });
  const town = record.takeOptional('大字町丁目名');
  const part = record.takeOptional('小字・通称名');
  const kana = namesOf(record, 'カナ');
  const romaji = namesOf(record, 'ローマ字');
  record.ignore('都道府県コード', '緯度', '経度');
  record.done();
  return {
    kind: 'place',
    prefecture,
    municipality,
    municipalityCode,
    ...(town !== undefined && { town }),
    ...(part !== undefined && { part }),
    ...(kana && { kana }),
    ...(romaji && { romaji }),
  };
}

/** The names as they are said; nothing where the row does not tell for prefecture and municipality. */
function namesOf(record: StrictRecord, ending: 'カナ' | 'ローマ字'): PlaceNames | undefined {
  const prefecture = record.takeOptional(`都道府県名${ending}`);
  const municipality = record.takeOptional(`市区町村名${ending}`);
  const town = record.takeOptional(`大字町丁目名${ending}`);
  if (prefecture === undefined || municipality === undefined) return undefined;
  return { prefecture, municipality, ...(town !== undefined && { town }) };
}
