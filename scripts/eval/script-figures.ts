// Judged pairs in, how many matches of each pair of scripts are found at the shipped threshold out: data/accuracy.json, which the interface draws.
import { figuresAt } from '@sekisho/engine/match/accuracy.ts';
import type { CaseFigures, EvaluatedSet } from './document.ts';
import type { JudgedPair } from './set-figures.ts';

interface ScriptFigures {
  /** `han / latin` */
  readonly scripts: string;
  readonly matches: number;
  /** Of the matches. */
  readonly found: number;
  readonly others: number;
  /** Of the others, taken for a match. */
  readonly wrong: number;
}

export interface AccuracyFigures {
  readonly $source: string;
  /** Pairs of our own cases. */
  readonly cases: readonly ScriptFigures[];
  /** Names of public sets, but of those whose pairs are mostly translations. Of many of them spellings or readings were learned. */
  readonly sets: readonly ScriptFigures[];
}

/** Fewer matches say little. */
const LEAST_MATCHES = 40;

/** @param before whose figures of sets stay where none was evaluated. */
export function scriptFigures(
  before: AccuracyFigures,
  cases: CaseFigures,
  sets: readonly EvaluatedSet[],
): AccuracyFigures {
  const ofNames = sets.filter(({ set, isOfNames }) => isOfNames && set.needsTranslation !== true);
  return {
    $source: 'Made by `npm run eval` beside docs/accuracy.md, which says what was compared; of the sets, half of each.',
    cases: figuresBy(cases.judgedPairs, cases.threshold),
    sets:
      sets.length === 0
        ? before.sets
        : figuresBy(
            ofNames.flatMap(({ pairs }) => pairs),
            cases.threshold,
          ),
  };
}

/** The largest first. */
function figuresBy(pairs: readonly JudgedPair[], threshold: number): readonly ScriptFigures[] {
  return [...Map.groupBy(pairs, ({ scripts }) => scripts)]
    .map(([scripts, own]) => ({ scripts, ...figuresAt(threshold, own) }))
    .filter(({ matches }) => LEAST_MATCHES <= matches)
    .toSorted((a, b) => b.matches - a.matches || (a.scripts < b.scripts ? -1 : 1))
    .map(({ scripts, matches, rightHits: found, pairs: all, hits }) => ({
      scripts,
      matches,
      found,
      others: all - matches,
      wrong: hits - found,
    }));
}
