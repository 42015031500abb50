// Allowed sets in, words in a script beside words in Latin letters with their labels out.
import { foldText } from '@sekisho/engine/names/fold.ts';
import { katakanaOf } from '@sekisho/engine/names/script.ts';
import { romanise } from '@sekisho/engine/names/romanise.ts';
import type { NameReference } from '@sekisho/engine/reference/name-reference.ts';
import type { TransliterationScript } from '@sekisho/engine/reference/transliteration.ts';
import { readAllowedSet, type AllowedName } from './allowed-sets.ts';
import { readCsv } from './csv.ts';
import type { WordPair } from './near-pairs.ts';
import { hashOf } from './random.ts';

export interface LabelledWords extends WordPair {
  readonly isMatch: boolean;
  readonly set: AllowedName | 'made';
  readonly weight: number;
}

export type TrainingReference = Pick<NameReference, 'characters' | 'romanisation'>;

export interface WordSet {
  readonly words: readonly LabelledWords[];
  /** Lines for the head of the table. */
  readonly sources: readonly string[];
}

const setsByScript = {
  arabic: ['netr_arabic'],
  hebrew: ['netr_hebrew', 'fullname_hebrew'],
  cyrillic: ['netr_russian'],
  kana: ['netr_katakana', 'netr_japanese', 'ja_latin_kana_company'],
  hangul: ['netr_korean', 'fullname_korean'],
  han: ['netr_chinese'],
} satisfies Partial<Record<TransliterationScript, readonly AllowedName[]>>;

export type ForeignScript = keyof typeof setsByScript;
export const foreignScripts = Object.keys(setsByScript) as readonly ForeignScript[];

/** Words of the script and of Latin letters, folded and bare. */
export function readWords(folder: string, script: ForeignScript, reference: TrainingReference): WordSet {
  const words: LabelledWords[] = [];
  const sources: string[] = [];
  for (const set of setsByScript[script] as readonly AllowedName[]) {
    const { text, source } = readAllowedSet(folder, set);
    sources.push(source);
    for (const row of readCsv(text)) {
      const isMatch = row['is_match'] === 'true';
      const a = foldText(row['name1'] ?? '', reference as NameReference);
      const b = foldText(row['name2'] ?? '', reference as NameReference);
      if (set.startsWith('netr')) words.push(wordsOf(b, a, isMatch, set, script));
      else if (set === 'ja_latin_kana_company') words.push(...wholeNames(a, b, isMatch));
      else if (isMatch) words.push(...alignedWords(a, b, set, script));
    }
  }
  return { words: words.filter(({ source, latin }) => isUsable(source, latin)), sources };
}

/** The same words with the source in Latin letters by the table of its script. */
export function romanisedWords(
  words: readonly LabelledWords[],
  script: ForeignScript,
  reference: TrainingReference,
): readonly LabelledWords[] {
  return words
    .map((word) => ({
      ...word,
      source: romanise(word.source, script, reference as NameReference).replace(/[^a-z]/g, ''),
    }))
    .filter(({ source, latin }) => isUsable(source, latin));
}

function wordsOf(
  source: string,
  latin: string,
  isMatch: boolean,
  set: AllowedName,
  script: ForeignScript,
): LabelledWords {
  const bare = source.replace(/[^\p{L}\p{M}ー]/gu, '');
  return {
    source: script === 'kana' ? katakanaOf(bare) : bare,
    latin: latin.replace(/[^a-z]/g, ''),
    isMatch,
    set,
    weight: 1,
  };
}

function isUsable(source: string, latin: string): boolean {
  return source !== '' && latin !== '' && source.length <= LONGEST && latin.length <= LONGEST;
}

const LONGEST = 32;

/** Names of companies with their kana, as one word each; what is written with digits is left out. */
function wholeNames(latin: string, kana: string, isMatch: boolean): readonly LabelledWords[] {
  if (/[^a-z .,&'()/-]/.test(latin) || /[^\p{Script=Katakana}\p{Script=Hiragana}ー・ ]/u.test(kana)) return [];
  return [wordsOf(kana, latin.replaceAll('&', 'and'), isMatch, 'ja_latin_kana_company', 'kana')];
}

/** Words of whole names: only where the sides have as many words, in order; outliers of the alignment fall out later. */
function alignedWords(
  latin: string,
  source: string,
  set: AllowedName,
  script: ForeignScript,
): readonly LabelledWords[] {
  const latinWords = latin.split(/[ -]+/);
  const sourceWords = source.split(/[ \-・]+/);
  if (latinWords.length !== sourceWords.length) return [];
  return latinWords.map((word, index) => wordsOf(sourceWords[index] ?? '', word, true, set, script));
}

/** Words as the table of their script has them in Latin letters: what names in passports look like. */
export function asTheTableSays(
  words: readonly LabelledWords[],
  script: ForeignScript,
  reference: TrainingReference,
): readonly LabelledWords[] {
  const sources = [...new Set(words.filter(({ isMatch }) => isMatch).map(({ source }) => source))];
  return sources
    .map((source): LabelledWords => {
      const latin = romanise(source, script, reference as NameReference).replace(/[^a-z]/g, '');
      return { source, latin, isMatch: true, set: 'made', weight: WEIGHT_OF_TABLE };
    })
    .filter(({ source, latin }) => isUsable(source, latin));
}

const WEIGHT_OF_TABLE = 0.6;

/** Small kana made big and long marks left out, as in the kana of companies: a second form of some of the words. */
export function withBigKana(words: readonly LabelledWords[]): readonly LabelledWords[] {
  return words.flatMap((word) => {
    const big = word.source.replace(/[ァィゥェォッャュョヮ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 1));
    return big === word.source || hashOf(word.source + word.latin) % 3 !== 0
      ? [word]
      : [word, { ...word, source: big }];
  });
}
