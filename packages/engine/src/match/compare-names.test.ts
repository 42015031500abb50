import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { nameCases, type NameCase } from '../../testing/name-cases.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import type { Schema } from '../model/entity.ts';
import { subjectNamed } from '../model/subject.ts';
import { analyseName } from '../names/analyse-name.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { analyseSubject, compareEntities } from './compare-entities.ts';
import { compareNames } from './compare-names.ts';

const reference = buildNameReference(referenceFiles);
const { hitScore, weakScore } = reference.weights;

function verdictOf({ schema, name1, name2 }: NameCase): 'match' | 'weak' | 'no-match' {
  const subject = (text: string) => analyseSubject(subjectNamed(text, schema), reference);
  const { score } = compareEntities(subject(name1), subject(name2), reference);
  if (hitScore <= score) return 'match';
  return weakScore <= score ? 'weak' : 'no-match';
}

/** `no-match` asks that there is no hit: a weak likeness is allowed. */
function isAsExpected(nameCase: NameCase): boolean {
  const verdict = verdictOf(nameCase);
  return nameCase.expect === 'no-match' ? verdict !== 'match' : verdict === nameCase.expect;
}

test('cases/names.csv is well formed', () => {
  const seen = new Set<string>();
  for (const { tier, expect, known, schema, name1, name2 } of nameCases) {
    assert.ok(['STRONG', 'MEDIUM', 'WEAK'].includes(tier), tier);
    assert.ok(['match', 'no-match', 'weak'].includes(expect), expect);
    assert.ok(['', 'open'].includes(known), known);
    const key = `${schema} ${name1} ${name2}`;
    assert.ok(!seen.has(key), key);
    seen.add(key);
  }
});

for (const nameCase of nameCases.filter(({ known }) => known === ''))
  test(`${nameCase.name1} / ${nameCase.name2}: ${nameCase.expect}`, () =>
    assert.ok(isAsExpected(nameCase), verdictOf(nameCase)));

test('open cases are still open: a solved one is to be marked as such', (context) => {
  const open = nameCases.filter(({ known }) => known === 'open');
  context.diagnostic(`${open.length} of ${nameCases.length} pairs are open`);
  assert.deepEqual(
    open.filter(isAsExpected).map(({ name1, name2 }) => `${name1} / ${name2}`),
    [],
  );
});

const compare = (a: string, b: string, schema: Schema = 'Person') =>
  compareNames(analyseName({ text: a }, reference, schema), analyseName({ text: b }, reference, schema), reference);
const reasons = (a: string, b: string, schema?: Schema) =>
  compare(a, b, schema).pairs.map(({ query, listed, because }) => `${query ?? ''}~${listed ?? ''} ${because}`);

test('every word stands beside its partner, with the reason', () => {
  assert.deepEqual(reasons('陳国強', 'Guoqiang Chen'), ['陈~chen same-reading', '国强~guoqiang same-reading']);
  assert.deepEqual(reasons('Chen Guo Qiang', 'Guoqiang Chen'), ['chen~chen equal', 'guo qiang~guoqiang joined']);
  assert.deepEqual(reasons('S. Ramanathan', 'Subramaniam Ramanathan'), [
    's~subramaniam initial',
    'ramanathan~ramanathan equal',
  ]);
  assert.deepEqual(reasons('Петров Иван Сергеевич', 'Ivan Petrov'), [
    'петров~petrov romanisation',
    'иван~ivan romanisation',
    'сергеевич~ unpaired',
  ]);
  assert.deepEqual(reasons('李强', '李刚'), ['李~李 equal', '强~刚 contradicted']);
  assert.deepEqual(reasons('Example GmbH', 'Example Ltd', 'Company'), [
    'example~example equal',
    'GmbH~Ltd. same-legal-form',
  ]);
});

test('the words of a name are alike in either direction', () => {
  for (const { name1, name2, schema } of nameCases)
    assert.equal(
      compare(name1, name2, schema).points.toFixed(6),
      compare(name2, name1, schema).points.toFixed(6),
      `${name1} / ${name2}`,
    );
});

test('a name is itself, and any two texts can be compared', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const own = compare(a, a);
      assert.ok(own.pairs.every(({ similarity }) => 0.99 < similarity));
      assert.ok(Number.isFinite(compare(a, b).points));
    }),
    { numRuns: 500 },
  );
});
