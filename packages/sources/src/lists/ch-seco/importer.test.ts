import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { chSeco } from './importer.ts';

const NAME = 'consolidated-list.xml';
const xml = readFileSync(new URL(`./sample/${NAME}`, import.meta.url), 'utf8');
const reading = await readList(chSeco, sampleFiles(new URL('./sample/', import.meta.url)));
const readText = (context: TestContext, content: string) => readList(chSeco, [temporaryFile(context, NAME, content)]);

test('everything is counted; a set of measures that tells no effect is reported', () => {
  assert.deepEqual(reading.counts, {
    entities: 3,
    persons: 1,
    bodies: 1,
    objects: 1,
    delisted: 1,
    addresses: 1,
    documents: 1,
    relations: 1,
    problems: 1,
  });
  assert.deepEqual(reading.problems, [
    {
      code: 'list.unknown-value',
      facts: {
        list: 'ch-seco',
        file: NAME,
        line: 3,
        field: 'sanctions-set',
        value: 'article 17 -- Other measures',
      },
    },
  ]);
  assert.equal(reading.statedOn, '2026-01-05');
});

test('a person, as the entry stands today', () => {
  const authority = 'State Secretariat for Economic Affairs (SECO)';
  const full = 'c/o Sample Club, ul. Primernaya, 4, P.O. Box 77, 220029, Samplegrad, Sample Oblast, Belarus';
  assert.deepEqual(entityWith(reading, '9001'), {
    id: 'ch-seco:9001',
    source: 'ch-seco',
    recordId: '9001',
    schema: 'Person',
    names: [
      { text: 'Probina Samplina Exemplovna', kind: 'primary', family: 'Probina', given: 'Samplina Exemplovna' },
      {
        text: 'Prubina Sampleena Exemplovna',
        kind: 'alias',
        language: 'ru',
        family: 'Prubina',
        given: 'Sampleena Exemplovna',
      },
      {
        text: 'Prubina Samplyna Exemplovna',
        kind: 'alias',
        language: 'ru',
        family: 'Prubina',
        given: 'Samplyna Exemplovna',
      },
      {
        text: 'Пробина Самплина Exemplovna',
        kind: 'original-script',
        language: 'ru',
        family: 'Пробина',
        given: 'Самплина Exemplovna',
      },
      {
        text: 'Samplina Exemplovna Musterova',
        kind: 'former',
        family: 'Musterova',
        given: 'Samplina Exemplovna',
      },
      { text: 'The Sample', kind: 'weak' },
      { text: 'Anna Beispiel', kind: 'alias' },
    ],
    birthDates: [
      { earliest: '1970-02-03', latest: '1970-02-03', circa: false, text: '1970-2-3' },
      { earliest: '1971-01-01', latest: '1971-12-31', circa: true, text: '1971' },
    ],
    birthPlaces: ['Samplegrad, Sample Oblast, Belarus'],
    genders: ['female'],
    nationalities: ['ru'],
    countries: ['ru', 'by'],
    identifiers: [
      { type: 'other', value: '140', note: 'identifier of the original list (EU)' },
      {
        type: 'passport',
        value: 'SMP 0001',
        country: 'ru',
        note: 'diplomatic-passport; issued 2010-01-02; issued in Samplegrad; expires 2020-01-01; lost',
      },
    ],
    addresses: [
      {
        full,
        street: 'ul. Primernaya, 4',
        city: 'Samplegrad',
        region: 'Sample Oblast',
        postalCode: '220029',
        country: 'by',
      },
    ],
    emails: ['info@sample.example'],
    phones: ['+000 1 11'],
    websites: [],
    positions: [],
    topics: ['sanction'],
    effects: ['block', 'travel-ban'],
    programmes: ['Samplia'],
    legalStatus: [{ status: 'SANCTIONED', authority, country: 'ch', date: '2022-03-01', reportedBy: 'ch-seco' }],
    links: [{ kind: 'linked-to', toId: 'ch-seco:9002', detail: 'related-to; director' }],
    remarks: [
      'Ordinance of 1 June 2016 on measures against Samplia: article 2 -- Financial sanctions',
      'Ordinance of 1 June 2016 on measures against Samplia: article 3 -- Restrictions on entry and transit',
      'Origin: EU',
      'Title: Dr.',
      'Place Samplegrad, Sample Oblast, Belarus: also Samplehrad',
      `Place ${full}: former address; also Samplehrad`,
      'Justification: Invented for tests; nobody of this name is meant.',
      'E-mail: info@sample.example; Tel.: +000 1 11',
      'Travel ban does not apply until 15 March 2026.',
    ],
    listedOn: '2022-03-01',
    updatedOn: '2024-11-18',
  });
});

test('a body that was taken off the list is information, whatever order its history is written in', () => {
  const { schema, names, effects, legalStatus, listedOn, delistedOn, identifiers, websites, remarks, birthDates } =
    entityWith(reading, '9002');
  assert.equal(schema, 'Organization');
  assert.deepEqual(
    names.map(({ kind, text, language }) => [kind, text, language]),
    [
      ['primary', 'Samplebank', undefined],
      ['former', 'Old Sample Bank', undefined],
      ['original-script', 'Самплбанк', 'ru'],
    ],
  );
  assert.deepEqual([effects, listedOn, delistedOn], [['information'], '2021-08-11', '2025-06-20']);
  assert.deepEqual(
    legalStatus.map(({ status, date }) => [status, date]),
    [
      ['SANCTIONED', '2021-08-11'],
      ['DELISTED', '2025-06-20'],
    ],
  );
  assert.deepEqual(
    identifiers.map(({ type, value }) => [type, value]),
    [
      ['ru-ogrn', '1234567890123'],
      ['swift-bic', 'SMPLRUMM'],
    ],
  );
  assert.deepEqual(websites, ['https://sample.example/en']);
  assert.deepEqual(birthDates, []);
  assert.ok(remarks.includes('Date: 1999-3-1 (Gregorian calendar)'));
});

test('a ship; a set of measures that tells no effect counts as block', () => {
  const { schema, identifiers, effects } = entityWith(reading, '9003');
  assert.deepEqual([schema, effects], ['Vessel', ['block']]);
  assert.deepEqual(identifiers, [{ type: 'imo-number', value: '9900001', note: 'other information' }]);
});

test('measures are told apart by their set', async (context) => {
  const content = xml.replace(
    '<modification modification-type="de-listed"',
    '<modification modification-type="amended"',
  );
  assert.deepEqual(entityWith(await readText(context, content), '9002').effects, ['debt-restriction']);
});

test('many variants: each stands in a name, but not every combination is made', async (context) => {
  const variants = (word: string) =>
    Array.from(
      { length: 6 },
      (_, index) => `<spelling-variant lang="ARA" script="LATN">${word}${index}</spelling-variant>`,
    ).join('');
  const content = xml
    .replace('<value>Probina</value>', `<value>Probina</value>${variants('Probin')}`)
    .replace('<value>Samplina</value>', `<value>Samplina</value>${variants('Samplin')}`);
  const { names } = entityWith(await readText(context, content), '9001');
  const arabic = names.filter(({ language }) => language === 'ar').map(({ text }) => text);
  assert.equal(arabic.length, 6);
  assert.equal(arabic[5], 'Probin5 Samplin5 Exemplovna');
});

test('a relation of an unknown kind, or to a target that is not there, stays and is reported', async (context) => {
  const content = xml.replace('target-id="9002" relation-type="related-to"', 'target-id="9999" relation-type="owned"');
  const other = await readText(context, content);
  assert.deepEqual(entityWith(other, '9001').links, [
    { kind: 'linked-to', toId: 'ch-seco:9999', detail: 'owned; director' },
  ]);
  assert.deepEqual(
    other.problems.map(({ code, facts }) => [code, facts['value']]),
    [
      ['list.unknown-value', 'article 17 -- Other measures'],
      ['list.unknown-value', 'owned'],
      ['list.unknown-reference', 'ch-seco:9999'],
    ],
  );
});

test('days that cannot be read, of birth or of the history, are reported and stay in words', async (context) => {
  const content = xml
    .replace('day="3" month="2"', 'day="31" month="2"')
    .replace('effective-date="2024-11-18"', 'effective-date="soon"')
    .replace('publication-date="2024-11-18"', '')
    .replace('enactment-date="2024-11-17"', '');
  const other = await readText(context, content);
  const { remarks, birthDates } = entityWith(other, '9001');
  assert.ok(remarks.includes('Date of birth: 1970-2-31 (Gregorian calendar)'));
  assert.ok(remarks.includes('amended: soon'));
  assert.equal(birthDates.length, 1);
  assert.deepEqual(
    other.problems.filter(({ code }) => code === 'list.date').map(({ facts }) => facts['value']),
    ['1970-2-31', 'soon'],
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
    content: xml.replace('<justification', '<risk/><justification'),
    code: 'list.unknown-column',
    facts: { column: 'individual/risk' },
  },
  {
    name: 'an unknown attribute',
    content: xml.replace('order="1"', 'order="1" weight="2"'),
    code: 'list.unknown-column',
    facts: { column: 'name-part/@weight' },
  },
  {
    name: 'an unknown part of a name',
    content: xml.replace('name-part-type="father-name"', 'name-part-type="mother-name"'),
    code: 'list.unknown-value',
    facts: { field: 'name-part/@name-part-type', value: 'mother-name' },
  },
  {
    name: 'an unknown kind of name',
    content: xml.replace('name-type="alias"', 'name-type="nickname"'),
    code: 'list.unknown-value',
    facts: { field: 'name/@name-type', value: 'nickname' },
  },
  {
    name: 'an unknown kind of modification',
    content: xml.replace('modification-type="amended"', 'modification-type="suspended"'),
    code: 'list.unknown-value',
    facts: { field: 'modification/@modification-type', value: 'suspended' },
  },
  {
    name: 'an unknown kind of object',
    content: xml.replace('object-type="vessel"', 'object-type="cargo"'),
    code: 'list.unknown-value',
    facts: { field: 'object/@object-type', value: 'cargo' },
  },
  {
    name: 'a set of measures that is not in the file',
    content: xml.replace('<sanctions-set-id>103<', '<sanctions-set-id>555<'),
    code: 'list.unknown-reference',
    facts: { record: '9003', field: 'sanctions-set-id', value: '555' },
  },
  {
    name: 'a target without a name',
    content: xml.replace(/<name ssid="32"[\s\S]*?<\/name>/, ''),
    code: 'list.missing-field',
    facts: { column: 'identity/name' },
  },
  {
    name: 'two targets of one number',
    content: xml.replace('<target ssid="9003">', '<target ssid="9001">'),
    code: 'list.duplicate-record',
    facts: { record: '9001' },
  },
  {
    name: 'the result of a search',
    content: xml.replace('whole-list', 'search-result'),
    code: 'file.unexpected',
    facts: { reason: 'it is no whole list, but "search-result"' },
  },
  {
    name: 'a file without its day',
    content: xml.replace(' date="2026-01-05"', ''),
    code: 'list.missing-field',
    facts: { column: 'swiss-sanctions-list/@date' },
  },
  { name: 'a file cut off', content: xml.slice(0, -40), code: 'file.unreadable', facts: {} },
  { name: 'a web page', content: '<html><body>SESAM</body></html>', code: 'file.unexpected', facts: {} },
  { name: 'another list', content: '<export/>', code: 'list.unknown-column', facts: { column: 'export' } },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, (context: TestContext) =>
    assertProblem(() => readText(context, content), code, { list: 'ch-seco', file: NAME, ...facts }));
