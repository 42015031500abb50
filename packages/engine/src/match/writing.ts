// A name as written in, the writing it is in out: for figures by script.

/** Which letters a writing is known by, the most telling first: kana beside Han makes a name Japanese. */
const writings = {
  han: /[\p{Script=Han}々〆〇]/u,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  hangul: /\p{Script=Hangul}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
  arabic: /\p{Script=Arabic}/u,
  hebrew: /\p{Script=Hebrew}/u,
  thai: /\p{Script=Thai}/u,
  devanagari: /\p{Script=Devanagari}/u,
  georgian: /\p{Script=Georgian}/u,
  armenian: /\p{Script=Armenian}/u,
  latin: /\p{Script=Latin}/u,
} as const;

export type Writing = keyof typeof writings | 'han+kana' | 'other';

/** The writing of a name. Latin letters beside another script's give way to it (`ＡＢＣ商事` is Han). */
export function writingOf(text: string): Writing {
  const found = (Object.keys(writings) as (keyof typeof writings)[]).filter((name) => writings[name].test(text));
  return found[0] === 'han' && found[1] === 'kana' ? 'han+kana' : (found[0] ?? 'other');
}

/** `han / latin`: both writings, in the order of the alphabet. */
export function writingPair(a: string, b: string): string {
  return [writingOf(a), writingOf(b)].sort().join(' / ');
}
