import assert from 'node:assert/strict';
import test from 'node:test';
import { contentIds } from './content-ids.ts';

const entry = (name: string, day: string) => ({ lasting: [name, 'SAMPLEGRAD'], telling: [day] });

test('an entry that is the only one of its name has the same id whatever its day', () => {
  const [first, other] = contentIds([entry('SAMPLE WORKS', '2017-10-16'), entry('OTHER WORKS', '2017-10-16')]);
  assert.match(first ?? '', /^[0-9a-f]{16}$/);
  assert.notEqual(first, other);
  assert.deepEqual(contentIds([entry('Sample  Works ', '2018-01-01')]), [first]);
});

test('two of one name are told apart by their days, in any order', () => {
  const [first, second] = contentIds([entry('SAMPLE WORKS', '2017'), entry('SAMPLE WORKS', '2018')]);
  assert.notEqual(first, second);
  assert.deepEqual(contentIds([entry('SAMPLE WORKS', '2018'), entry('SAMPLE WORKS', '2017')]), [second, first]);
});

test('what stands there twice has one id', () => {
  const [first, second] = contentIds([entry('SAMPLE WORKS', '2017'), entry('SAMPLE WORKS', '2017')]);
  assert.equal(first, second);
  assert.deepEqual(contentIds([entry('SAMPLE WORKS', '2017')]), [first]);
});
