// attributes.yml in, checked; what is done with each attribute of a Senzing record out.
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import { linkKinds, nameKinds, schemata } from '@sekisho/engine/model/entity.ts';
import { identifierTypes } from '@sekisho/engine/model/identifier.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { parse } from 'yaml';

const text = Type.String({ minLength: 1, maxLength: 200 });
const closed = { additionalProperties: false };
const one = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));
const tableOf = <T extends Type.TSchema>(shape: T) => Type.Record(Type.String(), shape);

const AttributesShape = Type.Object(
  {
    schemata: tableOf(one(schemata)),
    features: Type.Object(
      {
        name: Type.Array(text),
        address: Type.Array(text),
        phone: Type.Array(text),
        pointer: Type.Array(text),
        anchor: Type.Array(text),
        group: Type.Array(text),
      },
      closed,
    ),
    nameTypes: tableOf(one(nameKinds)),
    values: tableOf(Type.Union([Type.Object({ to: text }, closed), Type.Object({ words: text }, closed)])),
    genders: tableOf(Type.Array(one(['male', 'female']))),
    identifiers: tableOf(
      Type.Object(
        {
          type: one(identifierTypes),
          country: Type.Optional(text),
          kind: Type.Optional(text),
          name: Type.Optional(text),
        },
        closed,
      ),
    ),
    kinds: tableOf(one(identifierTypes)),
    roles: tableOf(Type.Object({ forward: one(linkKinds), backward: one(linkKinds) }, closed)),
    ignored: tableOf(text),
  },
  closed,
);

export type IdentifierRule = Type.Static<typeof AttributesShape>['identifiers'][string];

const table = parseShape(
  AttributesShape,
  parse(readFileSync(new URL('attributes.yml', import.meta.url), 'utf8')),
  'reference.invalid',
  { file: 'senzing/attributes.yml' },
);

/** The attributes of each feature of several. */
export const features = table.features;
export const schemaOfType = table.schemata;
export const nameTypes = mapOf(table.nameTypes);
/** Features of one value. */
export const values = mapOf(table.values);
export const genders = mapOf(table.genders);
/** By the attribute of the number. */
export const identifiers = mapOf(table.identifiers);
export const identifierKinds = mapOf(table.kinds);
export const roles = mapOf(table.roles);
/** Never taken, with the reason. */
export const ignoredAttributes = mapOf(table.ignored);

/** Each attribute, with the feature it is of. */
export const featureOf: ReadonlyMap<string, string> = new Map([
  ...Object.entries(features).flatMap(([feature, names]) => names.map((name) => [name, feature] as const)),
  ...[...identifiers].flatMap(([number, { country, kind }]) =>
    [number, country, kind].flatMap((name) => (name === undefined ? [] : [[name, number] as const])),
  ),
  ...[...values.keys()].map((name) => [name, name] as const),
]);

function mapOf<T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(record));
}
