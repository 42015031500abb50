import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { RecordProblem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { all, assertProblem } from '../../readers/testing/problems.ts';
import { registerImporters } from '../catalogue.ts';
import { gleif } from './importer.ts';

const files = sampleFiles(new URL('./sample/', import.meta.url));
const sample = (words: string, form = 'xml'): SourceFile => {
  const file = files.find(({ name }) => name.includes(words) && name.endsWith(form));
  assert.ok(file, words);
  return file;
};
const [lei2, rr] = [sample('lei2-golden'), sample('rr-golden')];
const [alpha, bravo, charlie, office] = [
  ...['0000SAMPLEALPHA00105', '0000SAMPLEBRAVO00283', '0000SAMPLECHARL00310', '0000SAMPLEOFFICE9946'],
] as [string, string, string, string];

async function reading(file: SourceFile) {
  const problems: RecordProblem[] = [];
  const context = {
    territories: { codeOf: () => undefined },
    onProblem: (problem: RecordProblem) => problems.push(problem),
  };
  const isOfRelations = gleif.scope(file, '2026-01-01').part === 'relations';
  const rows = isOfRelations ? [] : (await all(gleif.read(file, context))).flat();
  const relations = isOfRelations && gleif.readRelations ? (await all(gleif.readRelations(file, context))).flat() : [];
  return { rows, relations, problems };
}

const managed = { kind: 'linked-to', toNumber: office, detail: 'MANAGING_LOU' } as const;
const stated = {
  process: 'stated',
  latest: true,
  nameIsSubstitute: false,
  addressIsSubstitute: false,
  excludedFromSearch: false,
  assignedOn: '2015-03-02',
} as const;

test('the catalogue knows the register by its id', () => {
  assert.equal(registerImporters.get('gleif'), gleif);
});

test('every field of a record is in its row: names, both addresses, the number of the Japanese register', async () => {
  const { rows, problems } = await reading(lei2);
  assert.deepEqual(problems, []);
  assert.deepEqual(rows, [
    {
      ...stated,
      number: alpha,
      sequence: 1,
      updatedOn: '2026-10-28',
      changedOn: '2026-10-28',
      name: '見本商事株式会社',
      kind: 'T417',
      standing: 'OPEN',
      standingAsStated: 'ISSUED',
      seat: {
        full: '芝９丁目９番９号, 港区, JP-13, 999-0014, JP',
        street: '芝９丁目９番９号',
        city: '港区',
        region: 'JP-13',
        postalCode: '999-0014',
        country: 'jp',
      },
      otherAddresses: [
        {
          full: '梅田９丁目８番７号, 梅田見本ビル, 大阪市, JP-27, 999-0001, JP',
          street: '梅田９丁目８番７号, 梅田見本ビル',
          city: '大阪市',
          region: 'JP-27',
          postalCode: '999-0001',
          country: 'jp',
        },
      ],
      otherNames: [
        { text: 'Mihon Shoji Co., Ltd.', kind: 'foreign', language: 'en' },
        { text: '見本物産株式会社', kind: 'former', language: 'ja' },
        { text: 'Mihon Shoji Kabushiki Kaisha', kind: 'foreign' },
      ],
      foundedOn: '1999-04-01',
      identifiers: [{ type: 'jp-corporate-number', value: '7990001000001', country: 'jp', note: 'RA000412' }],
      relations: [managed],
    },
    {
      ...stated,
      number: bravo,
      sequence: 2,
      updatedOn: '2024-05-06',
      changedOn: '2024-05-06',
      name: 'EXAMPLE SAILS LIMITED',
      kind: 'H0PO',
      standing: 'OPEN',
      standingAsStated: 'LAPSED',
      seat: {
        full: 'C/O Example Secretaries, 9 Sample Street, London, GB-LND, ZZ9 9ZZ, GB',
        street: 'C/O Example Secretaries, 9 Sample Street',
        city: 'London',
        region: 'GB-LND',
        postalCode: 'ZZ9 9ZZ',
        country: 'gb',
      },
      identifiers: [{ type: 'uk-company-number', value: '99000001', country: 'gb', note: 'RA000585' }],
      relations: [managed],
    },
    {
      ...stated,
      number: charlie,
      sequence: 3,
      updatedOn: '2024-01-03',
      changedOn: '2024-01-03',
      name: 'Imaginary Growth Fund',
      kind: '8888 FUND, FUND',
      standing: 'CLOSED',
      standingAsStated: 'RETIRED',
      seat: {
        full: '1 Nowhere Plaza, George Town, KY9-9999, KY',
        street: '1 Nowhere Plaza',
        city: 'George Town',
        postalCode: 'KY9-9999',
        country: 'ky',
      },
      closedOn: '2023-11-09',
      closeCause: 'DISSOLUTION',
      successorNumber: bravo,
      changeDetail: 'DISSOLUTION 2023-11-09 COMPLETED',
      relations: [managed, { kind: 'linked-to', toNumber: bravo, detail: 'SUCCESSOR_ENTITY' }],
    },
  ]);
});

test('a relationship is read from both its ends, and one that is not active holds no more', async () => {
  const { relations } = await reading(rr);
  const since = '2020-04-01';
  const [direct, ultimate] = ['IS_DIRECTLY_CONSOLIDATED_BY', 'IS_ULTIMATELY_CONSOLIDATED_BY'];
  const back = (type: string) => `inverse of ${type}`;
  assert.deepEqual(relations, [
    {
      number: bravo,
      key: `${direct} ${alpha}`,
      relation: { kind: 'owned-by', toNumber: alpha, detail: direct, since },
    },
    {
      number: alpha,
      key: `${back(direct)} ${bravo}`,
      relation: { kind: 'owner-of', toNumber: bravo, detail: back(direct), since },
    },
    {
      number: charlie,
      key: `IS_FUND-MANAGED_BY ${bravo}`,
      relation: { kind: 'operated-by', toNumber: bravo, detail: 'IS_FUND-MANAGED_BY', since },
    },
    {
      number: bravo,
      key: `${back('IS_FUND-MANAGED_BY')} ${charlie}`,
      relation: { kind: 'linked-to', toNumber: charlie, detail: back('IS_FUND-MANAGED_BY'), since },
    },
    { number: charlie, key: `${ultimate} ${alpha}` },
    { number: alpha, key: `${back(ultimate)} ${charlie}` },
  ]);
});

test('a deleted relationship holds no more, and an exception is a fact without another company', async () => {
  assert.deepEqual((await reading(sample('rr-last-day'))).relations, [
    { number: charlie, key: `IS_FUND-MANAGED_BY ${bravo}` },
    { number: bravo, key: `inverse of IS_FUND-MANAGED_BY ${charlie}` },
  ]);
  const key = 'ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT';
  assert.deepEqual((await reading(sample('repex'))).relations, [
    { number: alpha, key, relation: { kind: 'owned-by', detail: `${key} NO_KNOWN_PERSON` } },
  ]);
});

const text = readFileSync(lei2.path, 'utf8');
const relationText = readFileSync(rr.path, 'utf8');

test('a number whose check digits are wrong is reported, and the others are read', async (context) => {
  const { rows, problems } = await reading(
    temporaryFile(context, lei2.name, text.replace(alpha, alpha.replace('5', '6'))),
  );
  assert.deepEqual(
    rows.map(({ number }) => number),
    [bravo, charlie],
  );
  assert.deepEqual(
    problems.map(({ code, facts }) => [code, facts['field'], facts['value']]),
    [['list.unknown-value', 'LEI', alpha.replace('5', '6')]],
  );
});

test('a day that cannot be read is reported and stays as text', async (context) => {
  const wrong = text.replace('1999-04-01T00:00:00+09:00', 'spring 1999');
  const { rows, problems } = await reading(temporaryFile(context, lei2.name, wrong));
  assert.deepEqual([rows[0]?.foundedOn, rows[0]?.changeDetail], [undefined, 'EntityCreationDate: spring 1999']);
  assert.deepEqual(
    problems.map(({ code, facts }) => [code, facts['value']]),
    [['list.date', 'spring 1999']],
  );
});

test('a file with fewer records than its header states is reported', async (context) => {
  const { problems } = await reading(temporaryFile(context, lei2.name, text.replace('Count>3<', 'Count>4<')));
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['list.unexpected-shape'],
  );
});

for (const form of ['csv', 'json'])
  for (const words of ['lei2-golden', 'rr-golden', 'repex-golden'])
    test(`${words} as ${form} says what it says as XML`, async () => {
      const [read, asXml] = [await reading(sample(words, form)), await reading(sample(words))];
      assert.ok(0 < read.rows.length + read.relations.length);
      assert.deepEqual(read, asXml);
      const scope = gleif.scope(sample(words, form), '2026-01-01');
      assert.deepEqual([scope.part, scope.date], [gleif.scope(sample(words), '2026-01-01').part, '2026-10-30']);
    });

const [asCsv, asJson] = ['csv', 'json'].map((form) => {
  const file = sample('lei2-golden', form);
  return { name: file.name, text: readFileSync(file.path, 'utf8') };
}) as [{ name: string; text: string }, { name: string; text: string }];

test('a deletion in JSON is one', async (context) => {
  const file = sample('repex-golden', 'json');
  const deleted = readFileSync(file.path, 'utf8').replace(
    '"ExceptionCategory"',
    '"Extension":{"gleif:Deletion":null},$&',
  );
  const { relations } = await reading(temporaryFile(context, file.name, deleted));
  assert.deepEqual(relations, [{ number: alpha, key: 'ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT' }]);
});

const wrongTables = [
  [asCsv, 'a new column', asCsv.text.replace('ConformityFlag', 'Entity.Colour'), 'list.unknown-column'],
  [asCsv, 'a status that is not known', asCsv.text.replace('"ACTIVE"', '"DORMANT"'), 'list.unknown-value'],
  [asCsv, 'columns of no file of GLEIF', 'a,b\n1,2\n', 'file.unexpected'],
  [asCsv, 'a row cut off', asCsv.text.slice(0, -200), 'file.unreadable'],
  [asJson, 'a new member', asJson.text.replace('"EntityStatus"', '"Colour":{"$":"x"},$&'), 'list.unknown-column'],
  [asJson, 'relationships in its place', asJson.text.replace('"records"', '"relations"'), 'file.unexpected'],
  [asJson, 'a text that is neither', asJson.text.replace('{"$":"ACTIVE"}', '{"$":true}'), 'list.unexpected-shape'],
  [asJson, 'a file cut off', asJson.text.slice(0, -3), 'file.unreadable'],
] as const;
for (const [{ name }, what, wrong, code] of wrongTables)
  test(`${what} in ${name.slice(-4)} stops the import`, async (context) => {
    await assertProblem(() => reading(temporaryFile(context, name, wrong)), code, { list: 'gleif', file: name });
  });

const wrongs = [
  [
    'an unknown element',
    text.replace('<lei:EntityStatus>', '<lei:Colour>x</lei:Colour><lei:EntityStatus>'),
    'list.unknown-column',
    { column: 'Entity/Colour' },
  ],
  [
    'a new status',
    text.replace('>ACTIVE<', '>DORMANT<'),
    'list.unknown-value',
    { field: 'EntityStatus', value: 'DORMANT' },
  ],
  ['a new status of the number', text.replace('>LAPSED<', '>FROZEN<'), 'list.unknown-value', { value: 'FROZEN' }],
  ['a new type of name', text.replace('PREVIOUS_LEGAL_NAME', 'NICKNAME'), 'list.unknown-value', { value: 'NICKNAME' }],
  ['no name', text.replaceAll(/<lei:LegalName.*/g, ''), 'list.missing-field', { column: 'Entity/LegalName' }],
  ['a file cut off', text.slice(0, -400), 'file.unreadable', {}],
  ['a web page', '<!DOCTYPE html><html></html>', 'file.unexpected', {}],
  ['relationships in its place', relationText, 'file.unexpected', {}],
  ['another file', '<list><entry/></list>', 'list.unknown-column', { column: 'list' }],
] as const;

for (const [what, wrong, code, facts] of wrongs)
  test(`${what} stops the import`, async (context) => {
    const file = temporaryFile(context, lei2.name, wrong);
    await assertProblem(() => reading(file), code, { list: 'gleif', file: lei2.name, ...facts });
  });

test('a new type of relationship stops the import', async (context) => {
  const file = temporaryFile(context, rr.name, relationText.replace('IS_FUND-MANAGED_BY', 'IS_FRIEND_OF'));
  await assertProblem(() => reading(file), 'list.unknown-value', { field: 'RelationshipType', value: 'IS_FRIEND_OF' });
});

test('name, or header, tell what a file is and of which day', async (context) => {
  const scope = (file: SourceFile) => [gleif.scope(file, '2026-01-01').part, gleif.scope(file, '2026-01-01').date];
  assert.deepEqual(scope(lei2), ['full', '2026-10-30']);
  assert.deepEqual(scope(sample('lei2-last')), ['diff', '2026-10-31']);
  assert.deepEqual(scope(sample('repex')), ['relations', '2026-10-30']);
  assert.deepEqual(scope(temporaryFile(context, 'lei.xml', text)), ['full', '2026-10-30']);
  assert.deepEqual(scope(temporaryFile(context, 'lei.xml', readFileSync(sample('lei2-last').path, 'utf8'))), [
    'diff',
    '2026-10-31',
  ]);
  assert.deepEqual(scope(temporaryFile(context, 'rr.xml', relationText)), ['relations', '2026-10-30']);
  await assertProblem(
    () => gleif.scope({ name: 'lei.xml', path: '/nowhere/lei.xml' }, '2026-01-01'),
    'file.unexpected',
    {
      list: 'gleif',
    },
  );
  assert.equal(gleif.isWhole([gleif.scope(lei2, '2026-01-01')]), true);
  assert.equal(gleif.isWhole([gleif.scope(sample('lei2-last'), '2026-01-01')]), false);
  assert.equal(gleif.follows('2026-10-30', '2026-10-31'), true);
  assert.equal(gleif.follows('2026-10-30', '2026-11-02'), false);
});
