// A file of weights with their descriptions in, the numbers by name out.
import Type from 'typebox';
import Value from 'typebox/value';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const WeightsShape = Type.Object(
  {
    source: Type.String({ minLength: 1 }),
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
export function readNamedWeights<Name extends string>(
  files: ReferenceFiles,
  file: string,
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  const read = readYaml(files, file);
  const [error] = Value.Errors(WeightsShape, read);
  if (error) throw invalid(file, error.instancePath || '/', error.message);
  const { values } = read as Type.Static<typeof WeightsShape>;
  const known: ReadonlySet<string> = new Set(names);
  for (const name of Object.keys(values)) if (!known.has(name)) throw invalid(file, name, 'no weight has this name');
  const weights = names.map((name) => {
    const weight = values[name];
    if (!weight) throw invalid(file, name, 'the weight is missing');
    return [name, weight.value] as const;
  });
  return Object.freeze(Object.fromEntries(weights)) as Readonly<Record<Name, number>>;
}
