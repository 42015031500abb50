import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { RecordProblem } from '@sekisho/engine/model/problem.ts';
import { buildTerritories } from '@sekisho/engine/reference/territories.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { SourceFile } from '../../importer.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { all, assertProblem } from '../../readers/testing/problems.ts';
import { registerImporters } from '../catalogue.ts';
import { ukCompaniesHouse } from './importer.ts';

const territories = buildTerritories(referenceFiles);
const [companies, control] = sampleFiles(new URL('./sample/', import.meta.url)) as [SourceFile, SourceFile];

async function reading(file: SourceFile) {
  const problems: RecordProblem[] = [];
  const context = { territories, onProblem: (problem: RecordProblem) => problems.push(problem) };
  const isOfControl = ukCompaniesHouse.scope(file, '2026-01-01').part === 'relations';
  const rows = isOfControl ? [] : (await all(ukCompaniesHouse.read(file, context))).flat();
  const related = isOfControl ? ukCompaniesHouse.readRelations?.(file, context) : undefined;
  return { rows, relations: related ? (await all(related)).flat() : [], problems };
}

const stated = {
  process: 'stated',
  latest: true,
  updatedOn: '2026-11-01',
  changedOn: '2026-11-01',
  nameIsSubstitute: false,
  addressIsSubstitute: false,
  excludedFromSearch: false,
} as const;

test('the catalogue knows the register by its id', () => {
  assert.equal(registerImporters.get('uk-companies-house'), ukCompaniesHouse);
});

test('a row has number, name, former names, seat, status and days of a company', async () => {
  const { rows, problems } = await reading(companies);
  assert.deepEqual(problems, []);
  assert.deepEqual(rows, [
    {
      ...stated,
      number: '99000001',
      sequence: 1,
      name: 'EXAMPLE RIGGING LIMITED',
      kind: 'Private Limited Company',
      standing: 'OPEN',
      standingAsStated: 'Active',
      seat: {
        full: 'EXAMPLE SECRETARIES, PO Box 9, 9 SAMPLE STREET, LONDON, MIDDLESEX, ENGLAND, ZZ9 9ZZ',
        street: 'EXAMPLE SECRETARIES, PO Box 9, 9 SAMPLE STREET',
        city: 'LONDON',
        region: 'MIDDLESEX',
        postalCode: 'ZZ9 9ZZ',
        country: 'gb',
      },
      otherNames: [
        { text: '"EXAMPLE" SAILS LIMITED', kind: 'former', until: '2019-07-15' },
        { text: 'EXAMPLE CANVAS LIMITED', kind: 'former', until: '2015-06-01' },
      ],
      foundedOn: '2012-02-29',
    },
    {
      ...stated,
      number: 'SC990002',
      sequence: 2,
      name: '"MODEL" HOLDINGS LTD',
      kind: 'Private Limited Company',
      standing: 'CLOSING',
      standingAsStated: 'Liquidation',
      seat: {
        full: '1 NOWHERE WYND, ABERDEEN, ZZ1 1ZZ',
        street: '1 NOWHERE WYND',
        city: 'ABERDEEN',
        postalCode: 'ZZ1 1ZZ',
        country: 'gb',
      },
      foundedOn: '2018-08-22',
    },
    {
      ...stated,
      number: 'FC990003',
      sequence: 3,
      name: 'IMAGINARY CASHMERE LLC',
      kind: 'Other company type',
      standing: 'OPEN',
      standingAsStated: 'Active',
      seat: { full: 'NO STREET, ULAANBAATAR, MONGOLIA', street: 'NO STREET', city: 'ULAANBAATAR', country: 'mn' },
      foundedOn: '2006-06-14',
      changeDetail: 'CountryOfOrigin: MONGOLIA',
    },
    {
      ...stated,
      number: 'CE990004',
      sequence: 4,
      name: 'SAMPLE CHARITY',
      kind: 'Charitable Incorporated Organisation',
      standing: 'CLOSING',
      standingAsStated: 'Active - Proposal to Strike off',
      foundedOn: '2014-04-17',
    },
  ]);
});

test('control is a relation with its band of shares; of a person the name alone', async () => {
  const { relations, problems } = await reading(control);
  assert.deepEqual(problems, []);
  const key = (of: string) => `/company/${of.replace(' ', '/persons-with-significant-control/')}`;
  const held =
    'ownership-of-shares-75-to-100-percent; right-to-appoint-and-remove-directors; ' +
    'Private Limited Company, Companies Act 2006, Companies House, Scotland, Sc990002';
  const share = { least: 75, most: 100 };
  assert.deepEqual(relations, [
    {
      number: '99000001',
      key: key('99000001 individual/a'),
      relation: {
        kind: 'owned-by',
        toName: 'Mx Invented Person',
        detail: 'ownership-of-shares-50-to-75-percent; voting-rights-50-to-75-percent',
        share: { least: 50, most: 75 },
        since: '2016-04-06',
        until: '2024-05-14',
      },
    },
    {
      number: '99000001',
      key: key('99000001 corporate-entity/b'),
      relation: {
        kind: 'owned-by',
        toNumber: 'SC990002',
        toName: '"Model" Holdings Ltd',
        detail: held,
        share,
        since: '2024-05-14',
      },
    },
    {
      number: 'SC990002',
      key: `inverse of ${key('99000001 corporate-entity/b')}`,
      relation: { kind: 'owner-of', toNumber: '99000001', detail: held, share, since: '2024-05-14' },
    },
    {
      number: 'SC990002',
      key: key('SC990002 corporate-entity/c'),
      relation: {
        kind: 'directed-by',
        toName: 'Nowhere Holdings',
        detail: 'right-to-appoint-and-remove-directors; Limited, Nowhere Companies Law, Nowhere, 77',
        since: '2020-01-01',
      },
    },
    {
      number: 'CE990004',
      key: key('CE990004 statements/d'),
      relation: {
        kind: 'linked-to',
        detail: 'no-individual-or-entity-with-signficant-control',
        since: '2020-01-01',
      },
    },
  ]);
});

const csv = readFileSync(companies.path, 'utf8');
const lines = readFileSync(control.path, 'utf8');

test('a number that cannot be one is reported, a day that cannot be read stays as text', async (context) => {
  const wrong = csv.replace('"SC990002"', '"S-1"').replace('29/02/2012', '30/02/2012');
  const { rows, problems } = await reading(temporaryFile(context, companies.name, wrong));
  assert.deepEqual(
    rows.map(({ number, changeDetail }) => [number, changeDetail]),
    [
      ['99000001', 'IncorporationDate: 30/02/2012'],
      ['FC990003', 'CountryOfOrigin: MONGOLIA'],
      ['CE990004', undefined],
    ],
  );
  assert.deepEqual(
    problems.map(({ code, facts }) => [code, facts['field'], facts['value']]),
    [
      ['list.date', 'IncorporationDate', '30/02/2012'],
      ['list.unknown-value', 'CompanyNumber', 'S-1'],
    ],
  );
});

const wrongs = [
  ['a new status', csv.replace('"Liquidation"', '"Asleep"'), 'list.unknown-value', { field: 'CompanyStatus', line: 3 }],
  ['a new column', csv.replaceAll('\n', ',Colour\n'), 'list.unknown-column', { column: 'Colour', line: 2 }],
  ['a column that is gone', csv.replace('CompanyStatus', 'Status'), 'list.missing-field', { column: 'CompanyStatus' }],
  ['no name', csv.replace('"SAMPLE CHARITY"', '""'), 'list.missing-field', { column: 'CompanyName', line: 5 }],
  ['a row cut off', csv.slice(0, -60), 'list.column-count', { line: 5 }],
  ['a web page', '<html></html>', 'file.unexpected', {}],
] as const;

for (const [what, wrong, code, facts] of wrongs)
  test(`${what} stops the import`, async (context) => {
    const file = temporaryFile(context, companies.name, wrong);
    await assertProblem(() => reading(file), code, { list: 'uk-companies-house', file: companies.name, ...facts });
  });

const wrongLines = [
  ['a new key', lines.replace('"etag"', '"colour"'), 'list.unknown-column', { column: 'colour', line: 1 }],
  ['a new kind', lines.replace('individual-person', 'imaginary-person'), 'list.unknown-value', { field: 'data.kind' }],
  ['a line cut off', lines.slice(0, -30), 'file.unreadable', { line: 5 }],
  ['a line that is no object', '7\n', 'list.unexpected-shape', { line: 1 }],
] as const;

for (const [what, wrong, code, facts] of wrongLines)
  test(`${what} of the snapshot stops the import`, async (context) => {
    await assertProblem(() => reading(temporaryFile(context, control.name, wrong)), code, facts);
  });

test('the name tells part and day, and all parts of a day are the whole', async () => {
  const scope = (name: string) => ukCompaniesHouse.scope({ name, path: name }, '2026-01-01');
  const dated = '2026-11-01';
  assert.deepEqual([scope(companies.name).part, scope(companies.name).date], ['full', dated]);
  assert.deepEqual([scope(control.name).part, scope(control.name).date], ['relations', dated]);
  assert.equal(scope('psc-snapshot-2026-11-01_2of32.zip').part, 'relations');
  const parts = [1, 2, 3].map((part) => scope(`BasicCompanyData-2026-11-01-part${part}_3.zip`));
  assert.equal(parts[1]?.area, '2');
  assert.equal(ukCompaniesHouse.isWhole(parts), true);
  assert.equal(ukCompaniesHouse.isWhole(parts.slice(1)), false);
  assert.equal(ukCompaniesHouse.isWhole([scope(companies.name)]), true);
  assert.equal(ukCompaniesHouse.isWhole([scope(companies.name), scope('BasicCompanyData-2026-11-02.zip')]), false);
  for (const name of ['BasicCompanyData.csv', 'psc-snapshot.txt', 'companies-2026-11-01.csv'])
    await assertProblem(() => scope(name), 'file.unexpected', { file: name });
});
