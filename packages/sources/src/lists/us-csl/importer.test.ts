import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { usCsl } from './importer.ts';

const samples = sampleFiles(new URL('./sample/', import.meta.url));
const reading = await readList(usCsl, samples);
const csv = readFileSync(samples[0]?.path ?? '', 'utf8');
const olderFiles = sampleFiles(new URL('./sample-2019/', import.meta.url));
const jsonFiles = sampleFiles(new URL('./sample-json/', import.meta.url));
const json = readFileSync(jsonFiles[0]?.path ?? '', 'utf8');

function named(text: string, all: readonly Entity[] = reading.entities): Entity {
  const [entity, second] = all.filter(({ names }) => names[0]?.text === text);
  if (!entity || second) throw new Error(`not one entity ${text}`);
  return entity;
}

test('everything is counted, by list', () => {
  assert.deepEqual(reading.counts, {
    entities: 12,
    addresses: 12,
    aliases: 6,
    DPL: 3,
    DTC: 1,
    EL: 2,
    ISN: 1,
    MEU: 1,
    SDN: 2,
    SSI: 1,
    UVL: 1,
    problems: 1,
  });
});

test('a person of the SDN list, whole', () =>
  assert.deepEqual(entityWith(reading, 'sdn-91002'), {
    id: 'us-csl:sdn-91002',
    source: 'us-csl',
    recordId: 'sdn-91002',
    schema: 'Person',
    names: [
      { text: 'Viktor Petrovich ZARNOV', kind: 'primary', family: 'ZARNOV', given: 'Viktor Petrovich' },
      { text: 'ZARNOFF, Victor', kind: 'alias', family: 'ZARNOFF', given: 'Victor' },
    ],
    birthDates: [
      { earliest: '1961-03-05', latest: '1961-03-05', circa: false, text: '1961-03-05' },
      { earliest: '1962-01-01', latest: '1962-12-31', circa: true, text: 'circa 1962' },
    ],
    birthPlaces: ['Samplegrad, Russia'],
    genders: ['male'],
    nationalities: ['ir', 'ru'],
    countries: ['ir', 'ru', 'ae'],
    identifiers: [{ type: 'passport', value: 'U000001', country: 'tr' }],
    addresses: [
      { full: 'Samplegrad, RU', country: 'ru' },
      { full: 'Dubai, AE', country: 'ae' },
    ],
    emails: [],
    phones: [],
    websites: [],
    positions: ['General Director', 'Deputy Chairman'],
    topics: ['sanction'],
    effects: ['block'],
    programmes: ['SDN', 'NPWMD', 'IFSR'],
    legalStatus: [
      {
        status: 'SANCTIONED',
        authority: 'US Department of the Treasury, Office of Foreign Assets Control (OFAC)',
        country: 'us',
        reportedBy: 'us-csl',
      },
    ],
    links: [],
    remarks: ['Source: Specially Designated Nationals (SDN) - Treasury Department'],
    sourceUrl: 'https://sanctionslist.treasury.example/SdnList',
  }));

test('which list an entry is from decides what it means', () =>
  assert.deepEqual(
    reading.entities.map(({ programmes, topics, effects, legalStatus }) => [
      programmes[0],
      topics.join(' '),
      effects.join(' '),
      legalStatus[0]?.status,
    ]),
    [
      ['SSI', 'sanction', 'debt-restriction', 'SANCTIONED'],
      ['SDN', 'sanction', 'block', 'SANCTIONED'],
      ['SDN', 'sanction', 'block', 'SANCTIONED'],
      ['EL', 'export.control', 'export-licence', undefined],
      ['EL', 'export.control', 'export-licence', undefined],
      ['DPL', 'export.control debarment', 'export-ban debarment', 'DEBARRED'],
      ['DPL', 'export.control debarment', 'export-ban debarment', 'DEBARRED'],
      ['DPL', 'export.control debarment', 'export-ban debarment', 'DEBARRED'],
      ['ISN', 'sanction debarment', 'debarment export-licence', 'SANCTIONED'],
      ['DTC', 'debarment', 'debarment', 'DEBARRED'],
      ['UVL', 'export.control', 'end-user-concern', undefined],
      ['MEU', 'export.control', 'export-licence', undefined],
    ],
  ));

test('an entry of the Entity List: names and addresses divided, requirement and policy, the day of listing', () => {
  const { names, addresses, countries, remarks, listedOn, recordId } = named('SAMPLEZHEN INSTITUTE (SI)');
  assert.match(recordId, /^el-[0-9a-f]{16}$/);
  assert.deepEqual(
    names.map(({ text, kind }) => [kind, text]),
    [
      ['primary', 'SAMPLEZHEN INSTITUTE (SI)'],
      ['alias', 'Samplezhen Research Institute'],
      ['alias', 'Institute of Samplezhen'],
      ['alias', 'SRI'],
    ],
  );
  assert.deepEqual(addresses, [
    { full: '1 First Road, Samplezhen, China', country: 'cn' },
    { full: '2 Second Street, Samplezhen, China, Samplezhen, Sample Province, CN', country: 'cn' },
  ]);
  assert.deepEqual([countries, listedOn], [['cn'], '2018-08-01']);
  assert.deepEqual(remarks, [
    'Source: Entity List (EL) - Bureau of Industry and Security',
    'Federal Register: 83 FR 1; 87 FR 2',
    'License requirement: For all items subject to the EAR. (See §744.11 of the EAR)',
    'License policy: Presumption of denial.',
  ]);
});

test('an entry that is an address alone has a weak name', () => {
  const { names, addresses, schema } = named('Address 01');
  assert.equal(schema, 'LegalEntity');
  assert.deepEqual(names, [{ text: 'Address 01', kind: 'weak' }]);
  assert.deepEqual(addresses, [{ full: 'Room 1, 2/F, Sample Building, 3 Sample Road, Hong Kong, HK', country: 'hk' }]);
});

test('an order with an end that lies ahead, an address without its country', () => {
  const { delistedOn, listedOn, addresses, remarks, legalStatus } = named('ZARNOV EXPORT LTD');
  assert.deepEqual([listedOn, delistedOn, legalStatus[0]?.date], ['2017-10-16', '2056-10-13', '2017-10-16']);
  assert.deepEqual(addresses, [{ full: '3 SAMPLE DRIVE, SAMPLEVILLE, AZ, 85043', country: 'us' }]);
  assert.deepEqual(remarks.slice(1), [
    'Federal Register: 82 F.R. 1 10/20/2017',
    'Standard order: Y',
    'List: https://bis.example/dpl',
    '50 YEAR DENIAL',
  ]);
});

test('a day that cannot be is reported and stays in the remarks', () => {
  assert.deepEqual(
    reading.problems.map(({ code, facts }) => [code, facts['line'], facts['field'], facts['value']]),
    [['list.date', 8, 'end_date', '3033-01-17']],
  );
  const [wings, more] = reading.entities.filter(({ names }) => names[0]?.text === 'SAMPLE WINGS');
  assert.ok(wings?.remarks.includes('End date: 3033-01-17'));
  assert.deepEqual([wings?.delistedOn, more?.delistedOn], [undefined, '2018-10-16']);
});

test('a ship', () => {
  const { identifiers, links, countries, remarks } = entityWith(reading, 'sdn-91003');
  assert.deepEqual(
    identifiers.map(({ type, value }) => [type, value]),
    [
      ['call-sign', '9ZZZ9'],
      ['imo-number', '9999993'],
    ],
  );
  assert.deepEqual([links, countries], [[{ kind: 'owned-by', toName: 'Samplia Shipping Co.' }], ['kp']]);
  assert.deepEqual(remarks.slice(1, 5), [
    'Vessel type: Crude Oil Tanker',
    'Tonnage: 318000',
    'Gross registered tonnage: 163660',
    'Flag: KP',
  ]);
});

test("names of the State Department's list go without whom else they mean; documents and remarks are taken apart", () => {
  const { remarks } = named('Sample Import and Export Company');
  assert.ok(
    remarks.includes(
      'Name as listed: Sample Import and Export Company; and any successor, sub-unit, or subsidiary thereof',
    ),
  );
  const { identifiers, emails, links } = entityWith(reading, 'ssi-91001');
  assert.deepEqual(identifiers, [{ type: 'ru-ogrn', value: '1027700000000', country: 'ru', note: 'Registration ID' }]);
  assert.deepEqual(emails, ['office@sampleneft.example']);
  assert.deepEqual(links, [{ kind: 'linked-to', toName: 'STATE CORPORATION SAMPLETEKH' }]);
});

test('the older layout, with other columns and documents written the other way round, is read the same', async () =>
  assert.deepEqual((await readList(usCsl, olderFiles)).entities, reading.entities));

test('the JSON is read the same, but that it has the parts of an address', async () => {
  const { entities, counts } = await readList(usCsl, jsonFiles);
  assert.deepEqual(counts, reading.counts);
  assert.deepEqual(
    entities.map((entity) => ({
      ...entity,
      addresses: entity.addresses.map(({ full, country }) => ({ full, ...(country !== undefined && { country }) })),
    })),
    reading.entities,
  );
  assert.deepEqual(entityWith({ ...reading, entities }, 'ssi-91001').addresses[0], {
    full: 'd. 1 ul. Primernaya, Samplegrad, Sample Oblast, 100001, RU',
    street: 'd. 1 ul. Primernaya',
    city: 'Samplegrad',
    region: 'Sample Oblast',
    postalCode: '100001',
    country: 'ru',
  });
});

test('the same file is read the same', async () => assert.deepEqual(await readList(usCsl, samples), reading));

async function refused(
  context: TestContext,
  name: string,
  content: string,
  code: Parameters<typeof assertProblem>[1],
  facts: object,
): Promise<void> {
  const file = temporaryFile(context, name, content);
  await assertProblem(() => readList(usCsl, [file]), code, { list: 'us-csl', file: name, ...facts });
}

test('an unknown list stops the import', (context) =>
  refused(context, 'consolidated.csv', csv.replace('Entity List (EL)', 'Party List (PL)'), 'list.unknown-value', {
    line: 5,
    field: 'source',
    value: 'Party List (PL) - Bureau of Industry and Security',
  }));
test('an unknown type stops the import', (context) =>
  refused(context, 'consolidated.csv', csv.replace(',Vessel,', ',Submarine,'), 'list.unknown-value', {
    line: 4,
    field: 'type',
    value: 'Submarine',
  }));
test('an unknown column stops the import', (context) =>
  refused(context, 'consolidated.csv', csv.replace('license_policy', 'licence_rule'), 'list.missing-field', {
    line: 2,
    column: 'license_policy',
  }));
test('a column more stops the import', (context) =>
  refused(context, 'consolidated.csv', csv.replaceAll(/$/gm, ',x').replace(/,x$/, ''), 'list.unknown-column', {
    line: 2,
    column: 'x',
  }));
test('a file that is cut off stops the import', (context) =>
  refused(context, 'consolidated.csv', csv.slice(0, -100), 'list.column-count', { line: 13 }));
test('a web page stops the import', (context) =>
  refused(context, 'consolidated.csv', '<!doctype html><html></html>', 'file.unexpected', { line: 1 }));
test('two entries of one number stop the import', (context) =>
  refused(context, 'consolidated.csv', csv.replaceAll('91003', '91002'), 'list.duplicate-record', {
    line: 4,
    record: 'sdn-91002',
  }));
test('an unknown field of the JSON stops the import', (context) =>
  refused(context, 'consolidated.json', json.replace('"title"', '"mood"'), 'list.unexpected-shape', {
    record: '1 of 12',
  }));
test('a page of the results in place of all stops the import', (context) =>
  refused(context, 'consolidated.json', json.replace('"total": 12', '"total": 20000'), 'file.unexpected', {
    reason: 'it has 12 of 20000 results',
  }));
test('JSON that is cut off stops the import', (context) =>
  refused(context, 'consolidated.json', json.slice(0, -10), 'file.unreadable', {}));
test('JSON of something else stops the import', (context) =>
  refused(context, 'consolidated.json', '{"message": "Unauthorized"}', 'list.unexpected-shape', {}));
