// Titles, light words and ordinary company words of `data/names` in, look-ups by folded word out.
import Type from 'typebox';
import Value from 'typebox/value';
import { foldWith } from './folding.ts';
import { letters } from './legal-forms.ts';
import { invalid, readTable, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface NameWords {
  readonly titlesBefore: ReadonlySet<string>;
  readonly titlesAfter: ReadonlySet<string>;
  /** What stands before the name of a ship. */
  readonly titlesOfShips: ReadonlySet<string>;
  /** Han and hangul titles that stand behind a name without a space, longest first. */
  readonly joinedTitles: readonly string[];
  /** What people write in place of a name. */
  readonly placeholders: ReadonlySet<string>;
  /** Articles, prepositions, filiation. */
  readonly light: ReadonlySet<string>;
  /** Articles that are also written with a hyphen in front of a word: al-Rahman. */
  readonly prefixes: ReadonlySet<string>;
  /** An ordinary word of company names to its concept. */
  readonly concepts: ReadonlyMap<string, string>;
  /** The words among them that are written without spaces, longest first. */
  readonly joinedConcepts: readonly string[];
}

const words = Type.Array(Type.String({ minLength: 1 }));
const TitlesShape = Type.Object(
  { source: Type.String(), before: Type.Array(words), after: Type.Array(words), ships: words },
  { additionalProperties: false },
);
const ParticlesShape = Type.Object(
  { source: Type.String(), light: words, joined: words },
  { additionalProperties: false },
);

/** @throws Problem `reference.invalid`, with file and line or entry. */
export function buildNameWords(files: ReferenceFiles, characters: ReadonlyMap<string, string>): NameWords {
  const fold = (word: string) => foldWith(characters, word);
  const titles = checked<Type.Static<typeof TitlesShape>>(files, 'names/titles.yml', TitlesShape);
  const particles = checked<Type.Static<typeof ParticlesShape>>(files, 'names/particles.yml', ParticlesShape);
  const concepts = new Map<string, string>();
  const file = 'names/company-words.tsv';
  for (const { line, cells } of readTable(files, file, ['concept', 'words']))
    for (const word of new Set((cells[1] ?? '').split(' ').map(fold))) {
      if (concepts.has(word)) throw invalid(file, line, `"${word}" is a word of ${concepts.get(word)} already`);
      concepts.set(word, cells[0] ?? '');
    }
  const titlesAfter = new Set(titles.after.flat().map(fold));
  return Object.freeze({
    titlesBefore: new Set(titles.before.flat().map(fold)),
    titlesAfter,
    titlesOfShips: new Set(titles.ships.map(fold)),
    joinedTitles: longestFirst([...titlesAfter].filter(isJoined)),
    placeholders: new Set(
      readTable(files, 'names/placeholders.tsv', ['text']).map(({ cells }) => letters(fold(cells[0] ?? ''))),
    ),
    light: new Set(particles.light.map(fold)),
    prefixes: new Set(particles.joined.map(fold)),
    concepts,
    joinedConcepts: longestFirst([...concepts.keys()].filter(isJoined)),
  });
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

function longestFirst(list: readonly string[]): readonly string[] {
  return [...list].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
