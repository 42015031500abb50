// `data/names/japanese-weights.yml` in, checked numbers out: what a Japanese reading that fits or does not fit weighs.
import { readNamedWeights } from './named-weights.ts';
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

/** @throws Problem `reference.invalid` when a weight is missing, unknown or no number. */
export function buildJapaneseWeights(files: ReferenceFiles): JapaneseWeights {
  return readNamedWeights(files, FILE, names);
}
