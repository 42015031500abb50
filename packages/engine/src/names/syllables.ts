// A word in some spelling in, the rows of syllables that it can stand for out.
import { nextNode, type SyllableTable } from '../reference/syllable-table.ts';

/**
 * All ways to read the whole word as syllables of the table, joined, at most `limit` of them; none when a rest is left.
 * "kuochiang" in Wade-Giles is guojiang, guoqiang, guozhiang is none.
 */
export function syllabify(word: string, table: SyllableTable, limit: number): readonly string[] {
  if (fewestSyllables(word, table) === Infinity) return NONE;
  return readings(word, table, limit);
}

const NONE: readonly string[] = [];
const EMPTY: readonly string[] = [''];

/** The fewest syllables of the table that make up the whole word; infinite when none do. */
export function fewestSyllables(word: string, table: SyllableTable): number {
  const { length } = word;
  if (MAX_LETTERS < length) return Infinity;
  counted[length] = 0;
  for (let start = length - 1; 0 <= start; start--) {
    let best = UNREACHED;
    let node = 0;
    for (let end = start; end < length; end++) {
      node = nextNode(table, node, word.charCodeAt(end));
      if (node === 0) break;
      const rest = counted[end + 1] ?? UNREACHED;
      if (rest < UNREACHED && table.syllables[node] !== undefined) best = Math.min(best, rest + 1);
    }
    counted[start] = best;
  }
  const fewest = counted[0] ?? UNREACHED;
  return fewest === UNREACHED ? Infinity : fewest;
}

/** Two syllables of six letters make a given name; company names of four have up to 24. */
const MAX_LETTERS = 24;
/** From each place to the end of the word: how many syllables at least. Filled anew by each call. */
const counted = new Uint8Array(MAX_LETTERS + 1);
const UNREACHED = 255;

/** Longest syllables first; what was just counted says from where the end of the word can be reached. */
function readings(word: string, table: SyllableTable, limit: number): readonly string[] {
  const known: (readonly string[] | undefined)[] = [];
  const endingsFrom = (start: number): readonly string[] => {
    if (start === word.length) return EMPTY;
    const before = known[start];
    if (before) return before;
    const choices: { readonly end: number; readonly syllables: readonly string[] }[] = [];
    let node = 0;
    for (let end = start; end < word.length; end++) {
      node = nextNode(table, node, word.charCodeAt(end));
      if (node === 0) break;
      const syllables = table.syllables[node];
      if (syllables && counted[end + 1] !== UNREACHED) choices.push({ end: end + 1, syllables });
    }
    const found: string[] = [];
    for (let index = choices.length - 1; 0 <= index && found.length < limit; index--) {
      const { end, syllables } = choices[index] ?? NOWHERE;
      for (const ending of endingsFrom(end))
        for (const syllable of syllables) {
          if (limit <= found.length || !canMeet(start, syllable, ending)) continue;
          const reading = syllable + ending;
          if (!found.includes(reading)) found.push(reading);
        }
    }
    known[start] = found;
    return found;
  };
  return endingsFrom(0);
}

/** A capital is the end of a Korean syllable before (クネ is 근혜): it begins no word and follows no other end. */
function canMeet(start: number, syllable: string, ending: string): boolean {
  if (start === 0 && isCapital(syllable.charCodeAt(0))) return false;
  return !isCapital(ending.charCodeAt(0)) || !isCapital(syllable.charCodeAt(syllable.length - 1));
}

function isCapital(code: number): boolean {
  return 0x41 <= code && code <= 0x5a;
}

const NOWHERE = { end: 0, syllables: NONE };

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

/** The same for texts, put together; quick, since every Han name asks for it in four traditions. */
export function joinedChoices(
  places: readonly (readonly string[])[],
  limit: number,
): readonly { readonly text: string; readonly cost: number }[] {
  let found: readonly { readonly text: string; readonly cost: number }[] = FIRST_CHOICE;
  for (const options of places) {
    if (options.length === 0) return [];
    const longest = found.reduce((most, { cost }) => Math.max(most, cost), 0) + options.length;
    const next: { text: string; cost: number }[] = [];
    for (let cost = 0; cost < longest && next.length < limit; cost++)
      for (const before of found) {
        const option = options[cost - before.cost];
        if (option !== undefined && next.length < limit) next.push({ text: before.text + option, cost });
      }
    found = next;
  }
  return found;
}

const FIRST_CHOICE = [{ text: '', cost: 0 }];
