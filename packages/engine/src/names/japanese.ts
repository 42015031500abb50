// Romaji and Han readings in, the one key by which Japanese words are compared out.
import type { HanReadings, LetterTable } from '../reference/romanisation.ts';
import { shortVowels } from './romanise.ts';
import { combinations } from './syllables.ts';

/**
 * Latin letters read as romaji of any system: si = shi, Itoh = Ito = Itou, Shimbashi = Shinbashi, Kokkyou = Kokkyo.
 * Undefined when they are not morae from beginning to end.
 */
export function japaneseKey(latin: string, { latin: hepburn, longest }: LetterTable): string | undefined {
  const text = latin.replace(/tch/g, 'cch').replace(/oh(?![aiueoy])/g, 'o');
  let key = '';
  for (let index = 0; index < text.length;) {
    const letter = text[index] ?? '';
    const next = text[index + 1] ?? '';
    if (letter === next && /[bcdfghjkprstvwyz]/.test(letter)) {
      key += letter;
      index++;
      continue;
    }
    let length = Math.min(longest, text.length - index);
    while (0 < length && !hepburn.has(text.slice(index, index + length))) length--;
    if (length === 0) {
      if (letter !== 'n' && !(letter === 'm' && /[bmp]/.test(next))) return undefined;
      key += 'n';
      index++;
    } else {
      const mora = hepburn.get(text.slice(index, index + length)) ?? '';
      // the consonant before was doubled: it doubles as Hepburn writes it (tta, ssha, cchi)
      if (index !== 0 && text[index - 1] === letter && key.endsWith(letter)) key = key.slice(0, -1) + (mora[0] ?? '');
      key += mora;
      index += length;
    }
  }
  return shortVowels(key);
}

/** Kokukyou is said Kokkyou as well: where two characters meet, ku is swallowed before k. Undefined where nothing is. */
export function grownTogether(key: string): string | undefined {
  return key.length < SHORTEST_GROWN || !key.includes('kuk', 1)
    ? undefined
    : key[0] + key.slice(1).replace('kuk', 'kk');
}

/** Two characters of two morae each. */
const SHORTEST_GROWN = 7;

/** What the characters of a word can be read as by their on readings, likeliest first; 国強: kokukyo, kokkyo, kokugo. */
export function onReadings(characters: readonly HanReadings[], romaji: LetterTable, limit: number): readonly string[] {
  const places = characters.map(({ on }) => on.slice(0, 3));
  return keysOf(
    combinations(places, limit).flatMap(({ choice }) => joinedOn(choice)),
    romaji,
  );
}

function keysOf(readings: readonly string[], romaji: LetterTable): readonly string[] {
  return [...new Set(readings.map((reading) => japaneseKey(reading, romaji)).filter((key) => key !== undefined))];
}

/** On readings grow together where they meet: koku + kyou is kokkyou as well, shin + hei shinpei. */
function joinedOn(readings: readonly string[]): readonly string[] {
  const plain = readings.join('');
  const grown = readings.reduce((before, reading) => {
    if (/ku$/.test(before) && reading.startsWith('k')) return before.slice(0, -2) + `k${reading}`;
    if (/(?:tsu|chi)$/.test(before) && /^[kstcp]/.test(reading))
      return before.replace(/(?:tsu|chi)$/, '') + (reading[0] ?? '') + reading;
    if (/(?:tsu|chi)$/.test(before) && /^[hf]/.test(reading))
      return `${before.replace(/(?:tsu|chi)$/, '')}pp${reading.slice(1)}`;
    if (/n$/.test(before) && /^[hf]/.test(reading)) return `${before}p${reading.slice(1)}`;
    return before + reading;
  });
  return plain === grown ? [plain] : [plain, grown];
}
