import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import fc from 'fast-check';
import { TemporaryBuckets } from './temporary-buckets.ts';
import { assertProblem } from './testing/problems.ts';

const where = { list: 'invented', file: 'list.json' };
const MEGABYTE = 1 << 20;

test('what is put comes out of its bucket, in its order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ key: fc.string(), text: fc.string().map((text) => text.replaceAll('\n', ' ')) })),
      fc.integer({ min: 1, max: 20 * MEGABYTE }),
      async (lines, expectedBytes) => {
        const buckets = new TemporaryBuckets(expectedBytes, where);
        const block = Buffer.from(lines.map(({ text }) => text).join(''));
        let start = 0;
        for (const { key, text } of lines) {
          const end = start + Buffer.byteLength(text);
          buckets.put('lines', buckets.bucketOf(key), `${JSON.stringify(key)}\t`, { block, start, end });
          start = end;
        }
        const expected = Array.from({ length: buckets.count }, (_, bucket) =>
          lines
            .filter(({ key }) => buckets.bucketOf(key) === bucket)
            .map(({ key, text }) => `${JSON.stringify(key)}\t${Buffer.from(text).toString()}\n`)
            .join(''),
        );
        const found = expected.map((_, bucket) => buckets.take('lines', bucket).toString());
        assert.deepEqual(found, expected);
        await buckets.remove();
      },
    ),
  );
});

test('what does not fit into memory goes to files, comes back whole, and leaves nothing behind', async (context) => {
  const folder = temporaryFolder(context);
  const buckets = new TemporaryBuckets(100 * MEGABYTE, where);
  const long = 'x'.repeat(MEGABYTE);
  const expected = new Map<number, string[]>();
  for (let number = 0; number < 60; number++) {
    for (const drawer of ['one', 'other']) {
      const bucket = buckets.bucketOf(`${drawer}-${number % 7}`);
      buckets.put(drawer, bucket, `${drawer}${number}${long}`);
      if (drawer === 'one') expected.set(bucket, [...(expected.get(bucket) ?? []), `one${number}${long}\n`]);
    }
    await buckets.settle();
  }
  assert.ok(readdirSync(folder).length > 0, 'files are in the temporary folder');
  for (const [bucket, lines] of expected) assert.equal(buckets.take('one', bucket).toString(), lines.join(''));
  await buckets.remove();
  assert.deepEqual(readdirSync(folder), []);
});

test('without a place for the files it is a problem, and nothing is left', async (context) => {
  const folder = temporaryFolder(context);
  rmSync(folder, { recursive: true });
  const buckets = new TemporaryBuckets(100 * MEGABYTE, where);
  for (let number = 0; number < 30; number++) buckets.put('one', 0, 'x'.repeat(MEGABYTE));
  await assertProblem(() => buckets.settle(), 'file.unreadable', {
    ...where,
    reason: 'there is no place for temporary files (ENOENT)',
  });
  await buckets.remove();
});

/** Where the machine puts temporary files, for the length of a test. */
function temporaryFolder(context: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-test-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  context.after(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
