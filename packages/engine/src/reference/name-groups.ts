// `data/names/given-names.tsv` and `surname-variants.tsv` in, the groups that a written name belongs to out.
import { foldWith } from './folding.ts';
import { invalid, readTable } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

/** A name is one with every other name of its group: `form` in another language or spelling, `short` as a nickname. */
export interface NameGroup {
  readonly id: string;
  readonly kind: 'form' | 'short';
}

/** A folded name, as it is written or in Latin letters, to its groups. A short form may belong to several. */
export type NameGroups = ReadonlyMap<string, readonly NameGroup[]>;

/** @throws Problem `reference.invalid`, with file and line. */
export function buildNameGroups(files: ReferenceFiles, characters: ReadonlyMap<string, string>): NameGroups {
  const groups = new Map<string, NameGroup[]>();
  for (const [file, family] of FILES)
    for (const { line, cells } of readTable(files, file, ['group', 'forms', 'short'])) {
      const [name = '', forms = '', short = ''] = cells;
      if (!/^[a-z][a-z0-9-]*$/.test(name)) throw invalid(file, line, `"${name}" is no name of a group`);
      const id = `${family}/${name}`;
      for (const [kind, list] of [
        ['form', forms],
        ['short', short],
      ] as const)
        for (const written of new Set(list.split(',').map((one) => foldWith(characters, one.trim())))) {
          if (written === '') continue;
          if (written.includes(' ')) throw invalid(file, line, `"${written}" is not one word`);
          const known = groups.get(written) ?? [];
          if (known.some((group) => group.id === id)) throw invalid(file, line, `"${written}" stands here twice`);
          known.push({ id, kind });
          groups.set(written, known);
        }
    }
  return groups;
}

const FILES = [
  ['names/given-names.tsv', 'given'],
  ['names/surname-variants.tsv', 'family'],
] as const;
