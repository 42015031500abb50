// The tables of `data/names` and `data/readings` in, checked and frozen out: what we know of names in any script.
import { buildConfusedCharacters, type ConfusedCharacters } from './confused-characters.ts';
import { buildLegalForms, type LegalForms } from './legal-forms.ts';
import { invalid, readTable } from './data-table.ts';
import { buildLetterWeights, type LetterWeightTables } from './letter-weights.ts';
import { buildMatchWeights, type MatchWeights } from './match-weights.ts';
import { buildNameGroups, type NameGroups } from './name-groups.ts';
import { buildNameWords, type NameWords } from './name-words.ts';
import { onceForFiles } from './once-for-files.ts';
import type { ReferenceFiles } from './reference-files.ts';
import { buildLookAlikes, type LookAlikes } from './look-alikes.ts';
import { buildRomanisation, type Romanisation } from './romanisation.ts';
import { buildJapaneseNames, type JapaneseNames } from './japanese-names.ts';
import { buildNameWeights, type NameWeights } from './name-weights.ts';
import { buildWordRarity, type WordRarity } from './word-frequencies.ts';
import { buildSlavicParts, type SlavicParts } from './slavic-parts.ts';
import { buildSurnames, type Surnames } from './surnames.ts';
import { buildTransliteration, type Transliteration } from './transliteration.ts';

export type { LegalFormAlias, LegalForms } from './legal-forms.ts';

export interface NameReference {
  /** Character to what stands for it in folded text: written forms of Han characters, letters, punctuation. */
  readonly characters: ReadonlyMap<string, string>;
  readonly confusedCharacters: ConfusedCharacters;
  readonly legalForms: LegalForms;
  readonly words: NameWords;
  readonly groups: NameGroups;
  readonly surnames: Surnames;
  /** What long Ukrainian and Belarusian words of company names are made of, in Russian. */
  readonly slavicParts: SlavicParts;
  readonly japanese: JapaneseNames;
  readonly romanisation: Romanisation;
  readonly lookAlikes: LookAlikes;
  /** What learned spellings say about words in different letters being one. */
  readonly transliteration: Transliteration;
  /** What letters say quickly of words that may be one: for the search, which compares few in full. */
  readonly letterWeights: LetterWeightTables;
  readonly weights: MatchWeights;
  readonly nameWeights: NameWeights;
  readonly wordRarity: WordRarity;
}

/**
 * Files handed in once more have their tables already.
 * @throws Problem `reference.invalid`, with the file and the line or entry.
 */
export const buildNameReference: (files: ReferenceFiles) => NameReference = onceForFiles((files) => {
  const characters = buildCharacters(files);
  return Object.freeze({
    characters,
    confusedCharacters: buildConfusedCharacters(files, characters),
    legalForms: buildLegalForms(files, characters),
    words: buildNameWords(files, characters),
    groups: buildNameGroups(files, characters),
    surnames: buildSurnames(files, characters),
    slavicParts: buildSlavicParts(files, characters),
    japanese: buildJapaneseNames(files),
    romanisation: buildRomanisation(files, characters),
    lookAlikes: buildLookAlikes(files),
    transliteration: buildTransliteration(files),
    letterWeights: buildLetterWeights(files),
    weights: buildMatchWeights(files),
    nameWeights: buildNameWeights(files),
    wordRarity: buildWordRarity(files),
  });
});

/** What stands for a character in folded text. @throws Problem `reference.invalid`, with file and line. */
export function buildCharacters(files: ReferenceFiles): ReadonlyMap<string, string> {
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
