// `data/batch-columns.yml` in, what the header of a column, and a word in it, means out.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { batchFields, type BatchField } from '../model/batch.ts';
import { schemata, type Schema } from '../model/entity.ts';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const FILE = 'batch-columns.yml';

const words = Type.Array(Type.String({ minLength: 1 }), { minItems: 1 });
const closed = { additionalProperties: false };
const FileShape = Type.Object(
  {
    source: Type.String({ minLength: 1 }),
    columns: Type.Record(Type.String(), Type.Array(words, { minItems: 1 })),
    familyBesideGiven: words,
    schemata: Type.Record(Type.String(), words),
    genders: Type.Object({ male: words, female: words }, closed),
    nothing: words,
    eras: Type.Array(
      Type.Object(
        { name: Type.String({ minLength: 1 }), letter: Type.String({ pattern: '^[A-Z]$' }), first: Type.Integer() },
        closed,
      ),
    ),
  },
  closed,
);

/** A Japanese era: its first year is the year 1. */
export type Era = Type.Static<typeof FileShape>['eras'][number];

export interface BatchColumns {
  /** Undefined for a header that nothing is known of. */
  fieldOf(header: string): BatchField | undefined;
  /** Whether a column headed so holds family names when another holds given names. */
  isFamilyBesideGiven(header: string): boolean;
  schemaOf(word: string): Schema | undefined;
  genderOf(word: string): 'male' | 'female' | undefined;
  /** Whether a word stands where nothing is known: `n/a`, 不明, a hyphen. */
  isNothing(word: string): boolean;
  readonly eras: readonly Era[];
}

/** @throws Problem `reference.invalid` when the file is damaged, names no known field or schema, or a word stands for two. */
export function buildBatchColumns(files: ReferenceFiles): BatchColumns {
  const content = readYaml(files, FILE);
  if (!Check(FileShape, content)) {
    const [error] = Errors(FileShape, content);
    throw invalid(FILE, error?.instancePath ?? '', error?.message ?? '');
  }
  const columns = Object.entries(content.columns).map(([field, lists]) => [field, lists.flat()] as const);
  const fields = meaningByWord(columns, batchFields);
  const families = new Set(content.familyBesideGiven.map(keyOf));
  const schemaByWord = meaningByWord(Object.entries(content.schemata), schemata);
  const genders = meaningByWord(Object.entries(content.genders), ['male', 'female'] as const);
  const nothing = new Set(['', ...content.nothing.map(keyOf)]);
  return Object.freeze({
    fieldOf: (header: string) => fields.get(keyOf(header)),
    isFamilyBesideGiven: (header: string) => families.has(keyOf(header)),
    schemaOf: (word: string) => schemaByWord.get(keyOf(word)),
    genderOf: (word: string) => genders.get(keyOf(word)),
    isNothing: (word: string) => nothing.has(keyOf(word)),
    eras: content.eras,
  });
}

function meaningByWord<Meaning extends string>(
  groups: readonly (readonly [meaning: string, words: readonly string[]])[],
  known: readonly Meaning[],
): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const [name, listed] of groups) {
    const meaning = known.find((word) => word === name);
    if (meaning === undefined) throw invalid(FILE, name, 'is no field, schema or gender');
    for (const word of listed) {
      const key = keyOf(word);
      const other = meanings.get(key);
      if (other !== undefined && other !== meaning) throw invalid(FILE, word, `stands for ${other} and for ${meaning}`);
      meanings.set(key, meaning);
    }
  }
  return meanings;
}

/** Case, accents, blanks and punctuation take no part; marks that make another letter (ガ) do. */
function keyOf(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}#]+/gu, '');
}
