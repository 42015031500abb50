// What a list says of a document in, which kind of identifier its number is out.
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import { identifierTypes, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { parse } from 'yaml';

/** @param otherwise the kind that the field itself is for. */
export function documentType(details: string, otherwise: IdentifierType): IdentifierType {
  const text = details.toLowerCase();
  return rows.find(({ words }) => words.some((word) => text.includes(word)))?.type ?? otherwise;
}

const FILE = 'document-words.yml';

const TableShape = Type.Object(
  {
    words: Type.Array(
      Type.Object(
        {
          type: Type.Unsafe<IdentifierType>(Type.Enum([...identifierTypes])),
          words: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

const rows = parseShape(
  TableShape,
  parse(readFileSync(new URL(`./${FILE}`, import.meta.url), 'utf8')),
  'reference.invalid',
  { file: FILE },
).words;
