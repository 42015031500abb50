// Readings of words in Japanese names, and where a family name ends.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { foldText } from './fold.ts';
import { japaneseFamilyLength, wordReadings } from './japanese-readings.ts';

const reference = buildNameReference(referenceFiles);
const { japanese } = reference;
const fold = (text: string) => foldText(text, reference);

const readings: readonly (readonly ['family' | 'given' | 'word', string, readonly string[]])[] = [
  ['family', '新谷', ['シンタニ', 'アラヤ', 'ニイヤ']],
  ['family', '渡邉', ['ワタナベ']],
  ['family', '服部', ['ハットリ']],
  ['family', '小鳥遊', ['タカナシ']],
  ['family', '東', ['ヒガシ', 'アズマ']],
  ['family', '齋藤', ['サイトウ']],
  ['given', '裕子', ['ユウコ', 'ヒロコ']],
  ['given', '健', ['ケン', 'タケシ']],
  ['given', '百合', ['ユリ']],
  ['given', 'あき子', ['アキコ']],
  ['word', '日本', ['ニホン']],
  ['word', '石油', ['セキユ']],
];
for (const [part, word, expected] of readings)
  test(`${word} is read ${expected.join(', ')}`, () => {
    const found = wordReadings(fold(word).replaceAll('あき', 'アキ'), part, japanese, 8).map(({ kana }) => kana);
    for (const kana of expected) assert.ok(found.includes(kana), found.join(' '));
  });

test('readings are few, likeliest first, and each stands once', () => {
  const found = wordReadings(fold('大輔'), 'given', japanese, 8);
  assert.ok(0 < found.length && found.length <= 8);
  assert.equal(new Set(found.map(({ kana }) => kana)).size, found.length);
  assert.deepEqual(
    found.map(({ log }) => log),
    found.map(({ log }) => log).sort((a, b) => b - a),
  );
});

const cuts: readonly (readonly [string, number])[] = [
  ['高橋健一', 2],
  ['林健一', 1],
  ['小林健', 2],
  ['長谷川健', 3],
  ['佐々木小次郎', 3],
  ['森健', 1],
  ['裕子', 0],
  ['西田', 0],
];
for (const [name, length] of cuts)
  test(`the family name of ${name} has ${length} characters`, () =>
    assert.equal(japaneseFamilyLength(fold(name), japanese), length));

test('any text is read without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      for (const part of ['family', 'given', 'word'] as const) wordReadings(text, part, japanese, 8);
      const length = japaneseFamilyLength(text, japanese);
      assert.ok(0 <= length && length <= [...text].length);
    }),
  );
});
