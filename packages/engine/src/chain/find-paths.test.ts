import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Application, PartyLink, Role } from '../model/application.ts';
import type { Path } from '../model/evidence.ts';
import { sampleApplication, sampleBuyer, sampleEntity, sampleHit } from '../../testing/sample-evidence.ts';
import { findPaths } from './find-paths.ts';

interface PathCase {
  readonly name: string;
  /** Parties besides the buyer, with their roles. */
  readonly others: Readonly<Record<string, readonly Role[]>>;
  readonly links?: readonly PartyLink[];
  /** Parties that hit the listed company `un-sc:QDe.1`. */
  readonly hits: readonly string[];
  /** Each path as `entity: from -kind-> to …`, backward hops as `<-kind-`. */
  readonly expected: readonly string[];
}

const related: readonly Role[] = ['related-person'];

const cases: readonly PathCase[] = [
  {
    name: 'the contact of the buyer, by the role alone',
    others: { contact: ['contact'] },
    hits: ['contact'],
    expected: ['un-sc:QDe.1: buyer <-contact- contact'],
  },
  {
    name: 'the founding case: contact, instructing wife, husband, unit',
    others: { contact: ['contact'], wife: related, husband: related, unit: related },
    links: [
      { from: 'wife', kind: 'instructs', to: 'contact' },
      { from: 'wife', kind: 'spouse-of', to: 'husband' },
      { from: 'husband', kind: 'member-of', to: 'unit', statedBy: 'the contact' },
    ],
    hits: ['unit'],
    expected: ['un-sc:QDe.1: buyer <-contact- contact <-instructs- wife -spouse-of-> husband -member-of-> unit'],
  },
  {
    name: 'the shorter of two ways, and of two equal ones the link before the role',
    others: { a: ['contact'], b: related },
    links: [
      { from: 'buyer', kind: 'associate-of', to: 'a' },
      { from: 'a', kind: 'associate-of', to: 'b' },
      { from: 'b', kind: 'owns', to: 'buyer', share: 30 },
    ],
    hits: ['a', 'b'],
    expected: ['un-sc:QDe.1: buyer -associate-of-> a', 'un-sc:QDe.1: buyer <-owns- b'],
  },
  {
    name: 'a link that ended before leads nowhere, one that ended later does',
    others: { a: related, b: related },
    links: [
      { from: 'a', kind: 'director-of', to: 'buyer', until: '2026-11-01' },
      { from: 'b', kind: 'director-of', to: 'buyer', until: '2026-11-02' },
    ],
    hits: ['a', 'b'],
    expected: ['un-sc:QDe.1: buyer <-director-of- b'],
  },
  {
    name: 'links in a ring come to an end',
    others: { a: related, b: related, c: related },
    links: [
      { from: 'buyer', kind: 'associate-of', to: 'a' },
      { from: 'a', kind: 'associate-of', to: 'b' },
      { from: 'b', kind: 'associate-of', to: 'buyer' },
      { from: 'b', kind: 'associate-of', to: 'a' },
    ],
    hits: ['b', 'c'],
    expected: ['un-sc:QDe.1: buyer <-associate-of- b'],
  },
  { name: 'the buyer itself has no path', others: {}, hits: ['buyer'], expected: [] },
  { name: 'a related person without a link has none', others: { a: related }, hits: ['a'], expected: [] },
  {
    name: 'a party that hits the same entity twice has one',
    others: { a: ['payer'] },
    hits: ['a', 'a'],
    expected: ['un-sc:QDe.1: buyer <-payer- a'],
  },
];

function written({ entityId, hops }: Path): string {
  const steps = hops.map(({ kind, direction, to }) =>
    direction === 'forward' ? `-${kind}-> ${to}` : `<-${kind}- ${to}`,
  );
  return `${entityId}: ${[hops[0]?.from, ...steps].join(' ')}`;
}

function applicationWith(others: PathCase['others'], links: readonly PartyLink[] = []): Application {
  const parties = Object.entries(others).map(([id, roles]) => ({
    id,
    roles: [...roles],
    schema: 'Person' as const,
    names: [{ text: id }],
  }));
  return { ...sampleApplication, parties: [sampleBuyer, ...parties], links: [...links] };
}

for (const { name, others, links, hits, expected } of cases)
  test(name, () => {
    const paths = findPaths(
      applicationWith(others, links),
      hits.map((party) => sampleHit(party)),
    );
    assert.deepEqual(paths.map(written), expected);
  });

test('one hop more to what the list itself names by id, also from the buyer, but not twice', () => {
  const entity = sampleEntity({
    links: [
      { kind: 'owned-by', toId: 'un-sc:QDi.9', toName: 'An owner' },
      { kind: 'linked-to', toId: 'un-sc:QDi.8' },
      { kind: 'linked-to', toName: 'Somebody without an id' },
      { kind: 'linked-to', toId: 'un-sc:QDe.1' },
    ],
  });
  const owner = sampleEntity({ id: 'un-sc:QDi.9', recordId: 'QDi.9' });
  const hits = [sampleHit('buyer', entity), sampleHit('a', entity), sampleHit('a', owner)];
  assert.deepEqual(findPaths(applicationWith({ a: ['payer'] }), hits).map(written), [
    'un-sc:QDi.9: buyer -hit-> un-sc:QDe.1 -owned-by-> un-sc:QDi.9',
    'un-sc:QDi.8: buyer -hit-> un-sc:QDe.1 -linked-to-> un-sc:QDi.8',
    'un-sc:QDe.1: buyer <-payer- a',
    'un-sc:QDi.8: buyer <-payer- a -hit-> un-sc:QDe.1 -linked-to-> un-sc:QDi.8',
    'un-sc:QDi.9: buyer <-payer- a',
  ]);
});

test('who says so stands in each hop', () => {
  const links: PartyLink[] = [{ from: 'a', kind: 'instructs', to: 'contact', statedBy: 'a newspaper' }];
  const [path] = findPaths(applicationWith({ contact: ['contact'], a: related }, links), [sampleHit('a')]);
  assert.deepEqual(
    path?.hops.map(({ statedBy }) => statedBy),
    ['application', 'a newspaper'],
  );
});

test('every path is unbroken, as short as can be, and the same when computed again', () => {
  const ids = ['buyer', 'a', 'b', 'c', 'd', 'e'];
  const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([from, to]) => from !== to);
  const links = fc.array(
    pair.map(([from, to]): PartyLink => ({ from, to, kind: 'associate-of' })),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(links, (stated) => {
      const others = Object.fromEntries(ids.slice(1).map((id) => [id, related]));
      const application = applicationWith(others, stated);
      const hits = ids.map((id) => sampleHit(id));
      const paths = findPaths(application, hits);
      assert.deepEqual(findPaths(application, hits), paths);
      const distances = distancesFrom('buyer', stated);
      assert.deepEqual(new Map(paths.map(({ to, hops }) => [to, hops.length])), distances);
      for (const { from, to, hops } of paths)
        assert.equal(
          hops.reduce((at, hop) => (hop.from === at ? hop.to : 'broken'), from),
          to,
        );
    }),
  );
});

/** Steps to every party but the start, by relaxing all links until nothing changes. */
function distancesFrom(start: string, links: readonly PartyLink[]): Map<string, number> {
  const distances = new Map([[start, 0]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to } of links)
      for (const [near, far] of [
        [from, to],
        [to, from],
      ] as const) {
        const next = (distances.get(near) ?? Infinity) + 1;
        if (next < (distances.get(far) ?? Infinity)) {
          distances.set(far, next);
          changed = true;
        }
      }
  }
  distances.delete(start);
  return distances;
}
