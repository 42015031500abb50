// model.yml and topics.yml in, checked; what is done with each schema, property and topic of FollowTheMoney out.
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import { effects, linkKinds, nameKinds, schemata } from '@sekisho/engine/model/entity.ts';
import { identifierTypes } from '@sekisho/engine/model/identifier.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { parse } from 'yaml';

const text = Type.String({ minLength: 1, maxLength: 200 });
const label = Type.String({ maxLength: 200 });
const closed = { additionalProperties: false };
const one = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));
const tableOf = <T extends Type.TSchema>(shape: T) => Type.Record(Type.String(), shape);
const open = Type.Optional(Type.Boolean());

const EdgeShape = Type.Object(
  {
    is: Type.Literal('edge'),
    from: text,
    to: text,
    forward: one(linkKinds),
    backward: one(linkKinds),
    said: Type.Optional(Type.Tuple([label, label])),
    open,
  },
  closed,
);
const PartShape = Type.Object({ is: Type.Literal('part'), of: text, alone: open, open }, closed);
const SchemaRuleShape = Type.Union([
  Type.Object({ is: Type.Literal('entity'), schema: one(schemata) }, closed),
  Type.Object({ is: Type.Literal('address') }, closed),
  PartShape,
  EdgeShape,
  Type.Object({ is: Type.Enum(['thing', 'post']), open }, closed),
  Type.Object({ is: Type.Literal('ignored'), reason: text }, closed),
]);

const IdentifierShape = Type.Object(
  {
    identifier: one(identifierTypes),
    bySchema: Type.Optional(tableOf(one(identifierTypes))),
    byCountry: Type.Optional(
      Type.Array(Type.Object({ country: text, form: text, type: one(identifierTypes) }, closed)),
    ),
    byForm: Type.Optional(Type.Array(Type.Object({ form: text, type: one(identifierTypes) }, closed))),
  },
  closed,
);
const PropertyRuleShape = Type.Union([
  Type.Object({ names: one(nameKinds) }, closed),
  Type.Object({ part: one(['given', 'family', 'other']), label: text }, closed),
  Type.Object({ to: text, label: Type.Optional(label) }, closed),
  Type.Object({ words: label }, closed),
  IdentifierShape,
]);

const ModelShape = Type.Object(
  {
    schemata: tableOf(SchemaRuleShape),
    references: tableOf(
      Type.Object({ forward: one(linkKinds), backward: one(linkKinds), said: Type.Tuple([label, label]) }, closed),
    ),
    entity: tableOf(PropertyRuleShape),
    address: Type.Array(text),
    addressIgnored: Type.Array(text),
    listing: tableOf(PropertyRuleShape),
    document: tableOf(PropertyRuleShape),
    edge: Type.Object(
      {
        said: Type.Array(text),
        since: Type.Array(text),
        until: Type.Array(text),
        dates: Type.Array(text),
        ignored: tableOf(text),
      },
      closed,
    ),
    ignored: tableOf(text),
    territories: tableOf(Type.String({ maxLength: 2 })),
    nested: tableOf(text),
  },
  closed,
);

const TopicsShape = tableOf(
  Type.Union([
    Type.Object(
      {
        effects: Type.Array(one(effects), { minItems: 1 }),
        lists: Type.Optional(one(['SANCTIONED', 'DEBARRED', 'other'])),
      },
      closed,
    ),
    Type.Object({ ignored: text }, closed),
  ]),
);

export type SchemaRule = Type.Static<typeof SchemaRuleShape>;
export type EdgeRule = Type.Static<typeof EdgeShape>;
export type PropertyRule = Type.Static<typeof PropertyRuleShape>;
export type IdentifierRule = Type.Static<typeof IdentifierShape>;
export type TopicRule = Type.Static<typeof TopicsShape>[string];

const model = readTable('model.yml', ModelShape);
const topicRules = readTable('topics.yml', TopicsShape);

/** What is done with the records of a schema. */
export const schemaRules: ReadonlyMap<string, SchemaRule> = mapOf(model.schemata);
/** Of a property that names another entity: the links of both. */
export const references = mapOf(model.references);
export const entityRules: ReadonlyMap<string, PropertyRule> = mapOf(model.entity);
export const listingRules: ReadonlyMap<string, PropertyRule> = mapOf(model.listing);
export const documentRules: ReadonlyMap<string, PropertyRule> = mapOf(model.document);
/** The properties of an address in the order in which they make a line, and those that are left out. */
export const addressProperties: readonly string[] = model.address;
export const addressIgnored: ReadonlySet<string> = new Set(model.addressIgnored);
export const edgeProperties = model.edge;
/** Properties of any record that are never taken, with the reason. */
export const ignoredProperties = mapOf(model.ignored);
export const otherTerritories = mapOf(model.territories);
/** Of nested files: by which property what stands under a name names what it stands in. */
export const nestedNames = mapOf(model.nested);
export const topics: ReadonlyMap<string, TopicRule> = mapOf(topicRules);

function mapOf<T>(table: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(table));
}

function readTable<T extends Type.TSchema>(file: string, shape: T): Type.Static<T> {
  const value: unknown = parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  return parseShape(shape, value, 'reference.invalid', { file: `opensanctions/${file}` });
}
