import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { readList } from '../testing/read.ts';
import { usBisDpl } from './importer.ts';

const samples = sampleFiles(new URL('./sample/', import.meta.url));
const sample = readFileSync(samples[0]?.path ?? '', 'utf8');
const reading = await readList(usBisDpl, samples);
const [company, sameCompany, person, freight, wings, works] = reading.entities;

test('everything is counted; what stands there twice is one entry', () => {
  assert.deepEqual(reading.counts, { entities: 6, rows: 7, repeated: 1, addresses: 6, problems: 3 });
  assert.deepEqual(
    reading.problems.map(({ code, facts }) => [code, facts['line'], facts['field'], facts['value']]),
    [
      ['list.date', 6, 'Expiration_Date', '02/30/2018'],
      ['list.date', 6, 'Last_Update', '3017-10-02'],
      ['list.unknown-value', 8, 'Country', 'XQ'],
    ],
  );
});

test('a company, whole', () =>
  assert.deepEqual(company, {
    id: `us-bis-dpl:${company?.recordId ?? ''}`,
    source: 'us-bis-dpl',
    recordId: company?.recordId,
    schema: 'LegalEntity',
    names: [{ text: 'ZARNOV EXPORT LTD', kind: 'primary' }],
    birthDates: [],
    birthPlaces: [],
    genders: [],
    nationalities: [],
    countries: ['ru'],
    identifiers: [],
    addresses: [
      {
        full: '1 PRIMERNAYA STREET, SAMPLEGRAD, 100000, RU',
        street: '1 PRIMERNAYA STREET',
        city: 'SAMPLEGRAD',
        postalCode: '100000',
        country: 'ru',
      },
    ],
    emails: [],
    phones: [],
    websites: [],
    positions: [],
    topics: ['export.control', 'debarment'],
    effects: ['export-ban', 'debarment'],
    programmes: [],
    legalStatus: [
      {
        status: 'DEBARRED',
        authority: usBisDpl.description.publisher,
        country: 'us',
        reportedBy: 'us-bis-dpl',
        date: '2017-10-16',
      },
    ],
    links: [],
    remarks: ['Standard order', 'Action: FR NOTICE ADDED', 'Federal Register: 82 F.R. 1 10/20/2017'],
    listedOn: '2017-10-16',
    updatedOn: '2017-10-23',
    delistedOn: '2027-10-13',
    sourceUrl: usBisDpl.description.officialPage,
  }));

test('another address is another entry, and the id does not depend on the place in the file', async (context) => {
  assert.notEqual(company?.recordId, sameCompany?.recordId);
  const lines = sample.split('\n');
  const turned = [lines[0], ...lines.slice(1).toReversed()].join('\n');
  const { entities } = await readList(usBisDpl, [temporaryFile(context, 'dpl.txt', turned)]);
  assert.deepEqual(entities.map(({ id }) => id).toSorted(), reading.entities.map(({ id }) => id).toSorted());
});

test('a renewed order is the same entry', async (context) => {
  const renewed = sample.replaceAll('10/16/2017', '04/11/2018');
  const { entities } = await readList(usBisDpl, [temporaryFile(context, 'dpl.txt', renewed)]);
  assert.equal(entities[0]?.id, company?.id);
  assert.equal(entities[0]?.listedOn, '2018-04-11');
});

test('a second order against the same person at the same address is an entry of its own', async (context) => {
  const second = sample.replace('"06/19/2003"', '"06/19/1999"');
  const { entities } = await readList(usBisDpl, [temporaryFile(context, 'dpl.txt', second)]);
  assert.equal(entities.length, 7);
  assert.equal(entities[0]?.id, company?.id);
});

test('an alias in brackets, an order without end, an address in the United States without its country', () => {
  assert.deepEqual(person?.names, [
    { text: 'ODALRIK (A.K.A. NARLEM) QUORVIN', kind: 'primary' },
    { text: 'ODALRIK QUORVIN', kind: 'alias' },
    { text: 'NARLEM', kind: 'alias' },
  ]);
  assert.equal(person.delistedOn, undefined);
  assert.deepEqual(person.countries, ['us']);
  assert.deepEqual([person.addresses[0]?.region, person.addresses[0]?.country], ['TX', 'us']);
  assert.deepEqual(person.remarks[0], 'Order other than the standard order');
});

test('a country in the column of the state, a state in that of the country', () => {
  assert.deepEqual(freight?.addresses, [{ full: '1082 NICOSIA, CY', city: '1082 NICOSIA', country: 'cy' }]);
  assert.deepEqual(wings?.countries, ['us']);
  assert.equal(wings.delistedOn, '2056-12-14');
});

test('what cannot be read stays in the remarks, or in the address', () => {
  assert.deepEqual([freight?.delistedOn, freight?.updatedOn], [undefined, undefined]);
  assert.deepEqual(freight?.remarks.slice(0, 2), ['Expiration date: 02/30/2018', 'Last update: 3017-10-02']);
  assert.deepEqual([works?.countries, works?.addresses], [[], [{ full: 'XQ' }]]);
});

test('the same file is read the same', async () => assert.deepEqual(await readList(usBisDpl, samples), reading));

async function refused(
  context: TestContext,
  content: string,
  code: Parameters<typeof assertProblem>[1],
  facts: object,
): Promise<void> {
  const file = temporaryFile(context, 'dpl.txt', content);
  await assertProblem(() => readList(usBisDpl, [file]), code, { list: 'us-bis-dpl', file: 'dpl.txt', ...facts });
}

test('an unknown column stops the import', (context) =>
  refused(context, sample.replace('"Postal_Code"', '"Zip"'), 'list.missing-field', { line: 2, column: 'Postal_Code' }));
test('a column more stops the import', (context) =>
  refused(context, sample.replaceAll(/$/gm, '\t"x"'), 'list.unknown-column', { line: 2, column: 'x' }));
test('a standard order that is neither yes nor no stops the import', (context) =>
  refused(context, sample.replace('"Y"', '"?"'), 'list.unknown-value', {
    line: 2,
    field: 'Standard_Order',
    value: '?',
  }));
test('a file cut off within a row stops the import', (context) =>
  refused(context, sample.slice(0, -24), 'list.column-count', { line: 8 }));
test('a file with commas stops the import', (context) =>
  refused(context, sample.replaceAll('\t', ','), 'file.unreadable', { line: 1 }));
test('a web page stops the import', (context) =>
  refused(context, '<!DOCTYPE html><html><body>Moved</body></html>', 'file.unexpected', { line: 1 }));
test('a file of another name stops the import', (context) =>
  assertProblem(() => readList(usBisDpl, [temporaryFile(context, 'sdn.csv', sample)]), 'file.unexpected', {
    list: 'us-bis-dpl',
  }));
