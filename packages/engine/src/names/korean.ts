// Korean in hangul, in any romanisation or in kana in, the keys of what it can stand for out (`romanisation/korean.tsv`).
import type { KoreanSyllables } from '../reference/korean-syllables.ts';
import { syllabify } from './syllables.ts';

/**
 * What a word in Latin letters can be in hangul, in South and North, in passports and in newspapers: Geun-hye and Kun-hye
 * have 근혜 in common, Ji-sung and Ji-sun nothing. None when it is no row of Korean syllables.
 */
export function koreanOfLatin(latin: string, { latin: table }: KoreanSyllables): readonly string[] {
  return withSouthern(syllabify(latin, table, MAX_READINGS));
}

/** What a Cyrillic spelling can be in hangul: Чжун is 중. */
export function koreanOfCyrillic(text: string, { cyrillic }: KoreanSyllables): readonly string[] {
  return withSouthern(syllabify(text, cyrillic, MAX_READINGS));
}

/** What kana (by their Latin letters) can be in hangul: キム, ジョンウン, クネ (근혜, an ending goes over). */
export function koreanOfKana(latin: string, { kana }: KoreanSyllables): readonly string[] {
  return withSouthern(syllabify(latin, kana, MAX_KANA_READINGS));
}

/** The key of a word in hangul; undefined when something else stands in it. */
export function koreanOfHangul(text: string, { hangul }: KoreanSyllables): readonly string[] {
  let key = '';
  for (let index = 0; index < text.length; index++) {
    const syllable = hangul[text.charCodeAt(index) - FIRST_HANGUL];
    if (syllable === undefined) return NONE;
    key += syllable;
  }
  return withSouthern([key]);
}

const FIRST_HANGUL = 0xac00;
const NONE: readonly string[] = [];
const MAX_READINGS = 16;
const MAX_KANA_READINGS = 32;

/** The law of initials: Rim is Im, Ri is I, Ro is No; North keeps what South drops. */
function withSouthern(keys: readonly string[]): readonly string[] {
  const southern = keys.map(southernForm).filter((key) => key !== undefined);
  return southern.length === 0 ? keys : [...new Set([...keys, ...southern])];
}

function southernForm(key: string): string | undefined {
  const [lead, vowel = ''] = key;
  if (lead !== 'r' && lead !== 'n') return undefined;
  if (vowel === 'i' || vowel === 'y') return key.slice(1);
  return lead === 'r' ? `n${key.slice(1)}` : undefined;
}
