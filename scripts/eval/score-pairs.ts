// Labelled pairs in, the same with the score that the product gives them out.
import { analyseSubject, compareEntities, type AnalysedSubject } from '@sekisho/engine/match/compare-entities.ts';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { LabelledPair } from './labelled-pairs.ts';

export const reference = buildNameReference(referenceFiles);

export type Scored<Pair extends LabelledPair = LabelledPair> = Pair & { readonly score: number };

/** Every name of the pairs is read once. */
export function scorePairs<Pair extends LabelledPair>(pairs: readonly Pair[]): Scored<Pair>[] {
  const analysed = new Map<string, AnalysedSubject>();
  const analyse = (schema: Schema, text: string) => {
    const key = `${schema} ${text}`;
    const known = analysed.get(key) ?? analyseSubject(subjectNamed(text, schema), reference);
    analysed.set(key, known);
    return known;
  };
  return pairs.map((pair) => ({
    ...pair,
    score: scoreOf(analyse(pair.schema, pair.name1), analyse(pair.schema, pair.name2)),
  }));
}

/** The one place that says what the score of a pair is. */
export function scoreOf(a: AnalysedSubject, b: AnalysedSubject): number {
  return compareEntities(a, b, reference).score;
}
