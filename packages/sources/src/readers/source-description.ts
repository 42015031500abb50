// A `source.yml` in, the description of the source out, checked.
import Type from 'typebox';
import { effects, entityOf, type Effect } from '@sekisho/engine/model/entity.ts';
import { identifierTypes, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { SourceDescription, SourceField } from '../importer.ts';
import { readVocabulary } from './vocabulary-file.ts';

const text = Type.String({ minLength: 1, maxLength: 2000 });
const closed = { additionalProperties: false };
const percent = Type.Number({ minimum: 0, maximum: 100 });

const sourceFields: readonly SourceField[] = [
  'aliases',
  ...(Object.keys(entityOf({ source: '', recordId: '', schema: 'Person', names: [] })) as SourceField[]),
  'listedOn',
  'updatedOn',
  'delistedOn',
  'sourceUrl',
];

/** Percent by field. */
export const FilledShape = Type.Partial(
  Type.Object(Object.fromEntries(sourceFields.map((name) => [name, percent])) as Record<SourceField, typeof percent>),
  closed,
);

const RoleShape = Type.Object(
  {
    role: text,
    pattern: text,
    required: Type.Boolean(),
    gives: Type.Optional(Type.Array(Type.Unsafe<SourceField>(Type.Enum([...sourceFields])), { minItems: 1 })),
  },
  closed,
);

const SourceDescriptionShape = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }),
    kind: Type.Enum(['list', 'register', 'gazetteer']),
    title: text,
    publisher: text,
    territory: Type.String({ pattern: '^[a-z][a-z-]*$' }),
    officialPage: text,
    terms: text,
    forms: Type.Array(
      Type.Object(
        { form: text, files: Type.Array(RoleShape, { minItems: 1 }), verifiedOnRealFile: Type.Boolean() },
        closed,
      ),
      { minItems: 1 },
    ),
    refresh: Type.Optional(
      Type.Object(
        {
          form: text,
          files: Type.Array(
            Type.Object(
              {
                role: text,
                url: Type.String({ pattern: '^https://' }),
                link: Type.Optional(text),
                name: Type.Optional(text),
              },
              closed,
            ),
            { minItems: 1 },
          ),
          everyHours: Type.Integer({ minimum: 1 }),
        },
        closed,
      ),
    ),
    topics: Type.Array(text),
    effects: Type.Array(Type.Unsafe<Effect>(Type.Enum([...effects]))),
    register: Type.Optional(
      Type.Object(
        {
          numbers: Type.Unsafe<IdentifierType>(Type.Enum([...identifierTypes])),
          country: Type.Optional(Type.String({ pattern: '^[a-z]{2}$' })),
          isExhaustive: Type.Boolean(),
        },
        closed,
      ),
    ),
    taken: Type.Array(Type.Object({ field: text, to: text }, closed)),
    ignored: Type.Array(Type.Object({ field: text, reason: text }, closed)),
    quirks: Type.Array(text),
    counted: Type.Optional(
      Type.Array(Type.Object({ on: text, entries: Type.Integer({ minimum: 1 }), note: Type.Optional(text) }, closed), {
        minItems: 1,
      }),
    ),
    bounds: Type.Object(
      {
        maxShrinkPercent: percent,
        minEntries: Type.Integer({ minimum: 1 }),
        maxChangedPercent: Type.Optional(percent),
        minFilledPercent: Type.Optional(FilledShape),
      },
      closed,
    ),
  },
  closed,
);

export type CheckedDescription = SourceDescription & { readonly effects: readonly Effect[] };

/** @throws Problem `reference.invalid` with the field and the reason. */
export function readSourceDescription(file: URL): CheckedDescription {
  return readVocabulary(file, SourceDescriptionShape);
}
