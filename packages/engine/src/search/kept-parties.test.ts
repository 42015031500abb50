// Parties that were kept in blocks and taken out again: those that a search finds an entity with, and none of a block that is not whole.
import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { entityOf } from '../model/entity.ts';
import { Problem } from '../model/problem.ts';
import { subjectNamed, type Subject } from '../model/subject.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { buildIndex } from './build-index.ts';
import { KeptParties, KeptPartiesBuilder, openKeptBlock, type KeptBlock } from './kept-parties.ts';
import { listedSubjects, search } from './search.ts';

const reference = buildNameReference(referenceFiles);
const upTo = { sequence: 12, hash: 'abc' };
const madeWith = 'test';

const families = ['Petrov', 'Chen', 'Kim', 'Takahashi', 'Hassan', '陳', 'Иванов'];
const given = ['Ivan', 'Guoqiang', 'Minsu', 'Taro', 'Muhammad', '国強', 'Иван'];
function madeSubject(number: number): Subject {
  const family = families[number % families.length] ?? '';
  return {
    ...subjectNamed(`${given[Math.floor(number / 3) % given.length] ?? ''} ${family}`, 'Person'),
    genders: number % 5 === 0 ? ['male'] : [],
    countries: number % 4 === 0 ? ['cn'] : [],
    addresses: number % 3 === 0 ? [{ full: `Hafenstrasse ${String(number)}, Rostock`, country: 'de' }] : [],
  };
}
const policyOf = (number: number) => (number % 3 === 0 ? 'strict' : 'wide');
const subjects = Array.from({ length: 200 }, (_, number) => madeSubject(number));
const entities = Array.from({ length: 60 }, (_, number) =>
  entityOf({ source: 'test', recordId: String(number), ...madeSubject(number * 2) }),
);
const index = buildIndex([{ source: 'test', editionId: 'e', entities }], reference);
const listed = listedSubjects(
  index,
  entities.map(({ id }) => id),
);

/** @param every parties of a block. */
function keptBlocks(every: number): readonly SharedArrayBuffer[] {
  const builder = new KeptPartiesBuilder(reference, upTo, madeWith);
  const blocks: SharedArrayBuffer[] = [];
  subjects.forEach((subject, number) => {
    if (0 < number && number % every === 0) blocks.push(builder.finish({ isLast: false }));
    builder.add(policyOf(number), { applicationId: String(number), revision: 1, partyId: 'buyer' }, 0, subject);
  });
  return [...blocks, builder.finish({ isLast: true })];
}

function opened(blocks: readonly SharedArrayBuffer[]): KeptParties {
  const all: KeptBlock[] = [];
  for (const [place, bytes] of blocks.entries()) {
    const before = all.at(-1);
    all.push(openKeptBlock(bytes, reference, { madeWith, place, ...(before && { before }) }));
  }
  return new KeptParties(all as [KeptBlock, ...KeptBlock[]]);
}

/** `application entity score` */
function forwards(isAsked: (number: number) => boolean, minScore: number): readonly string[] {
  return subjects
    .flatMap((subject, number) =>
      isAsked(number)
        ? search(index, subject, { minScore, limit: 1000 }).hits.map(
            ({ entity, score }) => `${String(number)} ${entity.id} ${String(score)}`,
          )
        : [],
    )
    .sort();
}

for (const every of [1000, 70])
  test(`parties of one policy that are not passed over, ${String(every)} in a block`, () => {
    const kept = opened(keptBlocks(every));
    assert.deepEqual([kept.parties, kept.upTo, [...kept.policies].sort()], [200, upTo, ['strict', 'wide']]);
    const parties = kept.under(new Set(['strict']), (applicationId) => Number(applicationId) < 30);
    const isAsked = (number: number) => policyOf(number) === 'strict' && 30 <= number;
    const found = listed.flatMap((entry) =>
      parties
        .findParties(entry, { minScore: 0.5, rarity: index.rarity })
        .map(({ key, hit: { entity, score } }) => `${key.applicationId} ${entity.id} ${String(score)}`),
    );
    const expected = forwards(isAsked, 0.5);
    assert.ok(100 < expected.length, String(expected.length));
    assert.deepEqual(found.sort(), expected);
    const all = [...parties.subjects()].flatMap(({ subject, parties: of }) =>
      [...of].map(({ key }) => ({ number: Number(key.applicationId), subject })),
    );
    assert.equal(all.length, subjects.filter((_, number) => isAsked(number)).length);
    for (const { number, subject } of all) assert.deepEqual(subject, subjects[number]);
  });

test('one subject of many applications is kept once, and each of them is told', () => {
  const builder = new KeptPartiesBuilder(reference, upTo, madeWith);
  const petrov = subjectNamed('Petrov Ivan', 'Person');
  for (let number = 0; number < 300; number++)
    builder.add('wide', { applicationId: String(number), revision: 1, partyId: 'buyer' }, 0, petrov);
  const parties = opened([builder.finish({ isLast: true })]).under(new Set(['wide']), (id) => id === '7');
  assert.equal(parties.size, 1);
  const [entry] = listedSubjects(index, ['test:2']);
  const entity = entityOf({ source: 'test', recordId: 'x', schema: 'Person', names: petrov.names });
  const found = parties.findParties(
    { ...(entry ?? assert.fail()), entity, subject: listedOf(entity) },
    { minScore: 0.5, rarity: index.rarity },
  );
  assert.equal(found.length, 299);
});

function listedOf(entity: Parameters<typeof entityOf>[0]): (typeof listed)[number]['subject'] {
  const own = buildIndex([{ source: 'test', editionId: 'e', entities: [entityOf(entity)] }], reference);
  return (listedSubjects(own, ['test:x'])[0] ?? assert.fail()).subject;
}

const refusals: readonly {
  readonly what: string;
  readonly code: string;
  readonly open: () => unknown;
}[] = [
  {
    what: 'a byte changed',
    code: 'index.damaged',
    open: () => {
      const [bytes] = keptBlocks(1000);
      const view = new Uint8Array(bytes ?? assert.fail());
      view[view.length - 1] = (view.at(-1) ?? 0) ^ 1;
      return opened([view.buffer]);
    },
  },
  {
    what: 'cut off',
    code: 'index.damaged',
    open: () => opened([(keptBlocks(1000)[0] ?? assert.fail()).slice(0, 2000)]),
  },
  { what: 'an index of lists', code: 'index.damaged', open: () => openIndexOfLists() },
  {
    what: 'names read otherwise',
    code: 'index.outdated',
    open: () => openKeptBlock(keptBlocks(1000)[0] ?? assert.fail(), reference, { madeWith: 'other', place: 0 }),
  },
  {
    what: 'the second block in place of the first',
    code: 'index.outdated',
    open: () => opened(keptBlocks(70).slice(1)),
  },
];
for (const { what, code, open } of refusals)
  test(`refused: ${what}`, () => {
    assert.throws(open, (error) => error instanceof Problem && error.code === code);
  });

function openIndexOfLists(): unknown {
  const lists = buildIndex([{ source: 'test', editionId: 'e', entities }], reference, { madeWith });
  return openKeptBlock(lists.bytes, reference, { madeWith, place: 0 });
}
