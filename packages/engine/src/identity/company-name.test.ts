import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { RegisterRow } from '../model/register.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { compareCompanyName } from './company-name.ts';

const names = buildNameReference(referenceFiles);

const standing: RegisterRow = {
  number: '7990001000001',
  sequence: 1,
  process: '01',
  latest: true,
  updatedOn: '2026-10-30',
  changedOn: '2015-10-05',
  name: '株式会社見本商事',
  nameIsSubstitute: false,
  kind: '301',
  addressIsSubstitute: false,
  assignedOn: '2015-10-05',
  excludedFromSearch: false,
};

type Case = readonly [claimed: string, registered: Partial<RegisterRow>, verdict: string, detail?: string];

const kana = { kana: 'ミホンショウジ' };
const cases: readonly Case[] = [
  ['株式会社見本商事', {}, 'SAME'],
  ['㈱見本商事', {}, 'SAME'],
  ['(株)　見本商事', {}, 'SAME'],
  ['株式會社見本商事', {}, 'SAME'],
  ['株式会社ABC ﾃｸﾉ', { name: '株式会社ＡＢＣテクノ' }, 'SAME'],
  ['株式会社高橋・渡邊商店', { name: '株式会社髙橋渡邉商店' }, 'SAME'],
  ['株式会社T&M', { name: '株式会社Ｔ＆Ｍ' }, 'SAME'],
  ['(有)さくら', { name: '有限会社さくら', kind: '302' }, 'SAME'],
  ['見本商事', {}, 'SIMILAR', 'legal-form-not-claimed'],
  ['見本商事㈱', {}, 'SIMILAR', 'legal-form-position'],
  ['ｶ)ﾐﾎﾝｼﾖｳｼﾞ', kana, 'SIMILAR', 'same-reading'],
  ['ミホンシヨウジ(カ', kana, 'SIMILAR', 'same-reading'],
  ['みほんしょうじ', kana, 'SIMILAR', 'same-reading'],
  ['Mihon Shōji Co., Ltd.', kana, 'SIMILAR', 'romanisation'],
  ['MIHON SHOUJI K.K.', kana, 'SIMILAR', 'romanisation'],
  ['Sample Trading Co., Ltd.', { englishName: 'SAMPLE TRADING CO.,LTD.' }, 'SAME'],
  ['Sample Trading Inc.', { englishName: 'SAMPLE TRADING CO.,LTD.' }, 'SIMILAR', 'legal-form-translated'],
  ['Mihon Corporation㈱', { name: 'Ｍｉｈｏｎ　Ｃｏｒｐｏｒａｔｉｏｎ株式会社' }, 'SAME'],
  ['株式会社𠮷見本', { name: '株式会社士見本', nameIsSubstitute: true }, 'SIMILAR', 'substitute-glyph'],

  ['株式会社𠮷見本', { name: '株式会社士見本' }, 'DIFFERENT'],
  ['株式会社𠮷本見', { name: '株式会社士見本', nameIsSubstitute: true }, 'DIFFERENT'],
  ['合同会社𠮷見本', { name: '株式会社士見本', nameIsSubstitute: true }, 'DIFFERENT'],
  ['株式会社見木商事', {}, 'DIFFERENT'],
  ['株式会社見本商事ホールディングス', {}, 'DIFFERENT'],
  ['三菱見本', { name: '株式会社三菱見本システムサービス' }, 'DIFFERENT'],
  ['日本見研', { name: '日本見建株式会社' }, 'DIFFERENT'],
  ['株式会社力トウ', { name: '株式会社カトウ' }, 'DIFFERENT'],
  ['株式会社犀見本', { name: '株式会社士見本', nameIsSubstitute: true }, 'DIFFERENT'],
  ['合同会社見本商事', {}, 'DIFFERENT', 'other-legal-form'],
  ['見本カンパニー合同会社', { name: '見本カンパニー株式会社' }, 'DIFFERENT', 'other-legal-form'],
  ['見本合同会社', { name: '見本カンパニー合同会社', kind: '305' }, 'DIFFERENT'],
  [
    'Ｍｉｈｏｎ　Ｃｏｒｐｏｒａｔｉｏｎ合同会社',
    { name: 'Ｍｉｈｏｎ　Ｃｏｒｐｏｒａｔｉｏｎ株式会社' },
    'DIFFERENT',
    'other-legal-form',
  ],
  ['有限会社見本商事', {}, 'DIFFERENT', 'other-legal-form'],
  ['ユ)ミホンショウジ', kana, 'DIFFERENT'],
  ['Specimen Trading', { englishName: 'SAMPLE TRADING' }, 'DIFFERENT'],
  ['Specimen Trading Co., Ltd.', kana, 'NOT_REGISTERED', 'other-script'],
  ['Mihon Shoji Foundation', kana, 'NOT_REGISTERED', 'other-script'],
  ['株式会社', {}, 'DIFFERENT'],
  ['', {}, 'DIFFERENT'],
];

for (const [claimed, registered, verdict, detail] of cases)
  test(`"${claimed}" / ${registered.name ?? standing.name} ${registered.englishName ?? registered.kana ?? ''} is ${verdict}`, () => {
    const field = compareCompanyName([claimed], { ...standing, ...registered }, [], names);
    assert.deepEqual([field.verdict, field.detail], [verdict, detail]);
    assert.deepEqual([field.claimed, field.registered], [claimed, registered.name ?? standing.name]);
  });

test('a former name is found in the history, the newest of it first; the name that stands goes before', () => {
  const history = ['株式会社旧見本', '旧見本株式会社'].map((name) => ({ ...standing, name, latest: false }));
  const compare = (...claimed: readonly string[]) => compareCompanyName(claimed, standing, history, names);
  assert.deepEqual([compare('旧見本').verdict, compare('旧見本').registered], ['FORMER', '旧見本株式会社']);
  assert.equal(compare('旧見本', '見本商事').verdict, 'SIMILAR');
  assert.equal(compare('架空通商', '見本商事').claimed, '見本商事');
});
