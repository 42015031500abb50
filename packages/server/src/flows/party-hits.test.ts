import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entityOf } from '@sekisho/engine/model/entity.ts';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import { PartyIndex } from '@sekisho/engine/search/party-index.ts';
import { search } from '@sekisho/engine/search/search.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { partyHits } from './party-hits.ts';

const reference = buildNameReference(referenceFiles);
const families = ['Petrov', 'Keller', 'Mansouri', 'Fletcher', 'Takahashi', 'Nakamura', 'Rossi', 'Dubois'];
const givens = ['Ivan', 'Anna', 'Tariq', 'Robert', 'Taro', 'Marco', 'Pierre'];
const names = families.flatMap((family) => givens.map((given) => `${given} ${family}`));
const entities = names.map((text, place) =>
  entityOf({ source: 'own-x', recordId: String(place), schema: 'Person', names: [{ text, kind: 'primary' }] }),
);
const index = buildIndex([{ source: 'own-x', editionId: 'e', entities }], reference);
const ids = entities.map(({ id }) => id);

/** @param fewParties none: the entities are searched for among the parties when these are ten times as many. */
function hits(subjects: readonly string[], entityIds: readonly string[], fewParties = 0): readonly string[] {
  const parties = new PartyIndex(reference);
  subjects.forEach((name, place) => {
    parties.add({ applicationId: `A-${String(place)}`, revision: 1, partyId: 'buyer' }, subjectNamed(name, 'Person'));
  });
  return [...partyHits(parties, { index, entityIds, terms: { minScore: 0.5 }, fewParties })]
    .map(({ key, hit: { entity, score } }) => `${key.applicationId} ${entity.id} ${String(score)}`)
    .sort((a, b) => (a < b ? -1 : 1));
}

test('few parties beside many entities, many beside few: the same hits', () => {
  const crowd = (count: number) => Array.from({ length: count }, (_, place) => `Zyx${String(place)}`);
  const asked = names.map((name) => name.split(' ').toReversed().join(' ').toUpperCase());
  const few = asked.slice(0, 10);
  const fewByParty = hits(few, ids);
  assert.ok(10 <= fewByParty.length);
  const fewByEntity = hits([...few, ...crowd(10 * ids.length)], ids);
  assert.deepEqual(fewByEntity, fewByParty);
  const some = ids.slice(0, 5);
  assert.deepEqual(
    hits([...asked, ...crowd(10)], some),
    hits(asked, ids).filter((line) => some.some((id) => line.includes(` ${id} `))),
  );
});

test('an entity that no list has any more hits nobody', () => {
  assert.deepEqual(hits(names, ['own-x:gone']), []);
  assert.deepEqual(hits(['Ivan Petrov'], ['own-x:gone', 'own-y:1']), []);
});

test('a name that is misspelt and cut is found as vetting finds it, as long as parties are not many', () => {
  const entity = entityOf({
    source: 'own-y',
    recordId: '1',
    schema: 'Person',
    names: [{ text: 'KORVISAVLJEVIC, Talen', kind: 'primary' }],
  });
  const asked = {
    index: buildIndex([{ source: 'own-y', editionId: 'e', entities: [entity] }], reference),
    entityIds: [entity.id],
  };
  const stated = subjectNamed('KORVISAVLJEeIC, Talen', 'Person');
  const parties = new PartyIndex(reference);
  parties.add({ applicationId: 'A-1', revision: 1, partyId: 'buyer' }, stated);
  for (let place = 0; place < 100; place++)
    parties.add(
      { applicationId: `B-${String(place)}`, revision: 1, partyId: 'buyer' },
      subjectNamed(`Zyx${String(place)} Wqu`, 'Person'),
    );
  const terms = { minScore: 0.6 };
  const vetted = search(asked.index, stated, { ...terms, limit: 10 }).hits.map(({ score }) => score);
  assert.equal(vetted.length, 1);
  assert.deepEqual(
    [...partyHits(parties, { ...asked, terms })].map(({ hit }) => hit.score),
    vetted,
  );
});
