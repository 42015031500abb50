// What is counted of real names, by language, and the texts they are counted from taken apart.

export const languageNames = [
  'western',
  'spanish',
  'russian-latin',
  'arabic-latin',
  'persian-latin',
  'chinese-latin',
  'korean-latin',
  'japanese-latin',
  'cyrillic',
  'arabic',
  'chinese',
  'japanese',
  'katakana',
  'hangul',
  'hebrew',
  'greek',
] as const;
export type LanguageName = (typeof languageNames)[number];

/** How often a word stands in a place of the names that were read. */
export interface NameCounts {
  readonly given: Map<string, number>;
  /** Between given and family name: patronymics, second given names. */
  readonly middle: Map<string, number>;
  readonly family: Map<string, number>;
  /** Words of names of companies and bodies; where words are not spaced, whole names without legal form. */
  readonly company: Map<string, number>;
}

export type CountsByLanguage = Readonly<Record<LanguageName, NameCounts>>;

export function emptyCounts(): CountsByLanguage {
  return Object.fromEntries(
    languageNames.map((name) => [name, { given: new Map(), middle: new Map(), family: new Map(), company: new Map() }]),
  ) as unknown as CountsByLanguage;
}

export function count(counts: Map<string, number>, word: string | undefined, times = 1): void {
  if (word !== undefined && word !== '') counts.set(word, (counts.get(word) ?? 0) + times);
}

/** A person's name whose family name is known or comes last: words before it are the given name and what is between. */
export function countPerson(counts: NameCounts, given: readonly string[], family: readonly string[]): void {
  const [first, ...rest] = given;
  count(counts.given, first);
  for (const word of rest) count(counts.middle, word);
  for (const word of family) count(counts.family, word);
}

export function wordsOf(text: string): string[] {
  return text.split(/[\s,;()"“”]+/u).filter((word) => 1 < word.length && !/[\d.]/.test(word));
}

/** `AL-TIKRITI` as `Al-Tikriti`, `mcdonald` as `Mcdonald`. */
export function capitalised(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-’'\s])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
