import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { compactText, foldText } from './fold.ts';

const reference = buildNameReference(referenceFiles);
const fold = (text: string) => foldText(text, reference);

const same: readonly (readonly string[])[] = [
  ['陳國強', '陳国強', '陈国强'],
  ['髙橋﨑子', '高橋崎子'],
  ['渡邊', '渡邉', '渡辺', '渡辺\u{E0101}'],
  ['齋藤', '斎藤'],
  ['𠮷野', '吉野'],
  ['ﾐﾂﾋﾞｼ', 'ミツビシ'],
  ['㈱さくら', '（株）さくら', '(株)さくら'],
  ['㍿さくら', '株式会社さくら', '株式會社さくら'],
  ['1〜3', '１～３', '1~3'],
  ['A−B', 'A－B', 'A-B', 'A—B'],
  ['Chén Guóqiáng', 'CHEN GUOQIANG', ' chen\u00a0 guo\u200bqiang '],
  ['Đức', 'duc'],
  ['Strauß', 'STRAUSS'],
  ['İstanbul', 'istanbul'],
  ['Γιώργος', 'ΓΙΩΡΓΟΣ'],
  ['مُحَمَّد', 'محمد'],
  ['۱۲۳', '123', '１２３'],
  ['ＡＢＣ', 'abc'],
  ["O'Neil", 'O’Neil', 'OʼNeil'],
  ['チン・コッキョウ', 'チン･コッキョウ', 'チン•コッキョウ'],
  ['\u202eabc\u202c', 'abc'],
  ['Хрущёв', 'Хрущев'],
  ['Влади\u0301мир', 'Владимир'],
  ['Юсуф\u0336', 'Юсуф'],
  ['陳\u0301', '陈'],
  ['شعبـان', 'شعبان'],
  ['أحمد', 'احمد', 'إحمد', 'آحمد'],
  ['موسى', 'موسي', 'موسی'],
  ['فاطمة', 'فاطمه'],
  ['کریم', 'كريم'],
  ['ئەھمەد', 'ەهمەد'],
  ['みすゞ', 'みすず'],
  ['Əliyev', 'Aliyev'],
  ['Þórður', 'Thordur'],
  ['Łukasz', 'Lukasz'],
  ['ɢᴏᴏɢʟᴇ', 'google'],
  ['𝐆𝐨𝐨𝐠𝐥𝐞', 'google'],
  ['Ⅷ', 'viii'],
  ['島', '嶋', '嶌'],
  ['富', '冨'],
  ['柳', '栁'],
  ['浜', '濱', '濵'],
  ['桜', '櫻'],
  ['竜', '龍'],
  ['関', '關'],
  ['滝', '瀧'],
  ['塚', '\uFA10'],
  ['崎', '﨑', '嵜'],
];
for (const [first = '', ...others] of same)
  for (const other of others) test(`${first} folds as ${other}`, () => assert.equal(fold(first), fold(other)));

const different = [
  ['さくら', 'サクラ'],
  ['斎藤', '斉藤'],
  ['が', 'か'],
  ['й', 'и'],
  ['カ', '力'],
  ['二', 'ニ'],
  ['ロ', '口'],
  ['ー', '一'],
  ['ї', 'і'],
  ['ѓ', 'г'],
] as const;
for (const [a, b] of different) test(`${a} does not fold as ${b}`, () => assert.notEqual(fold(a), fold(b)));

test('compactText keeps letters and digits', () => assert.equal(compactText(fold('A-B・Ｃ 1,2')), 'abc12'));

test('any text folds, and folded text folds to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const once = fold(text);
      assert.equal(fold(once), once);
      assert.ok(once.isWellFormed());
    }),
    { numRuns: 2000 },
  );
});

test('a short text, folded character by character, folds as in a long one, which is folded as a whole', () => {
  const tail = 'a'.repeat(300);
  const characters = fc.constantFrom(...'aA1 ,.-がかｶﾞー々ゝヾ한가ΣςάйиسئاשرकÉ\u0301\u3099\u200d㈱９٣𠮷\ud800・');
  for (const texts of [fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: characters, maxLength: 8 })])
    fc.assert(
      fc.property(texts, (text) => assert.equal(`${fold(text)} ${tail}`.trim(), fold(`${text} ${tail}`))),
      { numRuns: 2000 },
    );
});

test('lone surrogates, 100,000 characters, a row of marks', () => {
  assert.equal(fold('\ud800a\udc00'), 'a');
  for (const text of ['陳'.repeat(100_000), `a${'\u0301'.repeat(100_000)}`, ' ,'.repeat(50_000), 'ﷺ'.repeat(10_000)])
    assert.equal(typeof fold(text), 'string');
});
