import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import { entityOf, type Entity } from '@sekisho/engine/model/entity.ts';
import { buildFollowTheMoney } from '@sekisho/engine/reference/follow-the-money.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { originOf } from '../../flows/listed-parties.ts';
import { ftmEntity } from './ftm-entity.ts';

const terms = {
  vocabulary: buildFollowTheMoney(referenceFiles),
  nameOf: (source: string) => source.replaceAll('-', '_'),
  originOf,
  lastSeenOn: (edition: string) => (edition === 'new' ? '2026-11-20' : '2026-01-01'),
};

const entityWith = (source: string, given: Partial<Entity>) =>
  entityOf({ source, recordId: '1', schema: 'Person', names: [{ text: 'Arvad Testiev', kind: 'primary' }], ...given });
const converted = (...entities: readonly Entity[]) => {
  const entries = entities.map((entity, place) => ({ entity, editionId: place === 0 ? 'old' : 'new' }));
  return ftmEntity({ entries, because: [], ftmId: entities[0]?.id ?? '' }, terms);
};

const range = (earliest: string, latest: string) => ({ earliest, latest, circa: false, text: '' });
for (const [what, given, expected] of [
  ['a day', range('1971-03-05', '1971-03-05'), ['1971-03-05']],
  ['a month', range('1971-02-01', '1971-02-28'), ['1971-02']],
  ['a year', range('1971-01-01', '1971-12-31'), ['1971']],
  ['years', range('1971-01-01', '1973-12-31'), ['1971', '1972', '1973']],
  ['a part of a month', range('1971-02-01', '1971-02-10'), ['1971']],
] as const)
  test(`${what} of birth`, () => {
    assert.deepEqual(converted(entityWith('list-a', { birthDates: [given] })).properties['birthDate'], expected);
  });

test('entries of two lists are one entity: each value once, of the schema that says most', () => {
  const entity = converted(
    entityWith('list-a', { schema: 'LegalEntity', listedOn: '2014', nationalities: ['kz'], topics: ['role.pep'] }),
    entityWith('list-b', { updatedOn: '2020-05-06', nationalities: ['kz'], topics: ['sanction'] }),
  );
  assert.deepEqual(
    [entity.id, entity.referents, entity.schema, entity.datasets],
    ['list-a:1', ['list-b:1'], 'Person', ['list_a', 'list_b']],
  );
  assert.deepEqual(entity.properties['name'], ['Arvad Testiev']);
  assert.deepEqual(entity.properties['nationality'], ['kz']);
  assert.deepEqual(
    [entity.target, entity.first_seen, entity.last_change, entity.last_seen],
    [true, '2014-01-01T00:00:00', '2020-05-06T00:00:00', '2026-11-20T00:00:00'],
  );
});

test('numbers stand where the schema has a place for them', () => {
  const identifiers = [
    { type: 'imo-number', value: '9074729' },
    { type: 'passport', value: 'N0123456' },
    { type: 'other', value: 'QDi.901' },
    { type: 'crypto-wallet', value: 'bc1' },
  ] as const;
  const propertiesOf = (schema: Entity['schema']) => {
    const { name: _, ...numbers } = converted(entityWith('list-a', { schema, identifiers })).properties;
    return numbers;
  };
  assert.deepEqual(propertiesOf('Vessel'), { imoNumber: ['9074729'] });
  assert.deepEqual(propertiesOf('Company'), { imoNumber: ['9074729'], idNumber: ['N0123456'] });
  assert.deepEqual(propertiesOf('Person'), { registrationNumber: ['9074729'], passportNumber: ['N0123456'] });
});

test('what has no risk is no target; a record of FollowTheMoney keeps its data sets and referents', () => {
  const record = entityWith('ftm-x', {
    programmes: ['EX', 'dataset:eu_fsf'],
    remarks: ['Referents: NK-old, eu-1'],
    birthDates: [parseDateRange('1971') ?? range('', '')],
  });
  const entity = ftmEntity({ entries: [{ entity: record, editionId: 'old' }], because: [], ftmId: '1' }, terms);
  assert.deepEqual([entity.target, entity.datasets, entity.referents], [false, ['eu_fsf'], ['NK-old', 'eu-1']]);
  assert.deepEqual(entity.properties['program'], ['EX']);
});
