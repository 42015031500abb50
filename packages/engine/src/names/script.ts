// Folded text in, its words out, each in one script.
import type { Script } from './name.ts';

export interface Word {
  readonly text: string;
  readonly script: Script;
  /** The word was followed by a full stop: an initial or an abbreviation. */
  readonly dotted: boolean;
}

/**
 * Words of a folded text: cut at spaces, punctuation and where the script changes (佐藤さくら, ABC商事). An apostrophe joins
 * (Ch'en), a hyphen cuts unless `joinHyphens` says that the parts are syllables of one word (Guo-qiang).
 */
export function wordsOf(folded: string, joinHyphens: (parts: readonly string[]) => boolean): Word[] {
  const words: Word[] = [];
  for (const [chunk] of folded.replaceAll("'", '').matchAll(CHUNK)) {
    const dotted = chunk.endsWith('.');
    const bare = dotted ? chunk.slice(0, -1) : chunk;
    const parts = bare.split('-').filter(Boolean);
    const joined = 1 < parts.length && joinHyphens(parts) ? [parts.join('')] : parts;
    for (const part of joined) words.push(...byScript(part, dotted));
  }
  return words;
}

/** `a/l`, `s/o`: filiation is written with a stroke. A full stop ends a chunk and stays with it. */
const CHUNK = /[ad]\/[lpo](?![\p{L}])|[sw]\/o(?![\p{L}])|[\p{L}\p{M}\p{N}\-]+\.?|&/gu;

function byScript(text: string, dotted: boolean): Word[] {
  const words: { text: string; script: Script; dotted: boolean }[] = [];
  if (text === '&') return [{ text: 'and', script: 'latin', dotted }];
  if (text.includes('/')) return [{ text, script: 'latin', dotted }];
  for (const character of text) {
    const script = scriptOf(character);
    const last = words.at(-1);
    if (last && (script === last.script || script === undefined)) last.text += character;
    else words.push({ text: character, script: script ?? 'other', dotted });
  }
  return words;
}

/** Undefined for marks: they go with the letter before them. */
function scriptOf(character: string): Script | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (0x61 <= code && code <= 0x7a) return 'latin';
  if (0x30 <= code && code <= 0x39) return 'digits';
  if (0x4e00 <= code && code <= 0x9fff) return 'han';
  if (0x3041 <= code && code <= 0x30ff) return 'kana';
  if (0xac00 <= code && code <= 0xd7a3) return 'hangul';
  for (const [script, pattern] of PATTERNS) if (pattern.test(character)) return script;
  return /\p{M}/u.test(character) ? undefined : 'other';
}

const PATTERNS: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['han', /[\p{Script=Han}々〆〇]/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['digits', /\p{N}/u],
];

/** Hiragana as katakana. */
export function katakanaOf(text: string): string {
  return text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}
