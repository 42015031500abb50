import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { koreanOfCyrillic, koreanOfHangul, koreanOfKana, koreanOfLatin } from './korean.ts';
import { romanise } from './romanise.ts';

const reference = buildNameReference(referenceFiles);
const { korean } = reference.romanisation;

/** By the script of the word. */
function readingsOf(word: string): readonly string[] {
  if (/^[a-z]/.test(word)) return koreanOfLatin(word, korean);
  if (/^[а-я]/.test(word)) return koreanOfCyrillic(word, korean);
  return /[가-힣]/.test(word) ? koreanOfHangul(word, korean) : koreanOfKana(romanise(word, 'kana', reference), korean);
}

const agree = (a: string, b: string) => {
  const readings = new Set(readingsOf(a));
  return readingsOf(b).some((reading) => readings.has(reading));
};

const same = [
  ['정은', 'jongun', 'jeongeun', 'ジョンウン'],
  ['근혜', 'geunhye', 'kunhye', 'クネ'],
  ['재용', 'jaeyong', 'chaeyong'],
  ['무현', 'moohyun', 'muhyeon', 'ムヒョン'],
  ['은영', 'eunyeong', 'eunyoung', 'ウニョン'],
  ['영철', 'yongchol', 'youngchul', 'yeongcheol'],
  ['림', 'rim', '임', 'im', 'lim'],
  ['로', 'roh', '노', 'noh', 'no'],
  ['리', 'ri', '이', 'lee', 'yi', 'rhee', 'イ'],
  ['최', 'choi', 'choe', 'チェ'],
  ['김', 'kim', 'gim', 'キム'],
  ['박', 'pak', 'bak', 'パク'],
  ['재명', 'jaemyung', 'jaemyeong', 'ジェミョン'],
  ['대중', 'daejung', 'дэчжун'],
  ['영남', 'yongnam', 'еннам'],
  ['정은', 'ченын', 'чжонын'],
  ['일성', 'ilsong', 'ilsung', 'イルソン'],
  ['선아', 'suna', 'seona', 'ソナ'],
] as const;
for (const [first, ...others] of same)
  for (const other of others) test(`${first} and ${other} agree`, () => assert.ok(agree(first, other)));

const different = [
  ['jisung', 'jisun'],
  ['지성', '지선'],
  ['cho', 'choi'],
  ['조', '최'],
  ['jongun', 'jongnam'],
  ['eunha', 'euna'],
  ['은하', '은아'],
  ['jaehyun', 'jahyun'],
  ['민수', '민서'],
  ['han', 'an'],
] as const;
for (const [a, b] of different) test(`${a} and ${b} do not agree`, () => assert.ok(!agree(a, b)));

test('what is no row of Korean syllables has no reading', () => {
  for (const word of ['schmidt', 'vladimir', 'x', '가a', 'stringstrong']) assert.deepEqual(readingsOf(word), []);
});

test('any text has at most some dozens of readings', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aeiounghkyjcl'), maxLength: 24 }), (word) => {
      assert.ok(koreanOfLatin(word, korean).length <= 32);
      assert.ok(koreanOfKana(word, korean).length <= 64);
    }),
  );
});
