import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { NO_TRADITION, tokenOdds } from '../match/token-odds.ts';
import { analyseName } from '../names/analyse-name.ts';
import type { NameToken } from '../names/name.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { LEAST_ODDS } from './expand-word.ts';
import { spokenLetters, writingOf } from './keys.ts';
import { LetterBound } from './letter-bound.ts';
import { packLetters, SLOT } from './letter-distance.ts';

const reference = buildNameReference(referenceFiles);

function wordOf(text: string): NameToken {
  const [token] = analyseName({ text }, reference, 'Person').tokens;
  assert.ok(token);
  return token;
}

function mostOdds(a: NameToken, b: NameToken): number {
  const slot = new Uint8Array(SLOT);
  packLetters(spokenLetters(b), false, slot, 0);
  const bound = new LetterBound(a.letters, writingOf(a.script), reference.letterWeights);
  return bound.mostOdds(slot, 0, writingOf(b.script));
}

/** Words that may be one by their letters alone. */
const spellings = [
  ['Kaspersky', 'Kasparski'],
  ['Venkatesh', 'Wenkatesch'],
  ['Gabrielyan', 'Gabrelian'],
  ['Teodorescu', 'Todoresco'],
  ['Nkurunziza', 'Kurunzisa'],
  ['Khashoggi', 'Kashokji'],
  ['Хачатурян', 'Khachatourian'],
  ['Хусейнов', 'Huseinov'],
  ['قاسمي', 'Ghasemi'],
  ['שלמה', 'Shlomo'],
  ['カスパロフ', 'Kasparov'],
] as const;

/** Words of like consonants that are others. */
const others = [
  ['Sini', 'Juni'],
  ['Arna', 'Alan'],
  ['Saki', 'Jaku'],
] as const;

describe('what letters speak for, without reading a word', () => {
  for (const [a, b] of spellings)
    test(`${a} and ${b} can have as much as they have`, () => {
      const [one, other] = [wordOf(a), wordOf(b)];
      const odds = tokenOdds(one, other, NO_TRADITION, reference, undefined, false);
      assert.ok(LEAST_ODDS <= odds, `they do not agree: ${String(odds)}`);
      assert.ok(odds <= mostOdds(one, other), `${String(odds)} and at most ${String(mostOdds(one, other))}`);
    });

  for (const [a, b] of others)
    test(`${a} and ${b} are passed over`, () => assert.ok(mostOdds(wordOf(a), wordOf(b)) < LEAST_ODDS));

  test('the order of the words says nothing', () => {
    for (const [a, b] of [...spellings, ...others]) {
      const [one, other] = [wordOf(a), wordOf(b)];
      assert.equal(mostOdds(one, other).toFixed(6), mostOdds(other, one).toFixed(6), `${a} ${b}`);
    }
  });
});
