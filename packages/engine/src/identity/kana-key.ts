// A folded name in, what it sounds like out when it is all kana.
import { katakanaOf } from '../names/script.ts';

/** Katakana with large letters alone: bank texts, furigana of registers and people disagree in ッ ツ, ャ ヤ, さ サ. */
export function kanaKey(compact: string): string | undefined {
  if (!/^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(compact)) return undefined;
  return katakanaOf(compact).replace(/[ァィゥェォッャュョヮヵヶ]/g, (small) => LARGE[SMALL.indexOf(small)] ?? small);
}

const SMALL = 'ァィゥェォッャュョヮヵヶ';
const LARGE = 'アイウエオツヤユヨワカケ';
