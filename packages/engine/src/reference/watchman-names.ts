// `data/watchman.yml` in, what clients of Watchman ask by name out: lists, types of entities, types of numbers.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { schemata } from '../model/entity.ts';
import { identifierTypes } from '../model/identifier.ts';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const FILE = 'watchman.yml';

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1 });
const word = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));
export const watchmanTypes = ['person', 'business', 'organization', 'aircraft', 'vessel'] as const;
export type WatchmanType = (typeof watchmanTypes)[number];

const TypeShape = Type.Object({ schema: word(schemata), of: Type.Array(word(schemata)) }, closed);
const FileShape = Type.Object(
  {
    source: text,
    lists: Type.Record(Type.String(), text),
    types: Type.Object(
      { person: TypeShape, business: TypeShape, organization: TypeShape, aircraft: TypeShape, vessel: TypeShape },
      closed,
    ),
    governmentIds: Type.Record(Type.String(), word(identifierTypes)),
  },
  closed,
);

export type WatchmanNames = Omit<Type.Static<typeof FileShape>, 'source'>;

/** @throws Problem `reference.invalid`: another shape, a schema that is of no type or of two. */
export function buildWatchmanNames(files: ReferenceFiles): WatchmanNames {
  const content = readYaml(files, FILE);
  if (!Check(FileShape, content)) {
    const [error] = Errors(FileShape, content);
    throw invalid(FILE, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  const { source: _, ...names } = content;
  const of = Object.values(names.types).flatMap((type) => type.of);
  if (of.toSorted().join() !== schemata.toSorted().join()) throw invalid(FILE, 'types', 'each schema is of one type');
  return Object.freeze(names);
}
