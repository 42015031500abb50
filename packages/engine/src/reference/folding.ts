// Text and the table of characters that stand for others in, folded text out.

/**
 * The folding behind `names/fold.ts`: kept here because the tables of `data/` are folded by it when they are built.
 * `characters` maps single characters to what stands for them.
 */
export function foldWith(characters: ReadonlyMap<string, string>, text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return foldedByCharacter(characters, text) ?? foldedAsText(characters, text);
}

/** Most names: every character is folded by itself, whatever stands beside it. Undefined where one is not, or the text is long. */
function foldedByCharacter(characters: ReadonlyMap<string, string>, text: string): string | undefined {
  if (units.length < text.length) return undefined;
  let single = singlesByTable.get(characters);
  if (!single) singlesByTable.set(characters, (single = new Uint16Array(0x10000)));
  let length = 0;
  let last = SPACE;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    let folded = single[code] as number;
    if (folded === UNKNOWN) single[code] = folded = foldedAlone(characters, code);
    if (folded === DEPENDS) return undefined;
    if (folded === SPACE && last === SPACE) continue;
    if (folded === LONG_VOWEL && isDigit(last)) return undefined;
    units[length++] = last = folded;
  }
  if (0 < length && last === SPACE) length--;
  return String.fromCharCode.apply(undefined, units.subarray(0, length) as unknown as number[]);
}

/** Of one text. */
const units = new Uint16Array(200);
/** By UTF-16 unit, what stands for it. */
const singlesByTable = new WeakMap<ReadonlyMap<string, string>, Uint16Array>();
const UNKNOWN = 0;
const DEPENDS = 0xffff;
const SPACE = 0x20;
/** ー, a dash between digits. */
const LONG_VOWEL = 0x30fc;

/** What stands for a character between letters; `DEPENDS` where its neighbours may count, or more than one stands for it. */
function foldedAlone(characters: ReadonlyMap<string, string>, code: number): number {
  const character = String.fromCharCode(code);
  if (!ALONE.test(character) || NOT_ALONE.test(character.normalize('NFKC'))) return DEPENDS;
  const folded = foldedAsText(characters, `a${character}a`);
  const alone = folded.length === 3 ? folded.charCodeAt(1) : DEPENDS;
  return alone === UNKNOWN || NOT_ALONE.test(String.fromCharCode(alone)) ? DEPENDS : alone;
}

/** Letters, ASCII and what is punctuation everywhere. */
const ALONE = /[\p{L}\p{Nd}\p{P}\x20-\x7e\u3000]/u;
/** Marks of repetition and others, the capital sigma, a hamza that carries a vowel, letters of hangul that make syllables. */
const NOT_ALONE = /[々ゝヽゞヾΣςئ\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\ud7b0-\ud7ff\p{M}]/u;

function isDigit(code: number): boolean {
  return 0x30 <= code && code <= 0x39;
}

function foldedAsText(characters: ReadonlyMap<string, string>, text: string): string {
  const composed = text.toWellFormed().normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  const bare = isAscii(composed) ? composed : withoutMarks(composed);
  let folded = '';
  for (const character of bare) folded += characters.get(character) ?? digitOf(character) ?? character;
  return folded
    .replace(REPEATED, '$1$1')
    .replace(
      REPEATED_KANA,
      (_, kana: string, mark: string) => kana + (VOICED.test(mark) ? `${kana}\u3099` : kana).normalize('NFC'),
    )
    .replace(/(?<=\d)ー(?=\d)/g, '-')
    .replace(/[\s\p{Cc}\p{Cs}\p{Co}\p{Cn}\uFFFD]+/gu, ' ')
    .trim();
}

/** ASCII words with single spaces have nothing to fold but their capitals. */
const PLAIN = /^[a-zA-Z0-9]+(?: [a-zA-Z0-9]+)*$/;

/** 々 repeats the character before it: 佐々木 is 佐佐木. */
const REPEATED = /(\p{Script=Han})々/gu;

/** ゝ and ヽ repeat the kana before them, ゞ and ヾ voice it: みすゞ is みすず. */
const REPEATED_KANA = /([\u3041-\u3096\u30A1-\u30FA])([ゝヽゞヾ])/g;
const VOICED = /[ゞヾ]/;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;

/** In Uyghur and Kurdish a vowel that begins a word stands behind a hamza that says nothing: ئەحمەد Ehmed. */
const CARRIER = /(?<![\p{L}\p{M}])ئ(?=[اەېىوۇۆۈێ])/gu;

/** Marks that make another letter (й, が, Devanagari signs) stay; accents and vowel points go. */
function withoutMarks(text: string): string {
  const bare = text.includes('ئ') ? text.replace(CARRIER, '') : text;
  const apart = bare.normalize('NFD');
  if (!MARKS.test(apart)) return bare.normalize('NFC');
  return apart
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .replace(/([аеиоуыэюяіє])[\u0300\u0301]+/g, '$1')
    .replace(/[\u0302\u0303\u0305\u0307\u0309\u030A\u030C-\u0326\u0329-\u036F]+/g, '')
    .replace(/(?<![\p{Script=Cyrillic}\u0300-\u036F])[\u0300-\u036F]+/gu, '')
    .replace(/[\u0483-\u0489\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]+/g, '')
    .replace(/[\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]+/g, '')
    .normalize('NFC');
}

const MARKS =
  /[\u0300-\u036F\u0483-\u0489\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]/;

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
