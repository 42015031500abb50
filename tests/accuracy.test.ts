// The cases in, what docs/accuracy.md says of them and the floors held against what is reached out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { accuracyDocument, casesPart, partOf } from '../scripts/eval/document.ts';
import { evaluateCases } from '../scripts/eval/evaluate.ts';
import { belowFloors } from '../scripts/eval/floors.ts';
import { scriptFigures, type AccuracyFigures } from '../scripts/eval/script-figures.ts';
import { tiersFall } from '../scripts/eval/set-figures.ts';

const cases = evaluateCases();

test('docs/accuracy.md is what `npm run eval` writes of the cases', async () => {
  const committed = readFileSync(new URL('../docs/accuracy.md', import.meta.url), 'utf8');
  const document = await accuracyDocument(committed, { cases: casesPart(cases) });
  assert.equal(partOf(committed, 'cases'), partOf(document, 'cases'));
});

test('data/accuracy.json has the figures of the cases that `npm run eval` makes', () => {
  const shipped = JSON.parse(
    readFileSync(new URL('../data/accuracy.json', import.meta.url), 'utf8'),
  ) as AccuracyFigures;
  assert.deepEqual(scriptFigures(shipped, cases, []), shipped);
  assert.ok(0 < shipped.sets.length);
});

test('no figure of the cases is below its floor', () => {
  assert.deepEqual(belowFloors([cases.names, cases.entities]), []);
});

test('the mean score of matches falls from tier to tier', () => {
  assert.ok(tiersFall(cases.names.byTier), JSON.stringify(cases.names.byTier));
});

test('a part of the document that is not evaluated stays as it is', async () => {
  const whole = await accuracyDocument('', { cases: 'Cases.', sets: 'Sets.' });
  const again = await accuracyDocument(whole, { cases: 'Other cases.' });
  assert.deepEqual([partOf(again, 'cases'), partOf(again, 'sets')], ['Other cases.', 'Sets.']);
  assert.equal(await accuracyDocument(again, {}), again);
});
