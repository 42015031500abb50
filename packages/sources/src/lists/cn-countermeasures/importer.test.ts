import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { cnCountermeasures } from './importer.ts';

const NAME = 'sanctions.csv';
const csv = readFileSync(new URL(`./sample/${NAME}`, import.meta.url), 'utf8');
const reading = await readList(cnCountermeasures, sampleFiles(new URL('./sample/', import.meta.url)));
const readText = (context: TestContext, content: string) =>
  readList(cnCountermeasures, [temporaryFile(context, NAME, content)]);

test('everything is counted; a date in words is reported', () => {
  assert.deepEqual(reading.counts, { entities: 5, rows: 6, persons: 2, bodies: 3, ended: 1, problems: 1 });
  assert.deepEqual(reading.problems, [
    {
      code: 'list.date',
      facts: {
        list: 'cn-countermeasures',
        file: NAME,
        line: 7,
        record: 'body-sample-alliance',
        field: 'Date',
        value: 'in spring',
      },
    },
  ]);
});

test('a company on two lists is one entry, and says what each list brings', () =>
  assert.deepEqual(entityWith(reading, 'body-sample-dynamics-inc'), {
    id: 'cn-countermeasures:body-sample-dynamics-inc',
    source: 'cn-countermeasures',
    recordId: 'body-sample-dynamics-inc',
    schema: 'Company',
    names: [
      { text: 'Sample Dynamics, Inc.', kind: 'primary', language: 'en' },
      { text: 'SampleDyn', kind: 'alias', language: 'en' },
      { text: 'SDI', kind: 'alias', language: 'en' },
      { text: '样本动力公司', kind: 'alias', language: 'zh' },
      { text: 'Sample Dynamics Inc.', kind: 'alias', language: 'en' },
      { text: '样品动力公司', kind: 'alias', language: 'zh' },
    ],
    birthDates: [],
    birthPlaces: [],
    genders: [],
    nationalities: [],
    countries: ['us'],
    identifiers: [{ type: 'other', value: 'Q99000001', note: 'Wikidata' }],
    addresses: [{ full: '1 Sample St., Sampleville, CA, USA, 90001', country: 'us' }],
    emails: [],
    phones: [],
    websites: [],
    positions: [],
    topics: ['sanction.counter', 'export.control'],
    effects: ['trade-ban', 'export-ban'],
    programmes: ['UEL', 'List of Export Controls'],
    legalStatus: [
      {
        status: 'SANCTIONED',
        authority: 'Ministry of Commerce',
        country: 'cn',
        date: '2025-03-04',
        reportedBy: 'cn-countermeasures',
        sourceUrl: 'https://www.mofcom.example/1',
      },
    ],
    links: [],
    remarks: [
      'Unreliable Entity List (不可靠实体清单), Ministry of Commerce, 2025-03-04, https://www.mofcom.example/1',
      'Countermeasures suspended for one year from 10 November 2025.',
      'Export control list (出口管制管控名单), Ministry of Commerce, 2025-04-05, https://www.mofcom.example/2',
    ],
    listedOn: '2025-03-04',
    updatedOn: '2025-04-05',
    sourceUrl: 'https://www.mofcom.example/2',
  }));

test('a person is refused entry as well; a summary is a position', () => {
  const { effects, positions, schema, countries, nationalities } = entityWith(reading, 'person-samplo-example');
  assert.deepEqual([schema, effects], ['Person', ['trade-ban', 'travel-ban']]);
  assert.deepEqual(positions, ['CEO of Sample Dynamics', '样本动力公司首席执行官']);
  assert.deepEqual([countries, nationalities], [['us'], []]);
});

test("a Taiwanese person's Chinese name is the own one", () =>
  assert.deepEqual(entityWith(reading, 'person-hsiao-yang-pen').names[1], {
    text: '萧样本',
    kind: 'original-script',
    language: 'zh',
  }));

test('the watch list asks for a licence and is no sanction', () => {
  const { effects, legalStatus, addresses } = entityWith(reading, 'body-sample-research-institute');
  assert.deepEqual([effects, legalStatus], [['export-licence'], []]);
  assert.deepEqual(addresses, [
    { full: '日本东京都样本区1-2-3，邮编：100-0000', postalCode: '100-0000', country: 'jp' },
  ]);
});

test('a party whose listings have all ended is information', () => {
  const { effects, delistedOn, listedOn, legalStatus, remarks, countries } = entityWith(
    reading,
    'body-sample-alliance',
  );
  assert.deepEqual([effects, delistedOn, listedOn, countries], [['information'], '2023-07-13', undefined, []]);
  assert.deepEqual(
    legalStatus.map(({ status, authority, date }) => [status, authority, date]),
    [
      ['SANCTIONED', 'China, authority not stated', undefined],
      ['DELISTED', 'China, authority not stated', '2023-07-13'],
    ],
  );
  assert.deepEqual(remarks, [
    'Counter-measures without a list, in spring, until 2023-07-13, https://www.mfa.example/6',
    'Think tank',
    'Country: EU',
  ]);
});

test('an end that is still to come ends nothing', async (context) => {
  const other = await readText(context, csv.replace('13.07.23', '13.07.2030'));
  const { effects, delistedOn } = entityWith(other, 'body-sample-alliance');
  assert.deepEqual([effects, delistedOn], [['trade-ban'], undefined]);
});

test('rows of one name with two Wikidata numbers are reported and keep both', async (context) => {
  const other = await readText(context, csv.replace('Company,,', 'Company,Q99000002,'));
  const { identifiers } = entityWith(other, 'body-sample-dynamics-inc');
  assert.deepEqual(
    identifiers.map(({ value }) => value),
    ['Q99000002', 'Q99000001'],
  );
  assert.equal(other.problems.at(-1)?.code, 'list.duplicate-record');
});

const wrong: readonly {
  readonly name: string;
  readonly content: string;
  readonly code: Parameters<typeof assertProblem>[1];
  readonly facts: object;
}[] = [
  {
    name: 'an unknown list',
    content: csv.replace(',UEL,', ',ABC,'),
    code: 'list.unknown-value',
    facts: { line: 2, field: 'List', value: 'ABC' },
  },
  {
    name: 'an unknown type',
    content: csv.replace('Company,,', 'Vessel,,'),
    code: 'list.unknown-value',
    facts: { line: 2, field: 'Type', value: 'Vessel' },
  },
  {
    name: 'an unknown topic',
    content: csv.replace('US,export.control', 'US,export.risk'),
    code: 'list.unknown-value',
    facts: { line: 3, field: 'Topics', value: 'export.risk' },
  },
  {
    name: 'a party without a name',
    content: csv.replace('Samplo Example', ''),
    code: 'list.missing-field',
    facts: { line: 4, column: 'Name' },
  },
  {
    name: 'a new column',
    content: csv
      .replace(/,Address\n/, ',Address,Gender\n')
      .replace(/(?<=[^r])\n(?!Type)/g, ',\n')
      .replace('Gender,', 'Gender'),
    code: 'list.unknown-column',
    facts: { line: 2, column: 'Gender' },
  },
  {
    name: 'a renamed column',
    content: csv.replace(',List,', ',Programme,'),
    code: 'list.missing-field',
    facts: { line: 2, column: 'List' },
  },
  { name: 'a file cut off in a row', content: csv.slice(0, -60), code: 'list.column-count', facts: { line: 7 } },
  { name: 'a web page', content: '<html><body>MOFCOM</body></html>', code: 'file.unexpected', facts: {} },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, (context: TestContext) =>
    assertProblem(() => readText(context, content), code, { list: 'cn-countermeasures', file: NAME, ...facts }));
