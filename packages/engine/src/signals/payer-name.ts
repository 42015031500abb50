// Two names as they stand on a transfer, a card or in a register in, whether they are one, as far as can be told, out.
import { foldWith } from '../reference/folding.ts';
import { letters } from '../reference/legal-forms.ts';
import type { SignalReference } from '../reference/signal-reference.ts';

/**
 * Whether a payer's name is one of the names: without legal form, spaces and case, in any order of its words. `unknown`
 * when it is written otherwise than all of them (a bank writes kana, and of a name known in Han alone that is no contradiction).
 */
export function isOneOf(
  payer: string,
  names: readonly string[],
  reference: SignalReference,
): 'same' | 'different' | 'unknown' {
  const own = coreWords(payer, reference);
  const others = names.map((name) => coreWords(name, reference)).filter((words) => 0 < words.length);
  const isSame = (words: readonly string[]) =>
    words.join('') === own.join('') || words.toSorted().join(' ') === own.toSorted().join(' ');
  if (0 < own.length && others.some(isSame)) return 'same';
  return 0 < own.length && others.some((words) => scriptOf(words) === scriptOf(own)) ? 'different' : 'unknown';
}

/**
 * The words of a name without its legal form, letters and digits only: lower case, katakana for hiragana, large kana for
 * small and no prolonged sound mark, as bank text (全銀) writes them: `ｶ)ﾔﾏﾀﾞｼﾖｳｼﾞ`, `ヤマダショウジ` → `ヤマダシヨウジ`.
 */
function coreWords(name: string, { spelling: { characters, legalForms } }: SignalReference): readonly string[] {
  let text = foldWith(characters, name);
  const before = legalForms.joined.byStart.get(text[0] ?? '')?.find((alias) => text.startsWith(alias.text));
  if (before) text = text.slice(before.text.length);
  const after = legalForms.joined.byEnd.get(text.at(-1) ?? '')?.find((alias) => text.endsWith(alias.text));
  if (after) text = text.slice(0, -after.text.length);
  const words = text.split(' ');
  for (let count = Math.min(legalForms.longestSpaced, words.length - 1); 0 < count; count--) {
    if (!legalForms.spaced.has(letters(words.slice(-count).join(' ')))) continue;
    words.splice(-count);
    break;
  }
  return words.map(bankSpelling).filter((word) => word !== '');
}

function bankSpelling(word: string): string {
  return [...word]
    .map(kanaForBanks)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('ー', '');
}

const smallKana = 'ァィゥェォッャュョヮヵヶ';
const largeKana = 'アイウエオツヤユヨワカケ';

function kanaForBanks(character: string): string {
  const katakana = /[ぁ-ゖ]/u.test(character)
    ? String.fromCodePoint((character.codePointAt(0) ?? 0) + 0x60)
    : character;
  return largeKana[smallKana.indexOf(katakana)] ?? katakana;
}

/** What a name is written in, as far as two names can be compared letter by letter. */
function scriptOf(words: readonly string[]): 'han' | 'kana' | 'other' {
  const text = words.join('');
  return /\p{Script=Han}/u.test(text) ? 'han' : /\p{Script=Katakana}/u.test(text) ? 'kana' : 'other';
}
