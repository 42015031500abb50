// `data/names/name-weights.tsv` in, the weights of the features of names of persons and of organisations out.
import { invalid, readTable } from './data-table.ts';
import { FEATURE, FEATURES, nameFeatures } from './name-features.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface NameWeights {
  /** In the order of the features; log-odds for each. */
  readonly person: Float64Array;
  readonly organisation: Float64Array;
}

const FILE = 'names/name-weights.tsv';

/** @throws Problem `reference.invalid`, with the line, when a weight is missing, unknown, doubled or no number. */
export function buildNameWeights(files: ReferenceFiles): NameWeights {
  const weights = { person: new Float64Array(FEATURES), organisation: new Float64Array(FEATURES) };
  const expected = new Map(
    nameFeatures.flatMap(({ name, size, factor }) =>
      factor === ''
        ? []
        : Array.from(
            { length: size },
            (_, piece) => [size === 1 ? name : `${name} ${piece + 1}`, FEATURE[name] + piece] as const,
          ),
    ),
  );
  for (const { line, cells } of readTable(files, FILE, ['feature', 'person', 'organisation', 'meaning'])) {
    const [name = '', person = '', organisation = ''] = cells;
    const place = expected.get(name);
    if (place === undefined) throw invalid(FILE, line, `no feature without a weight has the name "${name}"`);
    expected.delete(name);
    for (const value of [person, organisation])
      if (value.trim() === '' || !Number.isFinite(Number(value)))
        throw invalid(FILE, line, `"${value}" is not a number`);
    weights.person[place] = Number(person);
    weights.organisation[place] = Number(organisation);
  }
  const [missing] = expected.keys();
  if (missing !== undefined) throw invalid(FILE, missing, 'the feature has no row');
  return weights;
}
