// Kana in, small numbers for the letters of its sounds out: the form in which Japanese readings are compared.

/**
 * Letters as the national system writes them (si, ti, tu, hu, zi), every small kana as a big one (シュ is s i y u, as in
 * furigana of registers and banks), ヂ ヅ ヲ ヱ as ジ ズ オ エ.
 */
export const SOUND = { none: 0, a: 1, i: 2, u: 3, e: 4, o: 5, t: 8, n: 9, y: 12, syllabicN: 20, doubled: 21, long: 22 };

/** One more than the highest code. */
export const SOUND_CODES = 23;

const LETTERS = ' aiueokstnhmyrwgzdbpNQ-';
const CODE_BY_LETTER: ReadonlyMap<string, number> = new Map([...LETTERS].map((letter, code) => [letter, code]));

/** The code of a letter, 0 of what is none. */
export function codeOfLetter(letter: string): number {
  return CODE_BY_LETTER.get(letter) ?? SOUND.none;
}

/** The letters of codes, for reasons and tables: k i y o N, Q for a doubled consonant. */
export function soundLetters(codes: Iterable<number>): string {
  let letters = '';
  for (const code of codes) letters += LETTERS[code] ?? '';
  return letters;
}

/** Katakana with ヴァ as バ, which later spelling no longer tells apart. */
export function plainKana(katakana: string): string {
  return katakana.includes('ヴ')
    ? katakana.replace(/ヴ[ァィェォアイエオ]/g, (kana) => VU[kana[1] ?? ''] ?? kana)
    : katakana;
}

const VU: Readonly<Record<string, string>> = {
  ァ: 'バ',
  ア: 'バ',
  ィ: 'ビ',
  イ: 'ビ',
  ェ: 'ベ',
  エ: 'ベ',
  ォ: 'ボ',
  オ: 'ボ',
};

/** Katakana as codes with long marks in place; undefined when something else is in it. */
export function codesOfKana(katakana: string): Uint8Array | undefined {
  const codes: number[] = [];
  for (const kana of plainKana(katakana)) {
    const letters = KANA[kana];
    if (letters === undefined) return undefined;
    for (const letter of letters) codes.push(codeOfLetter(letter));
  }
  return Uint8Array.from(codes);
}

const VOWELS = ['a', 'i', 'u', 'e', 'o'];

const KANA: Readonly<Record<string, string>> = kanaLetters();

function kanaLetters(): Record<string, string> {
  const letters: Record<string, string> = { ン: 'N', ッ: 'Q', ー: '-', ヴ: 'bu', ヮ: 'wa', ヵ: 'ka', ヶ: 'ke' };
  const rows =
    'アイウエオ カキクケコk サシスセソs タチツテトt ナニヌネノn ハヒフヘホh マミムメモm ヤ_ユ_ヨy ラリルレロr ワ____w ' +
    'ガギグゲゴg ザジズゼゾz ダ__デドd バビブベボb パピプペポp _ヂヅ__z ァィゥェォ ャ_ュ_ョy _ヰ_ヱヲ';
  for (const row of rows.split(' '))
    [...row.slice(0, 5)].forEach((kana, index) => {
      if (kana !== '_') letters[kana] = (row[5] ?? '') + (VOWELS[index] ?? '');
    });
  return letters;
}
