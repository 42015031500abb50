// What the mappings of own lists and own registers have in common: the fields that say what the table is, and those of a column.
import Type from 'typebox';
import { identifierTypes, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { SourceDescription } from '../importer.ts';

export const text = Type.String({ minLength: 1, maxLength: 2000 });
export const country = Type.String({ pattern: '^[a-z]{2}$' });
export const word = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));
export const closed = { additionalProperties: false };

export const headFields = {
  title: text,
  publisher: text,
  territory: Type.String({ pattern: '^[a-z][a-z-]*$' }),
  page: Type.Optional(text),
  terms: Type.Optional(text),
  maxShrinkPercent: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
  minEntries: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Column: reason. */
  ignored: Type.Optional(Type.Record(Type.String(), text)),
};

/** `TablePlace`. */
export const placeFields = {
  sheet: Type.Optional(text),
  headerRow: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
};

export const columnFields = {
  /** Between several values in one cell. */
  separator: Type.Optional(text),
  /** Of a name, BCP 47. */
  language: Type.Optional(Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' })),
  /** Of an identifier. */
  type: Type.Optional(word<IdentifierType>(identifierTypes)),
  /** Who issued an identifier. */
  country: Type.Optional(country),
};

interface MappingHead {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly territory: string;
  readonly page?: string;
  readonly terms?: string;
  readonly maxShrinkPercent?: number;
  readonly minEntries?: number;
  readonly columns: Readonly<Record<string, { readonly to: string }>>;
  readonly ignored?: Readonly<Record<string, string>>;
}

/** What a mapping says of its source, as the `source.yml` of an official one does. */
export function describedBy(
  mapping: MappingHead,
): Pick<
  SourceDescription,
  'id' | 'title' | 'publisher' | 'territory' | 'officialPage' | 'terms' | 'taken' | 'ignored' | 'quirks' | 'bounds'
> {
  const { id, title, publisher, territory, page = '', terms = '', columns, ignored = {} } = mapping;
  return {
    id,
    title,
    publisher,
    territory,
    officialPage: page,
    terms,
    taken: Object.entries(columns).map(([field, { to }]) => ({ field, to })),
    ignored: Object.entries(ignored).map(([field, reason]) => ({ field, reason })),
    quirks: [],
    bounds: { maxShrinkPercent: mapping.maxShrinkPercent ?? 10, minEntries: mapping.minEntries ?? 1 },
  };
}
