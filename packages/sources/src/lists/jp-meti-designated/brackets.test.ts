import assert from 'node:assert/strict';
import test from 'node:test';
import { closedAll, parted } from './brackets.ts';

test('brackets of both widths close each other', () => {
  for (const text of ['', '見本', '見本（別称）', '見本（別称)', '「見本（別称、「A」）」'])
    assert.ok(closedAll(text), text);
  for (const text of ['見本（', '見本（別称（A）', '「見本（別称）']) assert.ok(!closedAll(text), text);
  assert.ok(closedAll('見本）'), 'one that closes nothing is a letter');
});

test('separators part only outside of brackets and quotation marks', () => {
  assert.deepEqual(parted('見本、見本（A、B）、「C、D」社；E', '、；'), ['見本', '見本（A、B）', '「C、D」社', 'E']);
  assert.deepEqual(parted('、 見本、、', '、'), ['見本']);
});
