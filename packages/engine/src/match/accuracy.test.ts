import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bestF1, figuresAt, recallAtFalsePositiveRate, rocAuc, type ScoredPair } from './accuracy.ts';

const pairs = (matches: readonly number[], others: readonly number[]): ScoredPair[] => [
  ...matches.map((score) => ({ score, isMatch: true })),
  ...others.map((score) => ({ score, isMatch: false })),
];

test('figures at a threshold', () => {
  assert.deepEqual(figuresAt(0.7, pairs([0.9, 0.7, 0.6, 0.1], [0.8, 0.69, 0, 0])), {
    pairs: 8,
    matches: 4,
    hits: 3,
    rightHits: 2,
    precision: 2 / 3,
    recall: 0.5,
    f1: 4 / 7,
    falsePositiveRate: 0.25,
  });
  const { precision, recall, f1, falsePositiveRate } = figuresAt(0.7, []);
  assert.deepEqual([precision, recall, f1, falsePositiveRate], [undefined, undefined, undefined, undefined]);
});

test('the area under the curve: how likely a match scores higher, equal scores counting half', () => {
  assert.equal(rocAuc(pairs([0.9, 0.8], [0.1, 0.2])), 1);
  assert.equal(rocAuc(pairs([0.1], [0.9])), 0);
  assert.equal(rocAuc(pairs([0.5, 0.9], [0.5, 0.1])), 3.5 / 4);
  assert.equal(rocAuc(pairs([0.5], [])), undefined);
});

test('the recall that a share of false positives allows', () => {
  const scored = pairs([0.9, 0.8, 0.3], [0.85, 0.2, 0.1, 0]);
  assert.deepEqual(recallAtFalsePositiveRate(scored, 0), { recall: 1 / 3, threshold: 0.9 });
  assert.deepEqual(recallAtFalsePositiveRate(scored, 0.25), { recall: 1, threshold: 0.3 });
  // pairs of one score are hits together or not at all
  assert.deepEqual(recallAtFalsePositiveRate(pairs([1, 1], [1]), 0.5), { recall: 0, threshold: Infinity });
});

test('the best F1 of any threshold', () => {
  assert.deepEqual(bestF1(pairs([0.9, 0.6], [0.7, 0.1])), { f1: 0.8, threshold: 0.6 });
  assert.equal(bestF1([]), undefined);
});

test('the area is that of comparing every match with every other pair', () => {
  const score = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(fc.array(score, { minLength: 1 }), fc.array(score, { minLength: 1 }), (matches, others) => {
      const wins = matches.flatMap((match) => others.map((other) => (match > other ? 1 : match === other ? 0.5 : 0)));
      const expected = wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
      assert.ok(Math.abs((rocAuc(pairs(matches, others)) ?? -1) - expected) < 1e-12);
    }),
  );
});
