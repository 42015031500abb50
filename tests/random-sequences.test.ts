// Whatever people and publishers do in whatever order: nothing is accepted on a stale list, nobody refuses alone, the record is whole.
import { test } from 'node:test';
import { playSequences } from './support/random-sequences.ts';

test('no sequence of flows accepts on a stale list, refuses without two people, or breaks the record', async () => {
  await playSequences({ runs: 4, steps: 40 });
});
