// programmes.yml and words.yml in, checked; what the list's columns, programmes and words mean out.
import Type from 'typebox';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { identifierTypes, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';

/** What a column holds. */
export const fields = [
  'category',
  'serial',
  'notice-dates',
  'notice-number',
  'person-or-body',
  'name-ja',
  'name-en',
  'alias',
  'former',
  'weak',
  'title',
  'position',
  'birth-date',
  'birth',
  'birth-place',
  'nationality',
  'passport',
  'document',
  'address',
  'country-ja',
  'place-ja',
  'country-en',
  'place-en',
  'phone',
  'fax',
  'un-reference',
  'un-date',
  'basis',
  'details',
  'notice-text',
] as const;
export type Field = (typeof fields)[number];

const text = Type.String({ minLength: 1 });
const texts = Type.Array(text, { minItems: 1 });
const closed = { additionalProperties: false };
const schema = Type.Enum(['Person', 'Organization', 'LegalEntity']);

const ProgrammesShape = Type.Array(
  Type.Object(
    {
      number: Type.Integer({ minimum: 1 }),
      sheet: text,
      title: text,
      schema,
      marks: Type.Optional(
        Type.Record(
          Type.String(),
          Type.Object({ meaning: text, programme: Type.Optional(Type.Integer({ minimum: 1 })) }, closed),
        ),
      ),
      note: Type.Optional(text),
      lifted: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
);

const WordsShape = Type.Object(
  {
    columns: Type.Object(Object.fromEntries(fields.map((field) => [field, texts])), closed),
    schemata: Type.Record(Type.String(), Type.Unsafe<Schema>(schema)),
    nothing: texts,
    markers: Type.Object({ alias: texts, former: texts }, closed),
    notNames: texts,
    notes: texts,
    tails: texts,
    leftOut: texts,
    documents: Type.Array(
      Type.Object({ type: Type.Unsafe<IdentifierType>(Type.Enum([...identifierTypes])), words: texts }, closed),
    ),
  },
  closed,
);

export type Programme = Type.Static<typeof ProgrammesShape>[number];

const programmes: readonly Programme[] = readVocabulary(new URL('programmes.yml', import.meta.url), ProgrammesShape);
const words = readVocabulary(new URL('words.yml', import.meta.url), WordsShape);

/** By the sheet's name as `plainHeader` writes it, without its number. */
export const programmeBySheet: ReadonlyMap<string, Programme> = new Map(
  programmes.map((programme) => [plainHeader(programme.sheet), programme]),
);

export const programmeByNumber: ReadonlyMap<number, Programme> = new Map(
  programmes.map((programme) => [programme.number, programme]),
);

/** By header as `plainHeader` writes it. */
export const fieldByHeader: ReadonlyMap<string, Field> = new Map(
  fields.flatMap((field) => (words.columns[field] ?? []).map((header) => [plainHeader(header), field] as const)),
);

export const schemaByWord = words.schemata;

const signOf = (kind: keyof typeof words.markers) => {
  const escaped = words.markers[kind].map((word) => word.replaceAll('.', '\\s?\\.\\s?')).join('|');
  return new RegExp(`[(,]?\\s*(?<!\\p{L})(?:${escaped})\\s*[.:、)]?\\s*`, 'giu');
};
const markerSigns = { alias: signOf('alias'), former: signOf('former') } as const;

export const documentTypes = words.documents;

const nothing = new Set(words.nothing.map((word) => word.normalize('NFKC')));
const notNames = new Set(words.notNames.map((word) => word.normalize('NFKC').toLowerCase()));

/** A header or the name of a sheet in NFKC, without blanks, line ends and tabs. */
export function plainHeader(header: string): string {
  return header.normalize('NFKC').replace(/\s+/gu, '');
}

/** What stands before other names, to be replaced: `a.k.a.`, `(a.k.a.:`, `別称、`, `(別称)`; of former ones `f.k.a.`, `旧姓:`. */
export function markerOf(kind: keyof typeof markerSigns): RegExp {
  const sign = markerSigns[kind];
  sign.lastIndex = 0;
  return sign;
}

/** True for `不明` and the like, and for nothing at all. `plain` is in NFKC. */
export function isNothing(plain: string): boolean {
  return plain === '' || nothing.has(plain);
}

/** True for what stands in brackets behind a name and is none: `PAKISTAN` is not here, but known as a place. */
export function isNotName(plain: string): boolean {
  return notNames.has(plain.toLowerCase());
}

/** True for what stands in brackets behind a name and says something of it: `以前掲載の氏名`. */
export function isNote(plain: string): boolean {
  const lower = ` ${plain.toLowerCase()} `;
  return words.notes.some((word) => lower.includes(word.toLowerCase()));
}

const tails = anyOf(words.tails);
const leftOut = anyOf(words.leftOut);

/** The place in a text from which on it is no name, or its length. */
export function endOfName(plain: string): number {
  const place = plain.search(tails);
  return place === -1 ? plain.length : place;
}

/** True for a sentence of which nothing is kept. `plain` is in NFKC. */
export function isLeftOut(plain: string): boolean {
  return leftOut.test(plain);
}

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'u');
}
