// Words that begin with a country (`Libya number`, `Afghan passport no.`) in, its code out.
import type { Territories } from '@sekisho/engine/reference/territories.ts';

/** Codes in capitals are words of other meaning in running text (`ID card` is no Indonesian one), but for these. */
const capitals = ['US', 'USA', 'UK', 'UAE', 'DPRK'];

/** The longest name is of five words: `Islamic Republic of Iran`, `Democratic Republic of the Congo`. */
const MAX_WORDS = 5;

/** The country that the text begins with, also in brackets: `(Afghan) tazkira`; or that stands in brackets at its end. */
export function countryInWords(text: string, territories: Territories): string | undefined {
  const atEnd = /\(([^()]+)\)\.?$/.exec(text.trim())?.[1];
  return (
    countryAtStart(text, territories) ??
    (atEnd === undefined ? undefined : codeOfWords(atEnd.split(/\s+/), territories))
  );
}

function countryAtStart(text: string, territories: Territories): string | undefined {
  const words = (/^\(?([^()\d.,;:]+)/.exec(text.trim())?.[1] ?? '').trim().split(/\s+/);
  for (let count = Math.min(MAX_WORDS, words.length); count > 0; count--) {
    const code = codeOfWords(words.slice(0, count), territories);
    if (code !== undefined) return code;
  }
  return undefined;
}

function codeOfWords(words: readonly string[], territories: Territories): string | undefined {
  const name = words.join(' ');
  return /\p{Ll}/u.test(name) || capitals.includes(name) ? territories.codeOf(name) : undefined;
}
