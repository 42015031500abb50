// A text in, the runs of characters it is made of out; and how much of two texts is one.

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

/** FNV-1a, 32 bits, over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
