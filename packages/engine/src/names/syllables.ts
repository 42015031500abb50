// A word in some spelling in, the rows of syllables that it can stand for out.
import type { SyllableTable } from '../reference/romanisation.ts';

/**
 * All ways to read the whole word as syllables of the table, joined, at most `limit` of them; none when a rest is left.
 * "kuochiang" in Wade-Giles is guojiang, guoqiang, guozhiang is none.
 */
export function syllabify(word: string, { syllables, longest }: SyllableTable, limit: number): readonly string[] {
  if (MAX_LETTERS < word.length) return NONE;
  const known: (readonly string[] | undefined)[] = [];
  const endingsFrom = (start: number): readonly string[] => {
    if (start === word.length) return EMPTY;
    const before = known[start];
    if (before) return before;
    const found: string[] = [];
    for (let end = Math.min(word.length, start + longest); start < end && found.length < limit; end--) {
      const choices = syllables.get(word.slice(start, end));
      if (!choices) continue;
      for (const ending of endingsFrom(end))
        for (const syllable of choices)
          if (found.length < limit && !found.includes(syllable + ending)) found.push(syllable + ending);
    }
    known[start] = found;
    return found;
  };
  return endingsFrom(0);
}

const NONE: readonly string[] = [];
const EMPTY: readonly string[] = [''];

/** The fewest syllables of the table that make up the whole word; infinite when none do. */
export function fewestSyllables(word: string, { syllables, longest }: SyllableTable): number {
  if (MAX_LETTERS < word.length) return Infinity;
  const known: number[] = [];
  const fewestFrom = (start: number): number => {
    if (start === word.length) return 0;
    const before = known[start];
    if (before !== undefined) return before;
    let best = Infinity;
    for (let end = Math.min(word.length, start + longest); start < end; end--)
      if (syllables.has(word.slice(start, end))) best = Math.min(best, 1 + fewestFrom(end));
    known[start] = best;
    return best;
  };
  return fewestFrom(0);
}

/** Two syllables of six letters make a given name; company names of four have up to 24. */
const MAX_LETTERS = 24;

/** Every choice of one option for each place, likeliest first, at most `limit`; an option's place in its row is its cost. */
export function combinations<T>(
  places: readonly (readonly T[])[],
  limit: number,
): readonly { choice: readonly T[]; cost: number }[] {
  let found: { choice: readonly T[]; cost: number }[] = [{ choice: [], cost: 0 }];
  for (const options of places) {
    found = found
      .flatMap(({ choice, cost }) =>
        options.map((option, index) => ({ choice: [...choice, option], cost: cost + index })),
      )
      .sort((a, b) => a.cost - b.cost)
      .slice(0, limit);
  }
  return found;
}
