import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { isJpCorporateNumber } from '@sekisho/engine/identity/identifiers/jp-corporate-number.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { jpNta } from './importer.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
const options = folder === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};

async function rowsOf(name: string, ...place: readonly string[]): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  const file = { name, path: path.join(folder ?? '', 'registers', 'jp-nta', ...place) };
  for await (const batch of jpNta.read(file, { territories: { codeOf: () => undefined } })) rows.push(...batch);
  return rows;
}

const diffs = [
  ['diff_20260817.csv', 2153],
  ['diff_20260818.csv', 2299],
  ['diff_20260819.csv', 2254],
  ['diff_20260820.csv', 1991],
  ['diff_20260821.csv', 2181],
] as const;

for (const [name, count] of diffs)
  test(`${name} has ${count} rows, each with a right number and no text lost`, options, async () => {
    const rows = await rowsOf(name, 'diff', name);
    assert.equal(rows.length, count);
    rows.forEach((row, index) => {
      assert.equal(row.sequence, index + 1);
      assert.ok(isJpCorporateNumber(row.number));
      for (const value of Object.values(row)) assert.ok(value !== '' && !String(value).includes('\uFFFD'));
    });
  });

test('the files of five working days follow each other', options, () => {
  const dates = diffs.map(([name]) => jpNta.scope({ name, path: name }, '2026-08-21').date);
  dates.slice(1).forEach((date, index) => assert.ok(jpNta.follows(dates[index] ?? '', date)));
});

test('a substitute glyph is marked: 16 names and 22 addresses on 21 August 2026', options, async () => {
  const rows = await rowsOf('diff_20260821.csv', 'diff', 'diff_20260821.csv');
  assert.equal(rows.filter(({ nameIsSubstitute }) => nameIsSubstitute).length, 16);
  assert.equal(rows.filter(({ addressIsSubstitute }) => addressIsSubstitute).length, 22);
});

test('rows of the full set are read in UTF-8', options, async () => {
  const rows = await rowsOf('31_tottori_all_20240329.csv', 'zenken-sample', '31_tottori_test_20240329.csv');
  assert.deepEqual(
    rows.map(({ name }) => name),
    [
      '鳥取簡易裁判所',
      '島田商事株式会社',
      '株式会社ｓｏｕｖｅｎｉｒ',
      '株式会社Ｔ＆Ｍコンサルティング',
      '有限会社ＨＡＰ観光',
    ],
  );
  assert.equal(rows[0]?.englishAddress, '2-223, Higashimachi, Tottori shi, Tottori');
});
