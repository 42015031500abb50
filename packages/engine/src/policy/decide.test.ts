import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Application, Party } from '../model/application.ts';
import { gapKinds, type Evidence, type Gap } from '../model/evidence.ts';
import { outcomes } from '../model/decision.ts';
import { ruleSubjects, type Policy, type PolicyRule } from '../model/policy.ts';
import {
  sampleApplication,
  sampleBuyer,
  sampleConfirmation,
  sampleEvidence,
  sampleHit,
  sampleNotFound,
  sampleSource,
} from '../../testing/sample-evidence.ts';
import { decide } from './decide.ts';

const policy: Policy = {
  id: 'jp-only-edition',
  version: 3,
  title: 'A sample',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  sources: [
    { source: 'un-sc', required: true, maxAgeDays: 7 },
    { source: 'ofac-sdn', required: false, maxAgeDays: 7 },
    { source: 'jp-nta', required: true, maxAgeDays: 7 },
  ],
  registers: [{ source: 'jp-nta', country: 'jp' }],
  minScore: 0.5,
  requiredAnswers: ['resale'],
  products: [],
  parameters: {
    limit: {
      description: 'Quantity from which a person decides',
      unit: 'seats',
      values: { '2026-01-01': { value: 100, reference: '1' }, '2026-11-02': { value: 2, reference: '2' } },
    },
    later: { description: 'Begins later', unit: 'days', values: { '2026-11-03': { value: 1, reference: '1' } } },
  },
  acceptsByItself: true,
  rules: [],
  sha256: 'cd'.repeat(32),
};

function ruleOf(given: Partial<PolicyRule> & Pick<PolicyRule, 'when'>): PolicyRule {
  return { id: 'a-rule', outcome: 'review', message: 'a-message', facts: {}, ...given };
}

const decideWith = (rules: readonly PolicyRule[], changes: Partial<Evidence> = {}) =>
  decide({ ...sampleEvidence, ...changes }, { ...policy, rules });

const withApplication = (changes: Partial<Application>): Partial<Evidence> => ({
  application: { ...sampleApplication, ...changes },
});

test('nothing found: approved, and the decision says by what and when', () => {
  assert.deepEqual(decideWith([ruleOf({ when: 'size(hits) > 0' })]), {
    applicationId: 'A-1',
    outcome: 'approve',
    findings: [],
    policy: { id: 'jp-only-edition', version: 3, sha256: policy.sha256 },
    engineVersion: '0.1.0',
    decidedAt: '2026-11-02T01:20:00.000Z',
    simulation: false,
  });
});

test('a rule over each element points to those it is about, with its facts and reference', () => {
  const hits = [0.9, 0.5, 0.8].map((score) => ({ ...sampleHit('contact'), score }));
  const rule = ruleOf({
    each: 'hits',
    when: 'item.score > 0.6',
    facts: {
      score: 'item.score',
      entity: 'item.entity.id',
      party: 'party(application, item.party).names[0].text',
      rest: 'size(hits) - 1',
    },
    reference: 'A law',
  });
  const { outcome, findings } = decideWith([rule], { hits });
  assert.equal(outcome, 'review');
  assert.deepEqual(
    findings.map(({ evidence }) => evidence),
    [['/hits/0'], ['/hits/2']],
  );
  assert.deepEqual(findings[1], {
    rule: 'a-rule',
    outcome: 'review',
    message: 'a-message',
    facts: { score: 0.8, entity: 'un-sc:QDe.1', party: '見本 花子', rest: 2 },
    evidence: ['/hits/2'],
    reference: 'A law',
  });
});

test('a rule over everything points to what it names, as far down as it exists', () => {
  const when = 'has(application.product.value) || buyer.country == "jp" || today == "x" || size(gaps) > 9';
  assert.deepEqual(decideWith([ruleOf({ when })]).findings[0]?.evidence, [
    '/application/product',
    '/application/parties/0/country',
    '/gatheredAt',
    '/gaps',
  ]);
});

test('the strictest finding is the outcome, and what a rule calls harmless is no approval', () => {
  const [review, refuse, approve] = (['review', 'refuse', 'approve'] as const).map((outcome) =>
    ruleOf({ id: outcome, when: 'true', outcome }),
  ) as [PolicyRule, PolicyRule, PolicyRule];
  assert.equal(decideWith([review, refuse, approve]).outcome, 'refuse');
  assert.equal(decideWith([approve, review]).outcome, 'review');
  assert.equal(decideWith([approve]).outcome, 'review');
});

test('a parameter is taken as it was on the day the application was received', () => {
  const rule = ruleOf({ when: 'application.product.quantity >= parameters.limit' });
  assert.equal(decideWith([rule]).outcome, 'review');
  assert.equal(decideWith([rule], withApplication({ receivedOn: '2026-11-01' })).outcome, 'approve');
});

const errors: Readonly<Record<string, RegExp>> = {
  'application.delivery.address == "x"': /No such key: address/,
  'parameters.later == 1': /No such key: later/,
  'party(application, "nobody").id == "x"': /no party has the id "nobody"/,
  'sources[9].required': /out of bounds|No such key/,
  'size(application.links) > 0': /No such key: links/,
  'application.product': /neither true nor false|bool/,
  'item.score > 0.5': /Unknown variable: item/,
  'not an expression': /./,
};

for (const [when, reason] of Object.entries(errors))
  test(`an error is a finding for review that names the rule: ${when}`, () => {
    const { outcome, findings } = decideWith([ruleOf({ when, outcome: 'refuse' })]);
    assert.equal(outcome, 'review');
    assert.equal(findings.length, 1);
    assert.deepEqual(
      [findings[0]?.rule, findings[0]?.message, findings[0]?.facts['rule']],
      ['a-rule', 'rule-error', 'a-rule'],
    );
    assert.match(String(findings[0]?.facts['reason']), reason);
  });

test('a fact that cannot be told takes nothing from the finding', () => {
  const facts = { country: 'buyer.country', address: 'application.delivery.address' };
  const { outcome, findings } = decideWith([ruleOf({ when: 'true', outcome: 'refuse', facts })]);
  assert.equal(outcome, 'refuse');
  assert.deepEqual(
    findings.map(({ message, facts: told }) => [message, Object.keys(told)]),
    [
      ['a-message', ['country']],
      ['rule-error', ['rule', 'reason']],
    ],
  );
});

interface Guarded {
  readonly name: string;
  readonly changes: Partial<Evidence>;
  readonly message: string;
  readonly pointer: string;
}

const { sources, confirmations } = sampleEvidence;
const withSource = (source: string, changes: Parameters<typeof sampleSource>[1]) =>
  sources.map((state) => (state.source === source ? sampleSource(source, changes) : state));

const buying = (changes: Partial<Party>) =>
  withApplication({ parties: [{ ...sampleBuyer, ...changes }, ...sampleApplication.parties.slice(1)] });
/** With one company more, of no stated country, that pays. */
const joined = (changes: Partial<Party>) => {
  const third: Party = { id: 'third', roles: ['payer'], schema: 'Company', names: [{ text: '見本産業' }], ...changes };
  return withApplication({ parties: [...sampleApplication.parties, third] });
};

const guarded: readonly Guarded[] = [
  {
    name: 'a stale source',
    changes: { sources: withSource('un-sc', { state: 'STALE', ageDays: 8 }) },
    message: 'source-not-fresh',
    pointer: '/sources/4',
  },
  {
    name: 'a source called fresh that is too old for the policy',
    changes: { sources: withSource('un-sc', { ageDays: 8 }) },
    message: 'source-not-fresh',
    pointer: '/sources/4',
  },
  {
    name: 'a required source that nobody looked at',
    changes: { sources: sources.slice(0, 4) },
    message: 'source-not-fresh',
    pointer: '/sources',
  },
  {
    name: 'a source that is fresh and stale',
    changes: { sources: [...sources, sampleSource('un-sc', { state: 'STALE' })] },
    message: 'source-not-fresh',
    pointer: '/sources/5',
  },
  { name: 'no source at all', changes: { sources: [] }, message: 'no-source', pointer: '/sources' },
  ...gapKinds.map((kind): Guarded => ({
    name: `a gap: ${kind}`,
    changes: { gaps: [{ kind, subject: 'something' }] },
    message: `gap-${kind}`,
    pointer: '/gaps/0',
  })),
  {
    name: 'no register asked',
    changes: { confirmations: [] },
    message: 'buyer-not-confirmed',
    pointer: '/confirmations',
  },
  {
    name: 'somebody else confirmed',
    changes: { confirmations: [sampleConfirmation({ party: 'contact' })] },
    message: 'buyer-not-confirmed',
    pointer: '/confirmations',
  },
  {
    name: 'another register confirmed',
    changes: { confirmations: [sampleConfirmation({ register: 'us-de' })] },
    message: 'buyer-not-confirmed',
    pointer: '/confirmations',
  },
  {
    name: 'not found',
    changes: { confirmations: [sampleNotFound()] },
    message: 'buyer-not-confirmed',
    pointer: '/confirmations/0',
  },
  {
    name: 'confirmed and not',
    changes: { confirmations: [...confirmations, sampleConfirmation({ verdict: 'MISMATCH' })] },
    message: 'buyer-not-confirmed',
    pointer: '/confirmations/1',
  },
  {
    name: 'a question left out',
    changes: withApplication({ answers: [] }),
    message: 'answer-missing',
    pointer: '/application',
  },
  {
    name: 'a blank answer',
    changes: withApplication({ answers: [{ question: 'resale', answer: '\u3000' }] }),
    message: 'answer-missing',
    pointer: '/application',
  },
  {
    name: 'the policy has ended',
    changes: { gatheredAt: '2027-01-01T00:00:00.000Z' },
    message: 'policy-not-valid',
    pointer: '/gatheredAt',
  },
  {
    name: 'the policy has not begun',
    changes: { ...withApplication({ receivedOn: '2025-12-31' }), gatheredAt: '2025-12-31T23:59:59.000Z' },
    message: 'policy-not-valid',
    pointer: '/gatheredAt',
  },
  {
    name: 'received later than tomorrow',
    changes: withApplication({ receivedOn: '2026-11-04' }),
    message: 'received-in-future',
    pointer: '/application/receivedOn',
  },
  {
    name: 'no address',
    changes: buying({ addresses: [] }),
    message: 'address-not-claimed',
    pointer: '/application/parties/0/addresses',
  },
  {
    name: 'no address that can be a seat',
    changes: buying({
      addresses: [
        { full: '東京都千代田区霞が関9-9-9', country: 'jp', use: 'billing' },
        { full: '東京都千代田区霞が関9-9-9', country: 'jp', use: 'delivery' },
        { full: '東京都千代田区霞が関9-9-9', country: 'jp', use: 'home' },
      ],
    }),
    message: 'address-not-claimed',
    pointer: '/application/parties/0/addresses',
  },
  ...(['payer', 'end-user', 'beneficial-owner', 'intermediate-consignee'] as const).map((role): Guarded => ({
    name: `a company of no country whose part is ${role}, about which no register was asked`,
    changes: joined({ roles: ['related-person', role] }),
    message: 'other-party-not-confirmed',
    pointer: '/confirmations',
  })),
  {
    name: 'a company of the country about which no register was asked',
    changes: joined({ country: 'jp' }),
    message: 'other-party-not-confirmed',
    pointer: '/confirmations',
  },
  {
    name: 'a company with a number of the country about which no register was asked',
    changes: joined({ country: 'sg', identifiers: [{ type: 'jp-corporate-number', value: '4800001000022' }] }),
    message: 'other-party-not-confirmed',
    pointer: '/confirmations',
  },
  {
    name: 'a company whose number is that of another',
    changes: {
      ...joined({}),
      confirmations: [...confirmations, sampleConfirmation({ party: 'third', verdict: 'MISMATCH' })],
    },
    message: 'other-party-not-confirmed',
    pointer: '/confirmations/1',
  },
  {
    name: 'a company that no register knows',
    changes: { ...joined({}), confirmations: [...confirmations, sampleNotFound({ party: 'third' })] },
    message: 'other-party-not-confirmed',
    pointer: '/confirmations/1',
  },
  {
    name: 'another policy was asked for',
    changes: withApplication({ policy: 'hosting' }),
    message: 'policy-differs',
    pointer: '/application/policy',
  },
];

for (const { name, changes, message, pointer } of guarded)
  test(`whatever the policy says: ${name}`, () => {
    const { outcome, findings } = decideWith([], changes);
    assert.equal(outcome, 'review');
    assert.deepEqual(
      findings.map((finding) => [finding.message, finding.evidence]),
      [[message, [pointer]]],
    );
  });

test('what a rule has spoken of is not said twice', () => {
  const gaps: Gap[] = [
    { kind: 'source-stale', subject: 'un-sc' },
    { kind: 'register-incomplete', subject: 'buyer in jp-nta' },
    { kind: 'answer-missing', subject: 'resale' },
  ];
  const rules = [
    ruleOf({ id: 'register', each: 'confirmations', when: 'item.verdict != "CONFIRMED"', outcome: 'refuse' }),
  ];
  const { findings } = decideWith(rules, {
    ...withApplication({ answers: [] }),
    sources: withSource('un-sc', { state: 'STALE', ageDays: 9 }),
    confirmations: [sampleConfirmation({ verdict: 'NOT_CHECKABLE' })],
    gaps,
  });
  assert.deepEqual(
    findings.map(({ message }) => message),
    ['a-message', 'gap-source-stale', 'gap-answer-missing'],
  );
});

test('a register is asked of companies of its country, and of those who name none', () => {
  const buyer = {
    ...sampleBuyer,
    identifiers: [],
    country: 'sg',
    addresses: [{ full: '9 Sample Road', country: 'sg' }],
  };
  const { country: _, addresses: __, ...nowhere } = sampleBuyer;
  const outcomeFor = (party: Application['parties'][number]) =>
    decideWith([], { ...withApplication({ parties: [party] }), confirmations: [] }).outcome;
  assert.equal(outcomeFor(buyer), 'approve');
  assert.equal(outcomeFor({ ...buyer, identifiers: sampleBuyer.identifiers ?? [] }), 'review', 'by its number');
  assert.equal(outcomeFor({ ...buyer, country: 'jp' }), 'review');
  assert.equal(outcomeFor(nowhere), 'review');
  assert.equal(outcomeFor({ ...sampleBuyer, schema: 'Person' }), 'approve');
});

test('a party that takes part is confirmed where it belongs; a body named by hearsay need not be', () => {
  const outcomeWith = (changes: Partial<Party>, more: Partial<Evidence> = {}) =>
    decideWith([], { ...joined(changes), ...more }).outcome;
  const third = { confirmations: [...confirmations, sampleConfirmation({ party: 'third' })] };
  assert.equal(outcomeWith({}, third), 'approve');
  assert.equal(outcomeWith({ country: 'jp' }, third), 'approve');
  assert.equal(outcomeWith({ country: 'sg' }), 'approve', 'what a register abroad says is for the policy to ask');
  assert.equal(outcomeWith({ schema: 'Person' }), 'approve');
  const hearsay: Partial<Party> = { roles: ['related-person'], schema: 'Organization' };
  assert.equal(outcomeWith(hearsay), 'approve');
  const unknown = { confirmations: [...confirmations, sampleNotFound({ party: 'third' })] };
  assert.equal(outcomeWith(hearsay, unknown), 'approve');
  assert.equal(outcomeWith({ ...hearsay, roles: ['related-person', 'contact'] }, unknown), 'review');
});

test('an order is received tomorrow where the day begins earlier, and no value holds before its day', () => {
  assert.equal(decideWith([], withApplication({ receivedOn: '2026-11-03' })).outcome, 'approve');
  const later = ruleOf({ when: 'parameters.later == 1' });
  for (const receivedOn of ['2026-11-03', '2099-01-01'])
    assert.match(
      String(decideWith([later], withApplication({ receivedOn })).findings[0]?.facts['reason']),
      /No such key: later/,
    );
});

test('two runs give the same bytes', () => {
  const rules = [
    ruleOf({ each: 'sources', when: 'item.required', facts: { source: 'item.source', age: 'item.ageDays' } }),
  ];
  const own = { ...policy, rules };
  const copy = structuredClone(own);
  assert.equal(
    JSON.stringify(decide(sampleEvidence, own)),
    JSON.stringify(decide(structuredClone(sampleEvidence), copy)),
  );
});

test('no evidence with a gap, or with a required source that is not fresh, is ever approved', () => {
  const expression = fc.constantFrom(
    'true',
    'false',
    'size(gaps) == 0',
    'size(gaps) > 0',
    'sources.all(s, s.state == "FRESH")',
    'item.kind == "x"',
    'nonsense(',
  );
  const rules = fc.array(
    fc
      .record({
        id: fc.constantFrom('a', 'b', 'c'),
        each: fc.constantFrom(undefined, ...ruleSubjects),
        when: expression,
        outcome: fc.constantFrom(...outcomes),
      })
      .map(({ each, ...given }) => ruleOf({ ...given, ...(each && { each }) })),
    { maxLength: 4 },
  );
  const gap = fc.record({
    kind: fc.constantFrom(...gapKinds),
    subject: fc.constantFrom('un-sc', 'jp-nta', 'buyer in jp-nta', 'resale', 'x'),
  });
  const source = fc
    .record({
      source: fc.constantFrom('un-sc', 'jp-nta', 'ofac-sdn', 'other'),
      state: fc.constantFrom('FRESH', 'STALE', 'MISSING'),
      ageDays: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    })
    .map(({ source: id, state, ageDays }) => {
      const { ageDays: _, ...known } = sampleSource(id, { state });
      return { ...known, ...(ageDays !== undefined && { ageDays }) };
    });
  const evidence = fc.record({
    gaps: fc.array(gap, { maxLength: 3 }),
    sources: fc.oneof(fc.constant(sources), fc.array(source, { maxLength: 5 })),
    confirmations: fc.subarray([...confirmations, sampleNotFound(), sampleConfirmation({ verdict: 'NOT_CHECKABLE' })]),
  });
  const seen = { approved: 0 };
  fc.assert(
    fc.property(rules, evidence, (given, changes) => {
      const { outcome, findings } = decideWith(given, changes);
      const isFresh = (id: string) =>
        changes.sources.some((state) => state.source === id) &&
        changes.sources.every(
          (state) => state.source !== id || (state.state === 'FRESH' && (state.ageDays ?? 99) <= 7),
        );
      const mustNotPass =
        0 < changes.gaps.length || !isFresh('un-sc') || !isFresh('jp-nta') || changes.confirmations.length === 0;
      if (outcome === 'approve') seen.approved++;
      assert.ok(!(outcome === 'approve' && mustNotPass), JSON.stringify(findings));
      assert.equal(outcome === 'approve', findings.length === 0);
    }),
    { numRuns: 1500, seed: 20161114 },
  );
  assert.notEqual(seen.approved, 0, 'the property says nothing when nothing is ever approved');
});
