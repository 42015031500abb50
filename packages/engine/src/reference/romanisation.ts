// `data/readings/romanisation` and `han-readings.tsv` in, look-ups from any script to Latin letters and syllables out.
import { foldWith } from './folding.ts';
import { invalid, readTable } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

/** Letters or short groups of letters to Latin, longest first when read. */
export interface LetterTable {
  readonly latin: ReadonlyMap<string, string>;
  readonly longest: number;
}

/** A spelling of one syllable to the syllables it can stand for. */
export interface SyllableTable {
  readonly syllables: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
}

/** Readings of one Han character, commonest first. */
export interface HanReadings {
  /** Pinyin without tones, ü as v. */
  readonly mandarin: readonly string[];
  /** Jyutping without tones. */
  readonly cantonese: readonly string[];
  readonly on: readonly string[];
  readonly kun: readonly string[];
  readonly hangul: readonly string[];
  readonly vietnamese: readonly string[];
}

export interface Romanisation {
  readonly cyrillic: LetterTable;
  readonly greek: LetterTable;
  readonly arabic: LetterTable;
  readonly hebrew: LetterTable;
  readonly kana: LetterTable;
  /** Romaji of any system to Hepburn. */
  readonly romaji: LetterTable;
  readonly hangul: {
    readonly lead: readonly string[];
    readonly vowel: readonly string[];
    readonly tail: readonly string[];
  };
  readonly chinese: Readonly<Record<'pinyin' | 'wade-giles' | 'kana' | 'palladius', SyllableTable>>;
  readonly cantonese: SyllableTable;
  /** By the key of the character's class; undefined when nothing is known. */
  readonly hanReadings: (key: string) => HanReadings | undefined;
}

const FOLDER = 'readings/romanisation';

/** @throws Problem `reference.invalid`, with file and line. */
export function buildRomanisation(files: ReferenceFiles, characters: ReadonlyMap<string, string>): Romanisation {
  const letterTable = (name: string, columns = ['letters', 'latin']): LetterTable => {
    const file = `${FOLDER}/${name}.tsv`;
    const latin = new Map<string, string>();
    for (const { line, cells } of readTable(files, file, columns)) {
      const letters = name === 'kana' ? (cells[0] ?? '') : foldWith(characters, cells[0] ?? '');
      if (letters === '' || !/^[a-z]*$/.test(cells[1] ?? '')) throw invalid(file, line, 'letters and Latin letters');
      latin.set(letters, cells[1] ?? '');
    }
    return { latin, longest: longestOf(latin.keys()) };
  };
  const chinese = syllableTables(files, 'chinese');
  const tableOf = (tables: ReadonlyMap<string, SyllableTable>, system: string, file: string): SyllableTable => {
    const table = tables.get(system);
    if (!table) throw invalid(`${FOLDER}/${file}.tsv`, system, 'the system has no rows');
    return table;
  };
  return Object.freeze({
    cyrillic: letterTable('cyrillic'),
    greek: letterTable('greek'),
    arabic: letterTable('arabic'),
    hebrew: letterTable('hebrew'),
    kana: letterTable('kana', ['kana', 'latin']),
    romaji: letterTable('romaji', ['romaji', 'hepburn']),
    hangul: hangulParts(files),
    chinese: {
      pinyin: tableOf(chinese, 'pinyin', 'chinese'),
      'wade-giles': tableOf(chinese, 'wade-giles', 'chinese'),
      kana: tableOf(chinese, 'kana', 'chinese'),
      palladius: tableOf(chinese, 'palladius', 'chinese'),
    },
    cantonese: tableOf(syllableTables(files, 'cantonese'), 'hong-kong', 'cantonese'),
    hanReadings: hanReadings(files),
  });
}

function longestOf(keys: Iterable<string>): number {
  let longest = 0;
  for (const key of keys) longest = Math.max(longest, key.length);
  return longest;
}

function syllableTables(files: ReferenceFiles, name: string): ReadonlyMap<string, SyllableTable> {
  const file = `${FOLDER}/${name}.tsv`;
  const bySystem = new Map<string, Map<string, string[]>>();
  for (const { line, cells } of readTable(files, file, ['system', 'spelling', 'syllable'])) {
    const [system = '', spelling = '', syllable = ''] = cells;
    if (!system || !spelling || !syllable) throw invalid(file, line, 'a cell is empty');
    const table = bySystem.get(system) ?? new Map<string, string[]>();
    bySystem.set(system, table.set(spelling, [...(table.get(spelling) ?? []), syllable]));
  }
  return new Map(
    [...bySystem].map(([system, syllables]) => [system, { syllables, longest: longestOf(syllables.keys()) }]),
  );
}

function hangulParts(files: ReferenceFiles): Romanisation['hangul'] {
  const file = `${FOLDER}/hangul.tsv`;
  const parts: Record<string, string[]> = { lead: [], vowel: [], tail: [] };
  for (const { line, cells } of readTable(files, file, ['part', 'index', 'latin'])) {
    const [part = '', index = '', latin = ''] = cells;
    const letters = parts[part];
    if (!letters || Number(index) !== letters.length) throw invalid(file, line, 'lead, vowel or tail, in order from 0');
    letters.push(latin);
  }
  const { lead = [], vowel = [], tail = [] } = parts;
  if (lead.length !== 19 || vowel.length !== 21 || tail.length !== 28)
    throw invalid(file, 1, 'hangul has 19 leads, 21 vowels and 28 tails');
  return { lead, vowel, tail };
}

/** 43,000 rows: each is taken apart when it is first asked for. */
function hanReadings(files: ReferenceFiles): Romanisation['hanReadings'] {
  const columns = ['key', 'mandarin', 'cantonese', 'on', 'kun', 'hangul', 'vietnamese'];
  const rows = new Map<string, readonly string[]>();
  for (const { cells } of readTable(files, 'readings/han-readings.tsv', columns)) rows.set(cells[0] ?? '', cells);
  const list = (cell: string | undefined) => (cell ? cell.split(',') : []);
  return (key) => {
    const cells = rows.get(key);
    return (
      cells && {
        mandarin: list(cells[1]),
        cantonese: list(cells[2]),
        on: list(cells[3]),
        kun: list(cells[4]),
        hangul: list(cells[5]),
        vietnamese: list(cells[6]),
      }
    );
  };
}
