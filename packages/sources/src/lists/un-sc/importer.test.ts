import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { unSc } from './importer.ts';

const xml = readFileSync(new URL('./sample/consolidated.xml', import.meta.url), 'utf8');
const reading = await readList(unSc, sampleFiles(new URL('./sample/', import.meta.url)));
const day = (text: string) => ({ earliest: text, latest: text, circa: false, text });

test('everything is counted', () => {
  const counts = { entities: 2, individuals: 1, bodies: 1, aliases: 4, addresses: 2, documents: 2, problems: 2 };
  assert.deepEqual(reading.counts, counts);
  assert.deepEqual(
    reading.problems.map(({ code, facts }) => [code, facts['line'], facts['value']]),
    [
      ['list.unknown-value', 4, 'Possibly Samplian'],
      ['list.date', 80, '30-35 years old'],
    ],
  );
});

test('the day is the one on which the file says it was made', () => assert.equal(reading.statedOn, '2026-01-05'));

test('the day is that of the clock that stamped the file', async (context) => {
  const content = xml.replace('2026-01-05T00:00:00.000Z', '2018-10-29T23:09:49.856-04:00');
  assert.equal((await readList(unSc, [temporaryFile(context, 'consolidated.xml', content)])).statedOn, '2018-10-29');
});

test('a file that does not say when it was made is noted', async (context) => {
  const content = xml.replace(/ dateGenerated="[^"]*"/, '');
  const undated = await readList(unSc, [temporaryFile(context, 'consolidated.xml', content)]);
  assert.equal(undated.statedOn, undefined);
  assert.deepEqual(undated.problems.at(-1), {
    code: 'list.missing-field',
    facts: { list: 'un-sc', file: 'consolidated.xml', column: 'CONSOLIDATED_LIST/@dateGenerated' },
  });
});

test('an individual', () => {
  assert.deepEqual(entityWith(reading, '9900001'), {
    id: 'un-sc:9900001',
    source: 'un-sc',
    recordId: '9900001',
    schema: 'Person',
    names: [
      { text: 'SAMPLO IBN EXAMPLE AL-TAJRIBI', kind: 'primary' },
      { text: 'ሳምፕሎ', kind: 'original-script', language: 'ti' },
      { text: 'Samplo Tajribi', kind: 'alias' },
      { text: 'سمبلو', kind: 'original-script' },
      { text: 'Abu Sample', kind: 'weak' },
    ],
    birthDates: [
      day('1971-02-03'),
      day('1970-01-02'),
      { earliest: '1969-01-01', latest: '1969-12-31', circa: true, text: '1969' },
      { earliest: '1966-01-01', latest: '1968-12-31', circa: true, text: '1966 to 1968' },
      { earliest: '1973-11-01', latest: '1973-11-30', circa: false, text: 'Nov. 1973' },
    ],
    birthPlaces: ['Samplegrad, Egypt'],
    genders: ['male'],
    nationalities: ['ir'],
    countries: ['ir', 'eg'],
    identifiers: [
      { type: 'other', value: 'ZZi.001', note: 'UN reference number' },
      {
        type: 'passport',
        value: 'SMP000001',
        country: 'eg',
        note: 'issued 2007-02-02; issued in Samplegrad, Jordan; expired on 1 Feb. 2012',
      },
    ],
    addresses: [
      {
        full: '1 Sample Street, Samplegrad, Sample Province, 0001, Egypt',
        street: '1 Sample Street',
        city: 'Samplegrad',
        region: 'Sample Province',
        postalCode: '0001',
        country: 'eg',
      },
    ],
    emails: [],
    phones: [],
    websites: [],
    positions: ['Head of Samples', 'Deputy of Examples'],
    topics: ['sanction'],
    effects: ['block'],
    programmes: ['Invented'],
    legalStatus: [
      { status: 'SANCTIONED', authority: 'United Nations Security Council', reportedBy: 'un-sc', date: '2012-12-31' },
    ],
    links: [],
    remarks: [
      'Alias Samplo Tajribi: in Arabic script: سمبلو',
      'Title: Engineer',
      'Submitted by: Samplia',
      'Nationality: Possibly Samplian',
      'Date of birth: 30-35 years old',
      'Place of birth: now renamed',
      'National Identification Number; tazkira, number unreadable',
      'Address 1 Sample Street, Samplegrad, Sample Province, 0001, Egypt: previous address',
      'Address: in prison',
      'Gender: male. Invented for tests; nobody of this name is meant.',
    ],
    listedOn: '2012-12-31',
    updatedOn: '2020-02-03',
  });
});

test('a body: two names in one field, names in brackets behind one in its own script', () => {
  const { schema, names, addresses, countries } = entityWith(reading, '9900002');
  assert.equal(schema, 'Organization');
  assert.deepEqual(names, [
    { text: 'SAMPLE TRADING COMPANY (STC) ; EXAMPLE BUSINESS COMPANY', kind: 'primary' },
    { text: 'SAMPLE TRADING COMPANY (STC)', kind: 'alias' },
    { text: 'EXAMPLE BUSINESS COMPANY', kind: 'alias' },
    { text: 'Sample Stores', kind: 'former' },
    { text: 'شركة المثال (Sample House; House of Samples)', kind: 'alias' },
    { text: 'شركة المثال', kind: 'original-script' },
    { text: 'Sample House', kind: 'alias' },
    { text: 'House of Samples', kind: 'alias' },
  ]);
  assert.deepEqual(addresses, [
    { full: "Pyongyang, Democratic People's Republic of Korea", city: 'Pyongyang', country: 'kp' },
  ]);
  assert.deepEqual(countries, ['kp']);
});

const wrong: readonly {
  name: string;
  content: string;
  code: Parameters<typeof assertProblem>[1];
  facts: object;
}[] = [
  {
    name: 'an unknown quality',
    content: xml.replace('>Low<', '>Medium<'),
    code: 'list.unknown-value',
    facts: { line: 43, field: 'QUALITY', value: 'Medium' },
  },
  {
    name: 'an unknown kind of date',
    content: xml.replace('>BETWEEN<', '>AROUND<'),
    code: 'list.unknown-value',
    facts: { line: 70, field: 'TYPE_OF_DATE', value: 'AROUND' },
  },
  {
    name: 'an unknown kind of document',
    content: xml.replace('>Passport<', '>Visa<'),
    code: 'list.unknown-value',
    facts: { field: 'TYPE_OF_DOCUMENT', value: 'Visa' },
  },
  {
    name: 'an unknown list type',
    content: xml.replace('>UN List<', '>EU List<'),
    code: 'list.unknown-value',
    facts: { field: 'LIST_TYPE', value: 'EU List' },
  },
  {
    name: 'an unknown gender',
    content: xml.replace('<TITLE>', '<GENDER>X</GENDER><TITLE>'),
    code: 'list.unknown-value',
    facts: { field: 'GENDER', value: 'X' },
  },
  {
    name: 'an unknown element',
    content: xml.replace('<SORT_KEY/>', '<RISK>high</RISK>'),
    code: 'list.unknown-column',
    facts: { line: 4, column: 'INDIVIDUAL/RISK' },
  },
  {
    name: 'an unknown element within an alias',
    content: xml.replace('<ALIAS_NAME/>', '<STRENGTH/>'),
    code: 'list.unknown-column',
    facts: { line: 47, column: 'INDIVIDUAL_ALIAS/STRENGTH' },
  },
  {
    name: 'an unknown branch',
    content: xml.replace('<ENTITIES>', '<VESSELS/><ENTITIES>'),
    code: 'list.unknown-column',
    facts: { column: 'CONSOLIDATED_LIST/VESSELS' },
  },
  {
    name: 'two entries of one number',
    content: xml.replace('9900002', '9900001'),
    code: 'list.duplicate-record',
    facts: { record: '9900001' },
  },
  {
    name: 'a day that is none',
    content: xml.replace('2026-01-05T', '2026-02-30T'),
    code: 'list.date',
    facts: { field: 'CONSOLIDATED_LIST/@dateGenerated', value: '2026-02-30T00:00:00.000Z' },
  },
  { name: 'a file cut off in an entry', content: xml.slice(0, 3000), code: 'file.unreadable', facts: {} },
  {
    name: 'a file cut off between entries',
    content: xml.slice(0, xml.indexOf('  <ENTITIES>')),
    code: 'file.unreadable',
    facts: {},
  },
  {
    name: 'a web page',
    content: '<!DOCTYPE html><html><body>Maintenance</body></html>',
    code: 'file.unexpected',
    facts: {},
  },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, async (context: TestContext) => {
    const file = temporaryFile(context, 'consolidated.xml', content);
    await assertProblem(() => readList(unSc, [file]), code, { list: 'un-sc', file: 'consolidated.xml', ...facts });
  });

test('another encoding stops the import', async (context) => {
  const file = temporaryFile(
    context,
    'consolidated.xml',
    Buffer.from(xml.replace('Samplo Tajribi', 'Sampl\xe9'), 'latin1'),
  );
  await assertProblem(() => readList(unSc, [file]), 'file.encoding', { list: 'un-sc', line: 37 });
});

test('an entry that was taken off the list says so', async (context) => {
  const content = xml.replace('<COMMENTS1>', '<DELISTED_ON>2021-03-04</DELISTED_ON><COMMENTS1>');
  const delisted = await readList(unSc, [temporaryFile(context, 'consolidated.xml', content)]);
  const { effects, legalStatus, delistedOn } = entityWith(delisted, '9900001');
  assert.equal(delistedOn, '2021-03-04');
  assert.deepEqual(effects, ['information']);
  assert.deepEqual(
    legalStatus.map(({ status, date }) => [status, date]),
    [
      ['SANCTIONED', '2012-12-31'],
      ['DELISTED', '2021-03-04'],
    ],
  );
});
