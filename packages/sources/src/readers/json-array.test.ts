import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { JsonArraySplitter, readJsonArray, type JsonObject } from './json-array.ts';
import { temporaryFile } from './testing/files.ts';
import { assertProblem } from './testing/problems.ts';

const where = { list: 'invented', file: 'a.json' };

/** What comes out of a text that is cut at these places. */
function splitOf(text: string, cuts: readonly number[] = []): { member: string | undefined; objects: JsonObject[] } {
  const splitter = new JsonArraySplitter(where);
  const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
  const objects = places.slice(1).flatMap((end, index) => splitter.take(text.slice(places[index], end)));
  splitter.end();
  return { member: splitter.member, objects };
}

const objects = fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 4 })), {
  maxLength: 6,
});
const layouts = fc.constantFrom<readonly [indent: string, member: string | undefined]>(
  ['', undefined],
  ['\n\t', 'records'],
  ['  ', 'a, [b] and {c}'],
  ['', 'relations'],
);

test('whatever objects there are, wherever the text is cut, each comes out as it is with its line', () => {
  fc.assert(
    fc.property(objects, layouts, fc.array(fc.nat()), (values, [indent, member], cuts) => {
      const whole = member === undefined ? values : { [member]: values };
      const text = JSON.stringify(whole, null, indent);
      const split = splitOf(
        text,
        cuts.map((cut) => cut % (text.length + 1)),
      );
      assert.deepEqual(
        split.objects.map(({ value }) => value),
        JSON.parse(JSON.stringify(values)),
      );
      assert.equal(split.member, member);
      for (const { line } of split.objects) assert.match(text.split('\n')[line - 1] ?? '', /\{/);
    }),
  );
});

test('braces, quotes and backslashes within texts close nothing', () => {
  const value = { a: '}]"\\', 'b"{': ['\\"', { c: '{[' }] };
  const text = `[${JSON.stringify(value)} ,\r\n${JSON.stringify(value)}]\n`;
  for (let cut = 0; cut <= text.length; cut++)
    assert.deepEqual(splitOf(text, [cut]).objects, [
      { line: 1, value },
      { line: 2, value },
    ]);
});

const wrongs: readonly (readonly [what: string, text: string, line: number])[] = [
  ['nothing', '', 1],
  ['an object without an array', '{"records": 1}', 1],
  ['two members', '{"records": [], "more": []}', 1],
  ['numbers', '[1, 2]', 1],
  ['a comma too many', '[{},\n]', 2],
  ['no comma', '[{}\n{}]', 2],
  ['something behind it', '[{}]\n[', 2],
  ['no JSON within', '[{},\n{a: 1}]', 2],
  ['another bracket', '[{"a": [1}}]', 1],
  ['an array cut off', '[{},\n', 2],
  ['an object cut off', '[{"a": "b', 1],
  ['a name cut off', '{"rec', 1],
  ['what nests too deep', `[{"a":${'['.repeat(64)}${']'.repeat(64)}}]`, 1],
];
for (const [what, text, line] of wrongs)
  test(`${what} is refused`, async () => {
    await assertProblem(() => splitOf(text), 'file.unreadable', { ...where, line });
  });

test('a file over many blocks, whose characters go over their borders', async (context) => {
  const values = Array.from({ length: 20_000 }, (_, number) => ({ number, text: '見本€'.repeat(number % 40) }));
  const file = temporaryFile(context, 'a.json', JSON.stringify({ records: values }));
  const read: unknown[] = [];
  const shares: number[] = [];
  for await (const batch of readJsonArray(file, 'invented')) {
    read.push(...batch.objects.map(({ value }) => value));
    shares.push(batch.share);
    assert.equal(batch.member, 'records');
  }
  assert.deepEqual(read, values);
  assert.deepEqual([shares.at(-1), 1 < shares.length], [1, true]);
});

const files: readonly (readonly [
  what: string,
  content: string | Uint8Array,
  code: Parameters<typeof assertProblem>[1],
])[] = [
  ['a web page', '<!DOCTYPE html><html></html>', 'file.unexpected'],
  ['bytes that are no UTF-8', Uint8Array.from([0x5b, 0x7b, 0xff, 0x7d, 0x5d]), 'file.encoding'],
  ['a character cut off', Uint8Array.from([0x5b, 0x5d, 0xe8]), 'file.encoding'],
];
for (const [what, content, code] of files)
  test(`${what} is refused as a file`, async (context) => {
    const file = temporaryFile(context, 'a.json', content);
    await assertProblem(() => Array.fromAsync(readJsonArray(file, 'invented')), code, { list: 'invented' });
  });
