// Two words in, what it costs to turn one into the other out.
import { LETTER_CODES, type LetterCosts } from '../reference/match-weights.ts';

export interface EditCosts {
  /** For letters with codes from 32 to 127; others cost 1. Absent: every letter costs 1. */
  readonly letters?: LetterCosts;
  /** One side is in a script that does not write its vowels. */
  readonly vowelsAreFree: boolean;
}

/**
 * Optimal string alignment with costs: insertion, deletion, substitution and the exchange of neighbours. Vowels, h, y and w
 * are lost and gained more easily than other letters. Exact up to `most`; above it some number above it.
 */
export function editCost(a: string, b: string, costs: EditCosts, most: number): number {
  if (a === b) return 0;
  const gaps = costs.vowelsAreFree ? FREE_GAPS : GAPS;
  const columns = b.length + 1;
  let before = new Float64Array(columns);
  let row = new Float64Array(columns);
  let next = new Float64Array(columns);
  for (let j = 1; j < columns; j++) row[j] = (row[j - 1] ?? 0) + gapOf(gaps, b.charCodeAt(j - 1));
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const letterA = a.charCodeAt(i - 1);
    const gapA = gapOf(gaps, letterA);
    let least = (row[0] ?? 0) + gapA;
    next[0] = least;
    for (let j = 1; j < columns; j++) {
      const letterB = b.charCodeAt(j - 1);
      let cost = row[j - 1] ?? 0;
      if (letterA !== letterB) {
        const substituted = cost + substitution(letterA, letterB, i === a.length && j === columns - 1, costs);
        const lost = (row[j] ?? 0) + gapA;
        const gained = (next[j - 1] ?? 0) + gapOf(gaps, letterB);
        cost = substituted < lost ? substituted : lost;
        if (gained < cost) cost = gained;
        if (1 < i && 1 < j && letterA === b.charCodeAt(j - 2) && letterB === a.charCodeAt(i - 2))
          cost = Math.min(cost, (before[j - 2] ?? 0) + EXCHANGE);
      }
      next[j] = cost;
      if (cost < least) least = cost;
    }
    // an exchange may still come from the row before
    if (most < least && most < leastBefore + EXCHANGE) return least;
    leastBefore = least;
    [before, row, next] = [row, next, before];
  }
  return row[b.length] ?? 0;
}

const EXCHANGE = 1;
const VOWELS = [...'aeiou8'].map((vowel) => vowel.charCodeAt(0));
const LOST_VOWEL = 0.5;
/** محمد has the letters m h m d: three vowels more are no other name, ten are. */
const FREE_VOWEL = 0.12;
/** Huda and Uda, Sofya and Sofa. */
const LOST_HALF_VOWEL = 0.5;

const GAPS = gapsWith(LOST_VOWEL);
const FREE_GAPS = gapsWith(FREE_VOWEL);

/** What it costs to lose or gain a letter, by its code. */
function gapsWith(vowel: number): Float64Array {
  const gaps = new Float64Array(128).fill(1);
  for (const code of VOWELS) gaps[code] = vowel;
  for (const letter of 'hyw') gaps[letter.charCodeAt(0)] = LOST_HALF_VOWEL;
  return gaps;
}

function gapOf(gaps: Float64Array, code: number): number {
  return gaps[code] ?? 1;
}

/** The last vowel of a name is its gender in many languages (Mario, Maria): it costs a whole letter. */
function substitution(a: number, b: number, last: boolean, { letters, vowelsAreFree }: EditCosts): number {
  if (!letters || 127 < a || 127 < b) return 1;
  if (last && !vowelsAreFree && VOWELS.includes(a) && VOWELS.includes(b)) return 1;
  return letters[LETTER_CODES * (a - 32) + (b - 32)] ?? 1;
}
