import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvLine, lineWriter, type AddedCells } from './output-lines.ts';

for (const [cell, written] of [
  ['=1+1', `'=1+1`],
  ['+cmd', `'+cmd`],
  ['-2+3', `'-2+3`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  ['\r=1', `"'\r=1"`],
  ['＝1', `'＝1`],
  ['=1,"2"', `"'=1,""2"""`],
  ['-5', '-5'],
  ['+81312345678', '+81312345678'],
  ['-1,234.50', '"-1,234.50"'],
  ['-5%', '-5%'],
  ['+81 3 1234', `'+81 3 1234`],
  ['a=b', 'a=b'],
  [' x', '" x"'],
  ['', ''],
] as const)
  test(`the cell ${JSON.stringify(cell)}`, () => {
    assert.equal(csvLine([cell], ','), `${written}\n`);
  });

const added: AddedCells = {
  match: true,
  score: 0.87654321,
  listed_name: '=HYPERLINK("x")',
  list: 'own-x',
  entity_id: 'own-x:1',
  reason: '',
  note: '',
};

test('an added column gives way to one of the table', () => {
  const writer = lineWriter('csv', ['Name', 'Score', 'score_2'], { isMarked: true, delimiter: ';' });
  assert.deepEqual(writer.added, ['match', 'score_3', 'listed_name', 'list', 'entity_id', 'reason', 'note']);
  assert.equal(writer.head, '\ufeffName;Score;score_2;match;score_3;listed_name;list;entity_id;reason;note\n');
  assert.equal(
    writer.lineOf({ line: 2, cells: ['A;B', '1', '2'] }, added),
    `"A;B";1;2;true;0.8765;"'=HYPERLINK(""x"")";own-x;own-x:1;;\n`,
  );
});

test('a JSON line stays as it was, to the digit', () => {
  const writer = lineWriter('jsonl', ['n'], { isMarked: false });
  const line = writer.lineOf({ line: 1, cells: ['12'], text: '{"n": 12345678901234567890, "x": {}}' }, added);
  assert.ok(line.startsWith('{"n": 12345678901234567890, "x": {},"match":true,"score":0.87654321,'));
  const empty = writer.lineOf({ line: 1, cells: [''], text: '{ }' }, { ...added, match: '', score: '' });
  assert.deepEqual(JSON.parse(empty), { ...added, match: null, score: null, reason: null, note: null });
});

test('columns without a name, or with one twice, become keys of their own', () => {
  const writer = lineWriter('jsonl', ['name', '', 'name', 'match'], { isMarked: false });
  const keys = Object.keys(JSON.parse(writer.lineOf({ line: 2, cells: ['a', 'b', 'c', 'd'] }, added)) as object);
  assert.deepEqual(keys.slice(0, 5), ['name', 'column_2', 'name_2', 'match', 'match_2']);
});
