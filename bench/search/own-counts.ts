// Our own tables of words in, what they hold of names by language out: poorer than real files, but always there.
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { capitalised, count, emptyCounts, type CountsByLanguage, type LanguageName } from './name-counts.ts';

const scripts: readonly (readonly [RegExp, LanguageName])[] = [
  [/^\p{sc=Latin}+$/u, 'western'],
  [/^\p{sc=Cyrillic}+$/u, 'cyrillic'],
  [/^\p{sc=Arabic}+$/u, 'arabic'],
  [/^[\p{sc=Katakana}ー]+$/u, 'katakana'],
  [/^\p{sc=Hangul}+$/u, 'hangul'],
  [/^\p{sc=Hebrew}+$/u, 'hebrew'],
  [/^\p{sc=Greek}+$/u, 'greek'],
  [/^\p{sc=Han}+$/u, 'chinese'],
];

/** A language that they hold nothing of stays empty. */
export function ownCounts(): CountsByLanguage {
  const counts = emptyCounts();
  for (const [, forms = ''] of rowsOf('names/given-names.tsv'))
    for (const form of forms.split(',')) countByScript(counts, 'given', form);
  for (const [word = '', names = '1'] of rowsOf('names/word-frequencies.tsv').slice(1))
    if (/^[a-z]{3,}$/.test(word)) count(counts.western.family, capitalised(word), Number(names));
  for (const [, , words = ''] of rowsOf('names/company-words.tsv'))
    for (const word of words.split(' ')) countByScript(counts, 'company', word.replace('*', ''));
  for (const [han, pinyin = '', spellings = ''] of rowsOf('names/chinese-surnames.tsv')) {
    count(counts.chinese.family, han);
    for (const spelling of [pinyin, ...spellings.split(',')])
      count(counts['chinese-latin'].family, capitalised(spelling));
    count(counts['chinese-latin'].given, capitalised(pinyin));
  }
  for (const [hangul, , spellings = ''] of rowsOf('names/korean-surnames.tsv')) {
    count(counts.hangul.family, hangul);
    for (const spelling of spellings.split(',')) count(counts['korean-latin'].family, capitalised(spelling));
  }
  for (const [syllable] of rowsOf('names/korean-surnames.tsv')) count(counts.hangul.given, syllable);
  for (const place of ['family', 'given'] as const)
    for (const [name = '', readings = ''] of rowsOf(`readings/japanese-names/${place}-names.tsv`))
      if (/^\p{sc=Han}+$/u.test(name)) count(counts.japanese[place], name, Number(/:(\d+)/.exec(readings)?.[1] ?? 1));
  return counts;
}

function rowsOf(file: string): string[][] {
  return (referenceFiles.get(file) ?? '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));
}

function countByScript(counts: CountsByLanguage, place: 'given' | 'company', word: string): void {
  const language = scripts.find(([script]) => script.test(word))?.[1];
  if (language) count(counts[language][place], language === 'arabic' ? word : capitalised(word));
}
