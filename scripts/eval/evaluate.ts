// The cases and the sets that are there in, their figures out.
import { judgeEntities, judgeNames } from './case-verdicts.ts';
import type { CaseFigures, EvaluatedSet } from './document.ts';
import { judgeEntityCases, judgeNameCases, judgePairs } from './judged-pairs.ts';
import { reference } from './score-pairs.ts';
import { figuresOf } from './set-figures.ts';
import { evalSets, type EvalSet } from './sets.ts';

export const threshold = reference.weights.hitScore;

export function evaluateCases(): CaseFigures {
  const judgedPairs = judgeNameCases();
  return {
    names: figuresOf('cases/names.csv', judgedPairs, threshold),
    entities: figuresOf('cases/entities.yml', judgeEntityCases(), threshold),
    judgedNames: judgeNames(),
    judgedEntities: judgeEntities(),
    judgedPairs,
    threshold,
  };
}

export function evaluateSets(folder: string): EvaluatedSet[] {
  return evalSets.map((set) => evaluateSet(set, folder));
}

export function evaluateSet(set: EvalSet, folder: string): EvaluatedSet {
  const content = set.read(folder);
  const pairs = judgePairs(content);
  return { set, isOfNames: 'names' in content, pairs, figures: figuresOf(set.id, pairs, threshold) };
}
