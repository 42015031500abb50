// Streams sorted by id: the rows of a merge, and its readers when it is given up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mergedById } from './merge-by-id.ts';

interface Row {
  readonly id: string;
  readonly stream: number;
}

const idsOfStreams = fc.array(fc.uniqueArray(fc.string({ maxLength: 3, unit: 'binary' }), { maxLength: 30 }), {
  maxLength: 4,
});

test('each id is a row, with what each stream has of it', async () => {
  await fc.assert(
    fc.asyncProperty(idsOfStreams, fc.integer({ min: 1, max: 7 }), async (streams, batch) => {
      const sorted = streams.map((ids, stream) => ids.toSorted(byCodeUnits).map((id) => ({ id, stream })));
      const rows = (await Array.fromAsync(mergedById(sorted.map((rows) => inBatches(rows, batch))))).flat();
      const ids = [...new Set(streams.flat())].sort(byCodeUnits);
      assert.deepEqual(
        rows,
        ids.map((id) => streams.map((known, stream) => (known.includes(id) ? { id, stream } : undefined))),
      );
    }),
  );
});

test('who stops in the middle closes the streams', async () => {
  const closed: number[] = [];
  async function* endless(stream: number): AsyncGenerator<readonly Row[]> {
    try {
      for (let number = 0; ; number++) yield [await Promise.resolve({ id: String(number).padStart(9, '0'), stream })];
    } finally {
      closed.push(stream);
    }
  }
  for await (const rows of mergedById([endless(0), endless(1)])) {
    assert.equal(rows[0]?.length, 2);
    break;
  }
  assert.deepEqual(closed, [0, 1]);
});

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : b < a ? 1 : 0);

async function* inBatches(rows: readonly Row[], size: number): AsyncGenerator<readonly Row[]> {
  yield [];
  for (let from = 0; from < rows.length; from += size) yield await Promise.resolve(rows.slice(from, from + size));
}
