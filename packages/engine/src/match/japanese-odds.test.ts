// Names in kanji beside kana and romaji: readings that exist stand above readings that do not.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '../../testing/reference-files.ts';
import type { Schema } from '../model/entity.ts';
import { analyseName } from '../names/analyse-name.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { japaneseComparison, japaneseOdds, japaneseTokenOdds } from './japanese-odds.ts';

const reference = buildNameReference(referenceFiles);
const analyse = (text: string, schema: Schema = 'Person') => analyseName({ text }, reference, schema);
const odds = (a: string, b: string, schema: Schema = 'Person') =>
  japaneseOdds(analyse(a, schema), analyse(b, schema), reference) ?? NaN;

const same: readonly (readonly [string, string])[] = [
  ['高橋健一', 'タカハシケンイチ'],
  ['高橋健一', 'たかはし けんいち'],
  ['健一高橋', 'タカハシケンイチ'],
  ['高橋健一', 'Kenichi Takahashi'],
  ['高橋健一', 'TAKAHASHI, Kenichi'],
  ['高橋健一', 'Takahasi Ken-iti'],
  ['髙橋﨑子', 'タカハシ サキコ'],
  ['渡邉純一', 'ﾜﾀﾅﾍﾞ ｼﾞﾕﾝｲﾁ'],
  ['新谷裕子', 'シンタニ ユウコ'],
  ['新谷裕子', 'アラヤ ヒロコ'],
  ['新谷裕子', 'Niiya Yuko'],
  ['大野真也', 'Shinya Ohno'],
  ['大野真也', 'Shin-ya Oono'],
  ['大野真也', 'Shinya Ono'],
  ['伊藤純一', 'ITO JUNICHI'],
  ['伊藤純一', "Jun'ichi Itoh"],
  ['井上洋', 'Hiroshi Inoue'],
  ['難波一郎', 'Ichiro Namba'],
  ['服部半蔵', 'ハットリ ハンゾウ'],
  ['服部半蔵', 'ハツトリ ハンゾウ'],
  ['佐々木さくら', 'ササキ サクラ'],
  ['東海林太郎', 'ショウジ タロウ'],
  ['裕子', 'Yuko'],
  ['裕子', 'Hiroko'],
];
for (const [a, b] of same) test(`${a} is ${b}`, () => assert.ok(0 < odds(a, b), String(odds(a, b))));

const other: readonly (readonly [string, string])[] = [
  ['斎藤純一', 'サトウ ジュンイチ'],
  ['高橋健一', 'タカハシ ケンジ'],
  ['高橋健一', 'タカハタ ケンイチ'],
  ['高橋健一', 'Kenji Takahashi'],
  ['中田浩二', 'ナカノ コウジ'],
  ['山本太郎', 'ヤマダ タロウ'],
  ['大野真也', 'オノ シンジ'],
  ['裕子', 'Keiko'],
];
for (const [a, b] of other) test(`${a} is not ${b}`, () => assert.ok(odds(a, b) < -1, String(odds(a, b))));

test('a long vowel that kana leave out speaks against the name', () => {
  assert.ok(odds('大野真也', 'オノ シンヤ') < odds('小野真也', 'オノ シンヤ') - 1);
  assert.ok(odds('小野真也', 'Shinya Ohno') < odds('大野真也', 'Shinya Ohno'));
});

const companies: readonly (readonly [string, string])[] = [
  ['三菱電機株式会社', 'ミツビシデンキ'],
  ['ＡＢＣ商事', 'エービーシーショウジ'],
  ['第２営業', 'ダイニエイギョウ'],
  ['牧野フライス製作所', 'マキノフライスセイサクショ'],
  ['日本石油', 'Nihon Sekiyu'],
  ['グローバルHoldings', 'グローバルホールディングス'],
];
for (const [a, b] of companies)
  test(`${a} is ${b}`, () => assert.ok(0 < odds(a, b, 'Company'), String(odds(a, b, 'Company'))));
test('other companies', () => {
  assert.ok(odds('三菱電機', 'ミツビシジュウコウ', 'Company') < -1);
  assert.ok(odds('日本技研', 'ニホンギケンコウギョウ', 'Company') < 0);
});

test('the parts say what was read as what', () => {
  const compared = japaneseComparison(analyse('健一 高橋'), analyse('タカハシケンイチ'), reference);
  assert.deepEqual(
    compared?.pairs.map(({ part, spoken }) => [part, spoken]),
    [
      ['family', 'タカハシ'],
      ['given', 'ケンイチ'],
    ],
  );
});

test('single words, by their role', () => {
  const [family, given] = analyse('高橋健一').tokens;
  const [first, second] = analyse('Kenichi Takahashi').tokens;
  assert.ok(family && given && first && second);
  const tokenOdds = (a: typeof family, b: typeof family) => japaneseTokenOdds(a, b, false, reference) ?? NaN;
  assert.ok(0 < tokenOdds(family, second) && 0 < tokenOdds(first, given));
  assert.ok(tokenOdds(family, first) < 0 && tokenOdds(second, given) < 0);
  assert.equal(japaneseTokenOdds(first, second, false, reference), undefined);
});

test('names that are not compared by Japanese readings', () => {
  for (const [a, b] of [
    ['高橋健一', '高橋健二'],
    ['Kenichi', 'Takahashi'],
    ['高橋健一', 'John Smith'],
    ['高橋健一', ''],
    ['', ''],
    ['김정은', 'キム'],
  ] as const)
    assert.equal(japaneseOdds(analyse(a), analyse(b), reference), undefined, `${a} ${b}`);
});

test('any names: never a fault, the same both ways, finite', () => {
  const japanese = fc.string({
    unit: fc.constantFrom(...'高橋健一渡邉斎藤大小野裕子タカハシケンイッーヴァンン々ケabko o,2'),
    maxLength: 24,
  });
  const name = fc.oneof(japanese, fc.string({ unit: 'binary', maxLength: 30 }));
  fc.assert(
    fc.property(name, name, fc.constantFrom<Schema>('Person', 'Company', 'LegalEntity'), (a, b, schema) => {
      const [one, two] = [analyse(a, schema), analyse(b, schema)];
      const found = japaneseOdds(one, two, reference);
      assert.equal(found, japaneseOdds(two, one, reference));
      assert.equal(found, japaneseComparison(one, two, reference)?.odds);
      assert.ok(found === undefined || Number.isFinite(found));
    }),
    { numRuns: 300 },
  );
});

test('very long names are no matter', () => {
  const long = analyse('高橋'.repeat(50_000), 'Company');
  assert.equal(japaneseOdds(long, analyse('タカハシ'.repeat(25_000), 'Company'), reference), undefined);
});
