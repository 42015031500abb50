import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { sorted } from './sorted.ts';

test('the order is that of the built-in sort, for few values and for many', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 40 }), (texts) => assert.deepEqual(sorted(texts), texts.toSorted())),
  );
});

test('what is equal stays in its order', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.string()), { maxLength: 40 });
  const compare = ([a]: [number, string], [b]: [number, string]) => a - b;
  fc.assert(fc.property(pairs, (values) => assert.deepEqual(sorted(values, compare), values.toSorted(compare))));
});
