// Learned spellings: words that are one stand above words that are near, in any letters and any order.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '../../testing/reference-files.ts';
import { foldText } from '../names/fold.ts';
import { joinedCodes, letterCodes } from '../names/letter-codes.ts';
import type { Script } from '../names/name.ts';
import { romanise } from '../names/romanise.ts';
import { wordsOf } from '../names/script.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { LEAST_ODDS, MOST_ODDS, transliterationOdds, type SpelledWord } from './transliteration-odds.ts';

const reference = buildNameReference(referenceFiles);

/** The first word of a text; `script` for words that are read by hand. */
function spelled(text: string, script?: Script): SpelledWord {
  const [word] = wordsOf(foldText(text, reference), () => true);
  const own = script ?? word?.script ?? 'other';
  const folded = word?.text ?? '';
  const latin = romanise(folded, own, reference).replaceAll("'", '');
  return { script: own, latin, codes: letterCodes(folded, own, latin, reference) };
}

const odds = (a: string, b: string) => transliterationOdds(spelled(a), spelled(b), reference);

const one: readonly (readonly [string, string])[] = [
  ['محمد', 'Muhammad'],
  ['محمد', 'Mohamed'],
  ['Щербакова', 'Ščerbakova'],
  ['Горбачёв', 'Gorbachev'],
  ['Дмитрий', 'Dmitry'],
  ['דוד', 'David'],
  ['Johnson', 'ジョンソン'],
  ['Margaret', 'マーガレット'],
  ['마거릿', 'Margaret'],
  ['Edward', '에드워드'],
  ['Hernandez', '埃尔南德斯'],
  ['Muhammad', 'Mohamed'],
  ['Yusuf', 'Youssef'],
  ['Yuliya', 'Iuliia'],
  ['Sergei', 'Sergey'],
];
const other: readonly (readonly [string, string])[] = [
  ['علي', 'Omar'],
  ['Сидоров', 'Sidorin'],
  ['Александр', 'Aleksei'],
  ['Иванов', 'Ivanenko'],
  ['דוד', 'Daniel'],
  ['Johnson', 'ジャクソン'],
  ['Margaret', 'マーティン'],
  ['에드워드', 'Edwin'],
  ['埃尔南德斯', 'Fernando'],
  ['Mahmoud', 'Muhammad'],
  ['Jianbin', 'Jianming'],
  ['Ivanov', 'Ivanenko'],
  ['Sidorov', 'Sidorin'],
  ['Suharto', 'Sukarno'],
  ['Jon', 'Ron'],
];

for (const [a, b] of one)
  test(`${a} and ${b} are likelier one word than not`, () => assert.ok(0.5 < odds(a, b), `odds ${odds(a, b)}`));
for (const [a, b] of other)
  test(`${a} and ${b} are likelier two`, () => assert.ok(odds(a, b) < -0.5, `odds ${odds(a, b)}`));

test('every pair that is one stands above every pair that is not', () => {
  const least = Math.min(...one.map(([a, b]) => odds(a, b)));
  const most = Math.max(...other.map(([a, b]) => odds(a, b)));
  assert.ok(most < least, `${most} < ${least}`);
});

test('names that differ in vowels alone stand below spellings of one', () => {
  assert.ok(odds('Hassan', 'Hussein') + 1 < odds('Muhammad', 'Mohamed'));
  assert.ok(odds('Lina', 'Luna') + 1 < odds('Yusuf', 'Youssef'));
  assert.ok(odds('حسن', 'Hussein') < odds('حسين', 'Hussein'));
});

test('letters that are spelled with four are found, if with less certainty', () => {
  assert.ok(odds('Хрущёв', 'Krushinsky') + 3 < odds('Хрущёв', 'Khrushchev'));
  assert.ok(odds('Щербакова', 'Cherkasova') + 3 < odds('Щербакова', 'Shcherbakova'));
});

test('a slip costs less in a long word than in a short one', () => {
  assert.ok(odds('Jon', 'Ron') < odds('Konstantinopoulos', 'Konstantinopuolos'));
  assert.ok(odds('Lee', 'Le') < odds('Abdurrahman', 'Abdurahman'));
});

test('scripts without a table of their own, and two foreign ones, are compared by their Latin letters', () => {
  assert.ok(odds('Νικόλαος', 'Nicholas') < odds('Νικόλαος', 'Nikolaos'));
  assert.ok(odds('Иван', 'محمد') < odds('Мухаммад', 'محمد'));
});

test('words joined are compared as one', () => {
  const parts = [spelled('Abdul'), spelled('Rahman')];
  const joined = { ...spelled('x'), codes: joinedCodes(parts.map(({ codes }) => codes)) };
  assert.equal(transliterationOdds(joined, spelled('Abdulrahman'), reference), odds('Abdulrahman', 'Abdulrahman'));
});

test('nothing is said of words without letters', () => {
  assert.equal(odds('', 'Ivan'), LEAST_ODDS);
  assert.equal(odds('王', '李'), LEAST_ODDS);
});

const scripts: readonly Script[] = ['latin', 'cyrillic', 'arabic', 'hebrew', 'kana', 'hangul', 'han', 'greek', 'other'];
const wild = fc.record({
  text: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'abcdefgilmnorstuyz'), maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'ИванМухмдщовشحمدנויカタクーン김정은埃尔南\ud800'), maxLength: 30 }),
  ),
  script: fc.constantFrom(...scripts),
});

function wildWord({ text, script }: { readonly text: string; readonly script: Script }): SpelledWord {
  const latin = script === 'latin' ? text : romanise(text, script, reference);
  return { script, latin, codes: letterCodes(text, script, latin, reference) };
}

test('any two words have odds between the least and the most, the same in both orders', () => {
  fc.assert(
    fc.property(wild, wild, (a, b) => {
      const there = transliterationOdds(wildWord(a), wildWord(b), reference);
      assert.ok(LEAST_ODDS <= there && there <= MOST_ODDS, String(there));
      assert.equal(transliterationOdds(wildWord(b), wildWord(a), reference), there);
    }),
  );
});

test('a hundred thousand letters are compared by their beginning', () => {
  const long = 'a'.repeat(100_000);
  assert.ok(Number.isFinite(odds(long, 'Anna')));
  assert.ok(
    Number.isFinite(
      transliterationOdds(wildWord({ text: 'ア'.repeat(100_000), script: 'kana' }), spelled(long), reference),
    ),
  );
});
