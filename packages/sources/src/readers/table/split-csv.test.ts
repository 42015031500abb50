import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitCsv } from './split-csv.ts';

const written = (rows: readonly (readonly string[])[], delimiter: string) =>
  rows.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)}\n`).join('');
const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é', '名', '='), maxLength: 8 });

test('what was quoted comes back, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom(',', ';', '\t', '|'),
      (rows, delimiter) => {
        const split = splitCsv(written(rows, delimiter), delimiter, true);
        assert.deepEqual(
          split.rows.map(({ values }) => values),
          rows,
        );
      },
    ),
  );
});

test('any text ends, with every line counted once, in one piece or in two', () => {
  fc.assert(
    fc.property(fc.array(cell), fc.nat(), (texts, cut) => {
      const text = texts.join('');
      const whole = splitCsv(text, ',', true);
      assert.equal(whole.end, text.length);
      const lines = whole.rows.reduce((sum, row) => sum + row.lines, 0);
      assert.equal(lines, text.replace(/\n$/, '').split('\n').length - Number(text === ''));
      // a text is cut behind a line end
      const place = text.lastIndexOf('\n', cut % (text.length + 1)) + 1;
      const first = splitCsv(text.slice(0, place), ',', false);
      const second = splitCsv(text.slice(first.end), ',', true);
      assert.deepEqual([...first.rows, ...second.rows].at(0)?.values, whole.rows.at(0)?.values);
    }),
  );
});

test('a quote that is wrong costs its own line', () => {
  const { rows } = splitCsv('1,"Bad "quote,x\n2,"fine",y\n3,"never closed,z\n4,"also ""fine""",w\n', ',', true);
  assert.deepEqual(
    rows.map(({ isBroken, values }) => (isBroken ? 'broken' : values.join('/'))),
    ['broken', '2/fine/y', 'broken', '4/also "fine"/w'],
  );
});

test('a cell may go over several lines, and the rows behind it are counted on', () => {
  const { rows } = splitCsv('a,"one\ntwo\nthree"\nb,c\n', ',', true);
  assert.deepEqual(
    rows.map(({ lines, values }) => [lines, ...values]),
    [
      [3, 'a', 'one\ntwo\nthree'],
      [1, 'b', 'c'],
    ],
  );
});

test('hostile quotes do not take long', () => {
  for (const line of ['"a"b\n', '"a\n', 'x,"",""y\n', '"""\n', '"""""""a\n', 'a,"\n']) {
    const split = splitCsv(line.repeat(100_000), ',', true);
    assert.ok(split.rows.length > 0, line);
  }
});
