// `data/names/confused-characters.tsv` in, which Han characters are put for which others out.
import { foldWith } from './folding.ts';
import { invalid, readTable } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

/** A folded character to those that are written for it by mistake or habit. */
export type ConfusedCharacters = ReadonlyMap<string, ReadonlySet<string>>;

const FILE = 'names/confused-characters.tsv';

/** @throws Problem `reference.invalid`, with the line. */
export function buildConfusedCharacters(
  files: ReferenceFiles,
  characters: ReadonlyMap<string, string>,
): ConfusedCharacters {
  const confused = new Map<string, Set<string>>();
  for (const { line, cells } of readTable(files, FILE, ['characters'])) {
    const [first, second, ...others] = foldWith(characters, cells[0] ?? '');
    if (first === undefined || second === undefined || first === second || others.length !== 0)
      throw invalid(FILE, line, 'two characters that are not folded into one');
    for (const [from, to] of [
      [first, second],
      [second, first],
    ] as const)
      confused.set(from, (confused.get(from) ?? new Set()).add(to));
  }
  return confused;
}
