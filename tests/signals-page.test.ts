// docs/signals.md held against data/signals.yml.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { signalsPage } from '../scripts/signals-page.ts';
import { root } from './house/source-file.ts';

test('docs/signals.md is what scripts/signals-page.ts makes of the data', async () => {
  assert.equal(readFileSync(path.join(root, 'docs/signals.md'), 'utf8'), await signalsPage());
});
