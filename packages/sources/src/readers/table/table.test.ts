import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { temporaryFile } from '../testing/files.ts';
import { workbookOf } from '../testing/workbook.ts';
import { openTable, workbookFormats, type Table, type TableRow, type TableSettings } from './table.ts';

async function opened(
  context: TestContext,
  name: string,
  content: string | Uint8Array,
  settings: TableSettings = {},
): Promise<{ readonly table: Table; readonly rows: readonly TableRow[] }> {
  const table = await openTable(temporaryFile(context, name, content), settings);
  const rows: TableRow[] = [];
  for await (const batch of table.batches()) rows.push(...batch.rows);
  return { table, rows };
}

const cellsOf = (rows: readonly TableRow[]) => rows.map(({ cells }) => cells);

/** 氏名,国 / 山田太郎,日本 in Shift_JIS. */
const japanese = Buffer.from('8e8196bc2c8d910a8e5293638 1be98592c93fa967b0a'.replaceAll(' ', ''), 'hex');

const texts = {
  'utf-8': [Buffer.from('name,country\nJosé,日本\n'), 'José'],
  'utf-8 with a mark': [Buffer.from('\ufeffname,country\nJosé,日本\n'), 'José'],
  'utf-16 with a mark': [Buffer.from('\ufeffname,country\nJosé,日本\n', 'utf16le'), 'José'],
  'utf-16 without': [Buffer.from('name,country\nJose Garcia Lopez,Spain\n', 'utf16le'), 'Jose Garcia Lopez'],
  'windows-1252': [Buffer.from('name,country\nJosé Muñoz,España\nRené,Côte\n', 'latin1'), 'José Muñoz'],
} as const;
for (const [what, [bytes, name]] of Object.entries(texts))
  test(`a file in ${what} is read without being told`, async (context) => {
    const { table, rows } = await opened(context, 'c.csv', bytes);
    assert.deepEqual(table.columns, ['name', 'country']);
    assert.equal(rows[0]?.cells[0], name);
  });

test('a file in Shift_JIS is read without being told', async (context) => {
  const { table, rows } = await opened(context, 'c.csv', japanese);
  assert.equal(table.encoding, 'shift_jis');
  assert.deepEqual(table.columns, ['氏名', '国']);
  assert.equal(rows[0]?.cells[1], '日本');
});

for (const [delimiter, text] of Object.entries({
  ';': 'name;"town; street, and all"\nA;x\n',
  '\t': 'name\ttown\nA\tx\n',
  '|': 'name|town\nA|x\n',
  ',': '"name; all of it",town\nA,x\n',
}))
  test(`columns apart by ${JSON.stringify(delimiter)}`, async (context) => {
    const { table, rows } = await opened(context, 'c.csv', text);
    assert.equal(table.delimiter, delimiter);
    assert.deepEqual(cellsOf(rows), [['A', 'x']]);
  });

test('rows that are wrong stand among the others, with their line', async (context) => {
  const { rows } = await opened(
    context,
    'c.csv',
    '\r\nname,n\r\nA,1\r\nB\r\nC,"x"y\r\n\r\n,\r\nD,"2\r\n3"\r\nE,4,5\r\n',
  );
  assert.deepEqual(
    rows.map(({ line, fault }) => [line, fault?.kind]),
    [
      [3, undefined],
      [4, 'cells'],
      [5, 'quotes'],
      [8, undefined],
      [10, 'cells'],
    ],
  );
});

test('column names may be empty', async (context) => {
  const { table, rows } = await opened(context, 'c.csv', ',,\nA,,\n,,\n');
  assert.deepEqual(table.columns, ['', '', '']);
  assert.deepEqual(cellsOf(rows), [['A', '', '']]);
});

test('old line ends and a missing one at the end', async (context) => {
  const { rows } = await opened(context, 'c.csv', 'name,n\rA,1\rB,2');
  assert.deepEqual(cellsOf(rows), [
    ['A', '1'],
    ['B', '2'],
  ]);
});

test('bytes that do not belong are marked and stop nothing', async (context) => {
  const bytes = Buffer.concat([Buffer.from('name\nJosé\n'), Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from('B\n')]);
  const table = await openTable(temporaryFile(context, 'c.csv', bytes), { encoding: 'utf-8' });
  const rows: TableRow[] = [];
  for await (const batch of table.batches()) rows.push(...batch.rows);
  assert.deepEqual(cellsOf(rows), [['José'], ['\ufffd\ufffd'], ['B']]);
});

test('a file of several megabytes is read in blocks, and no row is lost between them', async (context) => {
  const lines = Array.from(
    { length: 60_000 },
    (_, place) => `${place},"Name ""${place}""\nsecond line",${'x'.repeat(40)}`,
  );
  const { rows } = await opened(context, 'c.csv', `id,name,more\n${lines.join('\n')}\n`);
  assert.equal(rows.length, 60_000);
  assert.deepEqual([rows.at(-1)?.cells[1], rows.at(-1)?.line], ['Name "59999"\nsecond line', 120_000]);
});

test('JSON lines: texts, numbers, lists, objects; lines that are none', async (context) => {
  const lines = ['{"name":"A","ids":[1,"2"],"n":12,"more":{"x":1}}', '[1]', '', '{"name":null}', 'no', '{"name":"B"}'];
  const { table, rows } = await opened(context, 'c.jsonl', lines.join('\n'));
  assert.deepEqual(table.columns, ['name', 'ids', 'n', 'more']);
  assert.deepEqual(rows[0]?.cells, ['A', ['1', '2'], '12', { json: '{"x":1}' }]);
  assert.deepEqual(
    rows.map(({ line, fault }) => [line, fault?.kind]),
    [
      [1, undefined],
      [2, 'json'],
      [4, undefined],
      [5, 'json'],
      [6, undefined],
    ],
  );
});

for (const format of workbookFormats)
  test(`.${format}: dates and long numbers as they are, not as they are shown`, async (context) => {
    const sheets = {
      顧客: [['氏名', '生年月日', '法人番号'], ['山田太郎', 29342, 8010401234567], ['A']],
      other: [['x']],
    };
    const { table, rows } = await opened(context, `c.${format}`, workbookOf(sheets, { B2: 'm/d/yy' }, format));
    assert.deepEqual(table.sheet, { name: '顧客', others: ['other'] });
    assert.deepEqual(cellsOf(rows), [
      ['山田太郎', '1980-05-01', '8010401234567'],
      ['A', '', ''],
    ]);
  });

for (const [name, content, code] of [
  ['c.csv', '', 'file.unexpected'],
  ['c.csv', '\n \n', 'file.unexpected'],
  ['c.csv', '"name\nA\n', 'file.unreadable'],
  ['c.csv', '<!doctype html><p>', 'file.unexpected'],
  ['c.jsonl', '[]\n', 'file.unexpected'],
  ['c.xlsx', 'name\nA\n', 'file.unexpected'],
  ['c.csv', `name${',a'.repeat(300_000)}\nA\n`, 'file.unexpected'],
  ['c.pdf', 'name\nA\n', 'file.unexpected'],
] as const)
  test(`${name} with ${JSON.stringify(content).slice(0, 40)} is refused`, async (context) => {
    await assert.rejects(
      () => opened(context, name, content),
      (error) => error instanceof Problem && error.code === code,
    );
  });

test('the row of the column names may be named: lines above it are no rows, and lines are counted from the first', async (context) => {
  const content = 'Members, "as of" today\n\nno;name\n1;"a\nb"\n2;c\n';
  const { table, rows } = await opened(context, 'members.csv', content, { headerRow: 3 });
  assert.deepEqual(table.columns, ['no', 'name']);
  assert.deepEqual(rows, [
    { line: 4, cells: ['1', 'a\nb'] },
    { line: 6, cells: ['2', 'c'] },
  ]);
  await assert.rejects(
    opened(context, 'members.csv', content, { headerRow: 99 }),
    (error) => error instanceof Problem && error.code === 'file.unexpected',
  );
});
