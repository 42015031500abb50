import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cellText, centredTable } from './pdf-table.ts';
import type { PdfPage } from './pdf.ts';
import { centredTexts, LETTER } from './testing/centred-table.ts';
import { widthOfText, type PlacedText } from './testing/pdf-file.ts';
import { assertProblem } from './testing/problems.ts';

const where = { list: 'sample-list', file: 'list.pdf' };
const columns = [{ x: 42, centred: true }, { x: 130 }, { x: 320 }];

function pageOf(texts: readonly PlacedText[], number = 1): PdfPage {
  const placed = texts.map(({ text, x, y, size = 12 }) => ({
    text,
    x,
    y,
    width: widthOfText(text, size),
    height: size,
  }));
  return { number, texts: placed };
}

function cellsOf(pages: readonly PdfPage[]): string[][][] {
  return centredTable(pages, where).rows.map(({ cells }) => cells.map((lines) => lines.map(({ text }) => text)));
}

const lines = (min: number, max: number) =>
  fc.array(fc.stringMatching(/^[A-Z]{1,30}$/), { minLength: min, maxLength: max });
const tables = fc.array(fc.tuple(lines(0, 9), lines(0, 9)), { minLength: 2, maxLength: 9 });

test('however many lines the cells of a row have, each cell has its own', () => {
  fc.assert(
    fc.property(tables, fc.integer(), (cells, seed) => {
      const rows = cells.map(([one, other], index) => [[String(index + 1)], one, other]);
      const head = [['No.'], ['Name'], ['Alias']];
      const texts = centredTexts([head, ...rows], columns, 1000);
      const shuffled = texts.toSorted((one, two) => ((one.y * 7919 + seed) % 13) - ((two.y * 7919 + seed) % 13));
      assert.deepEqual(cellsOf([pageOf(shuffled)]), [head, ...rows]);
    }),
  );
});

test('the rows of several pages, without the number at their foot', () => {
  const first = [[['1'], ['A'], ['B', 'C']]];
  const second = [[['2'], ['D', 'E', 'F'], ['G']]];
  const foot = (text: string) => ({ text, x: 293, y: 25, size: 8 });
  assert.deepEqual(
    cellsOf([
      pageOf([...centredTexts(first, columns), foot('1')], 1),
      pageOf([...centredTexts(second, columns), foot('2')], 2),
    ]),
    [...first, ...second],
  );
});

test('a cell with an empty line at its end', () => {
  const texts = centredTexts(
    [
      [['1'], ['A'], ['B', 'C', 'D']],
      [['2'], ['E'], ['F']],
    ],
    columns,
  );
  const raised = texts.map((text) => (text.text === 'A' ? { ...text, y: text.y + 3.75 } : text));
  assert.deepEqual(cellsOf([pageOf(raised)]), [
    [['1'], ['A'], ['B', 'C', 'D']],
    [['2'], ['E'], ['F']],
  ]);
});

test('lines that stand beside no row are refused', () =>
  assertProblem(
    () => cellsOf([pageOf([...centredTexts([[['1'], ['A'], ['B']]], columns), { text: 'astray', x: 130, y: 600 }])]),
    'list.unexpected-shape',
    { ...where, reason: 'on page 1 the lines of column 2 do not stand beside the rows' },
  ));

/** As wide as a column of 30 Latin letters. */
function cell(...texts: string[]): string {
  const [lines = []] =
    centredTable([pageOf(centredTexts([[['1'], texts]], columns))], where).rows[0]?.cells.slice(1) ?? [];
  return cellText(lines, { left: 130, right: 130 + 30 * (LETTER / 2) }, (line) => line.startsWith('・'));
}

test('what was broken for want of room is one line, what was not stays two', () => {
  assert.equal(cell('Sample Research Institute of', 'Engineering'), 'Sample Research Institute of Engineering');
  assert.equal(cell('Sample Research Institute', 'of Engineering'), 'Sample Research Institute\nof Engineering');
  assert.equal(cell('Sample Institute for Electro-', 'Mechanics'), 'Sample Institute for Electro-Mechanics');
  assert.equal(cell('見本工業技術研究所有限公司北京', '分公司'), '見本工業技術研究所有限公司北京分公司');
  assert.equal(cell('見本工業技術研究所有限公', '司）'), '見本工業技術研究所有限公\n司）');
  assert.equal(
    cell('・Sample Research Institute of', '・Engineering'),
    '・Sample Research Institute of\n・Engineering',
  );
});
