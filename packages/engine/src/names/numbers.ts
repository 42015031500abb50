// Words of an organisation's or a ship's name in, the same with numbers as digits out: II, "third", forty-four, No. 2.
import type { NameReference } from '../reference/name-reference.ts';
import type { PlacedWord } from './placed-word.ts';

/**
 * Number words, ordinals and Roman numbers get their value; tens and units beside each other are one (forty-four, Forty 4); a
 * word that only says that a number follows is light. One letter (I, V, X) is a number only at the end of a numbered thing:
 * "Capital Fund I".
 */
export function withNumbers(words: readonly PlacedWord[], reference: NameReference): readonly PlacedWord[] {
  const values = words.map((word, index) => valueOf(word, words[index - 1], index === words.length - 1, reference));
  if (values.every((value) => value === undefined)) return words;
  const result: PlacedWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as PlacedWord;
    const value = values[index];
    if (value === undefined) {
      const announces = values[index + 1] !== undefined && reference.words.numberSigns.has(word.text);
      result.push(announces ? { ...word, isLight: true } : word);
      continue;
    }
    const unit = isTens(word, value) ? unitOf(words[index + 1], values[index + 1]) : 0;
    if (0 < unit) index++;
    const number = 0 < unit ? String(Number(value) + unit) : value;
    // Han numbers stay as written: they have readings
    result.push(word.script === 'han' ? { ...word, number } : { ...word, text: number, script: 'digits', number });
  }
  return result;
}

/** How many characters in front are a Han number (一, 十二, 三百), and its value. 一三 is two: the first alone counts. */
export function hanNumberLength(text: string): { readonly length: number; readonly number: string } | undefined {
  const [whole, hundreds, tens, units] = HAN_NUMBER.exec(text) ?? [];
  if (!whole) return undefined;
  const value =
    (hundreds === undefined ? 0 : 100 * hanDigit(hundreds.slice(0, -1))) +
    (tens === undefined ? 0 : 10 * hanDigit(tens.slice(0, -1))) +
    (units === undefined ? 0 : HAN_DIGITS.indexOf(units));
  return { length: whole.length, number: String(value) };
}

/**
 * Where the number begins that a name in katakana ends with, read out figure by figure in English (ナンバースリーゼロ), where its sign
 * begins, and its value. Without a sign, fewer than three figures may be ordinary words.
 */
export function kanaNumberAt(
  text: string,
): { readonly sign: number; readonly start: number; readonly number: string } | undefined {
  const [, name = '', sign = '', figures = ''] = KANA_NUMBER.exec(text) ?? [];
  if (name.length < 2) return undefined;
  const read = figures.match(KANA_FIGURE) ?? [];
  if (sign === '' && read.length < FEWEST_FIGURES) return undefined;
  const number = read.map((figure) => KANA_FIGURES.findIndex((written) => written.includes(figure))).join('');
  return { sign: name.length, start: name.length + sign.length, number: number.replace(/^0+(?=\d)/, '') };
}

const FEWEST_FIGURES = 3;
/** As they are written, also without small kana; of 0 to 9. */
const KANA_FIGURES: readonly (readonly string[])[] = [
  ['ゼロ', 'オー'],
  ['ワン'],
  ['ツー', 'トゥー', 'トウー'],
  ['スリー'],
  ['フォー', 'フオー', 'フオ'],
  ['ファイブ', 'フアイブ', 'ファイヴ', 'フアイヴ'],
  ['シックス', 'シツクス'],
  ['セブン', 'セヴン'],
  ['エイト'],
  ['ナイン'],
];
const ANY_FIGURE = KANA_FIGURES.flat().join('|');
const KANA_FIGURE = new RegExp(ANY_FIGURE, 'g');
const KANA_NUMBER = new RegExp(`^(.*?)(ナンバー)?((?:${ANY_FIGURE}){1,6})$`);

const HAN_NUMBER = /^([一二三四五六七八九]?百)?([一二三四五六七八九]?十)?([一二三四五六七八九])?/;
const HAN_DIGITS = '〇一二三四五六七八九';

function hanDigit(text: string): number {
  return text === '' ? 1 : HAN_DIGITS.indexOf(text);
}

function valueOf(
  word: PlacedWord,
  before: PlacedWord | undefined,
  isLast: boolean,
  { words }: NameReference,
): string | undefined {
  if (word.number !== undefined) return word.number;
  const { text, script } = word;
  if (script === 'digits') return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : undefined;
  const known = words.numbers.get(text);
  if (known !== undefined) return known;
  if (script !== 'latin' || 6 < text.length || !ROMAN_LETTERS.includes(text[0] ?? '')) return undefined;
  const value = romanValue(text);
  if (value === 0) return undefined;
  const isWordToo = text.length === 1 || AMBIGUOUS_ROMAN.has(text);
  return !isWordToo || (isLast && before !== undefined && words.numberedThings.has(before.text))
    ? String(value)
    : undefined;
}

/** Roman numbers that are words or abbreviations as well. */
const AMBIGUOUS_ROMAN = new Set(['vi', 'xi', 'xx', 'xxx']);

/** 1 to 39; 0 for anything else. */
function romanValue(text: string): number {
  const [whole, tens = '', units = ''] = ROMAN.exec(text) ?? [];
  return whole ? 10 * tens.length + ROMAN_UNITS.indexOf(units) : 0;
}

const ROMAN_LETTERS = 'ivx';
const ROMAN = /^(x{0,3})(ix|iv|v?i{0,3})$/;
const ROMAN_UNITS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

function isTens({ script }: PlacedWord, value: string): boolean {
  return script === 'latin' && value.length === 2 && value.endsWith('0') && value !== '10';
}

function unitOf(word: PlacedWord | undefined, value: string | undefined): number {
  return word && value?.length === 1 && (word.script === 'latin' || word.script === 'digits') ? Number(value) : 0;
}
