// The words of a name in, its titles and honorifics and the words that remain out.
import type { Schema } from '../model/entity.ts';
import type { NameReference } from '../reference/name-reference.ts';
import type { PlacedWord } from './placed-word.ts';

export interface WithoutTitles {
  readonly titles: readonly string[];
  readonly words: readonly PlacedWord[];
}

/** Titles of persons and of ships; "General Electric" has none. A title is taken only while a name remains. */
export function withoutTitles(
  words: readonly PlacedWord[],
  schema: Schema | undefined,
  reference: NameReference,
): WithoutTitles {
  if (schema === 'Vessel') return withoutShipTitle(words, reference);
  if (schema !== 'Person' || words.length === 0) return { titles: [], words };
  if (!canHaveTitle(words, reference)) return { titles: NO_TITLES, words };
  const titles: string[] = [];
  const rest = withoutEmptyWords(words, titles, reference);
  takeBefore(rest, titles, reference);
  takeAfter(rest, titles, reference);
  return titles.length === 0 ? { titles, words } : { titles, words: rest };
}

/** Told quickly: most names have none. */
function canHaveTitle(words: readonly PlacedWord[], reference: NameReference): boolean {
  const { emptyParts, titlesAfter } = reference.words;
  const last = words[words.length - 1] as PlacedWord;
  if (last.script !== 'latin' || titlesAfter.has(last.text) || 0 < titleLength(words, reference)) return true;
  for (const { text } of words) if (emptyParts.has(text)) return true;
  return false;
}

const NO_TITLES: readonly string[] = [];

/** True when every word is one that stands behind a name: the "Jr." of "King, Jr." is no given name. */
export function areTitlesAfter(words: readonly string[], { words: { titlesAfter } }: NameReference): boolean {
  return 0 < words.length && words.every((word) => titlesAfter.has(word));
}

function withoutShipTitle(words: readonly PlacedWord[], { words: { titlesOfShips } }: NameReference): WithoutTitles {
  const [first, second] = words;
  if (first && 1 < words.length && titlesOfShips.has(first.text))
    return { titles: [first.text], words: words.slice(1) };
  // "M/V Aurora", "M.V. Aurora"
  const letters = `${first?.text}${second?.text}`;
  return 2 < words.length && titlesOfShips.has(letters)
    ? { titles: [letters], words: words.slice(2) }
    : { titles: [], words };
}

/** FNU, LNU, a row of X: what forms put where a part of the name is missing. */
function withoutEmptyWords(
  words: readonly PlacedWord[],
  titles: string[],
  { words: { emptyParts } }: NameReference,
): PlacedWord[] {
  const rest = words.filter(({ text }) => !emptyParts.has(text));
  if (rest.length === words.length || rest.length === 0) return [...words];
  for (const { text } of words) if (emptyParts.has(text)) titles.push(text);
  return rest;
}

const LONGEST_TITLE = 3;

function takeBefore(rest: PlacedWord[], titles: string[], reference: NameReference): void {
  for (;;) {
    const count = titleLength(rest, reference);
    if (count === 0) return;
    titles.push(
      rest
        .splice(0, count)
        .map(({ text }) => text)
        .join(' '),
    );
  }
}

/** How many words in front are a title; 0 when none is, or when too little would remain of the name. */
function titleLength(rest: readonly PlacedWord[], { words }: NameReference): number {
  const [first, second] = rest;
  if (!first || rest.length < 2 || first.role === 'family') return 0;
  if (words.titleStarts.has(first.text))
    for (let count = Math.min(LONGEST_TITLE, rest.length - 1); 1 < count; count--) {
      const title = rest
        .slice(0, count)
        .map(({ text }) => text)
        .join(' ');
      if (words.titlesBefore.has(title)) return count;
    }
  if (words.titlesBefore.has(first.text)) return 1;
  // Don Carlos is a name, Don Juan Carlos a title and one; "U. Sein" is an initial
  if (words.titlesBeforeTwo.has(first.text)) return 2 < rest.length && !isInitial(first) ? 1 : 0;
  // Maung Thein is a title and a name, Maung Maung a name
  return second !== undefined && words.titlesBeforeNames.get(first.text)?.has(second.text) === true ? 1 : 0;
}

function isInitial({ text, dotted }: PlacedWord): boolean {
  return dotted && text.length === 1;
}

function takeAfter(rest: PlacedWord[], titles: string[], { words }: NameReference): void {
  while (1 < rest.length && words.titlesAfter.has(rest.at(-1)?.text ?? '')) titles.push(rest.pop()?.text ?? '');
  const last = rest.at(-1);
  if (!last || last.script === 'latin') return;
  const joined = words.joinedTitles.find((title) => last.text.endsWith(title) && title.length + 1 < last.text.length);
  if (joined === undefined) return;
  titles.push(joined);
  rest[rest.length - 1] = { ...last, text: last.text.slice(0, -joined.length) };
}
