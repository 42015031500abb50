// Folded text in, its words out, each in one script.
import type { LookAlikes } from '../reference/look-alikes.ts';
import { undisguised } from './disguise.ts';
import type { Script } from './name.ts';

export interface Word {
  readonly text: string;
  readonly script: Script;
  /** The word was followed by a full stop: an initial or an abbreviation. */
  readonly dotted: boolean;
  /** It was written with letters or digits that only look like its own. */
  readonly isDisguised?: true;
}

/**
 * Words of a folded text: cut at spaces, punctuation and where the script changes (佐藤さくら, ABC商事). An apostrophe joins
 * (Ch'en), a hyphen cuts unless `joinHyphens` says that the parts are syllables of one word (Guo-qiang). With `lookAlikes`,
 * a word of mixed letters is read as what it is made to look like.
 */
export function wordsOf(
  folded: string,
  joinHyphens: (parts: readonly string[]) => boolean,
  lookAlikes?: LookAlikes,
): Word[] {
  const plain = plainWords(folded);
  if (plain) return plain;
  const words: Word[] = [];
  for (const [chunk] of folded.replaceAll("'", '').matchAll(CHUNK)) {
    const dotted = chunk.endsWith('.');
    const bare = dotted ? chunk.slice(0, -1) : chunk;
    const parts = bare.split('-').filter(Boolean);
    const joined = 1 < parts.length && joinHyphens(parts) ? [parts.join('')] : parts;
    for (const part of joined) words.push(...plainly(part, dotted, lookAlikes));
  }
  return words;
}

/** Most names: letters alone, each word in one script. Undefined where there is anything else. */
function plainWords(folded: string): Word[] | undefined {
  const words: Word[] = [];
  let start = 0;
  let script: Script | undefined;
  for (let index = 0; index <= folded.length; index++) {
    const code = index < folded.length ? folded.charCodeAt(index) : SPACE;
    if (code === SPACE) {
      if (script === undefined) return undefined;
      words.push({ text: folded.slice(start, index), script, dotted: false });
      start = index + 1;
      script = undefined;
      continue;
    }
    const own = 0x61 <= code && code <= 0x7a ? 'latin' : letterScript(code);
    if (own === undefined || (script !== undefined && own !== script)) return undefined;
    script = own;
  }
  return words;
}

const SPACE = 0x20;

/** Undefined for what is no letter of one UTF-16 unit. */
function letterScript(code: number): Script | undefined {
  let script = scriptByUnit[code];
  if (script === undefined) {
    const character = String.fromCharCode(code);
    script = /\p{L}/u.test(character) ? (scriptOf(character) ?? 'none') : 'none';
    scriptByUnit[code] = script;
  }
  return script === 'none' ? undefined : script;
}

/** As they were asked for. */
const scriptByUnit: (Script | 'none' | undefined)[] = Array.from({ length: 0x10000 }, () => undefined);

/** `a/l`, `s/o`: filiation is written with a stroke. A full stop ends a chunk and stays with it. */
const CHUNK = /[ad]\/[lpo](?![\p{L}])|[sw]\/o(?![\p{L}])|[\p{L}\p{M}\p{N}\-]+\.?|&/gu;

function plainly(text: string, dotted: boolean, lookAlikes: LookAlikes | undefined): Word[] {
  if (LATIN_WORD.test(text)) return [{ text, script: 'latin', dotted }];
  const seen = lookAlikes && undisguised(text, lookAlikes);
  if (seen === undefined) return byScript(text, dotted);
  return byScript(seen, dotted).map((word) => ({ ...word, isDisguised: true as const }));
}

const LATIN_WORD = /^[a-z]+$/;

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
  const block = BLOCKS[code >> 7];
  if (block) return block;
  for (const [script, pattern] of PATTERNS) if (pattern.test(character)) return script;
  return /\p{M}/u.test(character) ? undefined : 'other';
}

/** The blocks of 128 characters that are one script's, with its vowel signs and tone marks. */
const BLOCKS: Readonly<Record<number, Script>> = {
  0x12: 'devanagari',
  0x13: 'bengali',
  0x14: 'gurmukhi',
  0x15: 'gujarati',
  0x16: 'oriya',
  0x17: 'tamil',
  0x18: 'telugu',
  0x19: 'kannada',
  0x1a: 'malayalam',
  0x1b: 'sinhala',
  0x1c: 'thai',
  0x1d: 'lao',
  0x20: 'myanmar',
  0x24: 'ethiopic',
  0x25: 'ethiopic',
  0x26: 'ethiopic',
  0x2f: 'khmer',
};

const PATTERNS: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['han', /[\p{Script=Han}々〆〇]/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['greek', /\p{Script=Greek}/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['digits', /\p{N}/u],
  ['armenian', /\p{Script=Armenian}/u],
  ['georgian', /\p{Script=Georgian}/u],
  ['myanmar', /\p{Script=Myanmar}/u],
  ['khmer', /\p{Script=Khmer}/u],
  ['ethiopic', /\p{Script=Ethiopic}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
];

/** Hiragana as katakana. */
export function katakanaOf(text: string): string {
  return text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}
