// A folded word of mixed letters in, the word that it is made to look like out.
import type { LookAlikes } from '../reference/look-alikes.ts';

/**
 * What a word says whose letters were changed for look-alikes: Cyrillic or Greek letters in a Latin word and the other way
 * round (the script of most letters is tried first), digits put for letters (Vlad1mir, B0eing). Undefined for a word that is what it says: in one
 * script, with a letter that looks like nothing (ABCпром), with a number in it (Level3, Formula1, H2O).
 */
export function undisguised(word: string, lookAlikes: LookAlikes): string | undefined {
  if (word.length < MIN_LENGTH || MAX_LENGTH < word.length) return undefined;
  const mixed = /[\u0370-\u052f]/.test(word) && /[a-z]/.test(word) ? inOneScript(word, lookAlikes) : undefined;
  const letters = mixed ?? word;
  return withoutDigits(letters, lookAlikes) ?? mixed;
}

/** A few words of two or three letters look like anything. */
const MIN_LENGTH = 4;
const MAX_LENGTH = 60;

function inOneScript(word: string, { latin, cyrillic, greek }: LookAlikes): string | undefined {
  const readings = [
    { own: /[a-z]/g, foreign: /[\u0370-\u052f]/g, table: latin },
    { own: /[\u0400-\u052f]/g, foreign: /[a-z\u0370-\u03ff]/g, table: cyrillic },
    { own: /[\u0370-\u03ff]/g, foreign: /[a-z\u0400-\u052f]/g, table: greek },
  ].map((reading) => ({ ...reading, letters: word.match(reading.own)?.length ?? 0 }));
  for (const { letters, foreign, table } of readings.sort((a, b) => b.letters - a.letters)) {
    const runs = word.match(new RegExp(`${foreign.source}+`, 'g')) ?? [];
    const strangers = runs.reduce((sum, run) => sum + run.length, 0);
    // two words in two scripts are only written together (ABCпром): in a disguise the letters are here and there
    const isGlued = runs.length === 1 && 1 < strangers && (word.startsWith(runs[0]) || word.endsWith(runs[0]));
    if (strangers === 0 || MOST_STRANGERS * letters < strangers || isGlued) continue;
    if (runs.every((run) => [...run].every((letter) => table.has(letter))))
      return word.replace(foreign, (letter) => table.get(letter) ?? letter);
  }
  return undefined;
}

/** To one letter of the script that the word is read in: letters that look alike are often the most of a word. */
const MOST_STRANGERS = 3;

/** A zero between letters is an o. Other digits are letters near the beginning (S3rgey); a 1 also between consonants. */
function withoutDigits(word: string, { latin }: LookAlikes): string | undefined {
  if (!DISGUISED.test(word)) return undefined;
  const letters = word.replace(/\d/g, '').length;
  // a zero between letters is seldom anything else
  if ((letters < MIN_LENGTH && !ZERO_BETWEEN.test(word)) || letters < LETTERS_FOR_A_DIGIT * (word.length - letters))
    return undefined;
  let read = '';
  for (const [part] of word.matchAll(/\d+|\D+/g)) {
    const place = read.length;
    const [digit = ''] = part;
    const looks = lookOf(digit, read.at(-1) ?? '', word[place + part.length] ?? '', latin);
    if (looks !== undefined && digit !== '0' && looks !== 'i' && !(0 < place && place <= MAX_PLACE)) return undefined;
    read += looks === undefined ? part : looks.repeat(part.length);
  }
  return /\d/.test(read) ? undefined : read;
}

/** Undefined for a letter. A 1 beside a vowel is an l, between consonants an i. */
function lookOf(digit: string, before: string, after: string, latin: ReadonlyMap<string, string>): string | undefined {
  if (!/\d/.test(digit)) return undefined;
  return digit === '1' && (VOWEL.test(before) || VOWEL.test(after)) ? 'l' : (latin.get(digit) ?? digit);
}

/** Begins with a letter or a zero and ends with a letter; single digits, or twice the same one (G00gle). */
const DISGUISED = /^(?=.*\d)0?[a-z]+(?:(\d)\1?[a-z]+)*$/;
const ZERO_BETWEEN = /^[a-z]+0[a-z]+$/;
const VOWEL = /[aeiou]/;
const LETTERS_FOR_A_DIGIT = 2;
/** Level3 and Formula1 are names with a number; S3rgey and Ru5sia are not. */
const MAX_PLACE = 2;
