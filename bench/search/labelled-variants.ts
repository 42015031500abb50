// The labelled pairs of names in two scripts in, what may stand for a word or a whole name in another script out.
import path from 'node:path';
import { readRows } from '@sekisho/engine/testing/name-cases.ts';
import { capitalised } from './name-counts.ts';

export type Side = 'latin' | 'other';
export type NamePair = Readonly<Record<Side, string>>;

/** Words of one script with their Latin side: a name made of them can be asked for in either. */
export interface WordPairs {
  readonly joiner: string;
  readonly given: readonly NamePair[];
  readonly family: readonly NamePair[];
}

export interface LabelledVariants {
  readonly words: readonly WordPairs[];
  readonly names: readonly NamePair[];
}

const wordSets = ['arabic', 'chinese', 'hebrew', 'japanese', 'katakana', 'korean', 'russian'];
/** Whole names that are said alike in both; Japanese ones in characters and in Latin letters or kana. */
const nameSets = ['fullname_hebrew', 'fullname_korean', 'ja_kanji_romaji', 'ja_kanji_kana'];

export function labelledVariants(folder: string): LabelledVariants {
  const positives = (set: string) =>
    readRows(path.join(folder, `names/dev/${set}.csv`)).filter((row) => row['is_match'] === 'true');
  const fullNames = ['fullname_hebrew', 'fullname_korean'].flatMap((set) =>
    readRows(path.join(folder, `names/dev/${set}.csv`)).map((row) => (row['name1'] ?? '').toLowerCase().split(' ')),
  );
  const firsts = new Set(fullNames.map((words) => words[0]));
  const lasts = new Set(fullNames.map((words) => words.at(-1)));
  const words = wordSets.map((set): WordPairs => {
    const pairs = positives(`netr_${set}`).filter(({ name1 = '', name2 = '' }) => 2 < name1.length && 1 < name2.length);
    const made = ({ name1 = '', name2 = '' }: Record<string, string>): NamePair => ({
      latin: capitalised(name1),
      other: set === 'russian' ? capitalised(name2) : name2,
    });
    return {
      joiner: ['chinese', 'japanese', 'katakana'].includes(set) ? '・' : ' ',
      given: pairs.filter(({ name1 = '' }) => firsts.has(name1)).map(made),
      family: pairs.filter(({ name1 = '' }) => lasts.has(name1) || !firsts.has(name1)).map(made),
    };
  });
  const names = nameSets.flatMap((set) =>
    positives(set).map(({ name1 = '', name2 = '' }): NamePair =>
      set.startsWith('ja_') ? { latin: name2, other: name1 } : { latin: name1, other: name2 },
    ),
  );
  return { words: words.filter(({ given, family }) => 0 < given.length && 0 < family.length), names };
}
