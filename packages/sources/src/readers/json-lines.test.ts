import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { SourceFile } from '../importer.ts';
import { readJsonLines } from './json-lines.ts';
import { temporaryFile } from './testing/files.ts';
import { assertProblem } from './testing/problems.ts';

async function valuesOf(file: SourceFile): Promise<{ line: number; value: unknown; text: string }[]> {
  const values: { line: number; value: unknown; text: string }[] = [];
  for await (const { block, lines } of readJsonLines(file, 'invented'))
    for (const { line, start, end, read } of lines)
      values.push({ line, value: read(), text: block.toString('utf8', start, end) });
  return values;
}

test('a value a line, with and without a mark, a last line end and blank lines', async (context) => {
  const file = temporaryFile(context, 'a.json', '\uFEFF{"a":"東"}\r\n\n[1]\n"é\\u00e9"');
  assert.deepEqual(await valuesOf(file), [
    { line: 1, value: { a: '東' }, text: '{"a":"東"}\r' },
    { line: 3, value: [1], text: '[1]' },
    { line: 4, value: 'éé', text: '"é\\u00e9"' },
  ]);
});

test('lines over more than one block keep their numbers and their text', async (context) => {
  const rows = Array.from({ length: 30_000 }, (_, number) => JSON.stringify({ number, text: 'ü'.repeat(number % 50) }));
  const file = temporaryFile(context, 'a.json', rows.join('\n'));
  const values = await valuesOf(file);
  assert.deepEqual(
    values.map(({ text }) => text),
    rows,
  );
  assert.deepEqual(
    values.map(({ line }) => line),
    rows.map((_, place) => place + 1),
  );
});

test('whatever JSON values there are, they come out', async (context) => {
  const file = temporaryFile(context, 'a.json', 'x');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue({ noUnicodeString: false }), { minLength: 1 }), async (written) => {
      const lines = written.map((value) => JSON.stringify(value));
      if (lines.some((line) => /\\u[0d]/i.test(line))) return;
      const again = temporaryFile(context, 'b.json', `${lines.join('\n')}\n`);
      assert.deepEqual(
        (await valuesOf(again)).map(({ value }) => JSON.stringify(value)),
        lines,
      );
    }),
    { numRuns: 50 },
  );
  await assertProblem(() => valuesOf(file), 'file.unreadable', { line: 1 });
});

const wrong = [
  { name: 'cut off', content: '{"a":1}\n{"a":', code: 'file.unreadable', facts: { line: 2 } },
  { name: 'a web page', content: '<!DOCTYPE html>\n', code: 'file.unexpected', facts: { line: 1 } },
  { name: 'empty', content: '', code: 'file.unexpected', facts: { reason: 'it is empty' } },
  {
    name: 'of another encoding',
    content: Buffer.from('"a"\n"caf\xe9"\n', 'latin1'),
    code: 'file.encoding',
    facts: { line: 2 },
  },
  { name: 'UTF-16', content: Buffer.from('\uFEFF"a"\n', 'utf16le'), code: 'file.encoding', facts: { line: 1 } },
  { name: 'a NUL', content: '"a"\n"\\u0000"\n', code: 'list.unexpected-shape', facts: { line: 2 } },
  { name: 'half a pair', content: '"\\ud83d x"\n', code: 'list.unexpected-shape', facts: { line: 1 } },
  { name: 'the other half', content: '"\\\\ud83d\\ude00"\n', code: 'list.unexpected-shape', facts: { line: 1 } },
] as const;
for (const { name, content, code, facts } of wrong)
  test(`${name} is refused`, async (context) => {
    const file = temporaryFile(context, 'a.json', content);
    await assertProblem(() => valuesOf(file), code, { list: 'invented', file: 'a.json', ...facts });
  });

test('a whole pair and an escaped backslash are text', async (context) => {
  const file = temporaryFile(context, 'a.json', '"\\ud83d\\ude00 \\\\u0000 \\u00df\\n"\n');
  assert.deepEqual((await valuesOf(file))[0]?.value, '😀 \\u0000 ß\n');
});
