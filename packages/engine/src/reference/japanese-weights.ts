// `data/names/japanese-weights.yml` in, checked numbers out: what a Japanese reading that fits or does not fit weighs.
import Type from 'typebox';
import Value from 'typebox/value';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const names = [
  'unknownCharacter',
  'unknownSyllable',
  'composedWord',
  'partBias',
  'partOdds',
  'partChance',
  'wholeBias',
  'wholeChancePerSound',
  'noReading',
] as const;

/** By name; the meaning of each stands beside its value. */
export type JapaneseWeights = Readonly<Record<(typeof names)[number], number>>;

const FILE = 'names/japanese-weights.yml';
const Shape = Type.Object(
  {
    values: Type.Record(
      Type.String(),
      Type.Object(
        { value: Type.Number(), description: Type.String({ minLength: 1 }) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

/** @throws Problem `reference.invalid` when a weight is missing, unknown or no number. */
export function buildJapaneseWeights(files: ReferenceFiles): JapaneseWeights {
  const read = readYaml(files, FILE);
  const [error] = Value.Errors(Shape, read);
  if (error) throw invalid(FILE, error.instancePath || '/', error.message);
  const { values } = read as Type.Static<typeof Shape>;
  const known: ReadonlySet<string> = new Set(names);
  for (const name of Object.keys(values)) if (!known.has(name)) throw invalid(FILE, name, 'no weight has this name');
  const weights = names.map((name) => {
    const weight = values[name];
    if (!weight) throw invalid(FILE, name, 'the weight is missing');
    return [name, weight.value] as const;
  });
  return Object.freeze(Object.fromEntries(weights)) as JapaneseWeights;
}
