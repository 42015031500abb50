import assert from 'node:assert/strict';
import test from 'node:test';
import { readJson } from './json.ts';
import { temporaryFile } from './testing/files.ts';
import { assertProblem } from './testing/problems.ts';

test('a value comes out', async (context) => {
  assert.deepEqual(await readJson(temporaryFile(context, 'a.json', '\uFEFF{"a":\n["é"]}'), 'invented'), { a: ['é'] });
});

const unreadable: readonly { name: string; content: string; line: number }[] = [
  { name: 'a file cut off', content: '[{"a": 1},\n{"b": "x', line: 2 },
  { name: 'a file cut off after a whole value', content: '[{"a": 1},\n{"b": 2}', line: 2 },
  { name: 'a word that is none', content: '[1,\n2,\nx,\n4]', line: 3 },
  { name: 'a comma too many', content: '{"a": 1,\n}\n', line: 2 },
  { name: 'something behind the value', content: '[1]\n\n[2]', line: 3 },
];
for (const { name, content, line } of unreadable)
  test(`refuses ${name} with its line`, (context) =>
    assertProblem(() => readJson(temporaryFile(context, 'a.json', content), 'invented'), 'file.unreadable', {
      list: 'invented',
      file: 'a.json',
      line,
    }));

for (const [name, content] of [
  ['arrays', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
] as const)
  test(`refuses ${name} nested without end`, (context) =>
    assertProblem(() => readJson(temporaryFile(context, 'a.json', content), 'invented'), 'file.unreadable', {
      list: 'invented',
      file: 'a.json',
      reason: 'values nest deeper than 64',
    }));

test('values may nest as deep as lists do', async (context) => {
  const content = `${'['.repeat(64)}${']'.repeat(64)}`;
  assert.ok(await readJson(temporaryFile(context, 'a.json', content), 'invented'));
});

test('a broken file of nothing but line ends is refused within its memory', (context) =>
  assertProblem(
    () => readJson(temporaryFile(context, 'a.json', `[${'\n'.repeat(3_000_000)}x`), 'invented'),
    'file.unreadable',
    { line: 3_000_001 },
  ));

test('a web page in place of the list is told', (context) =>
  assertProblem(
    () => readJson(temporaryFile(context, 'a.json', '<html><body>Access denied</body></html>'), 'invented'),
    'file.unexpected',
    { reason: 'it is a web page, not the list' },
  ));
