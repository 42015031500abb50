// A `source.yml` in, the description of the source out, checked.
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import { effects, type Effect } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { parse } from 'yaml';
import type { SourceDescription } from '../importer.ts';

const text = Type.String({ minLength: 1, maxLength: 2000 });
const closed = { additionalProperties: false };

const SourceDescriptionShape = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }),
    kind: Type.Enum(['list', 'register']),
    title: text,
    publisher: text,
    territory: Type.String({ pattern: '^[a-z][a-z-]*$' }),
    officialPage: text,
    terms: text,
    files: Type.Array(Type.Object({ role: text, pattern: text, required: Type.Boolean() }, closed), { minItems: 1 }),
    topics: Type.Array(text),
    effects: Type.Array(Type.Unsafe<Effect>(Type.Enum([...effects]))),
    ignored: Type.Array(Type.Object({ field: text, reason: text }, closed)),
    bounds: Type.Object(
      { maxShrinkPercent: Type.Number({ minimum: 0, maximum: 100 }), minEntries: Type.Integer({ minimum: 1 }) },
      closed,
    ),
    verifiedOnRealFile: Type.Boolean(),
  },
  closed,
);

export type CheckedDescription = SourceDescription & { readonly effects: readonly Effect[] };

/** @throws Problem `reference.invalid` with the field and the reason. */
export function readSourceDescription(file: URL): CheckedDescription {
  const name = file.pathname.split('/').slice(-2).join('/');
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Problem('reference.invalid', { file: name, reason: (error as Error).message }, { cause: error });
  }
  return parseShape(SourceDescriptionShape, value, 'reference.invalid', { file: name });
}
