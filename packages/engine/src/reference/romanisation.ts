// `data/readings/romanisation` and `han-readings.tsv` in, look-ups from any script to Latin letters and syllables out.
import { foldWith } from './folding.ts';
import { invalid, readTable } from './data-table.ts';
import { buildKoreanSyllables, type KoreanSyllables } from './korean-syllables.ts';
import type { ReferenceFiles } from './reference-files.ts';
import { buildSyllabicScripts, type SyllabicScript, type SyllabicTable } from './syllabic-scripts.ts';
import { syllableTable, type SyllableTable } from './syllable-table.ts';

export type { SyllableTable } from './syllable-table.ts';

/** Letters or short groups of letters to Latin, longest first when read. */
export interface LetterTable {
  readonly latin: ReadonlyMap<string, string>;
  readonly longest: number;
  /** The same, to be read letter by letter. */
  readonly tree: SyllableTable;
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
  /** What other systems make of it: passports, science, German, newspapers. */
  readonly cyrillicSystems: readonly LetterTable[];
  readonly greek: LetterTable;
  readonly arabic: LetterTable;
  readonly hebrew: LetterTable;
  readonly georgian: LetterTable;
  readonly armenian: LetterTable;
  /** Where the western language says another letter; eastern elsewhere. */
  readonly westernArmenian: LetterTable;
  readonly syllabic: Readonly<Record<SyllabicScript, SyllabicTable>>;
  readonly kana: LetterTable;
  /** Romaji of any system to Hepburn. */
  readonly romaji: LetterTable;
  readonly hangul: {
    readonly lead: readonly string[];
    readonly vowel: readonly string[];
    readonly tail: readonly string[];
  };
  readonly chinese: Readonly<
    Record<'pinyin' | 'wade-giles' | 'taiwan' | 'kana' | 'palladius' | 'hangul', SyllableTable>
  >;
  readonly cantonese: SyllableTable;
  readonly korean: KoreanSyllables;
  /** By the key of the character's class; undefined when nothing is known. */
  readonly hanReadings: (key: string) => HanReadings | undefined;
}

const FOLDER = 'readings/romanisation';

/** @throws Problem `reference.invalid`, with file and line. */
export function buildRomanisation(files: ReferenceFiles, characters: ReadonlyMap<string, string>): Romanisation {
  const letterTable = (name: string, columns = ['letters', 'latin'], preferred = 1): LetterTable => {
    const file = `${FOLDER}/${name}.tsv`;
    const latin = new Map<string, string>();
    for (const { line, cells } of readTable(files, file, columns)) {
      const letters = name === 'kana' ? (cells[0] ?? '') : foldWith(characters, cells[0] ?? '');
      const written = cells[preferred] || (cells[1] ?? '');
      if (letters === '' || !/^[a-z]*$/.test(written)) throw invalid(file, line, 'letters and Latin letters');
      latin.set(letters, written);
    }
    return letterTableOf(latin);
  };
  const cyrillic = letterTable('cyrillic');
  const chinese = syllableTables(files, 'chinese');
  const tableOf = (tables: ReadonlyMap<string, SyllableTable>, system: string, file: string): SyllableTable => {
    const table = tables.get(system);
    if (!table) throw invalid(`${FOLDER}/${file}.tsv`, system, 'the system has no rows');
    return table;
  };
  return Object.freeze({
    cyrillic,
    cyrillicSystems: cyrillicSystems(files, characters, cyrillic),
    greek: letterTable('greek'),
    arabic: letterTable('arabic'),
    hebrew: letterTable('hebrew'),
    georgian: letterTable('georgian'),
    armenian: letterTable('armenian', ['letters', 'latin', 'western']),
    westernArmenian: letterTable('armenian', ['letters', 'latin', 'western'], 2),
    syllabic: buildSyllabicScripts(files, characters),
    kana: letterTable('kana', ['kana', 'latin']),
    romaji: letterTable('romaji', ['romaji', 'hepburn']),
    hangul: hangulParts(files),
    chinese: {
      pinyin: tableOf(chinese, 'pinyin', 'chinese'),
      'wade-giles': tableOf(chinese, 'wade-giles', 'chinese'),
      taiwan: tableOf(chinese, 'taiwan', 'chinese'),
      kana: tableOf(chinese, 'kana', 'chinese'),
      palladius: tableOf(chinese, 'palladius', 'chinese'),
      hangul: tableOf(chinese, 'hangul', 'chinese'),
    },
    cantonese: tableOf(syllableTables(files, 'cantonese'), 'hong-kong', 'cantonese'),
    korean: buildKoreanSyllables(files),
    hanReadings: hanReadings(files),
  });
}

function letterTableOf(latin: ReadonlyMap<string, string>): LetterTable {
  const tree = syllableTable(new Map([...latin].map(([letters, written]) => [letters, [written]])));
  return { latin, longest: longestOf(latin.keys()), tree };
}

function longestOf(keys: Iterable<string>): number {
  let longest = 0;
  for (const key of keys) longest = Math.max(longest, key.length);
  return longest;
}

/** Each system says what it does with some letters; the others are those of the first table. */
function cyrillicSystems(
  files: ReferenceFiles,
  characters: ReadonlyMap<string, string>,
  { latin }: LetterTable,
): readonly LetterTable[] {
  const file = `${FOLDER}/cyrillic-systems.tsv`;
  const systems = new Map<string, Map<string, string>>();
  for (const { line, cells } of readTable(files, file, ['system', 'letters', 'latin'])) {
    const [system = '', letters = '', written = ''] = cells;
    if (!system || !letters || !/^[a-z]*$/.test(written))
      throw invalid(file, line, 'system, letters and Latin letters');
    const table = systems.get(system) ?? new Map(latin);
    systems.set(system, table.set(foldWith(characters, letters), written));
  }
  return [...systems.values()].map(letterTableOf);
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
  return new Map([...bySystem].map(([system, spellings]) => [system, syllableTable(spellings)]));
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
  const known = new Map<string, HanReadings>();
  return (key) => {
    const before = known.get(key);
    if (before) return before;
    const cells = rows.get(key);
    if (!cells) return undefined;
    const readings = {
      mandarin: list(cells[1]),
      cantonese: list(cells[2]),
      on: list(cells[3]),
      kun: list(cells[4]),
      hangul: list(cells[5]),
      vietnamese: list(cells[6]),
    };
    known.set(key, readings);
    return readings;
  };
}
