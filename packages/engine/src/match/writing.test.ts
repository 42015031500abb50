import assert from 'node:assert/strict';
import test from 'node:test';
import { writingOf, writingPair } from './writing.ts';

for (const [text, writing] of [
  ['José', 'latin'],
  ['李強', 'han'],
  ['佐々木 さくら', 'han+kana'],
  ['ABC商事', 'han'],
  ['ﾐﾂﾋﾞｼ(ｶ', 'kana'],
  ['이재용', 'hangul'],
  ['ООО Romashka', 'cyrillic'],
  ['नेहरू', 'devanagari'],
  ['11420', 'other'],
  ['', 'other'],
])
  test(`${text}: ${writing}`, () => assert.equal(writingOf(text ?? ''), writing));

test('a pair is named in one order', () => {
  assert.equal(writingPair('Li Qiang', '李強'), 'han / latin');
  assert.equal(writingPair('李強', 'Li Qiang'), 'han / latin');
});
