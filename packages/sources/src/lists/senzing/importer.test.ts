import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { entityOf } from '@sekisho/engine/model/entity.ts';
import type { ProblemCode, ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { senzingImporter } from './importer.ts';

const importer = senzingImporter('senzing-sample');
const samples = sampleFiles(new URL('./sample/', import.meta.url));
const text = readFileSync(samples[0]?.path ?? '', 'utf8');
const reading = await readList(importer, samples);

test('everything is counted', () =>
  assert.deepEqual(reading.counts, { entities: 4, records: 4, names: 7, addresses: 3, relations: 3, problems: 2 }));

test('a company as OpenSanctions writes it', () =>
  assert.deepEqual(
    entityWith(reading, 'OPEN_SANCTIONS:NK-co1'),
    entityOf({
      source: 'senzing-sample',
      recordId: 'OPEN_SANCTIONS:NK-co1',
      schema: 'Organization',
      names: [
        { text: 'Kestrel Marine Trading LLC', kind: 'primary' },
        { text: 'Кестрел Марин Трейдинг', kind: 'alias' },
      ],
      countries: ['ae', 'ge'],
      identifiers: [
        { type: 'registration-number', value: 'DMCC-00871', note: 'registrationNumber' },
        { type: 'ru-inn', value: '7700000001', note: 'innCode' },
        { type: 'other', value: 'NK-co1', note: 'OPEN_SANCTIONS' },
      ],
      addresses: [{ full: '5 Quay Road, 12345 Sampletown' }],
      emails: ['office@kestrel.example'],
      websites: ['https://kestrel.example'],
      topics: ['sanction'],
      effects: ['block'],
      programmes: ['dataset:OPEN_SANCTIONS'],
      links: [
        {
          kind: 'owned-by',
          toId: 'senzing-sample:OPEN_SANCTIONS:NK-p1',
          toName: 'Anton Probnik',
          detail: 'Ownership',
        },
      ],
      remarks: ['Registered: 2011-05-06', 'Source: https://collection.example/entities/NK-co1/'],
      updatedOn: '2026-10-01',
      sourceUrl: 'https://list.example/kestrel',
    }),
  ));

test('a person: dates that can be read and one that cannot, a relation to somebody who is not there', () => {
  const { birthDates, birthPlaces, genders, nationalities, identifiers, links, remarks, topics } = entityWith(
    reading,
    'OPEN_SANCTIONS:NK-p1',
  );
  assert.deepEqual(
    birthDates.map(({ text: written }) => written),
    ['1971', '1971-03-04'],
  );
  assert.deepEqual(
    [birthPlaces, genders, nationalities, topics],
    [['Sampletown'], ['male'], ['ru'], ['role.pep', 'sanction']],
  );
  assert.deepEqual(identifiers, [{ type: 'passport', value: 'XK0000001', country: 'ru' }]);
  assert.deepEqual(links, [
    { kind: 'linked-to', toName: 'NK-gone', detail: 'partner' },
    {
      kind: 'owner-of',
      toId: 'senzing-sample:OPEN_SANCTIONS:NK-co1',
      toName: 'Kestrel Marine Trading LLC',
      detail: 'Ownership',
    },
  ]);
  assert.deepEqual(remarks, ['Date of birth: 03/04/1971']);
});

test('the flat form: attributes with a word for their use belong together', () =>
  assert.deepEqual(
    entityWith(reading, 'CUSTOMERS:1001'),
    entityOf({
      source: 'senzing-sample',
      recordId: 'CUSTOMERS:1001',
      schema: 'Person',
      names: [
        { text: 'Erika Muster', kind: 'primary', family: 'Muster', given: 'Erika' },
        { text: 'Erika Beispiel', kind: 'former', family: 'Beispiel', given: 'Erika' },
      ],
      birthDates: [{ earliest: '1964-08-12', latest: '1964-08-12', circa: false, text: '1964-08-12' }],
      countries: ['de'],
      identifiers: [
        { type: 'identity-document', value: 'D-77', note: "driver's licence; BE" },
        { type: 'national-id', value: '1234', note: 'social security number' },
      ],
      addresses: [
        {
          full: 'Musterweg 3, Musterstadt, 12345, DE',
          street: 'Musterweg 3',
          city: 'Musterstadt',
          postalCode: '12345',
          country: 'de',
        },
      ],
      phones: ['+49 30 0000'],
      effects: ['information'],
      programmes: ['dataset:CUSTOMERS'],
      links: [
        { kind: 'member-of', toName: 'Sample Club' },
        {
          kind: 'linked-to',
          toId: 'senzing-sample:CUSTOMERS:1002',
          toName: 'Muster Handels GmbH',
          detail: 'PRINCIPAL',
          since: '2019-01-01',
        },
      ],
      remarks: ['loyalty_level: gold'],
    }),
  ));

test('the list of features', () => {
  const { schema, names, addresses, identifiers, links, remarks } = entityWith(reading, 'CUSTOMERS:1002');
  assert.equal(schema, 'Organization');
  assert.deepEqual(names, [
    { text: 'Muster Handels GmbH', kind: 'primary' },
    { text: 'Muster Boats', kind: 'alias' },
  ]);
  assert.deepEqual(addresses, [
    { full: 'Hafen 1, Musterstadt, DEU', street: 'Hafen 1', city: 'Musterstadt', country: 'de' },
  ]);
  assert.deepEqual(identifiers, [{ type: 'lei', value: '529900EXAMPLE0000000' }]);
  assert.deepEqual(links, [
    {
      kind: 'linked-to',
      toId: 'senzing-sample:CUSTOMERS:1001',
      toName: 'Erika Muster',
      detail: 'PRINCIPAL',
      since: '2019-01-01',
    },
  ]);
  assert.deepEqual(remarks, ['customer_since: 2015']);
});

test('what could not be understood is said; ethnicity is not taken', () => {
  assert.deepEqual(
    reading.problems.map(({ code, facts }) => [code, facts['record'], facts['value']]),
    [
      ['list.date', 'OPEN_SANCTIONS:NK-p1', '03/04/1971'],
      ['list.unknown-reference', 'OPEN_SANCTIONS:NK-p1', 'OPEN_SANCTIONS|NK-gone'],
    ],
  );
  assert.ok(!JSON.stringify(reading.entities).includes('invented'));
});

test('many records give what few give, in batches', async (context) => {
  const times = 500;
  const many = Array.from({ length: times }, (_, time) =>
    text.replaceAll(/"(NK-co1|NK-p1|1001|1002)"/g, `"$1-${time}"`),
  ).join('');
  const again = await readList(importer, [temporaryFile(context, 'senzing.json', many)]);
  assert.equal(again.entities.length, 4 * times);
  const one = entityWith(again, 'OPEN_SANCTIONS:NK-co1-77');
  assert.deepEqual(
    JSON.parse(JSON.stringify(one).replaceAll('-77"', '"')),
    entityWith(reading, 'OPEN_SANCTIONS:NK-co1'),
  );
});

const wrong: readonly { name: string; content: string; code: ProblemCode; facts: ProblemFacts }[] = [
  {
    name: 'an unknown type of record',
    content: text.replace('"PERSON"', '"GHOST"'),
    code: 'list.unknown-value',
    facts: { line: 2, field: 'RECORD_TYPE', value: 'GHOST' },
  },
  {
    name: 'an unknown topic',
    content: text.replace('"sanction"', '"sanctioned"'),
    code: 'list.unknown-value',
    facts: { line: 1, field: 'topics', value: 'sanctioned' },
  },
  {
    name: 'a record without an id',
    content: text.replace('"RECORD_ID":"1001",', ''),
    code: 'list.missing-field',
    facts: { line: 3, column: 'RECORD_ID' },
  },
  {
    name: 'one id twice',
    content: `${text}${text.split('\n')[0] ?? ''}`,
    code: 'list.duplicate-record',
    facts: { record: 'OPEN_SANCTIONS:NK-co1' },
  },
  {
    name: 'a list of what is no feature',
    content: text.replace('[{"TOPIC":"sanction"}]', '["sanction"]'),
    code: 'list.unexpected-shape',
    facts: { line: 1, field: 'RISKS' },
  },
  {
    name: 'a value that is an object',
    content: text.replace('"gold"', '{"level":"gold"}'),
    code: 'list.unexpected-shape',
    facts: { line: 3, field: 'loyalty_level' },
  },
  { name: 'a file cut off', content: text.slice(0, -20), code: 'file.unreadable', facts: { line: 4 } },
  { name: 'a web page', content: '<html></html>', code: 'file.unexpected', facts: {} },
  { name: 'other JSON lines', content: '{"id":"1"}\n', code: 'list.missing-field', facts: { column: 'DATA_SOURCE' } },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, async (context: TestContext) => {
    const file = temporaryFile(context, 'senzing.json', content);
    await assertProblem(() => readList(importer, [file]), code, {
      list: 'senzing-sample',
      file: 'senzing.json',
      ...facts,
    });
  });
