// Words that are one in, pairs of words that are near and yet others out: what a comparison must tell apart.
import { hashOf } from './random.ts';

export interface WordPair {
  readonly source: string;
  readonly latin: string;
}

/**
 * For each word in Latin letters, the source words of those that are spelled nearest (shared letter pairs, then edits), at most
 * `count`. Left out: spellings of what may be one name, by its consonants, and pairs that are known to be one.
 */
export function nearPairs(pairs: readonly WordPair[], count: number): readonly WordPair[] {
  const known = new Map<string, Set<string>>();
  for (const { source, latin } of pairs) known.set(source, (known.get(source) ?? new Set()).add(latin));
  const words = [...new Map(pairs.map((pair) => [`${pair.latin} ${pair.source}`, pair])).values()];
  const byPiece = new Map<string, number[]>();
  words.forEach(({ latin }, index) => {
    for (const piece of piecesOf(latin)) byPiece.set(piece, [...(byPiece.get(piece) ?? []), index]);
  });
  return words.flatMap((word) => {
    const shared = new Map<number, number>();
    for (const piece of piecesOf(word.latin))
      for (const index of byPiece.get(piece) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, CANDIDATES)
      .flatMap(([index]) => words[index] ?? [])
      .filter(
        ({ latin, source }) => consonants(latin) !== consonants(word.latin) && !known.get(source)?.has(word.latin),
      )
      .map(({ latin, source }) => ({ latin: word.latin, source, edits: edits(latin, word.latin) }))
      .sort((a, b) => a.edits - b.edits || hashOf(a.source) - hashOf(b.source))
      .slice(0, count);
  });
}

const CANDIDATES = 70;

function piecesOf(word: string): readonly string[] {
  const edged = `^${word}$`;
  return Array.from({ length: edged.length - 1 }, (_, index) => edged.slice(index, index + 2));
}

function consonants(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/[aeiouyhw]/g, '')
    .replace(/[ckq]/g, 'k')
    .replace(/[zs]/g, 's')
    .replace(/[vf]/g, 'f')
    .replace(/[jg]/g, 'g')
    .replace(/(.)\1+/g, '$1');
}

/** Levenshtein's distance. */
export function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])));
    row = next;
  }
  return row[b.length] ?? 0;
}
