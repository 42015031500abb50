// `data/names/slavic-parts.tsv` in, the parts of Ukrainian and Belarusian words that are other words in Russian out.
import { foldWith } from './folding.ts';
import { invalid, readTable } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface SlavicParts {
  /** Every part, wherever it may stand in a word. */
  readonly pattern: RegExp;
  /** One of them, or what it is in Russian, at the beginning of what follows another word in one. */
  readonly following: RegExp;
  /** A folded part to the Russian one. */
  readonly russian: ReadonlyMap<string, string>;
}

/** @throws Problem `reference.invalid`, with file and line. */
export function buildSlavicParts(files: ReferenceFiles, characters: ReadonlyMap<string, string>): SlavicParts {
  const file = 'names/slavic-parts.tsv';
  const russian = new Map<string, string>();
  const patterns: string[] = [];
  for (const { line, cells } of readTable(files, file, ['russian', 'others'])) {
    const [own = '', others = ''] = cells.map((cell) => foldWith(characters, cell));
    for (const written of others.split(' ')) {
      const part = written.replace(/^-/, '');
      if (!/^\p{Script=Cyrillic}{2,}$/u.test(part)) throw invalid(file, line, `"${written}" is no part of a word`);
      if (russian.has(part)) throw invalid(file, line, `"${part}" has a row already`);
      russian.set(part, own);
      patterns.push(part === written ? part : `(?<!^)${part}`);
    }
  }
  patterns.sort((a, b) => b.length - a.length);
  const either = [...new Set([...russian.keys(), ...russian.values()])].join('|');
  return Object.freeze({
    pattern: new RegExp(patterns.join('|'), 'g'),
    following: new RegExp(`^[ое]?(?:${either})`),
    russian,
  });
}
