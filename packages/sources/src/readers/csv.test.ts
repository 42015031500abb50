import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import fc from 'fast-check';
import { readCsv, readCsvBatches, type CsvSettings } from './csv.ts';
import { temporaryFile } from './testing/files.ts';
import { all, assertProblem } from './testing/problems.ts';

const settings: CsvSettings = { list: 'invented', encodings: ['utf-8'], columns: ['a', 'b', 'c'] };

async function rowsOf(context: TestContext, content: string, over: Partial<CsvSettings> = {}) {
  const file = temporaryFile(context, 'list.csv', content);
  return (await all(readCsvBatches(file, { ...settings, ...over }))).flatMap(({ rows }) => rows);
}

const readable: readonly { name: string; content: string; rows: [number, ...string[]][] }[] = [
  {
    name: 'LF',
    content: 'a,b,c\nd,e,f\n',
    rows: [
      [1, 'a', 'b', 'c'],
      [2, 'd', 'e', 'f'],
    ],
  },
  {
    name: 'CRLF and a Ctrl-Z',
    content: 'a,b,c\r\nd,e,"f"\r\n\x1a',
    rows: [
      [1, 'a', 'b', 'c'],
      [2, 'd', 'e', 'f'],
    ],
  },
  {
    name: 'no last line end',
    content: 'a,b,c\nd,e,f',
    rows: [
      [1, 'a', 'b', 'c'],
      [2, 'd', 'e', 'f'],
    ],
  },
  {
    name: 'blank lines',
    content: '\na,b,c\n\n\nd,e,f\n\n',
    rows: [
      [2, 'a', 'b', 'c'],
      [5, 'd', 'e', 'f'],
    ],
  },
  {
    name: 'quotes, commas and line ends within fields',
    content: '"a ""x""","b\nc",d\r\n1,"2,2",3\n',
    rows: [
      [1, 'a "x"', 'b\nc', 'd'],
      [3, '1', '2,2', '3'],
    ],
  },
  {
    name: 'empty fields',
    content: ',,\n"",x,\n',
    rows: [
      [1, '', '', ''],
      [2, '', 'x', ''],
    ],
  },
];
for (const { name, content, rows } of readable)
  test(`reads ${name}`, async (context) =>
    assert.deepEqual(
      (await rowsOf(context, content)).map(({ line, values }) => [line, ...values]),
      rows,
    ));

test('a header row names the columns', async (context) => {
  const file = temporaryFile(context, 'list.csv', '\uFEFF name ,番号\nSample,1\n');
  const [record] = await readCsv(file, { ...settings, columns: 'first-row' });
  assert.equal(record?.line, 2);
  assert.equal(record.take('name'), 'Sample');
  assert.equal(record.take('番号'), '1');
  record.done();
});

const unreadable: readonly {
  name: string;
  content: string;
  code: 'list.column-count' | 'file.unreadable';
  facts: object;
}[] = [
  {
    name: 'a row too short',
    content: 'a,b,c\nd,e\n',
    code: 'list.column-count',
    facts: { line: 2, expected: 3, found: 2 },
  },
  { name: 'a row too long', content: 'a,b,c\n"x\ny",e,f,g\n', code: 'list.column-count', facts: { line: 2, found: 4 } },
  {
    name: 'an open quote',
    content: 'a,b,c\nd,"e,f\n1,2,3\n',
    code: 'file.unreadable',
    facts: { line: 2, reason: 'a quoted field is not closed' },
  },
  { name: 'a quote within', content: 'a,b,c\n\nd,"e"x,f\n', code: 'file.unreadable', facts: { line: 3 } },
];
for (const { name, content, code, facts } of unreadable)
  test(`refuses ${name} with its line`, (context) =>
    assertProblem(() => rowsOf(context, content), code, { list: 'invented', file: 'list.csv', ...facts }));

test('an open quote in a large file is refused before the file is in memory', async (context) => {
  const content = `1,2,3\n"${'a,b,c\n'.repeat(1_500_000)}`;
  await assertProblem(() => rowsOf(context, content), 'file.unreadable', {
    line: 2,
    reason: 'a quoted field is not closed',
  });
});

test('rows over block ends are whole, with the right lines', async (context) => {
  const rows = Array.from({ length: 40_000 }, (_, index) => [
    `${index}`,
    index % 7 === 0 ? 'two\nlines "x"' : 'one',
    'é'.repeat(index % 60),
  ]);
  const content = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');
  const read = await rowsOf(context, content);
  assert.equal(read.length, rows.length);
  let line = 1;
  for (const [index, row] of read.entries()) {
    assert.deepEqual(row, { line, values: rows[index] });
    line += index % 7 === 0 ? 2 : 1;
  }
});

test('any rows come back as they were written', async (context) => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '漢', "'") });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 8 }), async (rows) => {
      const content = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
      assert.deepEqual(
        (await rowsOf(context, content)).map(({ values }) => values),
        rows,
      );
    }),
    { numRuns: 60 },
  );
});
