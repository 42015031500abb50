// The tables of `data/names` and `data/readings` in, checked and frozen out: what we know of names in any script.
import { buildLegalForms, type LegalForms } from './legal-forms.ts';
import { invalid, readTable } from './data-table.ts';
import { buildLetterCosts, buildMatchWeights, type LetterCosts, type MatchWeights } from './match-weights.ts';
import { buildNameWords, type NameWords } from './name-words.ts';
import type { ReferenceFiles } from './reference-files.ts';
import { buildRomanisation, type Romanisation } from './romanisation.ts';
import { buildSurnames, type Surnames } from './surnames.ts';

export type { LegalFormAlias, LegalForms } from './legal-forms.ts';

export interface NameReference {
  /** Character to what stands for it in folded text: written forms of Han characters, letters, punctuation. */
  readonly characters: ReadonlyMap<string, string>;
  readonly legalForms: LegalForms;
  readonly words: NameWords;
  readonly surnames: Surnames;
  readonly romanisation: Romanisation;
  readonly weights: MatchWeights;
  /** What one letter costs for another between spellings of one name. */
  readonly letterCosts: LetterCosts;
}

/** @throws Problem `reference.invalid`, with the file and the line or entry. */
export function buildNameReference(files: ReferenceFiles): NameReference {
  const characters = buildCharacters(files);
  return Object.freeze({
    characters,
    legalForms: buildLegalForms(files, characters),
    words: buildNameWords(files, characters),
    surnames: buildSurnames(files, characters),
    romanisation: buildRomanisation(files, characters),
    weights: buildMatchWeights(files),
    letterCosts: buildLetterCosts(files),
  });
}

function buildCharacters(files: ReferenceFiles): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  const add = (file: string, columns: readonly [string, string], empty?: string) => {
    for (const { line, cells } of readTable(files, file, columns)) {
      const [from = '', to = ''] = cells;
      if ([...from].length !== 1) throw invalid(file, line, `"${from}" is not one character`);
      if (to === '' && empty === undefined) throw invalid(file, line, `nothing stands for "${from}"`);
      if (characters.has(from)) throw invalid(file, line, `"${from}" has a row already`);
      characters.set(from, to === '' ? (empty ?? '') : to);
    }
  };
  add('readings/han-variants.tsv', ['variant', 'key']);
  add('names/letters.tsv', ['letter', 'plain']);
  add('names/punctuation.tsv', ['mark', 'plain'], ' ');
  return characters;
}
