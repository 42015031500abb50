import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import type { SourceFile } from '../../importer.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { ofacSdn } from './importer.ts';

const samples = sampleFiles(new URL('./sample/', import.meta.url));
const reading = await readList(ofacSdn, samples);
const sdn = readFileSync(new URL('./sample/sdn.csv', import.meta.url), 'latin1');

test('everything is counted', () => {
  assert.deepEqual(reading.counts, { entities: 6, aliases: 3, addresses: 7, comments: 1, problems: 2 });
  assert.deepEqual(
    reading.problems.map(({ code, facts }) => [code, facts['record'], facts['value']]),
    [
      ['list.date', '90006', 'about harvest time'],
      ['list.unknown-value', '90006', 'Atlantis'],
    ],
  );
});

test('a person, with everything that stands in the remarks', () => {
  const { names, birthDates, nationalities, countries, identifiers, remarks, links, ...person } = entityWith(
    reading,
    '90001',
  );
  assert.deepEqual(names, [
    { text: 'ZARNOV, Viktor Petrovich', kind: 'primary', family: 'ZARNOV', given: 'Viktor Petrovich' },
    { text: 'ZARNOFF, Victor', kind: 'alias', family: 'ZARNOFF', given: 'Victor' },
    { text: 'PETRENKO, Viktor', kind: 'former', family: 'PETRENKO', given: 'Viktor' },
    { text: 'VITYA Z', kind: 'weak' },
  ]);
  assert.deepEqual(birthDates, [
    { earliest: '1961-03-05', latest: '1961-03-05', circa: false, text: '05 Mar 1961' },
    { earliest: '1962-01-01', latest: '1962-12-31', circa: true, text: 'circa 1962' },
  ]);
  assert.deepEqual(nationalities, ['ru', 'ir']);
  assert.deepEqual(countries, ['ru', 'ir']);
  assert.deepEqual(identifiers, [
    { type: 'passport', value: '701234567', country: 'ru', note: 'issued 01 Feb 2010; expires 01 Feb 2020' },
    { type: 'ru-inn', value: '500000000000', country: 'ru', note: 'Tax ID No.' },
  ]);
  assert.deepEqual(remarks, [
    'Alias PETRENKO, Viktor: before 1990',
    'Fax (7)(495)(0000001)',
    'Secondary sanctions risk: section 1(b) of Executive Order 13224',
  ]);
  assert.deepEqual(links, [{ kind: 'linked-to', toName: 'SAMPLE MACHINE WORKS LLC', toId: 'ofac-sdn:90002' }]);
  assert.deepEqual(person, {
    id: 'ofac-sdn:90001',
    source: 'ofac-sdn',
    recordId: '90001',
    schema: 'Person',
    birthPlaces: ['Samplegrad, Russia'],
    genders: ['male'],
    addresses: [],
    emails: ['office@zarnov.example'],
    phones: ['74950000000', '(7)(495)(0000001)'],
    websites: ['www.zarnov.example'],
    positions: ['General Director', 'Deputy Chairman'],
    topics: ['sanction'],
    effects: ['block'],
    programmes: ['NPWMD', 'IFSR'],
    legalStatus: [
      { status: 'SANCTIONED', authority: ofacSdn.description.publisher, country: 'us', reportedBy: 'ofac-sdn' },
    ],
    sourceUrl: 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=90001',
  });
});

test('a body: numbers, addresses, the day of listing', () => {
  const { schema, identifiers, addresses, countries, listedOn, remarks } = entityWith(reading, '90002');
  assert.equal(schema, 'Organization');
  assert.deepEqual(identifiers, [
    { type: 'ru-ogrn', value: '1027700000000', country: 'ru', note: 'Registration Number' },
    { type: 'lei', value: '253400SAMPLE0INVNT08', country: 'ru', note: 'Legal Entity Number' },
    { type: 'registration-number', value: '851600000', country: 'nl', note: 'Legal Entity Number' },
    {
      type: 'cn-uscc',
      value: '91000000SAMPLE000X',
      country: 'cn',
      note: 'Unified Social Credit Code (USCC)',
    },
    { type: 'swift-bic', value: 'SAMPRUMM', note: 'SWIFT/BIC' },
    { type: 'crypto-wallet', value: '1SampLeAddressForTestsOnLy000000000', note: 'XBT' },
  ]);
  assert.deepEqual(addresses, [
    { full: '1 Primernaya Street, Samplegrad 100000, Russia', street: '1 Primernaya Street', country: 'ru' },
    { full: 'Region: Crimea' },
  ]);
  assert.deepEqual(countries, ['ru', 'nl', 'cn']);
  assert.equal(listedOn, '2022-02-24');
  assert.deepEqual(remarks, [
    'Organization Established Date 12 Apr 1998',
    'Listing Date (EO 14024 Directive 2): 24 Feb 2022',
    'all offices worldwide',
  ]);
});

test('a ship and an aircraft', () => {
  const ship = entityWith(reading, '90003');
  assert.equal(ship.schema, 'Vessel');
  assert.deepEqual(ship.countries, ['kp']);
  assert.deepEqual(
    ship.links.map(({ kind, toName }) => [kind, toName]),
    [
      ['owned-by', 'Samplia Shipping Co.'],
      ['linked-to', 'SAMPLE MACHINE WORKS LLC'],
    ],
  );
  assert.deepEqual(
    ship.identifiers.map(({ type, value }) => [type, value]),
    [
      ['call-sign', '9ZZZ9'],
      ['imo-number', '9999993'],
      ['mmsi', '572000000'],
    ],
  );
  assert.deepEqual(ship.remarks, [
    'Vessel type: Crude Oil Tanker',
    'Tonnage: 318,000',
    'Gross registered tonnage: 163,660',
    "Flag: Democratic People's Republic of Korea",
    'Vessel Year of Build 1999',
  ]);
  const aircraft = entityWith(reading, '90004');
  assert.equal(aircraft.schema, 'Airplane');
  assert.deepEqual(aircraft.links, [{ kind: 'operated-by', toName: 'SAMPLE AIR' }]);
  assert.deepEqual(
    aircraft.identifiers.map(({ type, value }) => [type, value]),
    [
      ['other', '777'],
      ['aircraft-registration', 'ZZ-SMP'],
    ],
  );
});

test('remarks that overflow go on in the comments file, through the middle of an item', () => {
  const { links, identifiers, addresses, names } = entityWith(reading, '90005');
  assert.deepEqual(names, [{ text: 'ODALRIK', kind: 'primary' }]);
  assert.deepEqual(
    links.map(({ toName }) => toName),
    Array.from({ length: 39 }, (_, index) => `SAMPLE HOLDING COMPANY NUMBER ${index + 1} LLC`),
  );
  assert.deepEqual(identifiers, [
    { type: 'identity-document', value: 'SI-778899', country: 'si', note: 'Identification Number' },
    { type: 'passport', value: '900112233', country: 'ru' },
  ]);
  assert.deepEqual(addresses, [{ full: 'Gaza Strip', city: 'Gaza Strip' }]);
});

test('without the comments file the cut-off item stays in the remarks, and the cut is a problem', async () => {
  const cut = await readList(
    ofacSdn,
    samples.filter(({ name }) => name !== 'sdn_comments.csv'),
  );
  const { links, remarks } = entityWith(cut, '90005');
  assert.equal(links.length, 19);
  assert.deepEqual(remarks, ['Linked To: SAMPLE HOLDING COMPANY NUMBER 20']);
  assert.deepEqual(cut.problems.map(({ code, facts }) => [code, facts['record']])[0], ['list.missing-field', '90005']);
});

test('what cannot be read stays in the remarks', () => {
  const { names, birthDates, identifiers, remarks, nationalities } = entityWith(reading, '90006');
  assert.deepEqual(names, [{ text: 'QUORVIN, Anselm, Jr.', kind: 'primary', family: 'QUORVIN', given: 'Anselm' }]);
  assert.deepEqual(
    birthDates.map(({ earliest, latest }) => [earliest, latest]),
    [['1940-01-01', '1945-12-31']],
  );
  assert.deepEqual(nationalities, []);
  assert.deepEqual(identifiers, [{ type: 'national-id', value: '8000000', note: 'Cedula No.; Cali' }]);
  assert.deepEqual(remarks, [
    'Address Calle 8 No. 1-1, Cali, Colombia: old address',
    'DOB about harvest time',
    'nationality Atlantis',
  ]);
});

test('an edition of sdn.csv alone says what it is without', async () => {
  const alone = await readList(
    ofacSdn,
    samples.filter(({ name }) => name === 'sdn.csv'),
  );
  assert.equal(alone.counts['aliases'], 0);
  assert.deepEqual(
    alone.problems.slice(0, 2).map(({ code, facts }) => [code, facts['role']]),
    [
      ['file.not-found', 'alt'],
      ['file.not-found', 'add'],
    ],
  );
});

test('a file without the mark at its end is noted, as it may be cut off', async (context) => {
  const file = temporaryFile(context, 'sdn.csv', Buffer.from(sdn.slice(0, -1), 'latin1'));
  const cut = await readList(ofacSdn, [...samples.filter(({ name }) => name !== 'sdn.csv'), file]);
  assert.deepEqual(cut.entities, reading.entities);
  assert.deepEqual(cut.problems[0], {
    code: 'file.unexpected',
    facts: {
      list: 'ofac-sdn',
      file: 'sdn.csv',
      reason: "the file does not end with the mark that OFAC's files end with: it may be cut off",
    },
  });
  assert.equal(cut.problems.length, reading.problems.length + 1);
});

test('the same files are read the same', async () => assert.deepEqual(await readList(ofacSdn, samples), reading));

const alt = readFileSync(new URL('./sample/alt.csv', import.meta.url), 'latin1');

async function refused(
  context: TestContext,
  name: string,
  content: string,
  code: Parameters<typeof assertProblem>[1],
  facts: object,
) {
  const others: SourceFile[] = samples.filter((file) => file.name !== name);
  const file = temporaryFile(context, name, Buffer.from(content, 'latin1'));
  await assertProblem(() => readList(ofacSdn, [...others, file]), code, { list: 'ofac-sdn', file: name, ...facts });
}

test('an unknown type stops the import', (context) =>
  refused(context, 'sdn.csv', sdn.replace('"vessel"', '"submarine"'), 'list.unknown-value', {
    line: 3,
    field: 'SDN_Type',
    value: 'submarine',
  }));
test('an unknown gender stops the import', (context) =>
  refused(context, 'sdn.csv', sdn.replace('Gender Male', 'Gender Male?'), 'list.unknown-value', {
    line: 1,
    value: 'Male?',
  }));
test('an unknown alias type stops the import', (context) =>
  refused(context, 'alt.csv', alt.replace('"fka"', '"zka"'), 'list.unknown-value', {
    line: 2,
    field: 'alt_type',
    value: 'zka',
  }));
test('shifted columns stop the import', (context) =>
  refused(context, 'sdn.csv', sdn.replace('"ODALRIK",', '"ODALRIK",-0- ,'), 'list.column-count', {
    line: 5,
    expected: 12,
    found: 13,
  }));
test('a number that is none stops the import', (context) =>
  refused(context, 'sdn.csv', sdn.replace('90003,', 'SAMPLE,'), 'list.unknown-value', { line: 3, field: 'ent_num' }));
test('two entries of one number stop the import', (context) =>
  refused(context, 'sdn.csv', sdn.replace('90003,', '90002,'), 'list.duplicate-record', { line: 3, record: '90002' }));
test('aliases of another day stop the import', (context) =>
  refused(context, 'alt.csv', alt.replace('90002,', '12345,'), 'list.unknown-reference', { line: 3, value: '12345' }));
test('a file cut off within quotes stops the import', (context) =>
  refused(context, 'sdn.csv', sdn.slice(0, -10), 'file.unreadable', { line: 6 }));
test('a file cut off elsewhere stops the import', (context) =>
  refused(context, 'alt.csv', '90001,80001,"aka"', 'list.column-count', { line: 1 }));
test('a web page in place of the list stops the import', (context) =>
  refused(context, 'add.csv', '<html><body>Service unavailable</body></html>', 'file.unexpected', { line: 1 }));
test('a byte that is no text stops the import', (context) =>
  refused(context, 'sdn.csv', sdn.replace('ODALRIK', 'ODAL\x81RIK'), 'file.encoding', { line: 5 }));
test('a file of another list stops the import', async (context) => {
  const file = temporaryFile(context, 'cons_prim.csv', sdn);
  await assertProblem(() => readList(ofacSdn, [file]), 'file.unexpected', { list: 'ofac-sdn', file: 'cons_prim.csv' });
  await assertProblem(() => readList(ofacSdn, samples.slice(0, 1)), 'file.not-found', {
    list: 'ofac-sdn',
    role: 'sdn',
  });
});
