import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { buildReference } from '@sekisho/engine/reference/reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { comparedSchema, readExample } from './ftm-example.ts';

const reference = buildReference(referenceFiles);
const read = (schema: string, properties: object) =>
  readExample(schema, new Map(Object.entries(properties)), reference);

const cleaned: readonly (readonly [what: string, schema: string, given: object, properties: object])[] = [
  [
    'countries by code and name',
    'Person',
    { nationality: ['RU', 'Russia', 'ru', 'Атлантида'] },
    { nationality: ['ru'] },
  ],
  [
    'dates',
    'Person',
    { birthDate: ['1961/3/5', '1961-03', 1961, '1961-03-05T10:00:00', '1961-13'] },
    { birthDate: ['1961-03-05', '1961-03', '1961'] },
  ],
  ['genders', 'Person', { gender: ['F', 'woman', 'unknown', 'other'] }, { gender: ['female', 'other'] }],
  ['topics', 'Person', { topics: ['sanction', 'dragon'] }, { topics: ['sanction'] }],
  ['blanks and controls', 'Person', { alias: ['  Vik\u0000tor\n Zarnov ', ''] }, { alias: ['Vik tor Zarnov'] }],
  [
    'properties of other schemata',
    'Company',
    { birthDate: '1961', imoNumber: '9074729', flag: 'pa' },
    { imoNumber: ['9074729'] },
  ],
  ['what is no value', 'Person', { alias: [null, true, {}, ['x']], weakAlias: { a: 1 } }, {}],
  ['properties that lead to others', 'Company', { ownershipOwner: ['NK-1'] }, {}],
];

for (const [what, schema, given, properties] of cleaned)
  test(`${what} are cleaned`, () => {
    const found = read(schema, { name: 'Viktor Zarnov', ...given });
    assert.deepEqual(found?.properties, { name: ['Viktor Zarnov'], ...properties });
  });

test('names have their kinds, and a first and a last name make one', () => {
  const kinds = read('Person', { name: 'A B', alias: 'C D', previousName: 'E F', weakAlias: 'G' });
  assert.deepEqual(
    kinds?.subject.names.map(({ kind }) => kind),
    ['primary', 'alias', 'former', 'weak'],
  );
  const [composed] = read('Person', { firstName: 'Viktor', lastName: 'Zarnov' })?.subject.names ?? [];
  assert.deepEqual(composed, { text: 'Viktor Zarnov', kind: 'primary', given: 'Viktor', family: 'Zarnov' });
});

test('numbers have their types, by property, schema and country', () => {
  const typesOf = (schema: string, properties: object) =>
    read(schema, { name: 'x y', ...properties })?.subject.identifiers.map(({ type }) => type);
  assert.deepEqual(typesOf('Person', { passportNumber: 'AB1234567', innCode: '500000000000' }), ['ru-inn', 'passport']);
  assert.deepEqual(typesOf('Company', { registrationNumber: '7000012050002', jurisdiction: 'jp' }), [
    'jp-corporate-number',
  ]);
  assert.deepEqual(typesOf('Company', { registrationNumber: '7000012050002' }), ['registration-number']);
  assert.deepEqual(typesOf('Vessel', { imoNumber: '9074729', mmsi: '273000001' }), ['imo-number', 'mmsi']);
});

test('schemata that are compared, and those of relations', () => {
  const compared = ['Person', 'Thing', 'Vehicle', 'CryptoWallet', 'Ownership', 'Sanction', 'Dragon', '__proto__'];
  assert.deepEqual(
    compared.map((name) => comparedSchema(name, reference)),
    ['Person', 'LegalEntity', 'Vessel', 'LegalEntity', undefined, undefined, undefined, undefined],
  );
});

for (const [what, properties, code] of [
  ['neither name nor number', { birthDate: '1961' }, 'example.invalid'],
  ['too many names', { name: Array.from({ length: 51 }, (_, place) => `Name ${String(place)}`) }, 'example.invalid'],
  ['a name that is too long', { name: 'x'.repeat(1001) }, 'name.too-long'],
] as const)
  test(`an example with ${what} is refused`, () => {
    assert.throws(
      () => read('Person', properties),
      (error) => error instanceof Problem && error.code === code,
    );
  });
