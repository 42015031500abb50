// A text in, the runs of characters it is made of out; how much of two texts is one, and keys under which like texts are found.

/** A text as it is compared: letters and digits in lower case, one blank where anything else stands. */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Characters, of which Han, kana and hangul say as much as two of an alphabet. */
export function textLength(comparable: string): number {
  const dense = comparable.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? [];
  return [...comparable].length + dense.length;
}

/** Hashes of all runs of so many characters, each once, in order. */
export function shinglesOf(comparable: string, runCharacters: number): Uint32Array {
  const characters = [...comparable];
  const runs = new Set<number>();
  for (let at = 0; at + runCharacters <= characters.length; at++)
    runs.add(hashOf(characters.slice(at, at + runCharacters).join('')));
  return Uint32Array.from(runs).sort();
}

/** Runs that both have, of those that either has: 0 to 1. */
export function shingleSimilarity(a: Uint32Array, b: Uint32Array): number {
  let [one, two, shared] = [0, 0, 0];
  while (one < a.length && two < b.length) {
    const difference = (a[one] ?? 0) - (b[two] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) one++;
    if (0 <= difference) two++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * Keys of which texts that are nearly the same have one in common: the least of its runs by each of forty orders, four together
 * (MinHash in bands, Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3). Of texts that share nine tenths of their
 * runs one pair of 40,000 has none in common, of those that share eight tenths one of 200; of half, half have one and are told
 * apart by comparing them. None of a text without runs.
 */
export function textBands(shingles: Uint32Array): readonly string[] {
  if (shingles.length === 0) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = Array.from({ length: ROWS }, (_unused, row) => leastBy(band * ROWS + row + 1, shingles));
    return `${String(band)} ${rows.join(' ')}`;
  });
}

const [BANDS, ROWS] = [10, 4];

/** The run that comes first when all are put in the order of this number. */
function leastBy(order: number, shingles: Uint32Array): number {
  const [factor, offset] = [mixed(order * 2) | 1, mixed(order * 2 + 1)];
  let least = 0xffffffff;
  for (const shingle of shingles) least = Math.min(least, mixed((Math.imul(shingle, factor) + offset) | 0));
  return least;
}

/** The finaliser of MurmurHash3, 32 bits: neighbours come far apart. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
