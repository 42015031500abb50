// Titles, light words, numbers and ordinary company words of `data/names` in, look-ups by folded word out.
import Type from 'typebox';
import Value from 'typebox/value';
import { foldWith } from './folding.ts';
import { letters } from './legal-forms.ts';
import { invalid, readTable, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

/** What a word says of the thing named: a part of another one (a branch, a plant), or another beside it (a group). */
export type ConceptRelation = 'part' | 'another';

/** The beginning of a word whose endings vary: приборостроительн- for -ый, -ая, -ого. */
export interface ConceptStem {
  readonly stem: string;
  readonly concept: string;
}

export interface NameWords {
  /** Of one to three words. */
  readonly titlesBefore: ReadonlySet<string>;
  /** First words of titles of several. */
  readonly titleStarts: ReadonlySet<string>;
  /** Titles that are names as well: only before two further words. */
  readonly titlesBeforeTwo: ReadonlySet<string>;
  /** Titles that are names as well: only before certain names. */
  readonly titlesBeforeNames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly titlesAfter: ReadonlySet<string>;
  /** What stands before the name of a ship. */
  readonly titlesOfShips: ReadonlySet<string>;
  /** Han and hangul titles that stand behind a name without a space, longest first. */
  readonly joinedTitles: readonly string[];
  /** What stands where a part of a person's name is missing: FNU. */
  readonly emptyParts: ReadonlySet<string>;
  /** What people write in place of a name. */
  readonly placeholders: ReadonlySet<string>;
  /** Their first two UTF-16 units. */
  readonly placeholderStarts: ReadonlySet<string>;
  /** Jr., III: a title to the one that stands for all that say the same. */
  readonly generations: ReadonlyMap<string, string>;
  /** Words that say who is whose child. */
  readonly filiation: ReadonlySet<string>;
  /** Articles, prepositions, filiation. */
  readonly light: ReadonlySet<string>;
  /** Likewise, but names at the beginning or end of a person's: Ben, Le, An. */
  readonly lightInside: ReadonlySet<string>;
  /** Prepositions in names of companies and bodies. */
  readonly lightOfOrganisations: ReadonlySet<string>;
  /** Words between two names in one field. */
  readonly between: ReadonlySet<string>;
  /** What Burmese names are made of, in Latin letters. */
  readonly burmese: ReadonlySet<string>;
  /** Beginnings of one word with a capital inside: McDonald. */
  readonly glued: ReadonlySet<string>;
  /** What follows Abdul, by consonants (`consonantsOf`). */
  readonly divineNames: ReadonlySet<string>;
  /** Number words and ordinals to digits. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Words that say that a number follows: no, nr. */
  readonly numberSigns: ReadonlySet<string>;
  /** Things that are numbered with Roman letters: fund, series. */
  readonly numberedThings: ReadonlySet<string>;
  /** An ordinary word of company names to its concept. */
  readonly concepts: ReadonlyMap<string, string>;
  /** What words of many endings begin with, by their first `STEM_KEY` letters, longest first. */
  readonly conceptStems: ReadonlyMap<string, readonly ConceptStem[]>;
  readonly conceptRelations: ReadonlyMap<string, ConceptRelation>;
  /** Concepts that tell as much as a name of its own (a country, a colour): they are translated, and weigh in full. */
  readonly fullConcepts: ReadonlySet<string>;
  /** Concepts that are translated by one another, each to the one that stands for all: science and research. */
  readonly alliedConcepts: ReadonlyMap<string, string>;
  /** The words among them that are written without spaces, by their last character, longest first. */
  readonly joinedConcepts: ReadonlyMap<string, readonly string[]>;
}

const words = Type.Array(Type.String({ minLength: 1 }));
const TitlesShape = Type.Object(
  {
    source: Type.String(),
    before: Type.Array(words),
    beforeTwo: words,
    beforeNames: Type.Array(Type.Object({ titles: words, names: words }, { additionalProperties: false })),
    after: Type.Array(words),
    generations: Type.Array(words),
    ships: words,
    empty: words,
  },
  { additionalProperties: false },
);
const ParticlesShape = Type.Object(
  {
    source: Type.String(),
    light: words,
    filiation: words,
    inside: words,
    ofOrganisations: words,
    between: words,
    glued: words,
    divineNames: words,
  },
  { additionalProperties: false },
);

/** @throws Problem `reference.invalid`, with file and line or entry. */
export function buildNameWords(files: ReferenceFiles, characters: ReadonlyMap<string, string>): NameWords {
  const fold = (word: string) => foldWith(characters, word);
  const titles = checked<Type.Static<typeof TitlesShape>>(files, 'names/titles.yml', TitlesShape);
  const particles = checked<Type.Static<typeof ParticlesShape>>(files, 'names/particles.yml', ParticlesShape);
  const { concepts, conceptStems, conceptRelations, fullConcepts, alliedConcepts } = readConcepts(files, fold);
  const { numbers, numberSigns, numberedThings } = readNumbers(files, fold);
  const titlesBefore = new Set(titles.before.flat().map(fold));
  const titlesAfter = new Set(titles.after.flat().map(fold));
  const placeholders = new Set(
    readTable(files, 'names/placeholders.tsv', ['text']).map(({ cells }) => letters(fold(cells[0] ?? ''))),
  );
  return Object.freeze({
    titlesBefore,
    titleStarts: new Set(
      [...titlesBefore].filter((title) => title.includes(' ')).map((title) => title.split(' ')[0] ?? ''),
    ),
    titlesBeforeTwo: new Set(titles.beforeTwo.map(fold)),
    titlesBeforeNames: new Map(
      titles.beforeNames.flatMap((row) => {
        const names = new Set(row.names.map(fold));
        return row.titles.map((title) => [fold(title), names] as const);
      }),
    ),
    titlesAfter,
    titlesOfShips: new Set(titles.ships.map(fold)),
    joinedTitles: longestFirst([...titlesAfter].filter(isJoined)),
    emptyParts: new Set(titles.empty.map(fold)),
    placeholders,
    placeholderStarts: new Set(Array.from(placeholders, (text) => text.slice(0, 2))),
    generations: new Map(titles.generations.flatMap((row) => row.map((title) => [fold(title), fold(row[0] ?? '')]))),
    filiation: new Set(particles.filiation.map(fold)),
    light: new Set(particles.light.map(fold)),
    lightInside: new Set(particles.inside.map(fold)),
    lightOfOrganisations: new Set(particles.ofOrganisations.map(fold)),
    between: new Set(particles.between.map(fold)),
    burmese: new Set(readTable(files, 'names/burmese-words.tsv', ['word']).map(({ cells }) => fold(cells[0] ?? ''))),
    glued: new Set(particles.glued.map(fold)),
    divineNames: new Set(particles.divineNames.map((name) => consonantsOf(fold(name)))),
    numbers,
    numberSigns,
    numberedThings,
    concepts,
    conceptStems,
    conceptRelations,
    fullConcepts,
    alliedConcepts,
    joinedConcepts: Map.groupBy(
      longestFirst(
        [...concepts].flatMap(([word, concept]) => (canBeCutOff(word, fullConcepts.has(concept)) ? [word] : [])),
      ),
      (word) => word.at(-1) ?? '',
    ),
  });
}

/** Of a romanised Arabic word: letters that stand for one another are one. */
export function consonantsOf(text: string): string {
  return text
    .replace(/(.)\1+/g, '$1')
    .replace(/[aeiouy']/g, '')
    .replace(/kh/g, 'h')
    .replace(/[qg]h?/g, 'k')
    .replace(/dh|th/g, 'd');
}

type Concepts = Pick<NameWords, 'concepts' | 'conceptStems' | 'conceptRelations' | 'fullConcepts' | 'alliedConcepts'>;

function readConcepts(files: ReferenceFiles, fold: (word: string) => string): Concepts {
  const concepts = new Map<string, string>();
  const stems = new Map<string, string>();
  const conceptRelations = new Map<string, ConceptRelation>();
  const fullConcepts = new Set<string>();
  const alliedConcepts = new Map<string, string>();
  const file = 'names/company-words.tsv';
  for (const { line, cells } of readTable(files, file, ['concept', 'relation', 'words'])) {
    const [concept = '', relation = '', written = ''] = cells;
    if (relation === 'part' || relation === 'another') conceptRelations.set(concept, relation);
    else if (relation === 'full') fullConcepts.add(concept);
    else if (relation.startsWith('as ')) alliedConcepts.set(concept, relation.slice(3));
    else if (relation !== '') throw invalid(file, line, `"${relation}" is none of part, another, full, as …`);
    for (const text of written.split(' ')) {
      const isStem = text.endsWith('*');
      const words = isStem ? stems : concepts;
      const word = fold(isStem ? text.slice(0, -1) : text).replaceAll("'", '');
      if (isStem && word.length < STEM_KEY) throw invalid(file, line, `"${text}" is too short for a stem`);
      for (const form of new Set(isStem ? [word] : inKana(word))) {
        if ((words.get(form) ?? concept) !== concept)
          throw invalid(file, line, `"${form}" is a word of ${words.get(form)} already`);
        words.set(form, concept);
      }
    }
  }
  const known = new Set(concepts.values());
  for (const ally of alliedConcepts.values())
    if (!known.has(ally)) throw invalid(file, 1, `"${ally}" is no concept of this table`);
  return {
    concepts,
    conceptStems: Map.groupBy(
      [...stems].map(([stem, concept]) => ({ stem, concept })).sort((a, b) => b.stem.length - a.stem.length),
      ({ stem }) => stem.slice(0, STEM_KEY),
    ),
    conceptRelations,
    fullConcepts,
    alliedConcepts,
  };
}

/** Letters that a stem has at least, and that stems are looked up by. */
export const STEM_KEY = 4;

/** Bank text and the furigana of registers have no small kana: インターナシヨナル. */
function inKana(word: string): string[] {
  const large = word.replace(/[ァィゥェォッャュョ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 1));
  return large === word ? [word] : [word, large];
}

function readNumbers(
  files: ReferenceFiles,
  fold: (word: string) => string,
): Pick<NameWords, 'numbers' | 'numberSigns' | 'numberedThings'> {
  const file = 'names/numbers.tsv';
  const numbers = new Map<string, string>();
  const numberSigns = new Set<string>();
  const numberedThings = new Set<string>();
  for (const { line, cells } of readTable(files, file, ['value', 'words'])) {
    const [value = '', written = ''] = cells;
    for (const word of written.split(' ').map(fold))
      if (value === 'sign') numberSigns.add(word);
      else if (value === 'numbered') numberedThings.add(word);
      else if (!/^\d+$/.test(value)) throw invalid(file, line, `"${value}" is no number`);
      else if (numbers.has(word)) throw invalid(file, line, `"${word}" is ${numbers.get(word)} already`);
      else numbers.set(word, value);
  }
  return { numbers, numberSigns, numberedThings };
}

function checked<T>(files: ReferenceFiles, file: string, shape: Type.TSchema): T {
  const read = readYaml(files, file);
  const [error] = Value.Errors(shape, read);
  if (error) throw invalid(file, error.instancePath || '/', error.message);
  return read as T;
}

function isJoined(word: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word);
}

/** Short kana words that weigh in full are ends of many others: インド in ブラインド. */
function canBeCutOff(word: string, isFull: boolean): boolean {
  return isJoined(word) && !(isFull && word.length < SHORTEST_FULL_KANA && /^\p{Script=Katakana}/u.test(word));
}

const SHORTEST_FULL_KANA = 4;

function longestFirst(list: readonly string[]): readonly string[] {
  return [...list].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
