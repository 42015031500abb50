import assert from 'node:assert/strict';
import test from 'node:test';
import { entityCases, type EntityCase } from '../../testing/entity-cases.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { analyseSubject, compareEntities } from './compare-entities.ts';

const reference = buildNameReference(referenceFiles);
const { hitScore, weakScore } = reference.weights;

function verdictOf({ query, listed }: EntityCase): 'match' | 'weak' | 'no-match' {
  const { score } = compareEntities(analyseSubject(query, reference), analyseSubject(listed, reference), reference);
  if (hitScore <= score) return 'match';
  return weakScore <= score ? 'weak' : 'no-match';
}

/** `no-match` asks that there is no hit: a weak likeness is allowed. */
function isAsExpected(entityCase: EntityCase): boolean {
  const verdict = verdictOf(entityCase);
  return entityCase.expect === 'no-match' ? verdict !== 'match' : verdict === entityCase.expect;
}

test('every case says something of its own', () => {
  const notes = entityCases.map(({ note }) => note);
  assert.deepEqual(
    notes.filter((note, place) => notes.indexOf(note) !== place),
    [],
  );
});

for (const entityCase of entityCases.filter(({ known }) => known === ''))
  test(`${entityCase.note}: ${entityCase.expect}`, () => assert.ok(isAsExpected(entityCase), verdictOf(entityCase)));

test('open cases are still open: a solved one is to be marked as such', (context) => {
  const open = entityCases.filter(({ known }) => known === 'open');
  context.diagnostic(`${open.length} of ${entityCases.length} pairs are open`);
  assert.deepEqual(
    open.filter(isAsExpected).map(({ note }) => note),
    [],
  );
});
