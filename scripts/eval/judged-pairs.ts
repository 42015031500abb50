// What a set holds in, its pairs with the score that the product gives them out.
import { analyseSubject } from '@sekisho/engine/match/compare-entities.ts';
import { writingPair } from '@sekisho/engine/match/writing.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { judgeEntities, judgeNames } from './case-verdicts.ts';
import type { LabelledPair } from './labelled-pairs.ts';
import { reference, scoreOf, scorePairs, type Scored } from './score-pairs.ts';
import type { JudgedPair } from './set-figures.ts';
import type { SetContent } from './sets.ts';

export function judgePairs(content: SetContent): JudgedPair[] {
  if ('names' in content) return scorePairs(content.names).map(judgedNames);
  return content.records.map(({ query, listed, isMatch, category }) => ({
    ...judgedSubjects(query, listed),
    isMatch,
    category,
    score: scoreOf(analyseSubject(query, reference), analyseSubject(listed, reference)),
  }));
}

/** Those of `cases/names.csv`. */
export function judgeNameCases(): JudgedPair[] {
  return judgeNames().map(judgedNames);
}

/** Those of `cases/entities.yml`. */
export function judgeEntityCases(): JudgedPair[] {
  return judgeEntities().map(({ query, listed, expect, score }) => ({
    ...judgedSubjects(query, listed),
    isMatch: expect === 'match',
    category: 'entities',
    score,
  }));
}

function judgedNames({ schema, name1, name2, isMatch, category, tier, peerScore, score }: Scored<LabelledPair>) {
  return {
    schema,
    name1,
    name2,
    isMatch,
    category,
    score,
    scripts: writingPair(name1, name2),
    ...(tier !== undefined && { tier }),
    ...(peerScore !== undefined && { peerScore }),
  };
}

function judgedSubjects(query: Subject, listed: Subject) {
  const nameOf = ({ names }: Subject) => names.map(({ text }) => text).join(' / ');
  const [name1, name2] = [nameOf(query), nameOf(listed)];
  return { schema: query.schema, name1, name2, scripts: writingPair(name1, name2) };
}
