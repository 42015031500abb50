// A folded word and its script in, the numbers of its letters in the table of learned spellings of that script out.
import type { NameReference } from '../reference/name-reference.ts';
import type { Romanisation } from '../reference/romanisation.ts';
import type { Transliteration, TransliterationScript } from '../reference/transliteration.ts';
import type { Script } from './name.ts';

/**
 * Numbers of a word's symbols for `match/transliteration-odds.ts`; words that stand together may be put one after the other.
 * A script without a table of its own has the numbers of its Latin letters.
 */
export function letterCodes(text: string, script: Script, latin: string, reference: NameReference): Uint8Array {
  const own = learnedScript(script);
  return own === undefined
    ? latinCodes(latin)
    : symbolCodes(symbolsOf(text, own, reference.romanisation), own, reference.transliteration);
}

/** The table of a script; undefined for scripts that are compared by their Latin letters. */
export function learnedScript(script: Script): Exclude<TransliterationScript, 'latin' | 'romanised'> | undefined {
  switch (script) {
    case 'arabic':
    case 'hebrew':
    case 'cyrillic':
    case 'kana':
    case 'hangul':
    case 'han':
      return script;
    default:
      return undefined;
  }
}

/** Letters a to z as 1 to 26; whatever else there is, is left out. */
export function latinCodes(latin: string): Uint8Array {
  const codes = new Uint8Array(Math.min(latin.length, MAX_CODES));
  let length = 0;
  for (let index = 0; index < latin.length && length < MAX_CODES; index++) {
    const code = latin.charCodeAt(index) - 96;
    if (0 < code && code < 27) codes[length++] = code;
  }
  return codes.subarray(0, length);
}

/**
 * Letters, morae as kana are written, jamo, or initials and finals of the first reading in pinyin, each with its character
 * (`k-克`, `-e克`), for some characters stand for other letters than those that sound alike: 洛 for lo, 罗 for ro.
 */
export function symbolsOf(text: string, script: TransliterationScript, romanisation: Romanisation): readonly string[] {
  if (script === 'hangul') return [...text.slice(0, MAX_CODES).normalize('NFD')];
  if (script !== 'han') return [...text.slice(0, MAX_CODES)];
  const symbols: string[] = [];
  for (const character of text.slice(0, MAX_CODES)) {
    const [reading] = romanisation.hanReadings(character)?.mandarin ?? [];
    if (reading === undefined) symbols.push(character);
    else {
      const initial = INITIAL.exec(reading)?.[0] ?? '';
      if (initial !== '') symbols.push(`${initial}-${character}`);
      if (initial.length < reading.length) symbols.push(`-${reading.slice(initial.length)}${character}`);
    }
  }
  return symbols;
}

/** An initial or final without its character; any other symbol as it is. */
export function plainSymbol(symbol: string): string {
  return symbol.replace(WITH_CHARACTER, '$1');
}

const WITH_CHARACTER = /^([^-]*-[^-]*)\p{Script=Han}$/u;

/** Codes of words of one script that are read as one word. */
export function joinedCodes(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(Math.min(length, MAX_CODES));
  let place = 0;
  for (const part of parts) {
    joined.set(part.subarray(0, MAX_CODES - place), place);
    place = Math.min(MAX_CODES, place + part.length);
  }
  return joined;
}

const INITIAL = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])/;

/** Longer words are compared by their beginning. */
export const MAX_CODES = 96;

function symbolCodes(
  symbols: readonly string[],
  script: TransliterationScript,
  transliteration: Transliteration,
): Uint8Array {
  const { symbols: numbers, unknown } = transliteration[script];
  const codes = new Uint8Array(Math.min(symbols.length, MAX_CODES));
  for (let index = 0; index < codes.length; index++) {
    const symbol = symbols[index] ?? '';
    codes[index] = numbers.get(symbol) ?? numbers.get(plainSymbol(symbol)) ?? unknown;
  }
  return codes;
}
