// `data/yente.yml` in, what clients of yente ask by name out: data sets, algorithms, features.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const FILE = 'yente.yml';

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1 });
const FileShape = Type.Object(
  {
    source: text,
    lists: Type.Record(Type.String(), text),
    collections: Type.Record(Type.String(), Type.Object({ title: text, lists: Type.Array(text) }, closed)),
    algorithms: Type.Array(text, { minItems: 1 }),
    best: text,
    config: Type.Record(
      Type.String(),
      Type.Object(
        { type: text, description: text, default: Type.Union([Type.Number(), Type.String(), Type.Null()]) },
        closed,
      ),
    ),
    features: Type.Record(Type.String(), Type.Object({ description: text, weight: Type.Optional(text) }, closed)),
  },
  closed,
);

export type YenteNames = Omit<Type.Static<typeof FileShape>, 'source'>;

/**
 * @param weights the names of weights that features may refer to.
 * @throws Problem `reference.invalid`: another shape, a best algorithm that is none, a weight that is none.
 */
export function buildYenteNames(files: ReferenceFiles, weights: object): YenteNames {
  const content = readYaml(files, FILE);
  if (!Check(FileShape, content)) {
    const [error] = Errors(FileShape, content);
    throw invalid(FILE, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  const { source: _, ...names } = content;
  if (!names.algorithms.includes(names.best)) throw invalid(FILE, 'best', 'is none of the algorithms');
  for (const [feature, { weight }] of Object.entries(names.features))
    if (weight !== undefined && !Object.hasOwn(weights, weight))
      throw invalid(FILE, feature, `no weight is called "${weight}"`);
  return Object.freeze(names);
}
