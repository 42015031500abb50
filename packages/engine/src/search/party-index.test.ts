import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { parseDateRange } from '../model/calendar.ts';
import { entityOf, type Entity, type EntityName, type Schema } from '../model/entity.ts';
import { subjectNamed, type Subject } from '../model/subject.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { buildIndex } from './build-index.ts';
import { PartyIndex, type PartyKey } from './party-index.ts';
import { listedSubjects, search } from './search.ts';

const reference = buildNameReference(referenceFiles);
const keyOf = (place: number, partyId = 'buyer'): PartyKey => ({ applicationId: `A-${place}`, revision: 1, partyId });
const told = ({ applicationId, revision, partyId }: PartyKey) => `${applicationId}/${revision} ${partyId}`;

/** Family names and given names, by script. */
const parts = [
  [
    ['Petrov', 'Chen', 'Kim', 'Takahashi', 'Hassan', 'Müller'],
    ['Ivan', 'Guoqiang', 'Minsu', 'Taro', 'Muhammad', 'Jürgen'],
  ],
  [
    ['陳', '金', '高橋'],
    ['国強', '太郎', '健'],
  ],
  [
    ['Иванов', 'Петров'],
    ['Иван', 'Юрий'],
  ],
  [
    ['김', '이'],
    ['민수', '지훈'],
  ],
  [
    ['حسن', 'خالد'],
    ['محمد', 'عمر'],
  ],
] as const;
const forms = ['Trading Co., Ltd.', '株式会社', 'GmbH'];

/** The same choices for the same number, spread. */
function picked<Value>(values: readonly Value[], number: number, salt: number): Value {
  return values[(Math.imul(number + 1, 2654435761 + 2 * salt) >>> 7) % values.length] as Value;
}
function madeNames(number: number): readonly EntityName[] {
  const [families, givens] = picked(parts, number, 0);
  const family = picked<string>(families, number, 1);
  const given = picked<string>(givens, number, 2);
  const text = number % 3 === 0 ? `${given} ${family}` : `${family} ${given}`;
  const alias: readonly EntityName[] =
    number % 4 === 0 ? [{ text: picked<string>(givens, number, 3), kind: number % 8 === 0 ? 'weak' : 'alias' }] : [];
  return number % 7 === 0
    ? [{ text: `${family} ${picked(forms, number, 4)}`, kind: 'primary' }]
    : [{ text, kind: 'primary' }, ...alias];
}
function madeSubject(number: number): Subject {
  const birthDate = parseDateRange(`19${60 + (number % 5)}-0${1 + (number % 3)}-11`);
  const schema: Schema = number % 7 === 0 ? 'Company' : number % 2 === 0 ? 'Person' : 'LegalEntity';
  return {
    ...subjectNamed('', schema),
    names: madeNames(number),
    birthDates: schema === 'Person' && number % 3 === 0 && birthDate ? [birthDate] : [],
    genders: number % 5 === 0 ? ['male'] : number % 5 === 1 ? ['female'] : [],
    countries: number % 4 === 0 ? ['cn'] : number % 4 === 1 ? ['jp'] : [],
    identifiers: number % 9 === 0 ? [{ type: 'passport', value: `X12345${number % 4}` }] : [],
    addresses: number % 11 === 0 ? [{ full: 'Hafenstrasse 7, Rostock', city: 'Rostock', country: 'de' }] : [],
  };
}
const entities: readonly Entity[] = Array.from({ length: 150 }, (_, number) =>
  entityOf({ source: 'test', recordId: String(number), ...madeSubject(number * 3 + 1) }),
);
const index = buildIndex([{ source: 'test', editionId: 'e', entities }], reference);
const listed = listedSubjects(
  index,
  entities.map(({ id }) => id),
);

/** `party entity score disputed` of each pair, the two ways. */
function forwards(subjects: readonly (readonly [PartyKey, Subject])[], minScore: number): readonly string[] {
  const lines = subjects.flatMap(([key, subject]) =>
    search(index, subject, { minScore, limit: 1000 }).hits.map(
      ({ entity, score, disputedBy }) => `${told(key)} ${entity.id} ${score} ${disputedBy.join(' ')}`,
    ),
  );
  return lines.sort();
}
function backwards(parties: PartyIndex, minScore: number): readonly string[] {
  const lines = listed.flatMap((entry) =>
    parties
      .findParties(entry, { minScore, rarity: index.rarity })
      .map(
        ({ key, hit: { entity, score, disputedBy } }) => `${told(key)} ${entity.id} ${score} ${disputedBy.join(' ')}`,
      ),
  );
  return lines.sort();
}

test('parties that hit an entity are those whose search finds it, with the same score and dispute', () => {
  const subjects = Array.from({ length: 500 }, (_, place) => [keyOf(place), madeSubject(place)] as const);
  for (const minScore of [0.5, 0.75]) {
    const parties = new PartyIndex(reference);
    for (const [place, [key, subject]] of subjects.entries()) {
      parties.add(key, subject);
      // searched now and then, so that there are segments of several ages and a tail
      if (place % 90 === 89) parties.findParties(listed[0] ?? assert.fail(), { minScore, rarity: index.rarity });
    }
    const expected = forwards(subjects, minScore);
    assert.ok(1000 < expected.length);
    assert.ok(expected.some((line) => /birth-date|gender|country/.test(line)));
    assert.deepEqual(backwards(parties, minScore), expected);
  }
});

test('parties that were removed are found no more, the others are, whatever is frozen', () => {
  const subjects = Array.from({ length: 300 }, (_, place) => [keyOf(place), madeSubject(place)] as const);
  const parties = new PartyIndex(reference);
  for (const [key, subject] of subjects) parties.add(key, subject);
  const settings = { minScore: 0.5, rarity: index.rarity };
  parties.findParties(listed[0] ?? assert.fail(), settings);
  const isKept = (_: unknown, place: number) => place % 3 === 1;
  for (const [place, [key]] of subjects.entries()) if (!isKept(key, place)) parties.remove(key);
  assert.deepEqual(backwards(parties, 0.5), forwards(subjects.filter(isKept), 0.5));
  for (const [key] of subjects) parties.remove(key);
  assert.equal(parties.size, 0);
  assert.deepEqual(backwards(parties, 0.5), []);
  parties.add(keyOf(1), subjects[1]?.[1] ?? assert.fail());
  assert.deepEqual(backwards(parties, 0.5), forwards(subjects.slice(1, 2), 0.5));
});

test('one subject of many applications is kept once and told of each; a party may have several', () => {
  const parties = new PartyIndex(reference);
  const chen = subjectNamed('Petrov Ivan', 'Person');
  for (let place = 0; place < 200; place++) parties.add(keyOf(place), chen);
  parties.add(keyOf(7), subjectNamed('Ivan Petrov', 'LegalEntity'));
  parties.add(keyOf(7), chen);
  assert.equal(parties.size, 2);
  const petrov = buildIndex(
    [
      {
        source: 'test',
        editionId: 'e',
        entities: [entityOf({ source: 'test', recordId: '1', schema: 'Person', names: chen.names })],
      },
    ],
    reference,
  );
  const [entry] = listedSubjects(petrov, ['test:1']);
  assert.ok(entry);
  const settings = { minScore: 0.5, rarity: petrov.rarity };
  const found = parties.findParties(entry, settings);
  assert.equal(found.length, 201);
  const places = found.filter(({ key }) => key.applicationId === 'A-7').map(({ place }) => place);
  assert.deepEqual(new Set(places), new Set([0, 1]));
  parties.remove(keyOf(7));
  assert.equal(parties.findParties(entry, settings).length, 199);
  assert.equal([...parties.subjects()].flatMap((subject) => [...subject.parties]).length, 199);
});

test('more namesakes than a search compares hide nobody', () => {
  const parties = new PartyIndex(reference);
  for (let place = 0; place < 4200; place++)
    parties.add(keyOf(place), { ...subjectNamed('Petrov Ivan', 'Person'), addresses: [{ full: `Lane ${place}` }] });
  const petrov = entityOf({
    source: 'test',
    recordId: '1',
    schema: 'Person',
    names: [{ text: 'Ivan Petrov', kind: 'primary' }],
  });
  const lists = buildIndex([{ source: 'test', editionId: 'e', entities: [petrov] }], reference);
  const [entry] = listedSubjects(lists, ['test:1']);
  assert.equal(parties.findParties(entry ?? assert.fail(), { minScore: 0.5, rarity: lists.rarity }).length, 4200);
});
