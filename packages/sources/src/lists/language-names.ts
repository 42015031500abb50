// The English name of a language in, its BCP 47 tag out.
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { parse } from 'yaml';

/** The tag, or undefined for a language that the table does not know. */
export function languageTag(name: string): string | undefined {
  return tags.get(name.trim().toLowerCase());
}

const FILE = 'language-names.yml';

const TableShape = Type.Object(
  { languages: Type.Record(Type.String(), Type.String({ pattern: '^[a-z]{2,3}$' })) },
  { additionalProperties: false },
);

const tags: ReadonlyMap<string, string> = new Map(
  Object.entries(
    parseShape(TableShape, parse(readFileSync(new URL(`./${FILE}`, import.meta.url), 'utf8')), 'reference.invalid', {
      file: FILE,
    }).languages,
  ),
);
