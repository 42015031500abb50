// The name of a place in kana or Latin letters in, what it sounds like as one key out, however it is romanised.
import type { NameReference } from '../reference/name-reference.ts';
import { romanise, shortVowels } from '../names/romanise.ts';
import { katakanaOf } from '../names/script.ts';

/**
 * Hepburn and Kunrei, long vowels written or not, n or m before b, m, p, doubled consonants or not: one key. Shimbashi,
 * Shinbashi, Sinbasi and シンバシ are one; what is no letter is left out. Source: 昭和29年内閣告示第1号 (Kunrei and Hepburn).
 */
export function readingKey(text: string, names: NameReference): string {
  const folded = text.normalize('NFKC').toLowerCase();
  const kana = katakanaOf(folded).replace(/[^\p{Script=Katakana}ー]+/gu, '');
  const latin = kana === '' ? folded : romanise(kana, 'kana', names);
  const letters = latin
    .normalize('NFD')
    .replace(/[^a-z]+/g, '')
    .replace(/[szt]y(?=[aou])/g, (sound) => ({ sy: 'sh', zy: 'j', ty: 'ch' })[sound] ?? sound)
    .replace(/jy(?=[aou])/g, 'j')
    .replace(/si|zi|di|ti|tu|du/g, (sound) => hepburn[sound] ?? sound)
    .replace(/(?<![csz])hu/g, 'fu')
    .replace(/m(?=[bmp])/g, 'n')
    .replace(/tch/g, 'ch')
    .replace(/oh(?![aeiouy])/g, 'o');
  return shortVowels(letters).replace(/([a-z])\1+/g, '$1');
}

const hepburn: Readonly<Record<string, string>> = { si: 'shi', zi: 'ji', di: 'ji', ti: 'chi', tu: 'tsu', du: 'zu' };
