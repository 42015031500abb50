import assert from 'node:assert/strict';
import { test } from 'node:test';
import Type from 'typebox';
import { Problem } from './problem.ts';
import { MAX_DEPTH, parseShape } from './shape.ts';

const anything = Type.Unknown();
const nested = (levels: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'innermost';
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
};
const inArray = (inner: unknown) => [inner];
const inObject = (inner: unknown) => ({ a: inner });

function refusalOf(value: unknown): { field: string; reason: string } {
  try {
    parseShape(anything, value, 'application.invalid', { file: 'a.yml' });
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    assert.equal(error.code, 'application.invalid');
    assert.equal(error.facts['file'], 'a.yml');
    return { field: String(error.facts['field']), reason: String(error.facts['reason']) };
  }
  return assert.fail('nothing was refused');
}

for (const [what, wrap] of [
  ['arrays', inArray],
  ['objects', inObject],
] as const) {
  test(`${what} inside one another are read up to a depth, and refused beyond it`, () => {
    const value = nested(MAX_DEPTH, wrap);
    assert.equal(parseShape(anything, value, 'application.invalid'), value);
    const { field, reason } = refusalOf(nested(MAX_DEPTH + 1, wrap));
    assert.match(field, /^(\/[0a]){64}$/);
    assert.match(reason, /64 levels/);
  });

  test(`100,000 ${what} inside one another are a problem like any other`, () => {
    assert.match(refusalOf(nested(100_000, wrap)).reason, /64 levels/);
  });
}

test('what contains itself is refused where it does', () => {
  const mapping: Record<string, unknown> = { b: 1 };
  mapping['a'] = { c: mapping };
  assert.deepEqual(refusalOf(mapping), { field: '/a/c', reason: 'contains itself' });
  const list: unknown[] = [];
  list.push('x', list);
  assert.deepEqual(refusalOf({ list }), { field: '/list/1', reason: 'contains itself' });
});

test('one thing in two places is no circle', () => {
  const shared = { b: 'x' };
  const value = { one: shared, two: [shared, shared] };
  assert.equal(parseShape(anything, value, 'application.invalid'), value);
});

test('a character that no text needs is found at any depth', () => {
  assert.deepEqual(refusalOf({ 'a/b': [{ '~': 'x\u0000' }] }), {
    field: '/a~1b/0/~0',
    reason: 'holds the character U+0000, which cannot be part of a text',
  });
});
