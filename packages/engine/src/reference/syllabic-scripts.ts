// `romanisation/{brahmic,ethiopic,south-east-asian}.tsv` in, one table for each script whose letters are syllables out.
import { invalid, readTable } from './data-table.ts';
import { foldWith } from './folding.ts';
import type { ReferenceFiles } from './reference-files.ts';

export const syllabicScripts = [
  'devanagari',
  'bengali',
  'gurmukhi',
  'gujarati',
  'oriya',
  'tamil',
  'telugu',
  'kannada',
  'malayalam',
  'sinhala',
  'thai',
  'lao',
  'khmer',
  'myanmar',
  'ethiopic',
] as const;
export type SyllabicScript = (typeof syllabicScripts)[number];

const signParts = ['onset', 'rime', 'final', 'letter', 'lead', 'joiner', 'silent'] as const;
const inherentParts = ['inherent', 'inherent-closed', 'inherent-end', 'inherent-after-vowel'] as const;

/** The parts of a syllable to Latin letters; `south-east-asian.tsv` says what each part is. */
export interface SyllabicTable {
  readonly signs: Readonly<Record<(typeof signParts)[number], ReadonlyMap<string, string>>>;
  /** What is said where no vowel is written. Undefined: as elsewhere. */
  readonly inherent: Readonly<Partial<Record<(typeof inherentParts)[number], string>>>;
  readonly longest: number;
}

/** @throws Problem `reference.invalid`, with file and line. */
export function buildSyllabicScripts(
  files: ReferenceFiles,
  characters: ReadonlyMap<string, string>,
): Readonly<Record<SyllabicScript, SyllabicTable>> {
  const found = new Map<string, ReturnType<typeof emptyTable>>();
  for (const name of ['brahmic', 'ethiopic', 'south-east-asian']) {
    const file = `readings/romanisation/${name}.tsv`;
    for (const { line, cells } of readTable(files, file, ['script', 'part', 'letters', 'latin'])) {
      const [script = '', part = '', written = '', latin = ''] = cells;
      if (!syllabicScripts.some((known) => known === script)) throw invalid(file, line, `"${script}" is no script`);
      if (!/^[a-z]*$/.test(latin)) throw invalid(file, line, `"${latin}" is not in Latin letters`);
      const table = found.get(script) ?? emptyTable();
      found.set(script, table);
      const inherent = inherentParts.find((known) => known === part);
      const sign = signParts.find((known) => known === part);
      if (inherent) table.inherent[inherent] = latin;
      else if (sign) table.signs[sign].set(foldWith(characters, written), latin);
      else throw invalid(file, line, `"${part}" is no part of a syllable`);
    }
  }
  return Object.freeze(
    Object.fromEntries(
      syllabicScripts.map((script) => {
        const table = found.get(script) ?? emptyTable();
        const lengths = signParts.flatMap((part) => [...table.signs[part].keys()].map(({ length }) => length));
        return [script, { ...table, longest: Math.max(0, ...lengths) }];
      }),
    ),
  ) as unknown as Readonly<Record<SyllabicScript, SyllabicTable>>;
}

function emptyTable() {
  return {
    signs: Object.fromEntries(signParts.map((part) => [part, new Map<string, string>()])) as Record<
      (typeof signParts)[number],
      Map<string, string>
    >,
    inherent: {} as Partial<Record<(typeof inherentParts)[number], string>>,
  };
}
