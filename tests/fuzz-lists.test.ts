// Damaged files never crash an importer and never give half an entry; `npm run soak` tries a thousand times as many.
import assert from 'node:assert/strict';
import test from 'node:test';
import { fuzzEdition, sampleEditions, type FuzzCounts } from './support/fuzz-lists.ts';

const TRIES = 60;
const THREADED_TRIES = 2;

for (const edition of sampleEditions()) {
  const tries = edition.isThreaded ? THREADED_TRIES : TRIES;
  test(`${edition.importer.description.id} ${edition.form}: ${String(tries)} damaged copies`, async () => {
    const counts: FuzzCounts = { tries: 0, read: 0, refused: 0, slowestMs: 0 };
    await fuzzEdition(edition, { from: 1, tries }, counts);
    assert.equal(counts.read + counts.refused, tries);
  });
}
