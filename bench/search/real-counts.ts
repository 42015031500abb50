// The folder of real files in, the names in them counted by language out.
import path from 'node:path';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { readRows } from '@sekisho/engine/testing/name-cases.ts';
import {
  capitalised,
  count,
  countPerson,
  emptyCounts,
  wordsOf,
  type CountsByLanguage,
  type LanguageName,
} from './name-counts.ts';
import { ownCounts } from './own-counts.ts';
import { readRealLists } from './real-lists.ts';

const countriesByLanguage: Partial<Record<LanguageName, readonly string[]>> = {
  'russian-latin': ['ru', 'by', 'ua', 'rs', 'bg', 'md', 'ba', 'me', 'hr', 'mk'],
  spanish: ['mx', 'co', 've', 'cu', 'ni', 'gt', 'es', 'pa', 'hn', 'sv', 'pe', 'ec', 'do', 'ar'],
  'arabic-latin': [
    'iq',
    'sy',
    'lb',
    'sa',
    'ye',
    'ly',
    'eg',
    'tn',
    'dz',
    'ma',
    'jo',
    'ps',
    'sd',
    'kw',
    'qa',
    'bh',
    'ae',
    'so',
  ],
  'persian-latin': ['ir', 'af', 'pk'],
  'chinese-latin': ['cn', 'hk', 'tw', 'mo', 'sg'],
  'korean-latin': ['kp', 'kr'],
  western: ['gb', 'us', 'de', 'fr', 'it', 'nl', 'be', 'ch', 'at', 'ie', 'za', 'ca', 'au', 'se', 'fi', 'lv', 'cy'],
};
const languageByCountry = new Map(
  Object.entries(countriesByLanguage).flatMap(([language, countries]) =>
    countries.map((country) => [country, language as LanguageName] as const),
  ),
);

/** Real names of real files. Sets whose rows are of unknown terms are read for this measurement alone and never shipped. */
export async function realCounts(folder: string): Promise<CountsByLanguage> {
  const counts = emptyCounts();
  const own = ownCounts();
  for (const [family, times] of own.hangul.family) count(counts.hangul.family, family, times);
  for (const syllable of KOREAN_SYLLABLES) count(counts.hangul.given, syllable);
  for (const [word, times] of own.greek.given)
    for (const place of ['given', 'family'] as const) count(counts.greek[place], word, times);
  for (const { entities } of await readRealLists(folder)) for (const entity of entities) countListed(counts, entity);
  const rows = (set: string) => readRows(path.join(folder, `names/dev/${set}.csv`));
  for (const row of rows('fullname_korean')) countFullName(counts, row['name1'] ?? '', row['name2'] ?? '', 'hangul');
  for (const row of rows('fullname_hebrew')) countFullName(counts, row['name1'] ?? '', row['name2'] ?? '', 'hebrew');
  for (const row of rows('netr_katakana')) countKatakana(counts, row);
  for (const row of rows('watchlist_cross_script'))
    if (!row['source']?.startsWith('UA ')) countWatchlistName(counts, row['name2'] ?? '', row['schema'] ?? '');
  countJapanese(counts, rows('ja_kana_person_edinet'), rows('ja_kanji_romaji'));
  for (const row of rows('ja_en_company_edinet')) {
    count(counts.japanese.company, (row['name1'] ?? '').normalize('NFKC').replace(/株式会社|\s/g, ''));
    for (const word of wordsOf(row['name2'] ?? '')) count(counts['japanese-latin'].company, capitalised(word));
  }
  for (const row of rows('ja_kana_company_edinet'))
    count(counts.katakana.company, (row['name2'] ?? '').replace(/カブシキ[ガカ]イシ[ャヤ]/, ''));
  for (const row of rows('ko_en_company_dart')) {
    count(counts.hangul.company, row['name1']);
    for (const word of wordsOf(row['name2'] ?? '')) count(counts['korean-latin'].company, capitalised(word));
  }
  for (const file of ['t187ap03_L', 't187ap03_O'])
    for (const row of readRows(path.join(folder, `registers/tw-twse/2023-08-31/${file}.csv`))) {
      count(counts.chinese.company, hanOnly((row['公司名稱'] ?? '').replace(/股份有限公司|有限公司/, '')));
      for (const officer of ['董事長', '總經理', '發言人', '代理發言人', '簽證會計師1', '簽證會計師2'])
        countChinese(counts, row[officer] ?? '');
    }
  return counts;
}

/** Of given names, two to a name; the sets hold Korean names of other people only. General knowledge. */
const KOREAN_SYLLABLES =
  '민지영현수진서우성호준재은정경희미선혜연주원태상동석철용기광명일남순옥자숙화인규훈혁찬빈윤하나라아람승도병창종두학범식환균근섭';

function countListed(counts: CountsByLanguage, { schema, names, nationalities, countries }: Entity): void {
  const language = [...nationalities, ...countries].map((country) => languageByCountry.get(country)).find(Boolean);
  for (const { text, kind, given = '', family = '' } of names) {
    if (kind === 'original-script' || !/^[\p{sc=Latin}\P{L}]+$/u.test(text)) continue;
    if (!language) continue;
    if (schema !== 'Person') for (const word of wordsOf(text)) count(counts[language].company, capitalised(word));
    else if (family !== '')
      countPerson(
        counts[language],
        wordsOf(given).map(capitalised),
        wordsOf(family)
          .map(capitalised)
          .filter((word) => 2 < word.length || /^chinese|^korean/.test(language)),
      );
  }
}

/** Names of people of all languages: those in the manner of others are counted there. */
function countFullName(counts: CountsByLanguage, latin: string, other: string, script: 'hangul' | 'hebrew'): void {
  const words = wordsOf(latin);
  const family = words.at(-1) ?? '';
  const others = wordsOf(other.replace(/\(.*\)/, ''));
  if (others.length < 2 || words.length < 2) return;
  if (script === 'hebrew') countPerson(counts.hebrew, others.slice(0, 1), others.slice(-1));
  if (/(ov|ev|ova|eva|ski|sky|enko|vić|vich|yan|shvili)$/i.test(family)) return;
  if (words.every((word) => /^[\p{Lu}][\p{sc=Latin}’'.-]+$/u.test(word)) && words.length < 4)
    countPerson(counts.western, words.slice(0, -1), [family]);
}

function countKatakana(counts: CountsByLanguage, { name2 = '' }: Record<string, string>): void {
  count(counts.katakana.given, name2);
  count(counts.katakana.family, name2);
}

function countWatchlistName(counts: CountsByLanguage, text: string, schema: string): void {
  const language = /\p{sc=Cyrillic}/u.test(text)
    ? 'cyrillic'
    : /\p{sc=Arabic}/u.test(text)
      ? 'arabic'
      : /\p{sc=Greek}/u.test(text)
        ? 'greek'
        : undefined;
  if (!language) return;
  const words = wordsOf(text)
    .filter((word) => !/\p{sc=Latin}/u.test(word))
    .map((word) => (language === 'arabic' ? word : capitalised(word)));
  if (schema !== 'Person') for (const word of words) count(counts[language].company, word);
  else if (language === 'cyrillic') countRussian(counts, words);
  else countPerson(counts[language], words.slice(0, -1), words.slice(-1));
}

/** Family name first or last: it is the one beside the patronymic that is not behind the given name. */
function countRussian(counts: CountsByLanguage, words: readonly string[]): void {
  const place = words.findIndex((word) => /(вич|вна|ич)$/u.test(word));
  if (words.length !== 3 || place < 1) return;
  const [first = '', second = '', third = ''] = words;
  if (place === 2) countPerson(counts.cyrillic, [second, third], [first]);
  else countPerson(counts.cyrillic, [first, second], [third]);
}

function countChinese(counts: CountsByLanguage, text: string): void {
  if (!/^\p{sc=Han}{2,3}$/u.test(text)) return;
  count(counts.chinese.family, text.slice(0, 1));
  for (const character of text.slice(1)) count(counts.chinese.given, character);
}

function hanOnly(text: string): string | undefined {
  return /^\p{sc=Han}{2,}$/u.test(text) ? text : undefined;
}

function countJapanese(
  counts: CountsByLanguage,
  people: readonly Record<string, string>[],
  romaji: readonly Record<string, string>[],
): void {
  for (const { name1 = '' } of people) {
    const [family, given = ''] = name1.split(/\s/);
    if (given === '' || 3 < given.length || /[理代]事/.test(given)) continue;
    count(counts.japanese.family, family);
    count(counts.japanese.given, given);
  }
  const families = new Set<string>();
  for (const { name2 = '' } of romaji) if (name2.includes(',')) families.add(capitalised(name2.split(',')[0] ?? ''));
  for (const { name2 = '' } of romaji) {
    const [first = '', second = ''] = wordsOf(name2).map(capitalised);
    if (name2.includes(',') || (families.has(first) && !families.has(second)))
      countPerson(counts['japanese-latin'], [second], [first]);
    else if (families.has(second) && !families.has(first)) countPerson(counts['japanese-latin'], [first], [second]);
  }
}
