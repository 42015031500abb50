// Kana as codes of sounds: spellings of one sound have one code.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { codesOfKana, soundLetters } from './japanese-codes.ts';

const cases: readonly (readonly [string, string])[] = [
  ['シュン', 'siyuN'],
  ['シユン', 'siyuN'],
  ['コッキョウ', 'koQkiyou'],
  ['タロー', 'taro-'],
  ['ヂヅヲヱヰ', 'zizuoei'],
  ['ヴァイオリン', 'baioriN'],
  ['ヴ', 'bu'],
];
for (const [kana, letters] of cases)
  test(`${kana}: ${letters}`, () => assert.equal(soundLetters(codesOfKana(kana) ?? []), letters));

test('nothing but katakana has codes', () => {
  assert.equal(codesOfKana('山タ'), undefined);
  assert.equal(codesOfKana('abc'), undefined);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void codesOfKana(text)));
});
