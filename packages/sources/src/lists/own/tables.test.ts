import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import Papa from 'papaparse';
import { temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { workbookOf } from '../../readers/testing/workbook.ts';
import { readList } from '../testing/read.ts';
import { ownListImporter } from './importer.ts';

const sample = (name: string) => readFileSync(new URL(`./sample/${name}`, import.meta.url), 'utf8');
const mappingText = sample('police-notices.yml');
const csv = sample('police-notices.csv');
const rows = Papa.parse<string[]>(csv.trim()).data;
const [header = [], ...records] = rows;
const importer = ownListImporter(mappingText, 'police-notices.yml');

test('the same table in every format gives the same entries', async (context) => {
  const expected = (await readList(importer, [temporaryFile(context, 'notices.csv', csv)])).entities;
  assert.equal(expected.length, 3);
  const jsonLines = records.map((record) =>
    JSON.stringify(Object.fromEntries(header.map((name, at) => [name, record[at]]))),
  );
  const tables: [string, string | Uint8Array][] = [
    ['notices.xlsx', workbookOf({ 見本: rows })],
    ['notices.xls', workbookOf({ 見本: rows }, {}, 'xls')],
    ['notices.ods', workbookOf({ 見本: rows }, {}, 'ods')],
    ['notices.csv', workbookOf({ 見本: rows })], // what it is is told from its bytes
    ['notices.tsv', Papa.unparse(rows, { delimiter: '\t' })],
    ['notices.csv', Papa.unparse(rows, { delimiter: ';' })],
    ['notices.txt', `\ufeff${Papa.unparse(rows, { delimiter: '|', newline: '\r\n' })}`],
    ['notices.jsonl', jsonLines.join('\n')],
  ];
  for (const [name, content] of tables)
    assert.deepEqual((await readList(importer, [temporaryFile(context, name, content)])).entities, expected, name);
});

const dated = `id: own-dated\ntitle: t\npublisher: p\nterritory: jp\ndefaults: { schema: Company }
columns: { no: id, name: name, born: birth-date, listed: listed-on }\n`;

test('dates of a spreadsheet are dates, however they are shown; the sheet and the header row may be named', async (context) => {
  const sheet = [
    ['見本の表'],
    [],
    ['no', 'name', 'born', 'listed'],
    ['1', 'Mihon KK', 22882, 44197],
    ['2', 'Sample AG', '1963', ''],
  ];
  const formats = { C4: 'm/d/yy', D4: 'yyyy"年"m"月"d"日"' };
  for (const format of ['xlsx', 'xls', 'ods'] as const) {
    const own = ownListImporter(`${dated}sheet: 名簿\nheaderRow: 3\n`, 'dated.yml');
    const content = workbookOf({ 名簿: sheet, 他: [['x']] }, formats, format);
    const { entities } = await readList(own, [temporaryFile(context, `list.${format}`, content)]);
    assert.deepEqual(
      entities.map(({ names, birthDates, listedOn }) => [names[0]?.text, birthDates[0]?.earliest, listedOn]),
      [
        ['Mihon KK', '1962-08-24', '2021-01-01'],
        ['Sample AG', '1963-01-01', undefined],
      ],
      format,
    );
  }
});

test('the header row of a text file may stand below others', async (context) => {
  const own = ownListImporter(`${dated}headerRow: 3\n`, 'dated.yml');
  const content = 'Notices of 2021\n\nno;name;born;listed\n1;Mihon, KK;1962-08-24;2021-01-01\n';
  const { entities } = await readList(own, [temporaryFile(context, 'list.csv', content)]);
  assert.deepEqual(
    entities.map(({ names, listedOn }) => [names[0]?.text, listedOn]),
    [['Mihon, KK', '2021-01-01']],
  );
});

test('a list in a JSON line is what a separator would part', async (context) => {
  const own = ownListImporter(dated.replace('name: name', "name: { to: alias, separator: ' / ' }"), 'dated.yml');
  const line = JSON.stringify({ no: 1, name: ['Mihon KK', 'Sample KK'], listed: null });
  const { entities } = await readList(own, [temporaryFile(context, 'list.jsonl', `${line}\n`)]);
  assert.deepEqual(
    entities.map(({ recordId, names }) => [recordId, names.map(({ text }) => text)]),
    [['1', ['Mihon KK', 'Sample KK']]],
  );
});

test('lists of Cyrillic, Arabic, Korean, Chinese and Japanese encodings are read when the mapping names them', async (context) => {
  const encoded: [string, string, string][] = [
    ['windows-1251', 'Привет', 'cff0e8e2e5f2'],
    ['windows-1250', 'Łódź', 'a3f3649f'],
    ['windows-1254', 'İzmir', 'dd7a6d6972'],
    ['windows-1256', 'محمد', 'e3cde3cf'],
    ['euc-kr', '대한', 'b4ebc7d1'],
    ['gb18030', '中国', 'd6d0b9fa'],
    ['big5', '中國', 'a4a4b0ea'],
    ['euc-jp', '日本', 'c6fccbdc'],
    ['iso-2022-jp', '日本', '1b2442467c4b5c1b2842'],
  ];
  for (const [encoding, name, bytes] of encoded) {
    const own = ownListImporter(`${dated}encodings: [utf-8, ${encoding}]\n`, 'dated.yml');
    const content = Buffer.concat([
      Buffer.from('no,name,born,listed\n1,'),
      Buffer.from(bytes, 'hex'),
      Buffer.from(',,\n'),
    ]);
    const { entities } = await readList(own, [temporaryFile(context, 'list.csv', content)]);
    assert.equal(entities[0]?.names[0]?.text, name, encoding);
  }
  const undefinedByte = Buffer.concat([
    Buffer.from('no,name,born,listed\n1,'),
    Buffer.from('98', 'hex'),
    Buffer.from(',,\n'),
  ]);
  const own = ownListImporter(`${dated}encodings: [windows-1251]\n`, 'dated.yml');
  const file = temporaryFile(context, 'list.csv', undefinedByte);
  await assertProblem(() => readList(own, [file]), 'file.encoding', { list: 'own-dated', file: 'list.csv', line: 2 });
});

const sheetRows = [
  ['no', 'name', 'born', 'listed'],
  ['1', 'A', '', ''],
];
const wrong: [string, string, string | Uint8Array, string, Parameters<typeof assertProblem>[1], object][] = [
  ['no such sheet', 'list.xlsx', workbookOf({ a: sheetRows }), 'sheet: b', 'file.unexpected', {}],
  ['an empty header row', 'list.xlsx', workbookOf({ a: sheetRows }), 'headerRow: 9', 'file.unexpected', { line: 9 }],
  ['an empty workbook', 'list.ods', workbookOf({ a: [] }, {}, 'ods'), '', 'file.unexpected', {}],
  [
    'a row longer than the header',
    'list.xls',
    workbookOf({ a: [...sheetRows, ['2', 'B', '', '', 'x']] }, {}, 'xls'),
    '',
    'list.column-count',
    { line: 3, expected: 4, found: 5 },
  ],
  [
    'an unknown column in a sheet',
    'list.xlsx',
    workbookOf({
      a: [
        ['no', 'name', 'born', 'listed', 'other'],
        ['1', 'A', '', '', 'x'],
      ],
    }),
    '',
    'list.unknown-column',
    { line: 2, column: 'other' },
  ],
  [
    'a column of the mapping that the sheet lacks',
    'list.xlsx',
    workbookOf({
      a: [
        ['no', 'name', 'born'],
        ['1', 'A', ''],
      ],
    }),
    '',
    'list.missing-field',
    { line: 2, column: 'listed' },
  ],
  ['a workbook cut off', 'list.xlsx', workbookOf({ a: sheetRows }).subarray(0, 900), '', 'file.unreadable', {}],
  [
    'an unknown key',
    'list.jsonl',
    '{"no":1,"name":"A"}\n{"no":2,"nam":"B"}\n',
    '',
    'list.unknown-column',
    { column: 'nam' },
  ],
  ['a line that is no JSON', 'list.jsonl', '{"no":1,"name":"A"}\nx\n', '', 'file.unreadable', { line: 2 }],
  [
    'an object in a field',
    'list.jsonl',
    '{"no":1,"name":{"a":1}}\n',
    '',
    'list.unexpected-shape',
    { column: 'name', line: 1 },
  ],
  [
    'a list without a separator',
    'list.jsonl',
    '{"no":1,"name":["A"]}\n',
    '',
    'list.unexpected-shape',
    { column: 'name' },
  ],
  ['a web page', 'list.tsv', '<html><body>', '', 'file.unexpected', {}],
];
for (const [what, name, content, line, code, facts] of wrong)
  test(`${what} is refused`, async (context) => {
    const own = ownListImporter(`${dated}${line}\n`, 'dated.yml');
    const file = temporaryFile(context, name, content);
    await assertProblem(() => readList(own, [file]), code, { list: 'own-dated', file: name, ...facts });
  });
