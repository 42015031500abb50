// The pairs of a set in, those that the shipped threshold gets wrong out: into a folder that is never committed.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JudgedPair } from './set-figures.ts';

export const missesFolder = path.join(fileURLToPath(new URL('../..', import.meta.url)), '.eval');

/** Matches that are no hit, the lowest first; then hits that do not match, the highest first. */
export function missesOf(pairs: readonly JudgedPair[], threshold: number): JudgedPair[] {
  const missed = pairs.filter(({ isMatch, score }) => isMatch && score < threshold);
  const wrong = pairs.filter(({ isMatch, score }) => !isMatch && threshold <= score);
  return [...missed.toSorted((a, b) => a.score - b.score), ...wrong.toSorted((a, b) => b.score - a.score)];
}

export function writeMisses(set: string, pairs: readonly JudgedPair[], threshold: number): void {
  mkdirSync(missesFolder, { recursive: true });
  const columns = ['score', 'isMatch', 'schema', 'category', 'name1', 'name2'] as const;
  const cell = (value: string | number | boolean) => {
    const text = typeof value === 'number' ? value.toFixed(4) : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = missesOf(pairs, threshold).map((pair) => columns.map((column) => cell(pair[column])).join(','));
  writeFileSync(path.join(missesFolder, `${set}.csv`), [columns.join(','), ...lines, ''].join('\n'));
}
