// Romaji of any system and kana are the same sounds; long vowels are marked apart.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { soundLetters } from '../reference/japanese-codes.ts';
import { spokenKana, spokenRomaji } from './japanese-spoken.ts';

const romaji: readonly (readonly [string, string])[] = [
  ['takahashi', 'takahasi'],
  ['takahasi', 'takahasi'],
  ['junichi', 'ziyuniti'],
  ['zyuniti', 'ziyuniti'],
  ['ohno', 'ono'],
  ['oono', 'ono'],
  ['kouta', 'kota'],
  ['namba', 'naNba'],
  ['nanba', 'naNba'],
  ['hatchobori', 'haQtiyobori'],
  ['tsuji', 'tuzi'],
  ['fujiwara', 'huziwara'],
  ['dzu', 'zu'],
];
for (const [text, letters] of romaji)
  test(`${text}: ${letters}`, () => assert.equal(soundLetters(spokenRomaji([text])?.codes ?? []), letters));

test('long vowels are marked where they stand', () => {
  const long = (word: string) => [...(spokenRomaji([word])?.long ?? [])].indexOf(1);
  assert.deepEqual([long('ohno'), long('oono'), long('kouta'), long('yuuko'), long('ono')], [1, 1, 2, 2, -1]);
  assert.deepEqual([...(spokenKana(['タロー'])?.long ?? [])], [0, 0, 0, 0, 1]);
});

test('words are known by where they begin', () => {
  const spoken = spokenKana(['タカハシ', 'ケンイチ']);
  assert.deepEqual(
    [...(spoken?.cuts ?? [])].flatMap((cut, place) => (cut === 1 ? [place] : [])),
    [8],
  );
  assert.equal(spoken?.text.slice(spoken.offsets[8]), 'ケンイチ');
});

test('what is no romaji is none', () => {
  for (const word of ['smith', 'xu', 'strong', '', 'mc']) assert.equal(spokenRomaji([word]), undefined, word);
});

test('any words are read without a fault', () => {
  const words = fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 5 });
  fc.assert(
    fc.property(words, (list) => {
      for (const spoken of [spokenKana(list), spokenRomaji(list)])
        if (spoken) assert.equal(spoken.long.length, spoken.codes.length + 1);
    }),
  );
});
