import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { editCost } from './edit-distance.ts';

const { letterCosts } = buildNameReference(referenceFiles);
const plain = { vowelsAreFree: false };
const costly = { letters: letterCosts, vowelsAreFree: false };

test('insertion, deletion, substitution and exchange', () => {
  assert.equal(editCost('bcd', 'bcd', plain, 9), 0);
  assert.equal(editCost('bcd', 'bd', plain, 9), 1);
  assert.equal(editCost('bcd', 'bkd', plain, 9), 1);
  assert.equal(editCost('bcd', 'bdc', plain, 9), 1);
  assert.equal(editCost('', 'bcd', plain, 9), 3);
});

test('letters that spellings confuse cost less, except a last vowel', () => {
  assert.ok(editCost('osama', 'usama', costly, 9) < 0.5);
  assert.equal(editCost('maria', 'mario', costly, 9), 1);
});

test('symmetric, and never below a bound it passed', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abdegiklmnoprstuyz$038'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.constantFrom(0.5, 1, 2.5), (a, b, most) => {
      const cost = editCost(a, b, costly, 100);
      assert.equal(editCost(b, a, costly, 100).toFixed(9), cost.toFixed(9));
      const bounded = editCost(a, b, costly, most);
      if (cost <= most) assert.equal(bounded, cost);
      else assert.ok(most < bounded);
    }),
    { numRuns: 3000 },
  );
});
