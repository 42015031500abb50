// docs/lists.md held against the descriptions of the lists.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { listImporters } from '@sekisho/sources/catalogue.ts';
import { listsPage } from '../scripts/lists-page.ts';
import { root } from './house/source-file.ts';

test('docs/lists.md is what scripts/lists-page.ts makes of the descriptions', async () => {
  assert.equal(readFileSync(path.join(root, 'docs/lists.md'), 'utf8'), await listsPage());
});

for (const [id, { description }] of listImporters)
  test(`${id}: says what is taken, and of which edition its entries were counted`, () => {
    assert.ok(0 < description.taken.length, 'nothing is taken');
    assert.ok(
      description.counted !== undefined || description.forms.every(({ verifiedOnRealFile }) => !verifiedOnRealFile),
      'read on a real file, and not counted',
    );
  });
