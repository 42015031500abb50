import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { entityOf, type Entity } from '../model/entity.ts';
import type { MergeJudgement } from '../model/merge.ts';
import { parseDateRange } from '../model/calendar.ts';
import { buildReference } from '../reference/reference.ts';
import { buildIndex } from '../search/build-index.ts';
import { listedSubjects } from '../search/search.ts';
import { judgementsOf, mergedEntity } from './merged-entity.ts';
import { mergedValues } from './merged-values.ts';

const { names: reference } = buildReference(referenceFiles);

type Given = Partial<Entity> & { readonly name: string; readonly born?: string };

function entity(id: string, { name, born, ...given }: Given): Entity {
  const [source = '', recordId = ''] = id.split(':');
  const birthDate = born === undefined ? undefined : parseDateRange(born);
  return entityOf({
    source,
    recordId,
    schema: 'Person',
    names: [{ text: name, kind: 'primary' }],
    ...(birthDate && { birthDates: [birthDate] }),
    ...given,
  });
}

function merged(entities: readonly Entity[], start: string, judgements: readonly MergeJudgement[] = []) {
  const sources = [...new Set(entities.map(({ source }) => source))];
  const lists = sources.map((source) => ({
    source,
    editionId: source,
    entities: entities.filter((one) => one.source === source),
  }));
  const index = buildIndex(lists, reference);
  const [found] = listedSubjects(index, [start]);
  assert.ok(found, start);
  return mergedEntity(index, found, judgementsOf(judgements));
}

const idsOf = (entities: readonly Entity[], start: string, judgements: readonly MergeJudgement[] = []) =>
  merged(entities, start, judgements).entries.map(({ entity: { id } }) => id);

const person = { name: 'Arvad Testiev', born: '1971-03-05', countries: ['kz'] };

const proofs: readonly {
  readonly says: string;
  readonly one: Given;
  readonly other: Given;
  readonly isOne: boolean;
}[] = [
  { says: 'name, day of birth and country', one: person, other: { ...person, name: 'TESTIEV, Arvad' }, isOne: true },
  { says: 'the name in another script', one: person, other: { ...person, name: 'Арвад Тестиев' }, isOne: true },
  { says: 'a name and a year of birth', one: person, other: { ...person, born: '1971' }, isOne: false },
  { says: 'a name and a day, countries unknown', one: person, other: { ...person, countries: [] }, isOne: false },
  { says: 'another day of birth', one: person, other: { ...person, born: '1971-03-06' }, isOne: false },
  {
    says: 'another sex',
    one: { ...person, genders: ['male'] },
    other: { ...person, genders: ['female'] },
    isOne: false,
  },
  { says: 'a name alone', one: { name: 'Arvad Testiev' }, other: { name: 'Arvad Testiev' }, isOne: false },
  {
    says: 'one passport, names alike',
    one: { name: 'Arvad Testiev', identifiers: [{ type: 'passport', value: 'N 0123456', country: 'kz' }] },
    other: { name: 'Arvad Testyev', identifiers: [{ type: 'passport', value: 'N0123456' }] },
    isOne: true,
  },
  {
    says: 'one passport number of two countries',
    one: { name: 'Arvad Testiev', identifiers: [{ type: 'passport', value: 'N0123456', country: 'kz' }] },
    other: { name: 'Arvad Testiev', identifiers: [{ type: 'passport', value: 'N0123456', country: 'tr' }] },
    isOne: false,
  },
  {
    says: 'one passport, names that have nothing in common',
    one: { name: 'Arvad Testiev', identifiers: [{ type: 'passport', value: 'N0123456' }] },
    other: { name: 'Mirela Sampleova', identifiers: [{ type: 'passport', value: 'N0123456' }] },
    isOne: false,
  },
  {
    says: 'a short number',
    one: { name: 'Arvad Testiev', identifiers: [{ type: 'passport', value: '12345' }] },
    other: { name: 'Arvad Testiev', identifiers: [{ type: 'passport', value: '12345' }] },
    isOne: false,
  },
  {
    says: 'a ship by its IMO number under another name',
    one: { schema: 'Vessel', name: 'MORNING EXAMPLE', identifiers: [{ type: 'imo-number', value: '9074729' }] },
    other: { schema: 'Vessel', name: 'Hae Saem 7', identifiers: [{ type: 'imo-number', value: 'IMO 9074729' }] },
    isOne: true,
  },
  {
    says: 'an IMO number whose check digit is wrong',
    one: { schema: 'Vessel', name: 'MORNING EXAMPLE', identifiers: [{ type: 'imo-number', value: '9074728' }] },
    other: { schema: 'Vessel', name: 'Hae Saem 7', identifiers: [{ type: 'imo-number', value: '9074728' }] },
    isOne: false,
  },
  {
    says: 'two IMO numbers and one name',
    one: {
      schema: 'Vessel',
      name: 'MORNING EXAMPLE',
      identifiers: [
        { type: 'imo-number', value: '9074729' },
        { type: 'other', value: 'QDe.901', note: 'UN reference number' },
      ],
    },
    other: {
      schema: 'Vessel',
      name: 'MORNING EXAMPLE',
      identifiers: [
        { type: 'imo-number', value: '9321483' },
        { type: 'other', value: 'QDe.901', note: 'UN reference number' },
      ],
    },
    isOne: false,
  },
  {
    says: 'the reference number of the United Nations',
    one: { name: 'Arvad Testiev', identifiers: [{ type: 'other', value: 'QDi.901' }] },
    other: { name: 'أرفاد تستييف', identifiers: [{ type: 'other', value: 'QDi.901' }] },
    isOne: true,
  },
  {
    says: 'a person and a company of one number',
    one: { name: 'Example Trading', schema: 'Company', identifiers: [{ type: 'tax-id', value: '7707083893' }] },
    other: { name: 'Example Trading', schema: 'Person', identifiers: [{ type: 'tax-id', value: '7707083893' }] },
    isOne: false,
  },
  {
    says: 'a company by name and whole address',
    one: {
      name: 'Example Trading LLC',
      schema: 'Organization',
      addresses: [{ full: '12 Invented Street, Al Karama, Dubai, United Arab Emirates' }],
    },
    other: {
      name: 'EXAMPLE TRADING L.L.C.',
      schema: 'Company',
      addresses: [{ full: '12 Invented Street Al Karama, Dubai, United Arab Emirates' }],
    },
    isOne: true,
  },
];

for (const { says, one, other, isOne } of proofs)
  test(`${says}: ${isOne ? 'one' : 'two'}`, () => {
    const entities = [entity('list-a:1', one), entity('list-b:2', other)];
    const expected = isOne ? ['list-a:1', 'list-b:2'] : ['list-a:1'];
    assert.deepEqual(idsOf(entities, 'list-a:1'), expected);
    if (isOne) assert.deepEqual(idsOf(entities, 'list-b:2'), expected);
  });

test('two entries of one list stay two, whatever they share', () => {
  assert.deepEqual(idsOf([entity('list-a:1', person), entity('list-a:2', person)], 'list-a:1'), ['list-a:1']);
});

const judged = (one: string, other: string, verdict: MergeJudgement['verdict']): MergeJudgement => ({
  one,
  other,
  verdict,
  reason: 'seen on both pages',
  by: 'A. Analyst',
  at: '2026-01-05T09:00:00.000Z',
});

test('a person joins what is not proved and splits what is; the last word stands, in either order of the ids', () => {
  const entities = [
    entity('list-a:1', person),
    entity('list-b:2', person),
    entity('list-c:3', { name: 'Somebody Else' }),
  ];
  const join = judged('list-c:3', 'list-a:1', 'join');
  assert.deepEqual(idsOf(entities, 'list-a:1', [join]), ['list-a:1', 'list-b:2', 'list-c:3']);
  assert.deepEqual(idsOf(entities, 'list-b:2', [join]), ['list-a:1', 'list-b:2', 'list-c:3']);
  assert.deepEqual(idsOf(entities, 'list-a:1', [judged('list-a:1', 'list-b:2', 'split')]), ['list-a:1']);
  assert.deepEqual(
    idsOf(entities, 'list-a:1', [judged('list-a:1', 'list-b:2', 'split'), judged('list-b:2', 'list-a:1', 'join')]),
    ['list-a:1', 'list-b:2'],
  );
});

test('what is split off stays out by way of a third entry as well', () => {
  const entities = ['list-a:1', 'list-b:2', 'list-c:3'].map((id) => entity(id, person));
  assert.deepEqual(idsOf(entities, 'list-a:1', [judged('list-a:1', 'list-c:3', 'split')]), ['list-a:1', 'list-b:2']);
});

test('each value stands once, with every list that has it', () => {
  const identifiers = [{ type: 'passport', value: 'N0123456' }] as const;
  const entities = [
    entity('list-a:1', { ...person, identifiers }),
    entity('list-b:2', { ...person, name: 'TESTIEV, Arvad', identifiers, nationalities: ['kz'] }),
  ];
  const values = mergedValues(merged(entities, 'list-a:1'));
  assert.deepEqual(values.names, [
    { text: 'Arvad Testiev', statedBy: ['list-a:1'] },
    { text: 'TESTIEV, Arvad', statedBy: ['list-b:2'] },
  ]);
  assert.deepEqual(values.birthDates, [{ text: '1971-03-05', statedBy: ['list-a:1', 'list-b:2'] }]);
  assert.deepEqual(values.identifiers, [{ text: 'passport N0123456', statedBy: ['list-a:1', 'list-b:2'] }]);
  assert.deepEqual(values.nationalities, [{ text: 'kz', statedBy: ['list-b:2'] }]);
  assert.equal(values.addresses, undefined);
});
