// `data/names/word-frequencies.tsv` in, how rare a word of a name is out.
import { invalid, readTable } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

/** 0 for a word that every name has, 1 for one that hardly any has. By folded Latin letters. */
export type WordRarity = (latin: string) => number;

const FILE = 'names/word-frequencies.tsv';

/** @throws Problem `reference.invalid`, with the line. */
export function buildWordRarity(files: ReferenceFiles): WordRarity {
  const [all, ...rows] = readTable(files, FILE, ['word', 'names']);
  const names = Number(all?.cells[1]);
  if (all?.cells[0] !== '*' || !(1 < names))
    throw invalid(FILE, all?.line ?? 1, 'the first row is * and the number of names');
  const rarities = new Map<string, number>();
  for (const { line, cells } of rows) {
    const [word = '', count = ''] = cells;
    const seen = Number(count);
    if (word === '' || !(1 <= seen && seen <= names))
      throw invalid(FILE, line, 'a word and in how many names it stands');
    rarities.set(word, 1 - Math.log(seen) / Math.log(names));
  }
  return (latin) => rarities.get(latin) ?? 1;
}
