import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consonantClasses, missingClasses } from './consonant-classes.ts';

const missing = (a: string, b: string) => missingClasses(consonantClasses(a), consonantClasses(b));

test('spellings of one word lack hardly a kind of consonant', () => {
  for (const [a, b] of [
    ['khrushchev', 'chruschtschow'],
    ['sergei', 'serhii'],
    ['jacob', 'yaakov'],
    ['joseph', 'yusuf'],
    ['dzhon', 'john'],
  ] as const)
    assert.ok(missing(a, b) <= 1, `${a} ${b}`);
});

test('words of other sounds lack several, in either order; an empty word lacks what the other has', () => {
  assert.equal(missing('tomoko', 'bella'), missing('bella', 'tomoko'));
  assert.ok(2 <= missing('tomoko', 'bella'));
  assert.equal(missing('', 'ao'), 0);
});
