// Words of a name in, single letters put together or taken apart out: A.B.C. Trading, J.C. Juncker, JC Juncker.
import type { NameReference } from '../reference/name-reference.ts';
import type { PlacedWord } from './placed-word.ts';

/** Letters of an organisation that stand side by side, with or without full stops, are one word: "A.B.C." is "ABC". */
export function withJoinedLetters(words: readonly PlacedWord[], isSurelyOrganisation: boolean): readonly PlacedWord[] {
  // two letters before a word may be initials when it may be a person
  return withLettersJoined(words, isSurelyOrganisation ? 2 : 3);
}

/** A person's name spelled letter by letter ("V i k t o r  B a r a b a n"): more letters in a row than anybody has initials. */
export function withSpelledLetters(words: readonly PlacedWord[]): readonly PlacedWord[] {
  return words.length < FEWEST_SPELLED ? words : withLettersJoined(words, FEWEST_SPELLED);
}

const FEWEST_SPELLED = 6;

function withLettersJoined(words: readonly PlacedWord[], fewest: number): readonly PlacedWord[] {
  if (!words.some(isLetter)) return words;
  const result: PlacedWord[] = [];
  for (let start = 0; start < words.length;) {
    let end = start;
    while (isLetter(words[end]) && words[end]?.script === words[start]?.script) end++;
    if (end - start < fewest) result.push(words[start++] as PlacedWord);
    else {
      const run = words.slice(start, end);
      result.push({ ...(run[0] as PlacedWord), text: run.map(({ text }) => text).join(''), dotted: false });
      start = end;
    }
  }
  return result;
}

/**
 * Initials of a person written as one word: JC Juncker, APJ Kalam. Two or three letters that no name is made of; a vowel among
 * them only when they stand in capitals in a name that does not (`capitals`).
 */
export function withPartedInitials(
  words: readonly PlacedWord[],
  capitals: ReadonlySet<string>,
  reference: NameReference,
): readonly PlacedWord[] {
  if (words.length < 2 || !words.some((word, index) => areInitials(word, index, words.length, capitals, reference)))
    return words;
  return words.flatMap((word, index) =>
    areInitials(word, index, words.length, capitals, reference)
      ? [...word.text].map((text) => ({ ...word, text, dotted: true }))
      : [word],
  );
}

/** Whether the folded word of a person's name can only be initials, as far as its letters tell. */
export function looksLikeInitials(text: string, isInCapitals: boolean): boolean {
  if (text.length < 2 || 3 < text.length) return false;
  if (/[aeiouy]/.test(text)) return isInCapitals && CANNOT_BE_SAID.test(text);
  // "Vlk" is a Czech name
  return text.length === 2 || isInCapitals;
}

const CANNOT_BE_SAID = /^[aeiou][bcdfgjkpqvwxz]{1,2}$|^[bcdfghjklmnpqrstvwxz]{2}[aeiou]$/;

function areInitials(
  { text, script, dotted, role }: PlacedWord,
  index: number,
  count: number,
  capitals: ReadonlySet<string>,
  { surnames, words, groups }: NameReference,
): boolean {
  if (script !== 'latin' || dotted || role === 'family' || !looksLikeInitials(text, capitals.has(text))) return false;
  return (
    (text.length === 2 || index < count - 1) &&
    !surnames.chineseBySpelling.has(text) &&
    !surnames.koreanBySpelling.has(text) &&
    !words.titlesBefore.has(text) &&
    (index === 0 || !words.titlesAfter.has(text)) &&
    !words.light.has(text) &&
    !groups.has(text)
  );
}

function isLetter(word: PlacedWord | undefined): boolean {
  return (
    word?.text.length === 1 && (word.script === 'latin' || word.script === 'cyrillic') && word.number === undefined
  );
}
