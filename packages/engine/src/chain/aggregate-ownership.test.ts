// Cases of ownership by listed parties, the first examples of OFAC's FAQ 401 among them, and random graphs against a plain reckoning.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { OwnershipRule, OwnershipState } from '../model/ownership.ts';
import { buildOwnershipReference, rulesOn } from '../reference/ownership-rules.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { ownershipAnswers, type HolderFacts, type Holding } from './aggregate-ownership.ts';

const reference = buildOwnershipReference(referenceFiles);
const [ofac, eu, uk] = reference.rules as [OwnershipRule, OwnershipRule, OwnershipRule];

interface OwnershipCase {
  readonly name: string;
  /** `X 50 A`: X holds 50 % of A; `X 25-50 A`: between; `X ? A`: nobody says how much; `X controls A`. */
  readonly holdings: readonly string[];
  readonly rule?: OwnershipRule;
  /** Of the company asked about, which is the last one named. */
  readonly expected: `${OwnershipState} ${number}-${number}`;
}

/** X, Y and Z are listed everywhere; P, Q and R are people who are not; all others are companies. */
const cases: readonly OwnershipCase[] = [
  { name: 'FAQ 401, example 1: through one company', holdings: ['X 50 A', 'A 50 B'], expected: 'OWNED 50-100' },
  {
    name: 'FAQ 401, example 2: a quarter through each of two companies',
    holdings: ['X 50 A', 'X 50 B', 'A 25 C', 'B 25 C'],
    expected: 'OWNED 50-100',
  },
  {
    name: 'FAQ 401, example 3: directly and through a company',
    holdings: ['X 50 A', 'A 40 B', 'X 10 B'],
    expected: 'OWNED 50-100',
  },
  {
    name: 'what a company owned by less than half holds is nobody’s',
    holdings: ['X 50 A', 'X 10 B', 'P 90 B', 'A 40 C', 'B 25 C', 'P 35 C'],
    expected: 'NOT_OWNED 40-40',
  },
  {
    name: 'two listed parties, each through another company',
    holdings: ['X 25 A', 'Y 25 A', 'A 50 B'],
    expected: 'OWNED 50-100',
  },
  {
    name: '49 of the first and all of the second: shares are not multiplied, and not passed on',
    holdings: ['X 49 A', 'P 51 A', 'A 100 B'],
    expected: 'NOT_OWNED 0-0',
  },
  { name: 'exactly half is enough for OFAC', holdings: ['X 50 A', 'P 50 A'], expected: 'OWNED 50-50' },
  {
    name: 'exactly half is not enough in the UK',
    holdings: ['X 50 A', 'P 50 A'],
    rule: uk,
    expected: 'NOT_OWNED 50-50',
  },
  {
    name: 'more than half is',
    holdings: ['X 50.01 A', 'P 49.99 A'],
    rule: uk,
    expected: 'OWNED 50.01-50.01',
  },
  {
    name: 'two listed parties are not added up in the UK',
    holdings: ['X 40 A', 'Y 40 A', 'P 20 A'],
    rule: uk,
    expected: 'NOT_OWNED 40-40',
  },
  { name: 'they are by OFAC', holdings: ['X 40 A', 'Y 40 A', 'P 20 A'], expected: 'OWNED 80-80' },
  { name: 'a listed owner of whom nobody says how much', holdings: ['X ? A', 'P 40 A'], expected: 'MAY_BE_OWNED 0-60' },
  {
    name: 'a listed owner that cannot have enough, as the others hold more',
    holdings: ['X ? A', 'P 60 A'],
    expected: 'NOT_OWNED 0-40',
  },
  {
    name: 'a band of a register',
    holdings: ['X 25-50 A', 'P 50 A'],
    expected: 'MAY_BE_OWNED 25-50',
  },
  {
    name: 'a small listed owner, and nobody says who holds the rest',
    holdings: ['X 5 A'],
    expected: 'MAY_BE_OWNED 5-100',
  },
  { name: 'nobody listed, and nobody says who holds most', holdings: ['P 30 A'], expected: 'UNKNOWN 0-70' },
  { name: 'nobody listed holds most', holdings: ['P 30 A', 'Q 30 A'], expected: 'NOT_OWNED 0-40' },
  { name: 'a company that nobody knows the owners of', holdings: ['N 100 A'], expected: 'UNKNOWN 0-100' },
  {
    name: 'a company that nobody compared with the lists',
    holdings: ['P 100 unscreened', 'unscreened 100 A'],
    expected: 'UNKNOWN 0-100',
  },
  {
    name: 'companies that own each other do not make each other restricted out of nothing',
    holdings: ['A 60 B', 'P 40 B', 'B 60 A', 'P 40 A'],
    expected: 'NOT_OWNED 0-0',
  },
  {
    name: 'a ring with a listed owner in it',
    holdings: ['X 50 C', 'B 50 C', 'C 50 A', 'P 50 A', 'A 100 B'],
    expected: 'OWNED 50-50',
  },
  {
    name: 'control is not ownership for OFAC',
    holdings: ['X 0 A', 'X controls A', 'P 100 A'],
    expected: 'NOT_OWNED 0-0',
  },
  {
    name: 'control asks for a person in the EU',
    holdings: ['X 0 A', 'X controls A', 'P 100 A'],
    rule: eu,
    expected: 'MAY_BE_OWNED 0-0',
  },
  {
    name: 'statements that contradict each other are as wide as both',
    holdings: ['X 30 A', 'X 60 A', 'P 20 A'],
    expected: 'MAY_BE_OWNED 30-80',
  },
  {
    name: 'a band and a share within it are the share',
    holdings: ['X 25-50 A', 'X 30 A', 'P 70 A'],
    expected: 'NOT_OWNED 30-30',
  },
];

const listedEverywhere = [
  { id: 'ofac-sdn:1', source: 'ofac-sdn', effects: ['block'], programmes: [] },
  { id: 'eu-fsf:1', source: 'eu-fsf', effects: ['block'], programmes: [] },
  { id: 'uk-sanctions:1', source: 'uk-sanctions', effects: ['block'], programmes: [] },
] as const;

function factsOf(node: string): HolderFacts {
  return {
    isPerson: /^[PQR]\d*$/.test(node),
    isScreened: node !== 'unscreened',
    entities: /^[XYZ]\d*$/.test(node) ? listedEverywhere : [],
  };
}

function holdingOf(text: string): Holding {
  const [holder = '', share = '', company = ''] = text.split(' ');
  const [least = NaN, most = least] = share.split('-').map(Number);
  return {
    holder,
    company,
    controls: share === 'controls',
    statedBy: 'a case',
    ...(!Number.isNaN(least) && { share: { least, most } }),
  };
}

function ask(texts: readonly string[], rule: OwnershipRule, company: string) {
  const holdings = texts.map(holdingOf);
  const nodes = new Set(holdings.flatMap(({ holder, company: held }) => [holder, held]));
  const holders = new Map([...nodes].map((node) => [node, factsOf(node)]));
  return ownershipAnswers([company], { holdings, holders }, rule)[0];
}

for (const { name, holdings, rule = ofac, expected } of cases)
  test(name, () => {
    const company = holdings.at(-1)?.split(' ')[2] ?? '';
    const asked = name.startsWith('a ring') || name.startsWith('companies that') ? 'A' : company;
    const answer = ask(holdings, rule, asked);
    assert.equal(`${answer?.state ?? ''} ${answer?.share.least ?? ''}-${answer?.share.most ?? ''}`, expected);
  });

test('who holds what, why it counts, and who says so stand in the answer', () => {
  const answer = ask(['X 60 A', 'A 30 B', 'N ? B', 'P 10 B'], ofac, 'B');
  assert.deepEqual(
    answer?.holders.map(({ id, standing, share, entityIds, statedBy }) => [
      id,
      standing,
      share.least,
      share.most,
      entityIds.length,
      statedBy,
    ]),
    [
      ['A', 'owned', 30, 30, 0, 'a case'],
      ['N', 'unlisted', 0, 60, 0, 'a case'],
      ['P', 'not-restricted', 10, 10, 0, 'a case'],
    ],
  );
});

test('a company of whose holders nothing is said is unknown, under every rule', () => {
  for (const rule of reference.rules) assert.equal(ask(['X 60 A'], rule, 'B')?.state, 'UNKNOWN');
});

const periods: readonly { readonly day: string; readonly rules: readonly string[] }[] = [
  { day: '2014-08-12', rules: [] },
  { day: '2014-08-13', rules: ['ofac-50'] },
  { day: '2025-09-28', rules: ['ofac-50', 'eu-50', 'uk-50'] },
  { day: '2025-09-29', rules: ['ofac-50', 'eu-50', 'uk-50', 'bis-affiliates'] },
  { day: '2025-11-09', rules: ['ofac-50', 'eu-50', 'uk-50', 'bis-affiliates'] },
  { day: '2025-11-10', rules: ['ofac-50', 'eu-50', 'uk-50'] },
  { day: '2026-11-09', rules: ['ofac-50', 'eu-50', 'uk-50'] },
  { day: '2026-11-10', rules: ['ofac-50', 'eu-50', 'uk-50', 'bis-affiliates'] },
];

for (const { day, rules } of periods)
  test(`rules in force on ${day}`, () => {
    assert.deepEqual(
      rulesOn(day, reference).map(({ rule }) => rule),
      rules,
    );
  });

const people = ['X1', 'X2', 'P1', 'P2'];
const companies = ['A', 'B', 'C', 'D', 'E'];
const stake = fc.record({
  holder: fc.constantFrom(...people, ...companies),
  company: fc.constantFrom(...companies),
  share: fc.integer({ min: 0, max: 60 }),
  wider: fc.integer({ min: 0, max: 40 }),
});
/** At most one stake of a holder in a company, at most 100 in all of each company. */
const structures = fc.array(stake, { maxLength: 14 }).map((stakes) => {
  const left = new Map(companies.map((company) => [company, 100]));
  const known = new Set<string>();
  return stakes.filter(({ holder, company, share }) => {
    const free = left.get(company) ?? 0;
    if (holder === company || known.has(`${holder} ${company}`) || free < share) return false;
    known.add(`${holder} ${company}`);
    left.set(company, free - share);
    return true;
  });
});

test('exact shares: owned is what a plain reckoning of levels finds', () => {
  fc.assert(
    fc.property(structures, (stakes) => {
      const texts = stakes.map(({ holder, share, company }) => `${holder} ${String(share)} ${company}`);
      const restricted = new Set(['X1', 'X2']);
      for (let round = 0; round <= companies.length; round++)
        for (const company of companies) {
          const held = stakes.filter((one) => one.company === company && restricted.has(one.holder));
          if (50 <= held.reduce((sum, { share }) => sum + share, 0)) restricted.add(company);
        }
      for (const company of companies)
        assert.equal(ask(texts, ofac, company)?.state === 'OWNED', restricted.has(company), company);
    }),
    { numRuns: 500 },
  );
});

test('bands: whatever the shares in them are, the answer for the bands allows it', () => {
  fc.assert(
    fc.property(
      structures,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 14 }),
      (stakes, picks) => {
        const written = (share: (index: number) => string) =>
          stakes.map(({ holder, company }, index) => `${holder} ${share(index)} ${company}`);
        const least = (index: number) => stakes[index]?.share ?? 0;
        const most = (index: number) => least(index) + (stakes[index]?.wider ?? 0);
        const bands = written((index) => `${String(least(index))}-${String(most(index))}`);
        const left = new Map(companies.map((company) => [company, 100]));
        for (const { company, share } of stakes) left.set(company, (left.get(company) ?? 0) - share);
        const exact = written((index) => {
          const { company = '', wider = 0 } = stakes[index] ?? {};
          const more = Math.min(Math.floor(wider * (picks[index] ?? 0)), left.get(company) ?? 0);
          left.set(company, (left.get(company) ?? 0) - more);
          return String(least(index) + more);
        });
        for (const company of companies) {
          const [wide, narrow] = [ask(bands, ofac, company), ask(exact, ofac, company)];
          if (wide?.state === 'OWNED') assert.equal(narrow?.state, 'OWNED', company);
          if (wide?.state === 'NOT_OWNED') assert.equal(narrow?.state, 'NOT_OWNED', company);
          if (wide && narrow)
            assert.ok(wide.share.least <= narrow.share.least && narrow.share.least <= wide.share.most);
        }
      },
    ),
    { numRuns: 500 },
  );
});
