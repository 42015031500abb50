// The cases in, each with its score, its verdict and whether that is what is expected out.
import { analyseSubject } from '@sekisho/engine/match/compare-entities.ts';
import { entityCases, type EntityCase } from '@sekisho/engine/testing/entity-cases.ts';
import { nameCases, type NameCase } from '@sekisho/engine/testing/name-cases.ts';
import type { LabelledPair } from './labelled-pairs.ts';
import { reference, scoreOf, scorePairs, type Scored } from './score-pairs.ts';

interface Judgement {
  readonly verdict: 'match' | 'weak' | 'no-match';
  /** `no-match` asks that there is no hit: a weak likeness is allowed. */
  readonly isAsExpected: boolean;
}
export type JudgedName = Scored<NameCase & LabelledPair> & Judgement;
export type JudgedEntity = EntityCase & { readonly score: number } & Judgement;

/** `cases/names.csv` */
export function judgeNames(): JudgedName[] {
  return scorePairs(nameCases.map((nameCase) => ({ ...nameCase, ...labelled(nameCase) }))).map(judged);
}

/** `cases/entities.yml` */
export function judgeEntities(): JudgedEntity[] {
  return entityCases.map((entityCase) =>
    judged({
      ...entityCase,
      score: scoreOf(analyseSubject(entityCase.query, reference), analyseSubject(entityCase.listed, reference)),
    }),
  );
}

function labelled({ expect, tier, domain, schema, name1, name2 }: NameCase): LabelledPair {
  return { schema, name1, name2, isMatch: expect === 'match', category: domain, tier };
}

function judged<Case extends { readonly score: number; readonly expect: Judgement['verdict'] }>(
  scored: Case,
): Case & Judgement {
  const { hitScore, weakScore } = reference.weights;
  const verdict = hitScore <= scored.score ? 'match' : weakScore <= scored.score ? 'weak' : 'no-match';
  const isAsExpected = scored.expect === 'no-match' ? verdict !== 'match' : verdict === scored.expect;
  return { ...scored, verdict, isAsExpected };
}
