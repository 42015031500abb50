// Text and the table of characters that stand for others in, folded text out.

/**
 * The folding behind `names/fold.ts`: kept here because the tables of `data/` are folded by it when they are built.
 * `characters` maps single characters to what stands for them.
 */
export function foldWith(characters: ReadonlyMap<string, string>, text: string): string {
  if (PLAIN.test(text)) return text;
  const composed = text.toWellFormed().normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  const bare = isAscii(composed) ? composed : withoutMarks(composed);
  let folded = '';
  for (const character of bare) folded += characters.get(character) ?? digitOf(character) ?? character;
  return folded
    .replace(REPEATED, '$1$1')
    .replace(/(?<=\d)ー(?=\d)/g, '-')
    .replace(/[\s\p{Cc}\p{Cs}\p{Co}\p{Cn}\uFFFD]+/gu, ' ')
    .trim();
}

/** Lower-case ASCII words with single spaces are folded already. */
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** 々 repeats the character before it: 佐々木 is 佐佐木. */
const REPEATED = /(\p{Script=Han})々/gu;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;

/** Marks that make another letter (й, が, Devanagari signs) stay; accents and vowel points go. */
function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .replace(/[\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]+/g, '')
    .normalize('NFC');
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (127 < text.charCodeAt(index)) return false;
  return true;
}

/** A decimal digit of another script as an ASCII one: Unicode keeps them in runs of ten. */
function digitOf(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x660 || !/\p{Nd}/u.test(character)) return undefined;
  for (let value = 0; value < 10; value++)
    if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return String(value);
  return undefined;
}
