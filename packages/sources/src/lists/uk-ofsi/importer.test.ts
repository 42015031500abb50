import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { entityOf } from '@sekisho/engine/model/entity.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { readList } from '../testing/read.ts';
import { ukOfsi } from './importer.ts';

const samples = sampleFiles(new URL('./sample/', import.meta.url));
const csv = readFileSync(new URL('./sample/ConList.csv', import.meta.url), 'utf8');
const ofForm = (form: string) =>
  readList(
    ukOfsi,
    samples.filter(({ name }) => name.endsWith(form)),
  );
const reading = await ofForm('.csv');

test('everything is counted; a country nobody knows is noted', () => {
  assert.deepEqual(reading.counts, {
    entities: 3,
    rows: 9,
    individuals: 1,
    bodies: 1,
    ships: 1,
    aliases: 7,
    addresses: 4,
    documents: 5,
    problems: 1,
  });
  assert.deepEqual(reading.problems, [
    {
      code: 'list.unknown-value',
      facts: { list: 'uk-ofsi', file: 'ConList.csv', line: 4, record: '99001', field: 'Nationality', value: 'Samplia' },
    },
  ]);
});

test('the day is that of the row above the header', () => assert.equal(reading.statedOn, '2022-05-04'));

test('a body, a person and a ship, gathered from their rows', () => {
  assert.deepEqual(reading.entities, [
    entityOf({
      source: 'uk-ofsi',
      recordId: '99002',
      schema: 'Organization',
      names: [
        {
          text: 'SAMPLE TRADING PJSC',
          kind: 'primary',
        },
        {
          text: 'EXAMPLE TRADE',
          kind: 'former',
        },
        {
          text: 'ПАО Сэмпл',
          kind: 'original-script',
        },
        {
          text: 'PAO "Sèmpl"',
          kind: 'alias',
        },
      ],
      countries: ['ru', 'by'],
      identifiers: [
        {
          type: 'other',
          value: 'RUS9902',
          note: 'UK Sanctions List reference',
        },
        {
          type: 'ru-ogrn',
          value: '1000000000001',
          country: 'ru',
        },
        {
          type: 'ru-inn',
          value: '9900000001',
          country: 'ru',
          note: 'Tax ID No',
        },
      ],
      addresses: [
        {
          full: '1 Sample Street, Moscow, 000001, Russia',
          postalCode: '000001',
          country: 'ru',
        },
        {
          full: '3 Sample Street, Minsk, Belarus',
          country: 'by',
        },
      ],
      emails: ['info@sample-trading.example'],
      phones: ['+7 495 0000001', '+7 495 0000002', '+7 495 0000003'],
      websites: ['www.sample-trading.example', 'http://samples.example/en'],
      topics: ['sanction'],
      effects: ['block'],
      programmes: ['Russia'],
      legalStatus: [
        {
          status: 'SANCTIONED',
          authority: 'HM Treasury, Office of Financial Sanctions Implementation (OFSI)',
          country: 'gb',
          date: '2022-02-24',
          reportedBy: 'uk-ofsi',
        },
      ],
      links: [
        {
          kind: 'owned-by',
          toName: 'Sample Holding',
          detail: 'parent company',
        },
        {
          kind: 'owned-by',
          toName: 'Example Holding',
          detail: 'parent company',
        },
        {
          kind: 'owner-of',
          toName: 'Sample Bank',
          detail: 'subsidiary',
        },
        {
          kind: 'owner-of',
          toName: 'Example Co. Ltd',
          detail: 'subsidiary',
        },
      ],
      remarks: [
        '(UK Sanctions List Ref):RUS9902 (UK Statement of Reasons):Invented (for tests): no such company. (Phone number):(1) +7 495 0000001 (2) +7 495 0000002 (Fax):+7 495 0000003 (Website):www.sample-trading.example, http://samples.example/en (Email address):info@sample-trading.example (Type of entity):Public Joint Stock Company (PJSC) (Subsidiaries):Sample Bank. Example Co. Ltd (Parent company):(1) Sample Holding (2) Example Holding (Business Reg No):1000000000001 (Russia). Tax ID No. 9900000001 (Russia)',
        'Business registration number(s): 1000000000001 (Russia). Tax ID No. 9900000001 (Russia)',
      ],
      listedOn: '2022-02-24',
      updatedOn: '2022-03-03',
      sourceUrl: 'https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets',
    }),
    entityOf({
      source: 'uk-ofsi',
      recordId: '99001',
      schema: 'Person',
      names: [
        {
          text: 'Samplo Ibn Example AL-SAMPLI',
          kind: 'primary',
          family: 'AL-SAMPLI',
          given: 'Samplo Ibn Example',
        },
        {
          text: 'ABU SAMPLE',
          kind: 'weak',
        },
        {
          text: 'Samplo Ibn Example AL-SAMPLEE',
          kind: 'alias',
          family: 'AL-SAMPLEE',
          given: 'Samplo Ibn Example',
        },
        {
          text: 'سمبلو السمبلي',
          kind: 'original-script',
          language: 'fa',
        },
      ],
      birthDates: [
        {
          earliest: '1961-05-01',
          latest: '1961-05-31',
          circa: false,
          text: '00/05/1961',
        },
        {
          earliest: '1963-02-01',
          latest: '1963-02-01',
          circa: false,
          text: '01/02/1963',
        },
        {
          earliest: '1962-01-01',
          latest: '1962-12-31',
          circa: false,
          text: '10/00/1962',
        },
      ],
      birthPlaces: ['Samplegrad, Syria', 'Iraq'],
      genders: ['male'],
      nationalities: ['sy'],
      countries: ['sy', 'ru'],
      identifiers: [
        {
          type: 'other',
          value: 'SYR9901',
          note: 'UK Sanctions List reference',
        },
        {
          type: 'other',
          value: 'QDi.999',
          note: 'UN reference number',
        },
        {
          type: 'passport',
          value: 'S0000001',
          country: 'sy',
          note: 'Syria number. Issued on 1 Feb. 2011',
        },
        {
          type: 'identity-document',
          value: '000-0001',
          note: 'Ration card',
        },
      ],
      addresses: [
        {
          full: 'Samplegrad, Syria',
          country: 'sy',
        },
        {
          full: '2 Example Road, Russian Federation (as at November 2010)',
          country: 'ru',
        },
      ],
      positions: ['Head of Samples', 'Deputy of Examples'],
      topics: ['sanction'],
      effects: ['block'],
      programmes: ['Syria', 'Chemical Weapons'],
      legalStatus: [
        {
          status: 'SANCTIONED',
          authority: 'HM Treasury, Office of Financial Sanctions Implementation (OFSI)',
          country: 'gb',
          date: '2020-12-31',
          reportedBy: 'uk-ofsi',
        },
      ],
      remarks: [
        'Title: Doctor',
        'Title: Colonel',
        '(UK Sanctions List Ref):SYR9901 (UN Ref):QDi.999 (UK Statement of Reasons):Invented for tests; nobody of this name is meant. (Gender):Male',
        'Regime Syria: listed on 02/12/2011, designated on 31/12/2020',
        'Regime Chemical Weapons: listed on 21/01/2019, designated on 31/12/2020',
        'Nationality: Samplia',
        'Passport: Iraqi, number not known',
        'Non-Latin name سمبلو السمبلي: Arabic, Persian',
      ],
      listedOn: '2011-12-02',
      updatedOn: '2022-02-01',
      sourceUrl: 'https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets',
    }),
    entityOf({
      source: 'uk-ofsi',
      recordId: '99003',
      schema: 'Vessel',
      names: [
        {
          text: 'SAMPLE STAR',
          kind: 'primary',
        },
        {
          text: 'EXAMPLE STAR',
          kind: 'alias',
        },
      ],
      countries: ['kp'],
      identifiers: [
        {
          type: 'other',
          value: 'DPR9903',
          note: 'UK Sanctions List reference',
        },
        {
          type: 'imo-number',
          value: '9074729',
        },
      ],
      topics: ['sanction'],
      effects: ['block'],
      programmes: ["Democratic People's Republic of Korea"],
      legalStatus: [
        {
          status: 'SANCTIONED',
          authority: 'HM Treasury, Office of Financial Sanctions Implementation (OFSI)',
          country: 'gb',
          date: '2016-03-02',
          reportedBy: 'uk-ofsi',
        },
      ],
      links: [
        {
          kind: 'owned-by',
          toName: 'Sample Shipping Co',
          detail: 'current owner',
        },
      ],
      remarks: [
        '(UK Sanctions List Ref):DPR9903 (IMO number):9074729 (Current owners):Sample Shipping Co (Flag of ship):North Korea (Previous flags):Togo (Type of ship):General Cargo (Tonnage of ship):3953 (Length of ship):105 (Year built):1985',
      ],
      listedOn: '2016-03-01',
      updatedOn: '2022-03-03',
      sourceUrl: 'https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets',
    }),
  ]);
});

test('the workbook says the same', async () => {
  const { entities, counts, statedOn } = await ofForm('.xlsx');
  assert.deepEqual(
    { entities, counts, statedOn },
    {
      entities: reading.entities,
      counts: reading.counts,
      statedOn: reading.statedOn,
    },
  );
});

const read = (context: TestContext, content: string | Buffer) =>
  readList(ukOfsi, [temporaryFile(context, 'ConList.csv', content)]);

test('an edition before 2022 has another column name, name type and UN reference', async (context) => {
  const older = csv
    .replace('National Identification Details', 'NI Details')
    .replaceAll(',Primary name,', ',Prime Alias,')
    .replaceAll('(UK Sanctions List Ref):SYR9901 (UN Ref):QDi.999', 'UN Ref QDi.999.');
  const { entities } = await read(context, older);
  const [, person] = entities;
  assert.deepEqual(
    entities.map(({ names }) => names[0]?.kind),
    ['primary', 'primary', 'primary'],
  );
  assert.deepEqual(person?.identifiers, [
    { type: 'other', value: 'QDi.999', note: 'UN reference number' },
    { type: 'passport', value: 'S0000001', country: 'sy', note: 'Syria number. Issued on 1 Feb. 2011' },
    { type: 'identity-document', value: '000-0001', note: 'Ration card' },
  ]);
});

test('a target without a primary name keeps the names it has', async (context) => {
  const { entities } = await read(
    context,
    csv
      .replaceAll('SAMPLE TRADING PJSC,,,,,,,ПАО Сэмпл', 'OTHER,,,,,,,ПАО Сэмпл')
      .replaceAll('Primary name,,Russia', 'AKA,,Russia'),
  );
  assert.deepEqual(
    entities[0]?.names.map(({ kind, text }) => `${kind}: ${text}`),
    [
      'former: EXAMPLE TRADE',
      'alias: OTHER',
      'alias: SAMPLE TRADING PJSC',
      'original-script: ПАО Сэмпл',
      'alias: PAO "Sèmpl"',
    ],
  );
});

test('a birth date that is none is noted and stays', async (context) => {
  const { entities, problems } = await read(context, csv.replace(',01/02/1963,', ',00/00/0,'));
  assert.deepEqual(
    problems.map(({ code, facts }) => [code, facts['field'], facts['value'], facts['record']]),
    [
      ['list.unknown-value', 'Nationality', 'Samplia', '99001'],
      ['list.date', 'DOB', '00/00/0', '99001'],
    ],
  );
  assert.equal(entities[1]?.birthDates.length, 2);
  assert.ok(entities[1].remarks.includes('Date of birth: 00/00/0'));
});

test('an older file may be in windows-1252', async (context) => {
  const western = Buffer.from(csv.replaceAll(/[^\x00-\xff]/g, ''), 'latin1');
  const { entities } = await read(context, western);
  assert.ok(entities[0]?.names.some(({ text }) => text === 'PAO "Sèmpl"'));
});

const wrong: readonly {
  name: string;
  content: string;
  code: Parameters<typeof assertProblem>[1];
  facts: object;
}[] = [
  {
    name: 'an unknown group type',
    content: csv.replace(',Ship,', ',Aircraft,'),
    code: 'list.unknown-value',
    facts: { line: 10, field: 'Group Type', value: 'Aircraft' },
  },
  {
    name: 'an unknown alias type',
    content: csv.replace(',FKA,', ',NKA,'),
    code: 'list.unknown-value',
    facts: { line: 3, field: 'Alias Type', value: 'NKA' },
  },
  {
    name: 'an unknown alias quality',
    content: csv.replace('Low quality', 'Medium quality'),
    code: 'list.unknown-value',
    facts: { line: 4, field: 'Alias Quality', value: 'Medium quality' },
  },
  {
    name: 'an unknown gender',
    content: csv.replaceAll('(Gender):Male', '(Gender):X'),
    code: 'list.unknown-value',
    facts: { record: '99001', field: 'Gender', value: 'x' },
  },
  {
    name: 'a target of two group types',
    content: csv.replace(',99003\n', ',99002\n'),
    code: 'list.unknown-value',
    facts: { line: 10, field: 'Group Type', record: '99002' },
  },
  {
    name: 'an unknown column',
    content: csv.replace(',Title,', ',Rank,'),
    code: 'list.missing-field',
    facts: { line: 3, column: 'Title' },
  },
  {
    name: 'a new column',
    content: csv.replaceAll(/$/gm, ',x').replace(/,x$/, '').replace('Group ID,x', 'Group ID,Status'),
    code: 'list.unknown-column',
    facts: { line: 3, column: 'Status' },
  },
  {
    name: 'a row that is cut off',
    content: csv.slice(0, csv.lastIndexOf(',Ship,')),
    code: 'list.column-count',
    facts: { line: 11, expected: 36 },
  },
  {
    name: 'a cell that is cut off',
    content: csv.slice(0, csv.indexOf('Sample Bank')),
    code: 'file.unreadable',
    facts: { line: 3 },
  },
  {
    name: 'a name without a part',
    content: csv.replace('EXAMPLE STAR,', ','),
    code: 'list.missing-field',
    facts: { line: 11, column: 'Name 6' },
  },
  {
    name: 'no day above the header',
    content: csv.slice(csv.indexOf('\n') + 1),
    code: 'list.missing-field',
    facts: { column: 'Last Updated' },
  },
  {
    name: 'a day that is none',
    content: csv.replace('04/05/2022', '31/02/2022'),
    code: 'list.date',
    facts: { line: 1, field: 'Last Updated', value: '31/02/2022' },
  },
  { name: 'another table', content: 'name,country\nSample,ly\n', code: 'file.unexpected', facts: {} },
  { name: 'a web page', content: '<!DOCTYPE html><html></html>', code: 'file.unexpected', facts: {} },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, (context) =>
    assertProblem(() => read(context, content), code, { list: 'uk-ofsi', file: 'ConList.csv', ...facts }));

test('a workbook that is cut off stops the import', async (context) => {
  const bytes = readFileSync(new URL('./sample/ConList.xlsx', import.meta.url));
  const file = temporaryFile(context, 'ConList.xlsx', bytes.subarray(0, bytes.length - 500));
  await assertProblem(() => readList(ukOfsi, [file]), 'file.unreadable', { list: 'uk-ofsi', file: 'ConList.xlsx' });
});
