// For tests: what is done and the problem it must end in.
import assert from 'node:assert/strict';
import { Problem, type ProblemCode, type ProblemFacts } from '@sekisho/engine/model/problem.ts';

/** Asserts that `work` throws a Problem with the code and at least these facts. */
export async function assertProblem(work: () => unknown, code: ProblemCode, facts: ProblemFacts = {}): Promise<void> {
  let thrown: unknown;
  try {
    await work();
  } catch (error) {
    thrown = error;
  }
  assert.ok(thrown instanceof Problem, `a Problem was expected, not ${String(thrown)}`);
  const seen = Object.fromEntries(Object.keys(facts).map((fact) => [fact, thrown.facts[fact]]));
  assert.deepEqual({ code: thrown.code, ...seen }, { code, ...facts });
}

/** All of what an iterator gives. */
export async function all<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of iterable) values.push(value);
  return values;
}
