import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { oneEditKeys } from './one-edit-keys.ts';

test('a letter left out, put in, changed, or exchanged with its neighbour', () => {
  const keys = oneEditKeys('aoba');
  for (const key of ['aob', 'oba', 'aobaa', 'xaoba', 'aoxba', 'aobo', 'oaba', 'aoab'])
    assert.ok(keys.includes(key), key);
  for (const key of ['aoba', 'ao', 'abo', 'aobaxx', 'boaa']) assert.ok(!keys.includes(key), key);
});

test('kana by kana, Han characters by what is there', () => {
  assert.ok(oneEditKeys('サクラミホン').includes('サクラミボン'));
  assert.ok(oneEditKeys('青葉測機').includes('青測葉機'));
  assert.ok(oneEditKeys('青青葉測機').includes('青葉測機'));
  assert.equal(oneEditKeys('青葉測機').length, 4 + 3);
});

test('nothing of a name too short or too long for it', () => {
  assert.deepEqual(oneEditKeys('abc'), []);
  assert.deepEqual(oneEditKeys('a'.repeat(61)), []);
});

test('a key is one slip away from all that are one slip away from it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 5, maxLength: 9 });
  fc.assert(
    fc.property(word, fc.nat(), (key, choice) => {
      const keys = oneEditKeys(key);
      const other = keys[choice % keys.length] ?? '';
      assert.ok(oneEditKeys(other).includes(key), `${key} ${other}`);
    }),
    { numRuns: 50 },
  );
});
