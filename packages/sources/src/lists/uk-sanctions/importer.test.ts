import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import * as XLSX from '@e965/xlsx';
import { entityOf } from '@sekisho/engine/model/entity.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { ukSanctions } from './importer.ts';

const sample = new URL('./sample/', import.meta.url);
const csv = readFileSync(new URL('UK-Sanctions-List.csv', sample), 'utf8');
const xml = readFileSync(new URL('UK-Sanctions-List.xml', sample), 'utf8');
const ofForm = (form: string) =>
  readList(
    ukSanctions,
    sampleFiles(sample).filter(({ name }) => name.endsWith(form)),
  );
const reading = await ofForm('.csv');

test('everything is counted, nothing is a problem', () =>
  assert.deepEqual(reading.counts, {
    entities: 3,
    individuals: 1,
    bodies: 1,
    ships: 1,
    aliases: 5,
    addresses: 2,
    documents: 5,
    problems: 0,
  }));

test('the day is that of the report', () => assert.equal(reading.statedOn, '2026-02-13'));

test('a person, a body and a ship; what rows repeat is there once', () => {
  assert.deepEqual(reading.entities, [
    entityOf({
      source: 'uk-sanctions',
      recordId: 'AFG9901',
      schema: 'Person',
      names: [
        {
          text: 'TEST EXAMPLE SAMPLE',
          kind: 'primary',
          family: 'SAMPLE',
          given: 'TEST EXAMPLE',
        },
        {
          text: 'TEST SAMPEL',
          kind: 'alias',
          family: 'SAMPEL',
          given: 'TEST',
        },
        {
          text: 'Abu Test',
          kind: 'weak',
        },
        {
          text: 'تست سمبل',
          kind: 'original-script',
          language: 'prs',
        },
      ],
      birthDates: [
        {
          earliest: '1962-01-01',
          latest: '1962-12-31',
          circa: false,
          text: 'dd/mm/1962',
        },
        {
          earliest: '1978-07-01',
          latest: '1978-07-31',
          circa: false,
          text: 'dd/07/1978',
        },
      ],
      birthPlaces: ['Samplegrad, Afghanistan', 'Exampleton, Pakistan'],
      genders: ['male'],
      nationalities: ['af'],
      countries: ['af'],
      identifiers: [
        {
          type: 'other',
          value: 'TAi.999',
          note: 'UN reference number',
        },
        {
          type: 'other',
          value: '99011',
          note: 'OFSI Group ID',
        },
        {
          type: 'passport',
          value: 'S0000011',
          country: 'ml',
          note: 'Mali number, issued on 1 Feb. 2011',
        },
        {
          type: 'national-id',
          value: '000-0011',
        },
      ],
      addresses: [
        {
          full: 'Kabul, Afghanistan',
          country: 'af',
        },
      ],
      positions: ['Deputy of Examples'],
      topics: ['sanction'],
      effects: ['block', 'travel-ban'],
      programmes: ['The Invented (Sanctions) (EU Exit) Regulations 2020'],
      legalStatus: [
        {
          status: 'SANCTIONED',
          authority: 'United Nations Security Council',
          date: '2001-01-25',
          reportedBy: 'uk-sanctions',
        },
      ],
      remarks: [
        'Title: Doctor',
        'Invented for tests; nobody of this name is meant.',
        'Sanctions imposed: Asset freeze',
        'Sanctions imposed: Travel ban',
        'Non-Latin name تست سمبل: Dari',
      ],
      listedOn: '2001-01-25',
      updatedOn: '2026-01-12',
      sourceUrl: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
    }),
    entityOf({
      source: 'uk-sanctions',
      recordId: 'RUS9902',
      schema: 'Organization',
      names: [
        {
          text: 'SAMPLE PLANT JSC',
          kind: 'primary',
        },
        {
          text: 'SAMPLE WORKS',
          kind: 'alias',
        },
        {
          text: 'АО Сэмпл',
          kind: 'original-script',
          language: 'ru',
        },
      ],
      countries: ['ru'],
      identifiers: [
        {
          type: 'ru-ogrn',
          value: '1000000000001',
          country: 'ru',
          note: 'OGRN',
        },
        {
          type: 'other',
          value: '990000001',
          country: 'ru',
          note: 'KPP',
        },
        {
          type: 'ru-inn',
          value: '9900000001',
          country: 'ru',
          note: 'INN',
        },
      ],
      addresses: [
        {
          full: '1 Sample Street, Moscow, 000011, Russia',
          postalCode: '000011',
          country: 'ru',
        },
      ],
      emails: ['info@samples.example'],
      phones: ['+7 495 0000011'],
      websites: ['http://samples.example'],
      topics: ['sanction'],
      effects: ['block', 'account-restriction', 'debarment'],
      programmes: ['The Russia (Sanctions) (EU Exit) Regulations 2019'],
      legalStatus: [
        {
          status: 'SANCTIONED',
          authority: 'Foreign, Commonwealth & Development Office',
          country: 'gb',
          date: '2026-02-24',
          reportedBy: 'uk-sanctions',
        },
      ],
      links: [
        {
          kind: 'owned-by',
          toName: 'Sample Holding',
          detail: 'parent company',
        },
        {
          kind: 'owner-of',
          toName: 'Sample Bank',
          detail: 'subsidiary',
        },
      ],
      remarks: [
        'UK Statement of Reasons: Invented for tests: no such company, and none is meant.',
        'Sanctions imposed: Asset freeze',
        'Sanctions imposed: Trust services sanctions',
        'Sanctions imposed: Director disqualification sanction',
        'Type of entity: Joint Stock Company',
        'Business registration number(s): OGRN: 1000000000001 KPP: 990000001 INN: 9900000001',
        'Non-Latin name АО Сэмпл: Cyrillic, Russian',
      ],
      listedOn: '2026-02-24',
      updatedOn: '2026-02-13',
      sourceUrl: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
    }),
    entityOf({
      source: 'uk-sanctions',
      recordId: 'DPR9903',
      schema: 'Vessel',
      names: [
        {
          text: 'Sample Star',
          kind: 'primary',
        },
      ],
      countries: ['km'],
      identifiers: [
        {
          type: 'other',
          value: '99013',
          note: 'OFSI Group ID',
        },
        {
          type: 'other',
          value: 'HIN-0001',
          note: 'hull identification number',
        },
        {
          type: 'imo-number',
          value: '9074729',
        },
      ],
      topics: ['sanction'],
      effects: ['transport-restriction'],
      programmes: ["The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019"],
      legalStatus: [
        {
          status: 'SANCTIONED',
          authority: 'United Nations Security Council',
          date: '2017-10-03',
          reportedBy: 'uk-sanctions',
        },
      ],
      links: [
        {
          kind: 'owned-by',
          toName: 'Sample Shipping Co',
          detail: 'current owner or operator',
        },
        {
          kind: 'linked-to',
          toName: 'Example Lines',
          detail: 'previous owner or operator',
        },
      ],
      remarks: [
        'Sanctions imposed: De-flag',
        'Sanctions imposed: Prohibition of port entry',
        'Previous flag: India',
        'Type of ship: Bulk Carrier',
        'Tonnage of ship: 7078',
        'Length of ship: 105',
        'Year built: 2011',
      ],
      listedOn: '2017-10-03',
      updatedOn: '2021-12-18',
      sourceUrl: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
    }),
  ]);
});

test('the XML says the same', async () => assert.deepEqual(await ofForm('.xml'), reading));

for (const form of ['xlsx', 'ods'] as const)
  test(`a workbook (.${form}) says the same`, async (context) => {
    const book = XLSX.read(csv, { type: 'string', raw: true });
    const file = temporaryFile(context, `list.${form}`, XLSX.write(book, { type: 'buffer', bookType: form }) as Buffer);
    assert.deepEqual(await readList(ukSanctions, [file]), reading);
  });

const readAs = (context: TestContext, form: string, content: string) =>
  readList(ukSanctions, [temporaryFile(context, `list.${form}`, content)]);

test('a measure is told by its element where the text lacks it', async (context) => {
  const content = xml.replace('<SanctionsImposed>De-flag|Prohibition of port entry</SanctionsImposed>', '');
  const ship = entityWith(await readAs(context, 'xml', content), 'DPR9903');
  assert.deepEqual(ship.effects, ['transport-restriction']);
  for (const measure of ['De-flag', 'Prohibition of port entry'])
    assert.ok(ship.remarks.includes(`Sanctions imposed: ${measure}`), measure);
});

test('a birth date without a year, a nationality and a language nobody knows are noted and stay', async (context) => {
  const content = xml
    .replace('dd/mm/1962', '15/08/19yy')
    .replace('<Nationality>Afghanistan', '<Nationality>Samplia')
    .replace('>Dari<', '>Samplish<');
  const strange = await readAs(context, 'xml', content);
  assert.deepEqual(
    strange.problems.map(({ code, facts }) => [code, facts['field'], facts['value'], facts['record']]),
    [
      ['list.unknown-value', 'Nationality', 'Samplia', 'AFG9901'],
      ['list.unknown-value', 'Non-Latin Script Language', 'Samplish', 'AFG9901'],
      ['list.date', 'DOB', '15/08/19yy', 'AFG9901'],
    ],
  );
  const { remarks } = entityWith(strange, 'AFG9901');
  for (const text of ['Nationality: Samplia', 'Date of birth: 15/08/19yy', 'Non-Latin name تست سمبل: Samplish'])
    assert.ok(remarks.includes(text), text);
});

test('a file without its day is noted', async (context) => {
  for (const [form, content] of [
    ['csv', csv.slice(csv.indexOf('\n') + 1)],
    ['xml', xml.replace(/<DateGenerated>.*/, '')],
  ] as const) {
    const undated = await readAs(context, form, content);
    assert.equal(undated.statedOn, undefined);
    assert.equal(undated.entities.length, 3);
    assert.deepEqual(undated.problems, [
      { code: 'list.missing-field', facts: { list: 'uk-sanctions', file: `list.${form}`, column: 'Report Date' } },
    ]);
  }
});

const wrong: readonly {
  name: string;
  form: 'csv' | 'xml';
  content: string;
  code: Parameters<typeof assertProblem>[1];
  facts: object;
}[] = [
  {
    name: 'an unknown measure',
    form: 'csv',
    content: csv.replace('De-flag|', 'Confiscation|'),
    code: 'list.unknown-value',
    facts: { field: 'Sanctions Imposed', value: 'Confiscation' },
  },
  {
    name: 'an unknown name type',
    form: 'csv',
    content: csv.replace('ALias', 'Nickname'),
    code: 'list.unknown-value',
    facts: { line: 5, field: 'Name type' },
  },
  {
    name: 'an unknown strength',
    form: 'csv',
    content: csv.replace('Low quality a.k.a', 'Medium quality'),
    code: 'list.unknown-value',
    facts: { line: 5, field: 'Alias strength' },
  },
  {
    name: 'an unknown designation type',
    form: 'csv',
    content: csv.replace(',Ship,', ',Aircraft,'),
    code: 'list.unknown-value',
    facts: { record: 'DPR9903', field: 'Designation Type', value: 'aircraft' },
  },
  {
    name: 'an unknown designation source',
    form: 'csv',
    content: csv.replaceAll(',Ship,UN,', ',Ship,EU,'),
    code: 'list.unknown-value',
    facts: { record: 'DPR9903', field: 'Designation source', value: 'EU' },
  },
  {
    name: 'two designation types of a target',
    form: 'csv',
    content: csv.replace(',Individual,', ',Entity,'),
    code: 'list.unknown-value',
    facts: { record: 'AFG9901', field: 'Designation Type' },
  },
  {
    name: 'a renamed column',
    form: 'csv',
    content: csv.replace('D.O.B', 'Date of birth'),
    code: 'list.missing-field',
    facts: { column: 'D.O.B' },
  },
  {
    name: 'a new column',
    form: 'csv',
    content: csv
      .replaceAll(/(?<=.)\r\n/g, ',\r\n')
      .replace('13-Feb-2026,', '13-Feb-2026')
      .replace('(HIN),', '(HIN),Crypto wallet'),
    code: 'list.unknown-column',
    facts: { line: 3, column: 'Crypto wallet' },
  },
  {
    name: 'a row that is cut off',
    form: 'csv',
    content: csv.slice(0, csv.lastIndexOf(',Ship,')),
    code: 'list.column-count',
    facts: { expected: 58 },
  },
  { name: 'another table', form: 'csv', content: 'name,country\nSample,ly\n', code: 'file.unexpected', facts: {} },
  {
    name: 'a day that is none',
    form: 'csv',
    content: csv.replace('13-Feb-2026', '31-Feb-2026'),
    code: 'list.date',
    facts: { line: 1, field: 'Report Date', value: '31-Feb-2026' },
  },
  {
    name: 'an unknown element',
    form: 'xml',
    content: xml.replace('<Titles>', '<CryptoWalletAddresses/><Titles>'),
    code: 'list.unknown-column',
    facts: { column: 'Designation/CryptoWalletAddresses' },
  },
  {
    name: 'an unknown element of a person',
    form: 'xml',
    content: xml.replace('<Genders>', '<Photographs/><Genders>'),
    code: 'list.unknown-column',
    facts: { column: 'Individual/Photographs' },
  },
  {
    name: 'a target without a name',
    form: 'xml',
    content: xml.replace('<Name6>Sample Star</Name6>', ''),
    code: 'list.missing-field',
    facts: { record: 'DPR9903', column: 'Name 6' },
  },
  {
    name: 'two targets of one number',
    form: 'xml',
    content: xml.replace('RUS9902', 'AFG9901'),
    code: 'list.duplicate-record',
    facts: { record: 'AFG9901' },
  },
  {
    name: 'a file cut off in an entry',
    form: 'xml',
    content: xml.slice(0, xml.indexOf('<Titles>')),
    code: 'file.unreadable',
    facts: {},
  },
  {
    name: 'a file cut off between entries',
    form: 'xml',
    content: xml.slice(0, xml.lastIndexOf('  <Designation>')),
    code: 'file.unreadable',
    facts: {},
  },
  {
    name: 'another XML',
    form: 'xml',
    content: '<CONSOLIDATED_LIST/>',
    code: 'list.unknown-column',
    facts: { column: 'CONSOLIDATED_LIST' },
  },
  { name: 'a web page', form: 'xml', content: '<html><body/></html>', code: 'file.unexpected', facts: {} },
];
for (const { name, form, content, code, facts } of wrong)
  test(`${name} stops the import`, (context) =>
    assertProblem(() => readAs(context, form, content), code, {
      list: 'uk-sanctions',
      file: `list.${form}`,
      ...facts,
    }));
