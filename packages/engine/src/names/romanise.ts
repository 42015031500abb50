// A folded word in one script in, its Latin letters by the table of that script out.
import type { LetterTable } from '../reference/romanisation.ts';
import type { NameReference } from '../reference/name-reference.ts';
import type { Script } from './name.ts';

/**
 * In Latin letters, with an apostrophe between letters that are no digraph. Empty for Han, which has readings instead, and for
 * scripts without a table.
 */
export function romanise(text: string, script: Script, { romanisation }: NameReference): string {
  switch (script) {
    case 'latin':
    case 'digits':
      return text;
    case 'kana':
      return kanaToLatin(text, romanisation.kana);
    case 'hangul':
      return hangulToLatin(text, romanisation.hangul);
    case 'cyrillic':
    case 'greek':
    case 'arabic':
    case 'hebrew':
      return lettersToLatin(text, romanisation[script], true);
    case 'han':
    case 'other':
      return '';
  }
}

/**
 * Longest match first; letters that the table does not know are left out. With `marked`, an apostrophe stands where two
 * letters would look like one (כה is k'h, сх is s'kh).
 */
function lettersToLatin(text: string, { latin, longest }: LetterTable, marked = false): string {
  let result = '';
  for (let index = 0; index < text.length;) {
    let length = Math.min(longest, text.length - index);
    while (0 < length && !latin.has(text.slice(index, index + length))) length--;
    const letters = latin.get(text.slice(index, index + length)) ?? '';
    if (marked && DIGRAPH.test(`${result.at(-1) ?? ''}|${letters[0] ?? ''}`)) result += "'";
    result += letters;
    index += Math.max(1, length);
  }
  return result;
}

const DIGRAPH = /^[cdgkpstz]\|h$|^t\|[sz]$/;

/** Hepburn with short vowels: ー and lengthening kana are dropped, ッ doubles the consonant that follows. */
function kanaToLatin(text: string, table: LetterTable): string {
  return shortVowels(
    text
      .split('ッ')
      .map((part, index) => {
        const latin = lettersToLatin(part, table);
        return 0 < index && /^[bcdfghjkmprstvwyz]/.test(latin) ? latin.replace(/^[a-z]/, '$&$&') : latin;
      })
      .join(''),
  );
}

/** Long vowels as passports write them: ō ou oo → o, ū uu → u, ei → e. */
export function shortVowels(romaji: string): string {
  return romaji
    .replace(/o[ou]+/g, 'o')
    .replace(/u{2,}/g, 'u')
    .replace(/e[ie]+/g, 'e');
}

const FIRST_HANGUL = 0xac00;

/** Letter by letter, as the Unicode algorithm takes syllables apart; no sound changes between syllables. */
function hangulToLatin(text: string, { lead, vowel, tail }: NameReference['romanisation']['hangul']): string {
  let latin = '';
  for (const character of text) {
    const index = (character.codePointAt(0) ?? 0) - FIRST_HANGUL;
    if (0 <= index && index < 11_172)
      latin += `${lead[Math.floor(index / 588)]}${vowel[Math.floor((index % 588) / 28)]}${tail[index % 28]}`;
  }
  return latin;
}
