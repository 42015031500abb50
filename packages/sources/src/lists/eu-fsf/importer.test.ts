import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { euFsf } from './importer.ts';

const NAME = '20260105-FULL-1_1.xml';
const xml = readFileSync(new URL(`./sample/${NAME}`, import.meta.url), 'utf8');
const reading = await readList(euFsf, sampleFiles(new URL('./sample/', import.meta.url)));
const readText = (context: TestContext, content: string) => readList(euFsf, [temporaryFile(context, NAME, content)]);

test('everything is counted; a birth year of another calendar alone is reported', () => {
  assert.deepEqual(reading.counts, {
    entities: 2,
    entries: 3,
    persons: 1,
    bodies: 1,
    nameAliases: 8,
    addresses: 1,
    identifications: 2,
    problems: 1,
  });
  assert.deepEqual(reading.problems, [
    {
      code: 'list.date',
      facts: {
        list: 'eu-fsf',
        file: NAME,
        line: 51,
        record: '9901',
        field: 'birthdate',
        value: '1388',
        reason: 'ISLAMIC calendar',
      },
    },
  ]);
  assert.equal(reading.statedOn, '2026-01-05');
});

test('a person', () => {
  const sourceUrl = 'https://eur-lex.example/9901?from=EN&toc=1';
  const address = '1 Sample Street, P.O. Box 3162, Tehran, 0001, IRAN (ISLAMIC REPUBLIC OF)';
  assert.deepEqual(entityWith(reading, '9901'), {
    id: 'eu-fsf:9901',
    source: 'eu-fsf',
    recordId: '9901',
    schema: 'Person',
    names: [
      { text: 'Samplo Ibn EXAMPLE', kind: 'primary', family: 'EXAMPLE', given: 'Samplo Ibn' },
      { text: 'Сампло Примеров', kind: 'alias', language: 'bg' },
      { text: 'سمبلو', kind: 'original-script', language: 'ar' },
      { text: 'Abu Sample', kind: 'weak' },
      { text: 'The Sample', kind: 'weak' },
    ],
    birthDates: [
      { earliest: '1970-02-01', latest: '1970-02-01', circa: false, text: '1970-02-01' },
      { earliest: '1969-01-01', latest: '1969-12-31', circa: true, text: '1969' },
      { earliest: '1968-04-01', latest: '1968-04-30', circa: false, text: '1968-4' },
      { earliest: '1963-01-01', latest: '1967-12-31', circa: true, text: '1963 to 1967' },
      { earliest: '1966-01-01', latest: '1966-12-31', circa: true, text: 'Approximately 1966' },
      { earliest: '1982-04-19', latest: '1982-04-19', circa: false, text: '1982-04-19' },
    ],
    birthPlaces: ['Sample village, Samplegrad, Sample Province, IRAN (ISLAMIC REPUBLIC OF)'],
    genders: ['male'],
    nationalities: ['ir'],
    countries: ['ir', 'iq'],
    identifiers: [
      { type: 'other', value: 'EU.9901.1', note: 'EU reference number' },
      { type: 'other', value: 'ZZi.009', note: 'UN reference number' },
      {
        type: 'passport',
        value: 'SMP 000001',
        country: 'ir',
        note: 'National passport; diplomatic; known to have expired; issued by Samplegrad office; issued 2010-01-02; valid to 2020-01-01; name on the document: Samplo Other; (passport)',
      },
    ],
    addresses: [{ full: address, street: '1 Sample Street', city: 'Tehran', postalCode: '0001', country: 'ir' }],
    emails: [],
    phones: [],
    websites: [],
    positions: ['Head of Samples'],
    topics: ['sanction'],
    effects: ['block', 'travel-ban'],
    programmes: ['ZZA'],
    legalStatus: [
      { status: 'SANCTIONED', authority: 'European Union', date: '2021-03-04', reportedBy: 'eu-fsf', sourceUrl },
    ],
    links: [],
    remarks: [
      'Designation: Listed pursuant to paragraphs 15 and 17 (Travel Ban, Asset Freeze).',
      `ZZA: Regulation 2021/9901 (OJ L99), amendment, council, published 2021-03-05, in force 2021-03-06, ${sourceUrl}`,
      'Title: Brigadier-General',
      'Name Abu Sample: Low quality alias',
      'Citizenship IRAQ: lost 1999-01-02',
      'Birth: Approximately 1966.',
      'Birth: hijri calendar',
      'Birth: 1402-6-24 (islamic calendar)',
      'Birth: 1388 (islamic calendar)',
      `Address ${address}: previous address`,
      `Address ${address}: as at listing time`,
      'Invented for tests; nobody of this name is meant.',
    ],
    listedOn: '2021-03-04',
    updatedOn: '2021-03-05',
    sourceUrl,
  });
});

test('entries of one subject under two programmes are one entity', () => {
  const { names, programmes, listedOn, updatedOn, sourceUrl, legalStatus, countries, effects, remarks } = entityWith(
    reading,
    '9902',
  );
  assert.deepEqual(names, [
    { text: 'Sample Trading Company', kind: 'primary' },
    { text: 'Sample Trading Co.', kind: 'alias' },
    { text: 'Société des échantillons', kind: 'alias', language: 'fr' },
  ]);
  assert.deepEqual(programmes, ['ZZB', 'ZZC']);
  assert.deepEqual([listedOn, updatedOn, sourceUrl], ['2012-01-02', '2019-06-07', 'https://eur-lex.example/9903']);
  assert.deepEqual(
    legalStatus.map(({ date }) => date),
    [undefined, '2012-01-02'],
  );
  assert.deepEqual([countries, effects], [['sy'], ['block']]);
  assert.ok(remarks.includes('Function: It trades in samples.'));
});

test('telephone, fax, mail and web are told apart where several stand in one value', () => {
  const { addresses, phones, emails, websites, remarks } = entityWith(reading, '9902');
  assert.deepEqual(addresses, []);
  assert.deepEqual(phones, ['+000 1 11', '+000 1 12', '+000 1 13']);
  assert.deepEqual(emails, ['info@sample.example', 'sales@sample.example']);
  assert.deepEqual(websites, ['www.sample.example', 'www.stc.example']);
  assert.ok(remarks.includes('Fax: +000 1 13'));
});

test('element names may carry a namespace prefix', async (context) => {
  const prefixed = xml
    .replace('xmlns=', 'xmlns:fsdexport=')
    .replace(/<(\/?)(?=[a-z])/g, (_, slash: string) => `<${slash}fsdexport:`);
  const other = await readText(context, prefixed);
  assert.deepEqual(other.entities, reading.entities);
});

test('a delisting that has come makes the entry information; one to come is a remark', async (context) => {
  const delisting = (day: string) => xml.replace('logicalId="9901">', `delistingDate="${day}" logicalId="9901">`);
  const past = entityWith(await readText(context, delisting('2025-12-31')), '9901');
  assert.deepEqual([past.delistedOn, past.effects], ['2025-12-31', ['information']]);
  assert.deepEqual(
    past.legalStatus.map(({ status, date }) => [status, date]),
    [
      ['SANCTIONED', '2021-03-04'],
      ['DELISTED', '2025-12-31'],
    ],
  );
  const ahead = entityWith(await readText(context, delisting('2026-02-01')), '9901');
  assert.deepEqual([ahead.delistedOn, ahead.effects], [undefined, ['block', 'travel-ban']]);
  assert.ok(ahead.remarks.includes('Delisting date: 2026-02-01'));
});

test('a subject delisted under one programme of two stays in force, and says which', async (context) => {
  const content = xml.replace(
    '<sanctionEntity designationDate="2012',
    '<sanctionEntity delistingDate="2025-01-01" designationDate="2012',
  );
  const { delistedOn, effects, legalStatus, remarks } = entityWith(await readText(context, content), '9902');
  assert.deepEqual([delistedOn, effects], [undefined, ['block']]);
  assert.ok(legalStatus.every(({ status }) => status === 'SANCTIONED'));
  assert.ok(remarks.includes('ZZC: delisted 2025-01-01'));
});

test('a day that is none is reported and stays in the remarks', async (context) => {
  const other = await readText(context, xml.replace('designationDate="2021-03-04"', 'designationDate="2021-02-30"'));
  assert.equal(entityWith(other, '9901').listedOn, undefined);
  assert.ok(entityWith(other, '9901').remarks.includes('designationDate: 2021-02-30'));
  assert.deepEqual(
    other.problems.map(({ facts }) => facts['value']),
    ['2021-02-30', '1388'],
  );
});

const wrong: readonly {
  readonly name: string;
  readonly content: string;
  readonly code: Parameters<typeof assertProblem>[1];
  readonly facts: object;
}[] = [
  {
    name: 'an unknown element',
    content: xml.replace('<citizenship region', '<risk level="1"/><citizenship region'),
    code: 'list.unknown-column',
    facts: { line: 3, column: 'sanctionEntity/risk' },
  },
  {
    name: 'an unknown attribute',
    content: xml.replace('calendarType="GREGORIAN" city', 'calendarType="GREGORIAN" hour="1" city'),
    code: 'list.unknown-column',
    facts: { line: 31, column: 'birthdate/@hour' },
  },
  {
    name: 'an unknown class of subject',
    content: xml.replace('classificationCode="P"', 'classificationCode="V"'),
    code: 'list.unknown-value',
    facts: { field: 'subjectType/@classificationCode', value: 'V', record: '9901' },
  },
  {
    name: 'an unknown kind of document',
    content: xml.replace('identificationTypeCode="passport"', 'identificationTypeCode="visa"'),
    code: 'list.unknown-value',
    facts: { field: 'identification/@identificationTypeCode', value: 'visa', line: 58 },
  },
  {
    name: 'an unknown calendar',
    content: xml.replace('calendarType="ISLAMIC"', 'calendarType="JULIAN"'),
    code: 'list.unknown-value',
    facts: { field: 'birthdate/@calendarType', value: 'JULIAN' },
  },
  {
    name: 'an unknown kind of contact',
    content: xml.replace('key="WEB"', 'key="TELEX"'),
    code: 'list.unknown-value',
    facts: { field: 'contactInfo/@key', value: 'TELEX' },
  },
  {
    name: 'an unknown gender',
    content: xml.replace('gender="M"', 'gender="X"'),
    code: 'list.unknown-value',
    facts: { field: 'nameAlias/@gender', value: 'X' },
  },
  {
    name: 'an entry without a regulation',
    content: xml.replace(/<regulation [\s\S]*?<\/regulation>/, ''),
    code: 'list.missing-field',
    facts: { column: 'sanctionEntity/regulation' },
  },
  {
    name: 'a name without a text',
    content: xml.replace('wholeName="The Sample"', 'wholeName=""'),
    code: 'list.missing-field',
    facts: { column: 'nameAlias/@wholeName' },
  },
  {
    name: 'one number for a person and a body',
    content: xml.replaceAll('logicalId="9902"', 'logicalId="9901"'),
    code: 'list.duplicate-record',
    facts: { record: '9901' },
  },
  {
    name: 'a file without the day it was made',
    content: xml.replace(/ generationDate="[^"]*"/, ''),
    code: 'list.missing-field',
    facts: { column: 'export/@generationDate' },
  },
  {
    name: 'a file made on a day that is none',
    content: xml.replace('generationDate="2026-01-05T', 'generationDate="2026-02-30T'),
    code: 'list.date',
    facts: { field: 'export/@generationDate' },
  },
  { name: 'a file cut off in an entry', content: xml.slice(0, 5000), code: 'file.unreadable', facts: {} },
  {
    name: 'a file cut off between entries',
    content: xml.slice(0, xml.lastIndexOf('    <sanctionEntity')),
    code: 'file.unreadable',
    facts: {},
  },
  {
    name: 'a web page',
    content: '<!DOCTYPE html><html><body>EU Login</body></html>',
    code: 'file.unexpected',
    facts: {},
  },
  {
    name: 'another list',
    content: '<CONSOLIDATED_LIST><INDIVIDUALS/></CONSOLIDATED_LIST>',
    code: 'list.unknown-column',
    facts: { column: 'CONSOLIDATED_LIST' },
  },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, (context: TestContext) =>
    assertProblem(() => readText(context, content), code, { list: 'eu-fsf', file: NAME, ...facts }));
