import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ProblemCode, ProblemFacts, RecordProblem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { buildTerritories } from '@sekisho/engine/reference/territories.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { RegisterImporter, SourceFile } from '../../importer.ts';
import { temporaryFile } from '../../readers/testing/files.ts';
import { all, assertProblem } from '../../readers/testing/problems.ts';
import { workbookOf } from '../../readers/testing/workbook.ts';
import { ownRegisterImporter } from './importer.ts';

const sample = (name: string) => fileURLToPath(new URL(`./sample/${name}`, import.meta.url));
const mapping = readFileSync(sample('chamber.yml'), 'utf8');
const csv = readFileSync(sample('chamber.csv'), 'utf8');
const importer = ownRegisterImporter(mapping, 'chamber.yml');
const territories = buildTerritories(referenceFiles);

async function reading(file: SourceFile, using: RegisterImporter = importer) {
  const problems: RecordProblem[] = [];
  const context = { territories, standsAt: '2026-10-31', onProblem: (one: RecordProblem) => problems.push(one) };
  const rows: readonly RegisterRow[] = (await all(using.read(file, context))).flat();
  return { rows, problems };
}

const file = { name: 'chamber.csv', path: sample('chamber.csv') };
const read = await reading(file);

test('the description is what the mapping says', () => {
  const { id, kind, register, ignored } = importer.description;
  assert.deepEqual(
    { id, kind, register, ignored },
    {
      id: 'own-register-chamber',
      kind: 'register',
      register: { numbers: 'jp-corporate-number', country: 'jp', isExhaustive: false },
      ignored: [{ field: '担当', reason: 'internal name of the clerk who typed the row' }],
    },
  );
});

test('a file is a full set of the day of its edition, and whole only when the mapping says so', () => {
  const scope = importer.scope(file, '2026-10-31');
  assert.deepEqual(scope, { file, part: 'full', date: '2026-10-31' });
  assert.equal(importer.isWhole([scope]), false);
  assert.equal(ownRegisterImporter(`${mapping}isExhaustive: true\n`, 'chamber.yml').isWhole([scope]), true);
});

test('rows are read, every column in its place', () => {
  const stated = { process: 'stated', latest: true, nameIsSubstitute: false, addressIsSubstitute: false };
  assert.deepEqual(read.rows, [
    {
      ...stated,
      number: '6990001000002',
      sequence: 2,
      updatedOn: '2026-09-30',
      changedOn: '2026-09-30',
      name: 'さくら見本株式会社',
      kana: 'サクラミホン',
      englishName: 'Sakura Mihon Co., Ltd.',
      kind: '株式会社',
      prefecture: '大阪府',
      city: '大阪市北区',
      street: '梅田９丁目８番７号',
      postalCode: '5300001',
      foundedOn: '1998-04-01',
      excludedFromSearch: false,
      otherNames: [
        { text: '有限会社さくら', kind: 'former' },
        { text: 'さくら商会', kind: 'former' },
        { text: 'さくら', kind: 'short', language: 'ja' },
      ],
      standing: 'OPEN',
      standingAsStated: '会員',
      identifiers: [{ type: 'registration-number', value: 'K-12', country: 'jp' }],
      emails: ['info@sakura.example', 'sales@sakura.example'],
      phones: ['06-0000-0001'],
      websites: ['https://sakura.example'],
    },
    {
      ...stated,
      number: '7990001000001',
      sequence: 3,
      updatedOn: '2026-10-31',
      changedOn: '2026-10-31',
      name: 'もみじ見本合同会社',
      kind: '合同会社',
      prefecture: '東京都',
      city: '千代田区',
      street: '見本町１－２－３',
      foundedOn: '2015-10-05',
      closedOn: '2023-04-01',
      excludedFromSearch: false,
      standing: 'CLOSED',
      standingAsStated: '閉鎖',
    },
    {
      ...stated,
      number: '7800001000011',
      sequence: 4,
      updatedOn: '2026-09-01',
      changedOn: '2026-09-01',
      name: 'Mihon Trading Pte. Ltd.',
      kind: 'not-stated',
      excludedFromSearch: false,
      seat: {
        full: '1 Mihon Road, Singapore, 018956',
        street: '1 Mihon Road',
        city: 'Singapore',
        postalCode: '018956',
        country: 'sg',
      },
      standing: 'CLOSING',
      standingAsStated: '清算中',
    },
  ]);
});

test('a day that cannot be read, a wrong number and a row without a name are told, each with its line', () => {
  const told = read.problems.map(({ code, facts: { line, field, column, value } }) => [
    code,
    line,
    field ?? column,
    value,
  ]);
  assert.deepEqual(told, [
    ['list.date', 4, '設立', '不詳'],
    ['list.unknown-value', 5, '法人番号', '6990001000003'],
    ['list.missing-field', 6, '商号', undefined],
  ]);
});

test('where nobody takes problems, a wrong row stops the reading', () =>
  assertProblem(() => all(importer.read(file, { territories, standsAt: '2026-10-31' })), 'list.date', { line: 4 }));

const cells = csv
  .trim()
  .split('\n')
  .map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,"]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''));

test('the same table as a workbook is read the same', async (context) => {
  const book = temporaryFile(context, 'chamber.xlsx', workbookOf({ 会員: cells }));
  assert.deepEqual(await reading(book), { ...read, problems: read.problems.map(inFile('chamber.xlsx')) });
});

test('the same table as JSON lines, lists in place of separators, is read the same but for the lines', async (context) => {
  const [header = [], ...rows] = cells;
  const objects = rows.map((row) =>
    Object.fromEntries(
      header.flatMap((name, index) => {
        const text = row[index] ?? '';
        return text === '' ? [] : [[name, name === 'メール' ? text.split(';') : text] as const];
      }),
    ),
  );
  const lines = temporaryFile(context, 'chamber.jsonl', objects.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const { rows: found } = await reading(lines);
  assert.deepEqual(
    found,
    read.rows.map((row) => ({ ...row, sequence: row.sequence - 1 })),
  );
});

test('the sheet and the row of the column names may be named, and then other sheets may have rows too', async (context) => {
  const place = ownRegisterImporter(`${mapping}sheet: 会員\nheaderRow: 4\n`, 'chamber.yml');
  const sheets = { 表紙: [['会員名簿']], 会員: [['会員名簿'], ['二〇二六年'], [], ...cells] };
  const moved = (row: RegisterRow) => ({ ...row, sequence: row.sequence + 3 });
  for (const format of ['xlsx', 'xls', 'ods'] as const) {
    const book = temporaryFile(context, `chamber.${format}`, workbookOf(sheets, {}, format));
    assert.deepEqual((await reading(book, place)).rows, read.rows.map(moved), format);
    await assertProblem(() => reading(book), 'file.unexpected', { reason: 'it has rows on other sheets too: 会員' });
  }
  const text = temporaryFile(context, 'chamber.csv', `会員名簿\n"二〇二六年"\n\n${csv}`);
  assert.deepEqual((await reading(text, place)).rows, read.rows.map(moved));
});

for (const [name, change, facts] of [
  ['a sheet that is not there', 'sheet: 理事', { reason: 'it has no sheet "理事"' }],
  ['an empty header row', 'headerRow: 99', { line: 99, sheet: '会員', reason: 'its header row is empty' }],
] as const)
  test(`${name} stops the import`, (context) => {
    const book = temporaryFile(context, 'chamber.xlsx', workbookOf({ 会員: cells }));
    const using = ownRegisterImporter(`${mapping}${change}\n`, 'chamber.yml');
    return assertProblem(() => reading(book, using), 'file.unexpected', facts);
  });

test('a column that nobody named is told with the line of the column names', (context) => {
  const file = temporaryFile(context, 'chamber.csv', `名簿\n${csv.replace('担当', '担当者')}`);
  const using = ownRegisterImporter(`${mapping}headerRow: 2\n`, 'chamber.yml');
  return assertProblem(() => reading(file, using), 'list.unknown-column', { line: 2, column: '担当者' });
});

function inFile(name: string) {
  return ({ code, facts }: RecordProblem): RecordProblem => ({ code, facts: { ...facts, file: name } });
}

interface WrongFile {
  readonly name: string;
  readonly content: string;
  readonly as?: string;
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
}
const wrongFiles: readonly WrongFile[] = [
  {
    name: 'a column nobody named',
    content: csv.replace('担当', '担当者'),
    code: 'list.unknown-column',
    facts: { column: '担当者' },
  },
  {
    name: 'a column that is gone',
    content: '法人番号,商号\n6990001000002,さくら見本株式会社\n',
    code: 'list.missing-field',
    facts: { column: 'フリガナ' },
  },
  {
    name: 'an unknown word of the status',
    content: csv.replace('清算中', '休眠'),
    code: 'list.unknown-value',
    facts: { line: 4, field: '状態', value: '休眠' },
  },
  {
    name: 'an unknown country',
    content: csv.replace('Singapore,不詳', 'Atlantis,不詳'),
    code: 'list.unknown-value',
    facts: { line: 4, field: '国', value: 'Atlantis' },
  },
  {
    name: 'a number twice',
    content: csv.replace('T7990001000001', '6990001000002'),
    code: 'list.duplicate-record',
    facts: { line: 3, record: '6990001000002' },
  },
  { name: 'a row cut off', content: csv.slice(0, -20), code: 'list.column-count', facts: { line: 6 } },
  { name: 'a web page', content: '<!DOCTYPE html><html></html>', code: 'file.unexpected', facts: {} },
  {
    name: 'an object in a JSON line',
    as: 'chamber.jsonl',
    content: '{"法人番号":"6990001000002","商号":{"ja":"さくら"}}\n',
    code: 'list.unexpected-shape',
    facts: { line: 1 },
  },
  {
    name: 'two values where one belongs',
    as: 'chamber.jsonl',
    content: '{"法人番号":"6990001000002","商号":["さくら","もみじ"]}\n',
    code: 'list.unexpected-shape',
    facts: { line: 1, field: '商号', value: 'もみじ' },
  },
];
for (const { name, content, as = 'chamber.csv', code, facts } of wrongFiles)
  test(`${name} stops the import`, (context) =>
    assertProblem(() => reading(temporaryFile(context, as, content)), code, facts));

const wrongMappings: readonly {
  readonly change: readonly [string, string];
  readonly reason: RegExp;
  readonly line: number;
}[] = [
  { change: ['法人番号: number', '法人番号: name'], reason: /another column goes to "name"/, line: 10 },
  { change: ['  商号: name\n', ''], reason: /no column goes to "name"/, line: 9 },
  { change: [', values: { 会員: OPEN, 清算中: CLOSING, 閉鎖: CLOSED }', ''], reason: /has "values"/, line: 16 },
  { change: ['閉鎖: CLOSED', '閉鎖: GONE'], reason: /./, line: 16 },
  { change: ['type: registration-number, country: jp', 'country: jp'], reason: /has a "type"/, line: 25 },
  { change: ['電話: phone', '電話: { to: phone, form: YYYYMMDD }'], reason: /only days/, line: 27 },
  { change: ['フリガナ: kana', 'フリガナ: { to: kana, separator: x }'], reason: /one value/, line: 11 },
  { change: ['own-register-chamber', 'own-chamber'], reason: /./, line: 1 },
];
for (const { change, reason, line } of wrongMappings)
  test(`a mapping with "${change[1]}" for "${change[0]}" is refused`, () => {
    const text = mapping.replace(...change);
    assert.notEqual(text, mapping);
    assert.throws(
      () => ownRegisterImporter(text, 'chamber.yml'),
      (error: { code?: string; facts?: ProblemFacts }) => {
        assert.equal(error.code, 'mapping.invalid');
        assert.equal(error.facts?.['line'], line);
        return reason.test(String(error.facts['reason']));
      },
    );
  });

test('another mapping is another version', () =>
  assert.notEqual(
    ownRegisterImporter(mapping.replace('Members', 'All members'), 'chamber.yml').version,
    importer.version,
  ));
