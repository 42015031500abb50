import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '../../testing/reference-files.ts';
import { entityOf, schemata, type Entity, type Schema } from '../model/entity.ts';
import { subjectNamed } from '../model/subject.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { buildIndex } from './build-index.ts';
import type { SearchFilters } from './search-filters.ts';
import { search } from './search.ts';

const reference = buildNameReference(referenceFiles);
const entity = (source: string, recordId: string, schema: Schema, given: Partial<Entity> = {}) =>
  entityOf({ source, recordId, schema, names: [{ text: 'Ivan Petrov', kind: 'primary' }], ...given });

const entities = [
  entity('a', 'sanctioned', 'Person', { topics: ['sanction', 'wanted'], countries: ['ru'], listedOn: '2020-05-06' }),
  entity('a', 'updated', 'Person', {
    topics: ['sanction'],
    nationalities: ['ir'],
    listedOn: '2020',
    updatedOn: '2024-03-01',
  }),
  entity('a', 'undated', 'LegalEntity', { identifiers: [{ type: 'passport', value: 'X1234567' }] }),
  entity('b', 'month', 'Person', { topics: ['wanted'], countries: ['jp', 'ru'], listedOn: '2024-03' }),
  entity('b', 'year', 'LegalEntity', { topics: ['export.control'], listedOn: '2024' }),
];
const index = buildIndex(
  ['a', 'b'].map((source) => ({
    source,
    editionId: `${source}-1`,
    entities: entities.filter((e) => e.source === source),
  })),
  reference,
);
const asked = {
  ...subjectNamed('Petrov Ivan', 'Person'),
  identifiers: [{ type: 'passport' as const, value: 'X1234567' }],
};
const found = (filters?: SearchFilters, limit = 100) =>
  search(index, asked, { minScore: 0.5, limit, ...(filters && { filters }) });
const ids = (filters: SearchFilters) =>
  found(filters)
    .hits.map((hit) => hit.entity.recordId)
    .sort((a, b) => (a < b ? -1 : 1));

test('any of each, all of all', () => {
  assert.equal(found().hits.length, 5);
  assert.deepEqual(ids({}), ['month', 'sanctioned', 'undated', 'updated', 'year']);
  assert.deepEqual(ids({ lists: ['b'] }), ['month', 'year']);
  assert.deepEqual(ids({ lists: ['a', 'b'], schemata: ['LegalEntity'] }), ['undated', 'year']);
  assert.deepEqual(ids({ topics: ['wanted', 'export.control'] }), ['month', 'sanctioned', 'year']);
  assert.deepEqual(ids({ countries: ['ir', 'jp'] }), ['month', 'updated']);
  assert.deepEqual(ids({ topics: ['wanted'], countries: ['ru'], lists: ['a'] }), ['sanctioned']);
  assert.deepEqual(ids({ schemata: ['Vessel'] }), []);
  assert.deepEqual(ids({ lists: [] }), []);
});

test('what may have changed since is found: an unknown day, month or date hides nobody', () => {
  assert.deepEqual(ids({ changedSince: '2024-03-02' }), ['month', 'undated', 'year']);
  assert.deepEqual(ids({ changedSince: '2024-03-01' }), ['month', 'undated', 'updated', 'year']);
  assert.deepEqual(ids({ changedSince: '2024-04-01' }), ['undated', 'year']);
  assert.deepEqual(ids({ changedSince: '2025-01-01' }), ['undated']);
});

test('a limit counts what is asked for alone', () => {
  assert.equal(found({ lists: ['b'] }, 2).cutOff, undefined);
  assert.match(found({ lists: ['b'] }, 1).cutOff ?? '', /^2 hits, the best 1 given$/);
});

test('a filtered search has the hits of one without filters that pass, with their scores', () => {
  const some = <Value>(values: readonly Value[]) => fc.option(fc.subarray([...values]), { nil: undefined });
  const wild = fc.record({
    lists: some(['a', 'b', 'c']),
    topics: some(['sanction', 'wanted', 'export.control', '']),
    schemata: some(schemata),
    countries: some(['ru', 'ir', 'jp']),
  });
  const all = found().hits;
  fc.assert(
    fc.property(wild, ({ lists, topics, schemata: called, countries }) => {
      const { hits } = found({
        ...(lists && { lists }),
        ...(topics && { topics }),
        ...(called && { schemata: called }),
        ...(countries && { countries }),
      });
      const expected = all.filter(
        ({ entity: { source, schema, ...of } }) =>
          (lists?.includes(source) ?? true) &&
          (called?.includes(schema) ?? true) &&
          (topics?.some((topic) => of.topics.includes(topic)) ?? true) &&
          (countries?.some((country) => [...of.countries, ...of.nationalities].includes(country)) ?? true),
      );
      assert.deepEqual(hits, expected);
    }),
    { numRuns: 60 },
  );
});
