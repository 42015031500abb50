// The names that clients have for ways of scoring in, what is told of them out: whichever is asked for, the score is ours.
import type { MatchWeights } from '@sekisho/engine/reference/match-weights.ts';
import type { YenteNames } from '@sekisho/engine/reference/yente-names.ts';

const BEST = 'best';

/** Without regard to case; `best` stands for the best. */
export function isAlgorithm(name: string, { algorithms }: YenteNames): boolean {
  return [BEST, ...algorithms].includes(name.toLowerCase());
}

export function algorithmList({ algorithms, best, config, features }: YenteNames, weights: MatchWeights): object {
  const description =
    'Answered with the score of this server: names in any script, dates, countries, numbers and addresses, each with the ' +
    'log-odds that it brings; the score is the logistic of their sum.';
  const coefficientOf = (weight: string | undefined) =>
    weight === undefined ? null : (weights[weight as keyof MatchWeights] as number | undefined);
  const docs = Object.fromEntries(
    Object.entries(features).map(([name, feature]) => [
      name,
      { description: feature.description, coefficient: coefficientOf(feature.weight), url: null },
    ]),
  );
  return {
    algorithms: algorithms.map((name) => ({
      name,
      description,
      features: docs,
      docs: { name, description, config, features: docs },
    })),
    default: BEST,
    best,
  };
}
