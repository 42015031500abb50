import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { analyseName } from '../names/analyse-name.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { alignNames } from './align-names.ts';
import { commonTraditions, tokenOdds } from './token-odds.ts';

const reference = buildNameReference(referenceFiles);
const person = (text: string) => analyseName({ text }, reference, 'Person');

/** Of the only or the first word of each. */
function oddsOf(a: string, b: string): number {
  const [query, listed] = [person(a), person(b)];
  const [word] = query.tokens;
  const [other] = listed.tokens;
  assert.ok(word && other);
  const odds = tokenOdds(word, other, commonTraditions(query, listed), reference);
  assert.equal(tokenOdds(other, word, commonTraditions(listed, query), reference), odds, 'the same from both sides');
  return odds;
}

test('kanji are one with how other scripts than kana and Latin letters say them', () => {
  assert.ok(2 < oddsOf('徳川 家光', 'Токугава Иэмицу'));
  assert.ok(2 < oddsOf('黒田 清', '구로다 기요시'));
  assert.ok(oddsOf('徳川 家光', 'Ямамото Иэмицу') < -2);
});

test('foreign words in Han are held against Latin words that no Chinese name is', () => {
  const organisation = (text: string) => analyseName({ text }, reference, 'Company');
  const odds = (a: string, b: string) => {
    const [query, listed] = [organisation(a), organisation(b)];
    const [word] = query.tokens;
    const [other] = listed.tokens;
    assert.ok(word && other);
    return tokenOdds(word, other, commonTraditions(query, listed), reference);
  };
  assert.ok(0 < odds('诺基亚', 'Nokia'));
  assert.ok(odds('诺基亚', 'Siemens') < -4);
});

test('a compound name in two scripts is held against by its telling part', () => {
  assert.ok(2 < oddsOf('سيف الدين محمد', 'Saifuddin Muhammad'));
  assert.ok(2 < oddsOf('アブド・アル・ラッザーク・サーリム', 'Abdulrazzaq Salim'));
  assert.ok(oddsOf('عبد الرحيم', 'Abdul Karim') < 0);
  assert.ok(oddsOf('سيف الدين', 'Nuruddin') < 0);
});

test('words of company names in one script differ where translations of them would not', () => {
  const odds = (a: string, b: string) => {
    const [query, listed] = [a, b].map((text) => analyseName({ text }, reference, 'Company'));
    assert.ok(query && listed);
    const [word, other] = [query.tokens.at(-1), listed.tokens.at(-1)];
    assert.ok(word && other);
    return tokenOdds(word, other, commonTraditions(query, listed), reference);
  };
  assert.ok(odds('東京電力', '東京電機') < 0);
  assert.equal(odds('東京電力', 'Tokyo Electric'), reference.weights.conceptOdds);
  assert.equal(odds('東京科学', 'Tokyo Research'), reference.weights.alliedConceptOdds);
  assert.ok(odds('Tokyo Science', 'Tokyo Research') < 0);
  assert.ok(2 < odds('ООО Портстрой', 'ТОВ Портбуд'));
  assert.ok(odds('ООО Портстрой', 'ТОВ Портприлад') < 0);
});

test('characters that are put for each other are likely one; others that are read alike are not', () => {
  assert.equal(oddsOf('斎藤 誠', '斉藤 誠'), reference.weights.confusedCharacterOdds);
  assert.equal(oddsOf('川崎 誠', '河崎 誠'), reference.weights.homophoneOdds);
});

test('words without consonants in common are not compared by their letters', () => {
  assert.equal(oddsOf('Tomoko', 'Bergljot'), -8);
});

test('an Arabic word with two letters more is another name', () => {
  assert.ok(oddsOf('الحسن', 'الحسيني') <= -4);
});

test('names that are cut otherwise on the two sides are held against each other as a whole', () => {
  const [query, listed] = [person('남궁석'), person('Namgung Seok')];
  const { links, queryLeft, listedLeft } = alignNames(query, listed, commonTraditions(query, listed), reference);
  assert.ok(links.every(({ odds }) => 0 < odds));
  assert.deepEqual([queryLeft, listedLeft], [[], []]);
});
