// Counted real words in, draws by a Zipf–Mandelbrot law and words that are invented with the same letters out.
import { below, oneOf, randomOf, type Random } from './random.ts';

/** Words by falling frequency, with the sum of the weights up to each. */
export interface WordTable {
  readonly words: readonly string[];
  readonly upTo: Float64Array;
}

/** What follows two letters, in the real words; `$` ends a word. */
export type LetterModel = ReadonlyMap<string, readonly string[]>;

/**
 * The larger the shift, the less the first words stand out. Of languages of many family names the commonest has less than one
 * in a hundred people (Smith in the United States: 0.8 %); where there are few, one in ten (Kim in Korea: 21 %).
 */
const RANK_SHIFT_OF_MANY = 12;
const RANK_SHIFT_OF_FEW = 2.7;
const FEW_WORDS = 500;

/** Only the order of the counts is taken from the source, which is small: how often a word stands follows from its rank. */
export function wordTable(counts: ReadonlyMap<string, number>): WordTable {
  const words = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([word]) => word);
  const upTo = new Float64Array(words.length);
  const shift = words.length < FEW_WORDS ? RANK_SHIFT_OF_FEW : RANK_SHIFT_OF_MANY;
  let sum = 0;
  for (const place of words.keys()) upTo[place] = sum += 1 / (place + 1 + shift);
  return { words, upTo };
}

export function drawWord({ words, upTo }: WordTable, random: Random): string {
  const wanted = random() * (upTo.at(-1) ?? 0);
  let low = 0;
  let high = words.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return words[low] ?? '';
}

export function letterModel(words: Iterable<string>): LetterModel {
  const followers = new Map<string, string[]>();
  for (const word of words) {
    const letters = ['^', '^', ...word, '$'];
    for (let place = 2; place < letters.length; place++) {
      const before = `${letters[place - 2] ?? ''}${letters[place - 1] ?? ''}`;
      const known = followers.get(before);
      if (known) known.push(letters[place] ?? '');
      else followers.set(before, [letters[place] ?? '']);
    }
  }
  return followers;
}

/** Rare words of a language that no table holds: this many ranks, a few of them far more frequent than the rest. */
const TAIL_RANKS = 3_000_000;
const TAIL_EXPONENT = 0.82;

/** A word of the long tail; the same rank is the same word, whatever entity it stands in. */
export function drawInvented(model: LetterModel, language: number, random: Random): string {
  const span = (TAIL_RANKS + 1) ** (1 - TAIL_EXPONENT) - 1;
  const rank = Math.floor((random() * span + 1) ** (1 / (1 - TAIL_EXPONENT))) - 1;
  return inventedWord(model, randomOf(language, rank));
}

const TRIES = 12;

function inventedWord(model: LetterModel, random: Random): string {
  for (let tries = 0; tries < TRIES; tries++) {
    let word = '';
    for (let before = '^^'; word.length <= LONGEST;) {
      const next = oneOf(model.get(before) ?? ['$'], random);
      if (next === '$') break;
      word += next;
      before = `${before.slice(-1)}${next}`;
    }
    if (SHORTEST <= word.length && word.length <= LONGEST) return word;
  }
  return oneOf(MADE_SYLLABLES, random) + oneOf(MADE_SYLLABLES, random) + String.fromCharCode(97 + below(26, random));
}

const SHORTEST = 4;
const LONGEST = 13;
/** For a model of too few words to end anywhere. */
const MADE_SYLLABLES = ['ba', 'den', 'kor', 'lim', 'mas', 'nov', 'ral', 'sin', 'tor', 'ves'];
