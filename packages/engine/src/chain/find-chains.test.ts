// Chains: cases as drawings of links, and random graphs held against a search that tries every way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ChainLink, ChainTarget, Resemblance } from '../model/chain.ts';
import { buildChainReference } from '../reference/chain-reference.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { applicationLinks, hasEnded } from './application-links.ts';
import { findChains, stepsIn, type ChainTerms } from './find-chains.ts';
import { sampleApplication } from '../../testing/sample-evidence.ts';

const { strengths } = buildChainReference(referenceFiles);
const terms: ChainTerms = { hops: 4, chains: 50, strengths };

interface ChainCase {
  readonly name: string;
  /** `a owns b`. */
  readonly links: readonly string[];
  /** `b is L`: a resemblance. */
  readonly alike?: readonly string[];
  readonly targets: readonly string[];
  readonly terms?: Partial<ChainTerms>;
  /** `target: a owns> b <pays-for c`. */
  readonly expected: readonly string[];
  readonly cutOff?: boolean;
}

const cases: readonly ChainCase[] = [
  { name: 'one step', links: ['buyer owns a'], targets: ['a'], expected: ['a: buyer owns> a'] },
  { name: 'against the direction', links: ['a owns buyer'], targets: ['a'], expected: ['a: buyer <owns a'] },
  {
    name: 'four steps, and no fifth',
    links: ['buyer owns a', 'a owns b', 'b owns c', 'c owns d', 'd owns e'],
    targets: ['d', 'e'],
    expected: ['d: buyer owns> a owns> b owns> c owns> d'],
  },
  {
    name: 'a resemblance is no step, and leads no way back',
    links: ['buyer owns a', 'a owns b', 'b owns c', 'c owns d', 'e owns f'],
    alike: ['d is L', 'e is L'],
    targets: ['L', 'f'],
    expected: ['L: buyer owns> a owns> b owns> c owns> d hit> L'],
  },
  {
    name: 'on from an entity that somebody resembles',
    links: ['L linked-to M'],
    alike: ['buyer is L'],
    targets: ['M'],
    expected: ['M: buyer hit> L linked-to> M'],
  },
  {
    name: 'the shorter before the stronger',
    links: ['buyer shares-address z', 'buyer instructs a', 'a instructs b'],
    targets: ['b', 'z'],
    expected: ['z: buyer shares-address> z', 'b: buyer instructs> a instructs> b'],
  },
  {
    name: 'of one length the stronger, whatever was stated first',
    links: [
      'buyer shares-address a',
      'a owns z',
      'buyer shares-mail b',
      'b owns z',
      'buyer linked-to z2',
      'buyer owns z1',
    ],
    targets: ['z', 'z1', 'z2'],
    expected: ['z1: buyer owns> z1', 'z2: buyer linked-to> z2', 'z: buyer shares-mail> b owns> z'],
  },
  {
    name: 'one chain for a group: the parties of one application',
    links: ['buyer shares-phone A-1/buyer', 'buyer shares-mail A-1/contact'],
    targets: ['A-1/buyer', 'A-1/contact'],
    expected: ['A-1/contact: buyer shares-mail> A-1/contact'],
  },
  {
    name: 'more chains than are told: the shortest, and that there are more',
    links: ['buyer owns a', 'a owns b', 'buyer owns c'],
    targets: ['a', 'b', 'c'],
    terms: { chains: 2 },
    expected: ['a: buyer owns> a', 'c: buyer owns> c'],
    cutOff: true,
  },
  { name: 'the start itself is no end', links: ['buyer owns buyer'], targets: ['buyer'], expected: [] },
  { name: 'nobody is joined', links: ['a owns b'], targets: ['b'], expected: [] },
];

function linkOf(text: string): ChainLink {
  const [from = '', kind = '', to = ''] = text.split(' ');
  return { from, kind, to, statedBy: 'a case', date: '2026-11-02' };
}

function alikeOf(text: string): Resemblance {
  const [node = '', , entityId = ''] = text.split(' ');
  return { node, entityId, source: 'list', date: '2026-11-02' };
}

function targetOf(node: string): ChainTarget {
  return { node, end: 'listed', group: node.split('/', 1).join('') };
}

for (const { name, links, alike = [], targets, terms: other, expected, cutOff = false } of cases)
  test(name, () => {
    const found = findChains('buyer', links.map(linkOf), alike.map(alikeOf), targets.map(targetOf), {
      ...terms,
      ...other,
    });
    const written = found.chains.map(({ node, hops }) => {
      const steps = hops.map(({ kind, direction, to }) =>
        direction === 'forward' ? `${kind}> ${to}` : `<${kind} ${to}`,
      );
      return `${node}: ${[hops[0]?.from, ...steps].join(' ')}`;
    });
    assert.deepEqual(written, expected);
    assert.equal(found.cutOff !== undefined, cutOff);
    for (const { hops } of found.chains)
      for (const { statedBy, date } of hops) assert.ok(statedBy !== '' && date !== undefined);
  });

const ends: readonly { readonly until?: string; readonly day: string; readonly ended: boolean }[] = [
  { day: '2026-11-02', ended: false },
  { until: '2026-11-01', day: '2026-11-02', ended: true },
  { until: '2026-11-02', day: '2026-11-02', ended: false },
  { until: '2026-10', day: '2026-11-02', ended: true },
  { until: '2026-11', day: '2026-11-02', ended: false },
  { until: '2025', day: '2026-11-02', ended: true },
  { until: '2026', day: '2026-11-02', ended: false },
];

for (const { until, day, ended } of ends)
  test(`a relation until ${until ?? 'nobody knows when'} on ${day}`, () => {
    assert.equal(hasEnded(until, day), ended);
  });

test('links of an application of another time: nodes, source and date are those of that application', () => {
  const application = {
    ...sampleApplication,
    receivedOn: '2020-01-01',
    links: [{ from: 'contact', to: 'buyer', kind: 'owns' as const, share: 30, since: '2019-04-01' }],
  };
  const links = applicationLinks(application, '2026-11-02', { nodeOf: (id) => `A-1/${id}`, source: 'application A-1' });
  assert.deepEqual(links, [
    {
      from: 'A-1/contact',
      to: 'A-1/buyer',
      kind: 'owns',
      statedBy: 'application A-1',
      date: '2019-04-01',
      share: { least: 30, most: 30 },
    },
    { from: 'A-1/contact', to: 'A-1/buyer', kind: 'contact', statedBy: 'application A-1', date: '2020-01-01' },
  ]);
});

const nodes = ['buyer', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];
const kinds = ['owns', 'shares-address', 'linked-to', 'instructs', 'shares-phone'];
const graphs = fc.array(fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...kinds), fc.constantFrom(...nodes)), {
  maxLength: 14,
});

test('random graphs: each chain is unbroken, as short as can be and the strongest of its length', () => {
  fc.assert(
    fc.property(graphs, fc.integer({ min: 1, max: 5 }), (drawn, hops) => {
      const links = drawn.map((link) => linkOf(link.join(' ')));
      const { chains } = findChains('buyer', links, [], nodes.map(targetOf), { ...terms, hops });
      const best = everyWay('buyer', links, hops);
      best.delete('buyer');
      assert.deepEqual(new Set(chains.map(({ node }) => node)), new Set(best.keys()));
      for (const { node, hops: steps, strength } of chains) {
        const expected = best.get(node);
        assert.equal(stepsIn(steps), expected?.steps);
        assert.ok(Math.abs(strength - (expected?.strength ?? 0)) < 1e-12);
        assert.equal(
          steps.reduce((at, hop) => (hop.from === at ? hop.to : 'broken'), 'buyer'),
          node,
        );
      }
      const order = chains.map((chain) => [chain.hops.length, -chain.strength] as const);
      for (const [index, [length, weakness]] of order.entries())
        for (const [later, laterWeakness] of order.slice(index + 1))
          assert.ok(length < later || (length === later && weakness <= laterWeakness));
    }),
    { numRuns: 300 },
  );
});

/** By trying every way of at most so many steps. */
function everyWay(start: string, links: readonly ChainLink[], most: number) {
  const best = new Map([[start, { steps: 0, strength: 1 }]]);
  const go = (at: string, steps: number, strength: number) => {
    const known = best.get(at);
    if (!known || steps < known.steps || (steps === known.steps && known.strength < strength))
      best.set(at, { steps, strength });
    if (steps === most) return;
    for (const { from, to, kind } of links) {
      const next = from === at ? to : to === at ? from : undefined;
      if (next !== undefined && next !== at) go(next, steps + 1, strength * (strengths[kind] ?? NaN));
    }
  };
  go(start, 0, 1);
  return best;
}
