// `data/readings/romanisation/korean.tsv` in, Korean syllables by hangul letters, Latin letters, kana and Cyrillic out.
import { invalid, readTable } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';
import { syllableTable, type SyllableTable } from './syllable-table.ts';

export interface KoreanSyllables {
  readonly latin: SyllableTable;
  /** By the Latin letters of the kana. */
  readonly kana: SyllableTable;
  readonly cyrillic: SyllableTable;
  /** The sound of each of the 11,172 syllables of Unicode, in its order. */
  readonly hangul: readonly string[];
}

const FILE = 'readings/romanisation/korean.tsv';
const parts = ['lead', 'vowel', 'tail'] as const;
type Part = (typeof parts)[number];
type Spelling = readonly [string, readonly string[]];

/** @throws Problem `reference.invalid`, with the line. */
export function buildKoreanSyllables(files: ReferenceFiles): KoreanSyllables {
  const read = { hangul: emptyParts(), latin: emptyParts(), kana: emptyParts(), cyrillic: emptyParts() };
  for (const { line, cells } of readTable(files, FILE, ['system', 'part', 'spelling', 'sounds'])) {
    const [system = '', part = '', spelling = '', sounds = ''] = cells;
    if (system !== 'hangul' && system !== 'latin' && system !== 'kana' && system !== 'cyrillic')
      throw invalid(FILE, line, `"${system}" is none of hangul, latin, kana and cyrillic`);
    const known = parts.find((name) => name === part);
    if (!known) throw invalid(FILE, line, `"${part}" is none of ${parts.join(', ')}`);
    if (!/^[a-zA-Z,]*$/.test(sounds)) throw invalid(FILE, line, `"${sounds}" is no list of sounds`);
    read[system][known].push([spelling, sounds.split(',')]);
  }
  const { lead, vowel, tail } = read.hangul;
  if (lead.length !== 19 || vowel.length !== 21 || tail.length !== 28)
    throw invalid(FILE, 1, 'hangul has 19 leads, 21 vowels and 28 tails');
  return {
    latin: syllableTable(spellingsOf(read.latin)),
    kana: syllableTable(spellingsOf(read.kana)),
    cyrillic: syllableTable(spellingsOf(read.cyrillic)),
    hangul: [...syllablesOf(read.hangul)].flatMap(([, sounds]) => sounds),
  };
}

function emptyParts(): Record<Part, Spelling[]> {
  return { lead: [], vowel: [], tail: [] };
}

function spellingsOf(read: Readonly<Record<Part, readonly Spelling[]>>): ReadonlyMap<string, readonly string[]> {
  const spellings = new Map<string, readonly string[]>();
  for (const [spelling, sounds] of syllablesOf(read)) {
    const before = spellings.get(spelling);
    spellings.set(spelling, before ? [...before, ...sounds.filter((sound) => !before.includes(sound))] : sounds);
  }
  return spellings;
}

function* syllablesOf({ lead, vowel, tail }: Readonly<Record<Part, readonly Spelling[]>>): Generator<Spelling> {
  for (const [start, starts] of lead)
    for (const [middle, middles] of vowel)
      for (const [end, ends] of tail) {
        const sounds: string[] = [];
        for (const first of starts)
          for (const second of middles) for (const last of ends) sounds.push(plain(first, second) + last);
        yield [start + middle + end, sounds];
      }
}

/** 혜 and 헤 are said alike: y before e goes after a consonant. */
function plain(lead: string, vowel: string): string {
  return lead !== '' && vowel === 'ye' ? `${lead}e` : lead + vowel;
}
