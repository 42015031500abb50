// `data/follow-the-money.yml` in, how FollowTheMoney calls what our entities say out: checked and frozen.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { linkKinds, nameKinds, schemata, type LinkKind, type NameKind, type Schema } from '../model/entity.ts';
import { identifierTypes, type IdentifierType } from '../model/identifier.ts';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const FILE = 'follow-the-money.yml';

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1 });
const LinkShape = Type.Object({ schema: text, self: text, other: text, from: text, back: text, detail: text }, closed);
const FileShape = Type.Object(
  {
    source: text,
    schemata: Type.Record(
      Type.String(),
      Type.Object(
        {
          label: text,
          plural: text,
          extends: Type.Optional(Type.Array(text)),
          matchable: Type.Boolean(),
          properties: Type.Optional(
            Type.Record(Type.String(), Type.Union([Type.Tuple([text, text]), Type.Tuple([text, text, text])])),
          ),
        },
        closed,
      ),
    ),
    names: Type.Record(Type.String(), text),
    identifiers: Type.Record(Type.String(), Type.Array(text)),
    links: Type.Record(Type.String(), LinkShape),
    topics: Type.Record(Type.String(), Type.Object({ label: text, risk: Type.Boolean() }, closed)),
  },
  closed,
);

export interface FtmProperty {
  readonly name: string;
  readonly label: string;
  /** `name`, `date`, `country`, `identifier`, `entity`, …: FollowTheMoney's types of values. */
  readonly type: string;
  /** The schema that declares it: `Thing:name`. */
  readonly schema: string;
  /** Of an `entity` property: what it leads to. */
  readonly range?: string;
}

export interface FtmSchema {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly matchable: boolean;
  /** Itself, and all that it extends. */
  readonly ancestors: ReadonlySet<string>;
  /** Its own and those of all that it extends. */
  readonly properties: ReadonlyMap<string, FtmProperty>;
}

/** The record that a link becomes, and the properties that lead to it from either end. */
export type FtmLink = Type.Static<typeof LinkShape>;

export interface FollowTheMoney {
  readonly schemata: ReadonlyMap<string, FtmSchema>;
  /** Where a name of a kind stands. */
  readonly names: Readonly<Record<NameKind, string>>;
  readonly links: Readonly<Record<LinkKind, FtmLink>>;
  readonly topics: ReadonlyMap<string, { readonly label: string; readonly risk: boolean }>;
  /** Where a number stands in an entity of a schema; undefined when in none of its properties. */
  identifierProperty(type: IdentifierType, schema: Schema): string | undefined;
}

/** @throws Problem `reference.invalid`: another shape, a word of our model that is missing, a property that no schema has. */
export function buildFollowTheMoney(files: ReferenceFiles): FollowTheMoney {
  const content = readYaml(files, FILE);
  if (!Check(FileShape, content)) {
    const [error] = Errors(FileShape, content);
    throw invalid(FILE, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  const found = new Map<string, FtmSchema>();
  for (const name of Object.keys(content.schemata)) found.set(name, schemaOf(name, content.schemata, []));
  const known = (place: string, words: readonly string[], wanted: readonly string[]) => {
    if (words.toSorted().join() !== wanted.toSorted().join())
      throw invalid(FILE, place, `the entries are ${wanted.join(', ')}`);
  };
  known('names', Object.keys(content.names), nameKinds);
  known('identifiers', Object.keys(content.identifiers), identifierTypes);
  known('links', Object.keys(content.links), linkKinds);
  for (const schema of schemata) if (!found.has(schema)) throw invalid(FILE, 'schemata', `lacks ${schema}`);
  for (const [kind, { schema, self, other, detail }] of Object.entries(content.links))
    for (const property of [self, other, detail])
      if (!found.get(schema)?.properties.has(property))
        throw invalid(FILE, `links/${kind}`, `${schema} has no property "${property}"`);
  const everyProperty = new Set([...found.values()].flatMap(({ properties }) => [...properties.keys()]));
  const used = [
    ...Object.values(content.names),
    ...Object.values(content.identifiers).flat(),
    ...Object.values(content.links).flatMap(({ from, back }) => [from, back]),
  ];
  for (const property of used)
    if (!everyProperty.has(property)) throw invalid(FILE, property, 'is a property of no schema');
  const vocabulary: FollowTheMoney = {
    schemata: found,
    names: content.names as Record<NameKind, string>,
    links: content.links as Record<LinkKind, FtmLink>,
    topics: new Map(Object.entries(content.topics)),
    identifierProperty: (type: IdentifierType, schema: Schema) =>
      content.identifiers[type]?.find((property) => found.get(schema)?.properties.has(property)),
  };
  return Object.freeze(vocabulary);
}

type Given = Type.Static<typeof FileShape>['schemata'];

function schemaOf(name: string, given: Given, below: readonly string[]): FtmSchema {
  const own = given[name];
  if (!own || below.includes(name)) throw invalid(FILE, name, own ? 'extends itself' : 'is extended and not there');
  const parents = (own.extends ?? []).map((parent) => schemaOf(parent, given, [...below, name]));
  const properties = new Map(parents.flatMap((parent) => [...parent.properties]));
  for (const [property, [label, type, range]] of Object.entries(own.properties ?? {})) {
    const leads = range !== undefined && Object.hasOwn(given, range);
    if ((type === 'entity') !== leads)
      throw invalid(FILE, `${name}:${property}`, 'leads to a schema exactly when it is of the type entity');
    properties.set(property, { name: property, label, type, schema: name, ...(range !== undefined && { range }) });
  }
  return Object.freeze({
    name,
    label: own.label,
    plural: own.plural,
    matchable: own.matchable,
    ancestors: new Set([name, ...parents.flatMap(({ ancestors }) => [...ancestors])]),
    properties,
  });
}
