// The text of a name in, the names that stand in it side by side out: "Al-Qa'ida/Islamic Army", "X a.k.a. Y", "Ms A and Mr B".
import type { RawName } from './name.ts';

/**
 * The name as given, and each of the names in it when it holds several. A part is a name when it has letters enough to be
 * found by; "A/S", "a/l" and "24/7" are no names. What is given in parts (`family`, `given`) is one name.
 */
export function alternativeNames<T extends RawName>(raw: T): readonly T[] {
  if (raw.family !== undefined || raw.given !== undefined || LONGEST < raw.text.length || !HINT.test(raw.text))
    return [raw];
  const parts = raw.text.split(BETWEEN).map((part) => part.trim());
  if (parts.length < 2 || MOST_PARTS < parts.length || !parts.every(isName)) return [raw];
  return [raw, ...parts.map((text) => ({ ...raw, text }))];
}

const LONGEST = 300;
const MOST_PARTS = 6;
/** A cheap first look: most names have none of these. */
const HINT = /[/;／；]|k\.?a|alias|formerly/i;
const BETWEEN = /\s*[/／;；]\s*|[\s,(]+(?:a\.?k\.?a|f\.?k\.?a|n\.?k\.?a|alias|formerly)\b[.:]*\s*/iu;

function isName(part: string): boolean {
  const letters = part.match(/\p{L}/gu)?.length ?? 0;
  return (
    FEWEST_LETTERS <= letters ||
    (2 <= letters && /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(part))
  );
}

const FEWEST_LETTERS = 5;
