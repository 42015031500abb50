import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { assertProblem } from '../../readers/testing/problems.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { readRegister, unsaid } from '../testing/read-register.ts';
import { jpEdinet } from './importer.ts';

const [csv, zip] = sampleFiles(new URL('./sample/', import.meta.url)).toSorted((a) =>
  a.name.endsWith('.csv') ? -1 : 1,
);
assert.ok(csv && zip);
const text = new TextDecoder('shift_jis').decode(readFileSync(csv.path));
const day = '2026-10-31';

test('packed and unpacked, every field in its place, natural persons left out and counted', async () => {
  assert.deepEqual(jpEdinet.scope(zip, '2026-01-01'), { file: zip, part: 'full', date: day });
  const { rows, problems, leftOut } = await readRegister(jpEdinet, zip, day);
  assert.deepEqual(rows, (await readRegister(jpEdinet, csv, day)).rows);
  assert.deepEqual(leftOut, ['natural persons']);
  assert.deepEqual(rows, [
    {
      ...unsaid(day),
      number: 'E99001',
      sequence: 1,
      kind: '内国法人・組合',
      name: 'さくら見本株式会社',
      englishName: 'SAKURA MIHON CO., LTD.',
      kana: 'サクラミホンカブシキガイシャ',
      street: '大阪市北区梅田九丁目８番７号',
      standingAsStated: '上場',
      identifiers: [
        { type: 'jp-corporate-number', value: '7990001000001', country: 'jp' },
        { type: 'jp-securities-code', value: '9999', country: 'jp' },
      ],
    },
    {
      ...unsaid(day),
      number: 'E99002',
      sequence: 2,
      kind: '内国法人・組合（有価証券報告書等の提出義務者以外）',
      name: '見本投資事業組合',
      kana: 'ミホントウシジギョウクミアイ',
      street: '港区見本一丁目１番１号',
    },
    {
      ...unsaid(day),
      number: 'E99003',
      sequence: 3,
      kind: '外国法人・組合',
      name: 'ミホン・リミテッド',
      englishName: 'Mihon Limited',
      kana: 'ミホンリミテッド',
      addressAbroad: '架空国見本市例示通９９',
      standingAsStated: '非上場',
    },
    {
      ...unsaid(day),
      number: 'E99005',
      sequence: 5,
      kind: '内国法人・組合',
      name: '架空物産株式会社',
      kana: 'カクウブッサンカブシキガイシャ',
      street: '南砺市架空７３７番地',
      standingAsStated: '非上場',
      identifiers: [{ type: 'other', value: '8990001000001', note: '提出者法人番号, which it cannot be' }],
    },
  ]);
  assert.deepEqual(
    problems.map(({ code, facts }) => [code, facts['field'], facts['line']]),
    [['list.unknown-value', '提出者法人番号', 7]],
  );
});

test('what is not the list as we know it is refused', async (context) => {
  const read = (content: string, standsAt = day) =>
    readRegister(jpEdinet, temporaryFile(context, 'Edinetcode.csv', content), standsAt);
  await assertProblem(() => read(text, '2026-11-30'), 'edition.date', { field: 'published', value: '2026-11-30' });
  await assertProblem(() => read(text.replace('資本金', '資本準備金')), 'list.missing-field', { column: '資本金' });
  await assertProblem(
    () => read(text.replace('"外国法人・組合","非上場"', '"宇宙法人","非上場"')),
    'list.unknown-value',
    { field: '提出者種別', value: '宇宙法人', line: 5 },
  );
  await assertProblem(() => read(text.replace('E99003', 'X99003')), 'list.unknown-value', { value: 'X99003' });
  await assertProblem(() => read(text.split('\r\n').slice(0, 5).join('\r\n')), 'file.unreadable');
  await assertProblem(() => read(text.slice(text.indexOf('\r\n') + 2)), 'file.unexpected', { line: 1 });
  await assertProblem(() => read('<!DOCTYPE html><html></html>'), 'file.unexpected');
  await assertProblem(() => jpEdinet.scope({ name: 'Edinetcode_20261399.zip', path: '' }, day), 'file.unexpected');
});
