// ENAMDICT, EDICT and KANJIDIC (Debian packages enamdict, edict, kanjidic) in, the tables of this folder out.
// Run: node run.mjs data/readings/japanese-names/generate.ts /usr/share/edict
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { foldWith } from '../../../packages/engine/src/reference/folding.ts';
import { codesOfKana, soundLetters } from '../../../packages/engine/src/reference/japanese-codes.ts';
import {
  alignReadings,
  bestAlignment,
  modelOf,
  placeOf,
  type Headword,
  type ReadingCounts,
  type ReadingModel,
} from './align-readings.ts';
import { alignLatin } from './align-latin.ts';
import { readCharacters, readLatin, readNames, readNouns, type DictionaryName } from './read-dictionaries.ts';

/** word -> reading -> how often. */
type Words = Map<string, Map<string, number>>;

const source = `# Made by generate.ts from ENAMDICT 2021-02, EDICT 2021-02 and KANJIDIC 2022-08 of the Electronic Dictionary Research and
# Development Group (EDRDG, licence: CC BY-SA 3.0, see data/licences/edrdg.txt), changed: taken apart, counted and folded.
`;
/** What one person counts in the tables. */
const COUNTED = 20;

const here = import.meta.dirname;
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: generate.ts <folder of enamdict, edict and kanjidic>');
  process.exit(2);
}
const fold = foldByVariants();
const known = readCharacters(path.join(folder, 'kanjidic'), fold);
const names = readNames(path.join(folder, 'enamdict'), fold);
const people = splitPeople(names);
const family = countWords(names, people.family, ['s']);
const given = countWords(names, people.given, ['m', 'f', 'g']);
const others = wordsOfPlaces(names);
const nouns = readNouns(path.join(folder, 'edict'), fold);
const counts = alignReadings(
  [...headwords(family, 'family'), ...headwords(given, 'given'), ...headwords(others, 'word', 0.3), ...nouns],
  known,
  4,
);
const model = modelOf(counts, known);
write(
  'characters.tsv',
  `# How a character is read inside Japanese names: reading:family first.family later.given first.given later.other words, as
# counts of names; 0 throughout: only a dictionary of characters gives it.
character\treadings`,
  characterRows(counts),
);
write(
  'family-names.tsv',
  '# Family names that are read otherwise than their characters say, or are common, with how often each reading was seen, in\n# twentieths of a person, and all that are not listed together.\nname\treadings\tothers',
  wordRows(family, 'family', { common: 3, surprise: 2.6, least: 0.4 }, model),
);
write(
  'given-names.tsv',
  '# Given names likewise.\nname\treadings\tothers',
  wordRows(given, 'given', { common: 3, surprise: 2.6, least: 0.04 }, model),
);
write(
  'words.tsv',
  '# Places and other words in names of companies likewise.\nname\treadings\tothers',
  wordRows(ordinaryWords(others, nouns), 'word', { common: Infinity, surprise: 4, least: 0.4, unlessBest: 2 }, model),
);

write(
  'sound-pairs.tsv',
  '# How often one sound follows another in readings of names (letters of packages/engine/src/reference/japanese-codes.ts, ^ the beginning).\nfirst\tsecond\tcount',
  pairRows([family, given]),
);

write(
  'latin.tsv',
  '# Latin letters ($ ends a word) and the sounds that stand for them in katakana (_ none; - a long vowel), with counts of words.\nletters\tsounds',
  latinRows(),
);

/** A chunk of letters that was seen less often is a chance cut. */
function latinRows(): string[][] {
  const all = alignLatin(
    ['enamdict', 'edict'].flatMap((file) => readLatin(path.join(String(folder), file), fold)),
    5,
  );
  return [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([letters, sounds]) => {
      const total = [...sounds.values()].reduce((sum, seen) => sum + seen, 0);
      const kept = [...sounds]
        .filter(([, seen]) => 3 <= seen && total * 0.01 <= seen)
        .sort(([, a], [, b]) => b - a)
        .slice(0, 10);
      return kept.length === 0
        ? []
        : [[letters, kept.map(([spoken, seen]) => `${spoken || '_'}:${Math.round(seen)}`).join(',')]];
    });
}

function pairRows(all: readonly Words[]): string[][] {
  const pairs = new Map<string, number>();
  for (const words of all)
    for (const readings of words.values())
      for (const [reading, weight] of readings) {
        let before = '^';
        for (const letter of soundLetters(codesOfKana(reading) ?? [])) {
          pairs.set(before + letter, (pairs.get(before + letter) ?? 0) + weight);
          before = letter;
        }
      }
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pair, count]) => [pair[0] ?? '', pair[1] ?? '', String(Math.ceil(count))]);
}

function foldByVariants(): (text: string) => string {
  const characters = new Map<string, string>();
  for (const line of readFileSync(path.join(here, '../han-variants.tsv'), 'utf8').split('\n').slice(1)) {
    const [variant, key] = line.split('\t');
    if (variant !== undefined && key !== undefined && !variant.startsWith('#')) characters.set(variant, key);
  }
  return (text) => foldWith(characters, text);
}

/** Whole persons cut into family and given name where both parts are names in the dictionary. */
function splitPeople(all: readonly DictionaryName[]): { family: [string, string][]; given: [string, string][] } {
  const listed = (types: readonly string[]) =>
    new Set(
      all.filter((name) => types.some((type) => name.types.has(type))).map(({ word, reading }) => `${word} ${reading}`),
    );
  const families = listed(['s', 'u']);
  const givens = listed(['m', 'f', 'g', 'u']);
  const found = { family: [] as [string, string][], given: [] as [string, string][] };
  for (const { word, reading, types } of all) {
    if (!types.has('h')) continue;
    const characters = [...word];
    const cuts: [string, string, string, string][] = [];
    for (let at = 1; at < characters.length && at <= 4; at++)
      for (let cut = 1; cut < reading.length; cut++) {
        const head = characters.slice(0, at).join('');
        const tail = characters.slice(at).join('');
        const tailKnown = givens.has(`${tail} ${reading.slice(cut)}`) || tail === reading.slice(cut);
        if (tailKnown && families.has(`${head} ${reading.slice(0, cut)}`))
          cuts.push([head, reading.slice(0, cut), tail, reading.slice(cut)]);
      }
    const [cut] = cuts.sort(([a], [b]) => Math.abs([...a].length - 2) - Math.abs([...b].length - 2));
    if (!cut) continue;
    found.family.push([cut[0], cut[1]]);
    found.given.push([cut[2], cut[3]]);
  }
  return found;
}

/** A name that the dictionary lists counts half a person, one that may be of this kind a twentieth. */
function countWords(
  all: readonly DictionaryName[],
  seen: readonly [string, string][],
  types: readonly string[],
): Words {
  const words: Words = new Map();
  const add = (word: string, reading: string, weight: number) => {
    const readings = words.get(word) ?? new Map<string, number>();
    words.set(word, readings.set(reading, (readings.get(reading) ?? 0) + weight));
  };
  for (const { word, reading, types: own } of all)
    if (types.some((type) => own.has(type))) add(word, reading, 0.5);
    else if (own.has('u') && [...word].length <= 4) add(word, reading, 0.05);
  for (const [word, reading] of seen) add(word, reading, 1);
  return words;
}

function wordsOfPlaces(all: readonly DictionaryName[]): Words {
  const words: Words = new Map();
  for (const { word, reading, types } of all) {
    const weight = ['c', 'o', 'st'].some((type) => types.has(type)) ? 2 : types.has('p') ? 0.5 : 0;
    if (weight === 0 || 6 < [...word].length) continue;
    const readings = words.get(word) ?? new Map<string, number>();
    words.set(word, readings.set(reading, (readings.get(reading) ?? 0) + weight));
  }
  return words;
}

/** Words that names of companies are made of: common nouns, companies and stations; of places the short ones. */
function ordinaryWords(places: Words, common: readonly Headword[]): Words {
  const words: Words = new Map();
  for (const [word, readings] of places) {
    if (4 < [...word].length) continue;
    for (const [reading, weight] of readings) add(words, word, reading, weight);
  }
  for (const { characters, reading, weight } of common)
    if (1 < weight) add(words, characters.join(''), reading, weight);
  return words;
}

function add(words: Words, word: string, reading: string, weight: number): void {
  const readings = words.get(word) ?? new Map<string, number>();
  words.set(word, readings.set(reading, (readings.get(reading) ?? 0) + weight));
}

function headwords(words: Words, part: Headword['part'], factor = 1): Headword[] {
  return [...words].flatMap(([word, readings]) =>
    [...readings].map(([reading, weight]) => ({ characters: [...word], reading, part, weight: weight * factor })),
  );
}

/** Readings with a share worth keeping, most first. */
function characterRows(all: ReadingCounts): string[][] {
  return [...all]
    .filter(([character]) => /\p{Script=Han}|[ケヶヵカツッハ]/u.test(character))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([character, readings]) => {
      const rows = [...readings].map(([reading, byPlace]) => ({
        reading,
        byPlace,
        sum: byPlace.reduce((a, b) => a + b),
      }));
      const total = rows.reduce((sum, row) => sum + row.sum, 0);
      const kept = rows
        .filter(({ reading, sum }) =>
          known.get(character)?.has(reading) === true ? 0.3 <= sum : 4 <= sum || (1.5 <= sum && total * 0.01 <= sum),
        )
        .filter(({ reading }) => reading !== character)
        .sort((a, b) => b.sum - a.sum)
        .slice(0, 40)
        .map(({ reading, byPlace }) => `${reading}:${[...byPlace].map(countOf).join('.')}`);
      return kept.length === 0 ? [] : [[character, kept.join(',')]];
    });
}

function countOf(count: number): string {
  const rounded = Math.round(count);
  return rounded === 0 ? '' : String(rounded);
}

/**
 * Words whose characters alone would not tell the reading, and common ones, each with the readings worth keeping and how often
 * the word was seen with another one.
 */
function wordRows(
  words: Words,
  part: Headword['part'],
  { common, surprise, least, unlessBest = Infinity }: Keeping,
  readingModel: ReadingModel,
): string[][] {
  return [...words]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([word, readings]) => {
      const characters = [...word];
      const total = [...readings.values()].reduce((sum, count) => sum + count, 0);
      const kept = [...readings]
        .filter(
          ([reading, count]) =>
            least <= count &&
            (characters.length === 1 ||
              (common <= total && total * 0.01 <= count) ||
              (unlessBest <= count && reading !== likeliestReading(characters, part)) ||
              bestAlignment(readingModel, { characters, reading, part, weight: 1 }) < -surprise * characters.length),
        )
        .sort(([, a], [, b]) => b - a)
        .slice(0, 24);
      if (kept.length === 0) return [];
      const others = total - kept.reduce((sum, [, count]) => sum + count, 0);
      const cells = kept.map(([reading, count]) => `${reading}:${Math.ceil(count * COUNTED)}`);
      return [[word, cells.join(','), String(Math.round(others * COUNTED))]];
    });
}

/** Which readings of a word are worth a place. */
interface Keeping {
  /** All readings of a word that is seen as often. */
  readonly common: number;
  /** Readings whose log probability for each character is below minus this. */
  readonly surprise: number;
  /** No reading that is seen less often. */
  readonly least: number;
  /** From this count on any reading but the one that the characters suggest. */
  readonly unlessBest?: number;
}

/** The likeliest reading of each character. */
function likeliestReading(characters: readonly string[], part: Headword['part']): string {
  return characters
    .map((character, index) => {
      const place = placeOf(part, index);
      const [best] = [...(counts.get(character) ?? [])].sort(([, a], [, b]) => (b[place] ?? 0) - (a[place] ?? 0));
      return best?.[0] ?? '';
    })
    .join('');
}

function write(file: string, header: string, rows: readonly string[][]): void {
  writeFileSync(path.join(here, file), `${source}${header}\n${rows.map((row) => row.join('\t')).join('\n')}\n`);
  console.log(file, rows.length, 'rows');
}
