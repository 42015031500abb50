import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import * as XLSX from '@e965/xlsx';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { readList } from '../testing/read.ts';
import { jpMetiEul } from './importer.ts';

const sample = new URL('./sample/', import.meta.url);
const workbook = sampleFiles(sample).filter(({ name }) => name.endsWith('.xlsx'));
const reading = await readList(jpMetiEul, workbook);

test('everything is counted, nothing is a problem', () =>
  assert.deepEqual(reading.counts, { entities: 5, aliases: 7, originalScriptNames: 4, problems: 0 }));

test('names, aliases, countries and concerns', () =>
  assert.deepEqual(
    reading.entities.map(({ id, names, countries, programmes }) => ({
      id,
      names: names.map(({ kind, text }) => `${kind}: ${text}`),
      countries,
      programmes,
    })),
    [
      {
        id: 'jp-meti-eul:ir-sample-engineering-company-sec',
        names: ['primary: Sample Engineering Company (SEC)', 'alias: Sample Eng. Co.', 'alias: S.E.C.'],
        countries: ['ir'],
        programmes: ['B', 'C', 'M', 'N', 'CW'],
      },
      {
        id: 'jp-meti-eul:kp-sample-trading-corp',
        names: [
          'primary: Sample Trading Corp.',
          'original-script: 見本貿易会社',
          'alias: Mihon Trading',
          'original-script: 見本貿易総会社(平壌)',
          'original-script: 見本商社',
        ],
        countries: ['kp'],
        programmes: ['M'],
      },
      {
        id: 'jp-meti-eul:cn-99th-sample-research-institute',
        names: [
          'primary: 99th Sample Research Institute',
          'original-script: 見本研究所',
          'alias: Sample Institute Ninety-Nine',
        ],
        countries: ['cn'],
        programmes: ['N'],
      },
      {
        id: 'jp-meti-eul:ru-sample-plant-jsc',
        names: [
          'primary: Sample Plant JSC',
          'alias: Aktsionernoe Obshchestvo Sample Mashinostroeniya',
          'alias: AO Sample',
        ],
        countries: ['ru'],
        programmes: ['CW'],
      },
      {
        id: 'jp-meti-eul:hk-sample-logistics-limited',
        names: ['primary: Sample Logistics Limited', 'alias: SLL'],
        countries: ['hk'],
        programmes: ['M', 'N'],
      },
    ],
  ));

test('an entry means an end-user concern, not a sanction', () => {
  for (const { schema, topics, effects, legalStatus } of reading.entities)
    assert.deepEqual(
      { schema, topics, effects, legalStatus },
      {
        schema: 'Organization',
        topics: ['export.control'],
        effects: ['end-user-concern'],
        legalStatus: [],
      },
    );
});

const bytes = readFileSync(new URL('foreign-end-user-list.xlsx', sample));

/** The sample with other texts in a cell and those right of it. */
function changed(cell: string, ...texts: string[]): Buffer {
  const book = XLSX.read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet) XLSX.utils.sheet_add_aoa(sheet, [texts], { origin: cell });
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const wrong: readonly {
  name: string;
  content: Uint8Array | string;
  code: Parameters<typeof assertProblem>[1];
  facts: object;
}[] = [
  {
    name: 'an unknown concern',
    content: changed('E2', 'レーザー\nL'),
    code: 'list.unknown-value',
    facts: { line: 2, value: 'レーザー' },
  },
  {
    name: 'an unknown code',
    content: changed('E2', '核\nX'),
    code: 'list.unknown-value',
    facts: { line: 2, value: 'X' },
  },
  {
    name: 'words and codes that differ',
    content: changed('E3', 'ミサイル\nN'),
    code: 'list.unknown-value',
    facts: { line: 3, value: 'ミサイル\nN' },
  },
  {
    name: 'two countries in one cell',
    content: changed('B4', '中国\nTaiwan'),
    code: 'list.unknown-value',
    facts: { line: 4 },
  },
  {
    name: 'a renamed column',
    content: changed('D1', '別称\nAlso Known As'),
    code: 'list.unknown-column',
    facts: { line: 1, column: '別称 Also Known As' },
  },
  {
    name: 'a new column',
    content: changed('G1', '備考'),
    code: 'list.unknown-column',
    facts: { line: 1, column: '備考' },
  },
  {
    name: 'a value beyond the columns',
    content: changed('G3', 'x'),
    code: 'list.column-count',
    facts: { line: 3, found: 7 },
  },
  { name: 'an entry without a name', content: changed('C3', ' '), code: 'list.missing-field', facts: { line: 3 } },
  { name: 'an entry without a concern', content: changed('E3', ''), code: 'list.missing-field', facts: { line: 3 } },
  {
    name: 'two entries of one name and country',
    content: changed('B3', 'イラン\nIran', 'SAMPLE Engineering Company, SEC'),
    code: 'list.duplicate-record',
    facts: { line: 3 },
  },
  { name: 'a workbook cut off', content: bytes.subarray(0, 6000), code: 'file.unreadable', facts: {} },
  { name: 'a web page', content: '<html><head><title>404</title></head></html>', code: 'file.unexpected', facts: {} },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, async (context: TestContext) => {
    const file = temporaryFile(context, 'list.xlsx', content);
    await assertProblem(() => readList(jpMetiEul, [file]), code, { list: 'jp-meti-eul', file: 'list.xlsx', ...facts });
  });

test('a country nobody knows is a problem of the entry, which stays', async (context) => {
  const file = temporaryFile(context, 'list.xlsx', changed('B2', 'アトランティス\nAtlantis'));
  const { entities, problems } = await readList(jpMetiEul, [file]);
  assert.equal(entities[0]?.id, 'jp-meti-eul:xx-sample-engineering-company-sec');
  assert.equal(problems.length, 2);
});
