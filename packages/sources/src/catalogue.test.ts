import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { listImporters } from './catalogue.ts';

test('every list of lists/ is in the catalogue, under the name of its folder', () => {
  const folders = readdirSync(new URL('./lists/', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['own', 'testing'].includes(entry.name))
    .map(({ name }) => name);
  assert.deepEqual([...listImporters.keys()].toSorted(), folders.toSorted());
});

for (const [id, { description }] of listImporters)
  test(`${id}: patterns are regular expressions, what is ignored has a reason`, () => {
    for (const { pattern } of description.files) assert.ok(new RegExp(pattern, 'iu'));
    for (const { reason } of description.ignored) assert.ok(reason.length > 8, reason);
    assert.equal(description.kind, 'list');
  });
