import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import type { GazetteerRow } from '@sekisho/engine/model/gazetteer.ts';
import type { SourceFile } from '../../importer.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { gazetteerImporters } from '../catalogue.ts';
import { readPlaces } from '../testing/read-places.ts';
import { jpPost } from './importer.ts';

const [mihon, offices, utf] = sampleFiles(new URL('./sample/', import.meta.url)) as [
  SourceFile,
  SourceFile,
  SourceFile,
];
const text = new TextDecoder('shift_jis').decode(readFileSync(mihon.path));

const inWard = {
  municipalityCode: '99101',
  prefecture: '見本県',
  municipality: '桜市北区',
} as const;
const ward = { prefecture: 'ミホンケン', municipality: 'サクラシキタク' };
const inVillage = { municipalityCode: '99361', prefecture: '見本県', municipality: '紅葉郡楓村' } as const;
const village = { prefecture: 'ミホンケン', municipality: 'モミジグンカエデムラ' };

const expected: readonly GazetteerRow[] = [
  { ...inWard, kind: 'place', postalCode: '9900000', part: '以下に掲載がない場合', kana: ward },
  {
    ...inWard,
    kind: 'place',
    postalCode: '9900011',
    town: '本町',
    part: '１～３丁目',
    kana: { ...ward, town: 'ホンチョウ' },
  },
  {
    ...inWard,
    kind: 'place',
    postalCode: '9900012',
    town: '本町',
    part: '４丁目',
    kana: { ...ward, town: 'ホンチョウ' },
  },
  {
    ...inWard,
    kind: 'building',
    postalCode: '9906801',
    town: '本町見本タワー',
    part: '１階',
    kana: { ...ward, town: 'ホンチョウミホンタワー' },
  },
  {
    ...inWard,
    kind: 'place',
    postalCode: '9900021',
    town: '一ノ瀬',
    part: '大沢、小沢、中沢、下沢、上沢、北沢、南沢、東沢、西沢、新沢、古沢、その他',
    kana: { ...ward, town: 'イチノセ' },
  },
  {
    ...inVillage,
    kind: 'place',
    postalCode: '9900101',
    town: '穴明',
    part: '２２地割',
    kana: { ...village, town: 'アナアケ' },
  },
  {
    ...inVillage,
    kind: 'place',
    postalCode: '9900101',
    town: '穴明',
    part: '２３地割',
    kana: { ...village, town: 'アナアケ' },
  },
  {
    ...inVillage,
    kind: 'place',
    postalCode: '9900102',
    town: '種市',
    part: '第１５地割～第２１地割',
    kana: { ...village, town: 'タネイチ' },
  },
  { ...inVillage, kind: 'place', postalCode: '9900102', town: '古屋', kana: { ...village, town: 'フルヤ' } },
  {
    kind: 'place',
    municipalityCode: '99401',
    prefecture: '見本県',
    municipality: '島村',
    postalCode: '9900301',
    part: '島村一円',
    kana: { prefecture: 'ミホンケン', municipality: 'シマムラ' },
  },
  {
    kind: 'place',
    municipalityCode: '99443',
    prefecture: '見本県',
    municipality: '川郡多賀町',
    postalCode: '9900342',
    town: '一円',
    kana: { prefecture: 'ミホンケン', municipality: 'カワグンタガチョウ', town: 'イチエン' },
  },
];

test('the catalogue knows the gazetteer by its id', () => {
  assert.equal(gazetteerImporters.get('jp-post'), jpPost);
});

test('every row is a place: brackets, lots, storeys, a town that goes on in the next row, a municipality as a whole', async () => {
  assert.deepEqual((await readPlaces(jpPost, [mihon])).rows, expected);
});

test('the UTF-8 file, with a row for each town and kana in full width, says the same', async () => {
  assert.deepEqual((await readPlaces(jpPost, [utf])).rows, expected);
});

test('offices have codes of their own; one that is no more is left out and counted', async () => {
  const { rows, leftOut } = await readPlaces(jpPost, [mihon, offices]);
  assert.deepEqual(rows.slice(expected.length), [
    {
      ...inWard,
      kind: 'office',
      town: '本町',
      part: '４丁目９－９',
      postalCode: '9908501',
      office: '株式会社　見本電機',
    },
    {
      ...inWard,
      kind: 'office',
      town: '本町',
      part: '４丁目９－１（桜郵便局私書箱第９号）',
      postalCode: '9908691',
      office: '見本会',
      isPostBox: true,
    },
  ]);
  assert.deepEqual(leftOut, ['codes of offices that are no more']);
});

const spoiled: readonly (readonly [string, (whole: string) => string, Parameters<typeof assertProblem>[1]])[] = [
  ['a column more', (whole) => whole.replace(',0,0,0,0,0,0\r\n', ',0,0,0,0,0,0,0\r\n'), 'list.column-count'],
  ['a flag that is none', (whole) => whole.replace(',1,0,1,0,0,0', ',1,0,9,0,0,0'), 'list.unknown-value'],
  ['a row of what was taken out', (whole) => whole.replace(',1,0,1,0,1,5', ',1,0,1,0,2,6'), 'list.unknown-value'],
  ['a code of six digits', (whole) => whole.replace('"9900012"', '"990012"'), 'list.unknown-value'],
  [
    'no municipality',
    (whole) => whole.replace('"桜市北区","本町（４丁目）"', '"","本町（４丁目）"'),
    'list.missing-field',
  ],
  [
    'a file cut off within a bracket',
    (whole) => whole.slice(0, whole.indexOf('99101,"990  ","9900021","ﾐﾎﾝｹﾝ","ｻｸﾗｼｷﾀｸ","ｿﾉﾀ')),
    'file.unexpected',
  ],
  [
    'a bracket that goes on under another code',
    (whole) => whole.replace('"9900021","ﾐﾎﾝｹﾝ","ｻｸﾗｼｷﾀｸ","ｿﾉﾀ', '"9900022","ﾐﾎﾝｹﾝ","ｻｸﾗｼｷﾀｸ","ｿﾉﾀ'),
    'list.unexpected-shape',
  ],
  ['a web page', () => '<!DOCTYPE html><html></html>', 'file.unexpected'],
];

for (const [name, spoil, code] of spoiled)
  test(`${name} is refused`, async (context: TestContext) => {
    const changed = spoil(text);
    assert.notEqual(changed, text);
    const file = temporaryFile(context, 'utf_ken_all.csv', changed);
    await assertProblem(() => readPlaces(jpPost, [file]), code, { list: 'jp-post' });
  });

test('a file of another name is not the gazetteer', async (context) => {
  const file = temporaryFile(context, 'KEN_ALL_ROME.CSV', text);
  await assertProblem(() => readPlaces(jpPost, [file]), 'file.unexpected', { file: 'KEN_ALL_ROME.CSV' });
});
