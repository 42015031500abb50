import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Application, Party } from '../model/application.ts';
import { effects, type Entity } from '../model/entity.ts';
import type { Evidence, Path, Signal } from '../model/evidence.ts';
import type { IdentifierCheck } from '../model/identifier.ts';
import type { Confirmation } from '../model/register.ts';
import { buildQuestionnaires } from '../reference/questionnaires.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import {
  sampleApplication,
  sampleBuyer,
  sampleConfirmation,
  sampleContact,
  sampleEntity,
  sampleEvidence,
  sampleFact,
  sampleHit,
  sampleNotFound,
} from '../../testing/sample-evidence.ts';
import { decide } from './decide.ts';
import { parsePolicy } from './parse-policy.ts';

function shipped(id: string) {
  const file = `policies/${id}/policy.yml`;
  return parsePolicy(referenceFiles.get(file) ?? '', { file, sha256: '0'.repeat(64) });
}
const edition = shipped('jp-only-edition');
const hosting = shipped('hosting');

interface DecisionCase {
  readonly name: string;
  readonly changes: Partial<Evidence>;
  /** The outcome, and the message of every finding. */
  readonly expected: string;
}

const applied = (changes: Partial<Application>): Partial<Evidence> => ({
  application: { ...sampleApplication, ...changes },
});
const buying = (changes: Partial<Party>): Partial<Evidence> =>
  applied({ parties: [{ ...sampleBuyer, ...changes }, sampleContact] });
const abroad: Partial<Party> = {
  country: 'sg',
  addresses: [{ full: '9 Sample Road', country: 'sg' }],
  identifiers: [],
};
/** With one company more, of no stated country, that pays. */
const joined = (changes: Partial<Party>): Partial<Evidence> => {
  const third: Party = { id: 'third', roles: ['payer'], schema: 'Company', names: [{ text: '見本産業' }], ...changes };
  return applied({ parties: [...sampleApplication.parties, third] });
};
const { delivery: _, ...undelivered } = sampleApplication;
const inPart = (detail: string): Partial<Confirmation> => ({
  fields: [{ field: 'address', verdict: 'SIMILAR', detail, claimed: '東京都千代田区', registered: '東京都千代田区霞が関' }],
});
const confirmed = (...changes: Partial<Confirmation>[]): Partial<Evidence> => ({
  confirmations: changes.map(sampleConfirmation),
});
const answering = (question: string, answer: string): NonNullable<Application['answers']> => [
  ...(sampleApplication.answers ?? []).filter((given) => given.question !== question),
  { question, answer },
];
const checked = (party: string, state: IdentifierCheck['state']): Partial<Evidence> => ({
  identifiers: [{ party, identifier: { type: 'jp-corporate-number', value: '4800001000023' }, state }],
});
const hit = (entity: Partial<Entity>): Partial<Evidence> => ({ hits: [sampleHit('contact', sampleEntity(entity))] });
const reported: Partial<Entity> = {
  effects: ['wanted'],
  legalStatus: [
    { status: 'REFERRED_TO_PROSECUTORS', authority: 'police', date: '2021-04', reportedBy: 'a paper' },
    { status: 'NOT_INDICTED', authority: 'prosecutors', date: '2021-10', reportedBy: 'a paper' },
  ],
};
const raised = (...signals: string[]): Partial<Evidence> => ({
  signals: signals.map((written): Signal => {
    const [id = '', family = '', severity = ''] = written.split(' ');
    const facts = [{ name: 'domain', value: 'a.example' }];
    return {
      id,
      family,
      severity: severity as Signal['severity'],
      state: 'RAISED',
      party: 'buyer',
      facts,
      sources: [],
    };
  }),
});
const path: Path = {
  from: 'buyer',
  to: 'contact',
  entityId: 'un-sc:QDe.1',
  hops: [{ from: 'buyer', to: 'contact', kind: 'contact', direction: 'backward', statedBy: 'application' }],
};
const beside: Path = {
  ...path,
  entityId: 'un-sc:QDe.2',
  hops: [
    ...path.hops,
    { from: 'contact', to: 'un-sc:QDe.1', kind: 'hit', direction: 'forward', statedBy: 'un-sc' },
    { from: 'un-sc:QDe.1', to: 'un-sc:QDe.2', kind: 'linked-to', direction: 'forward', statedBy: 'un-sc' },
  ],
};

const editionCases: readonly DecisionCase[] = [
  { name: 'an honest company', changes: {}, expected: 'approve' },
  {
    name: 'a natural person',
    changes: { ...buying({ schema: 'Person' }), confirmations: [] },
    expected: 'refuse buyer-is-person',
  },
  {
    name: 'a company abroad',
    changes: { ...buying(abroad), confirmations: [] },
    expected: 'refuse buyer-abroad address-abroad',
  },
  {
    name: 'an address without a country beside one abroad',
    changes: buying({ addresses: [{ full: '東京都港区芝9' }, { full: '9 Sample Road', country: 'sg' }] }),
    expected: 'approve',
  },
  { name: 'no address', changes: buying({ addresses: [] }), expected: 'review address-not-claimed' },
  {
    name: 'an address for bills alone',
    changes: buying({ addresses: [{ full: '東京都千代田区霞が関9-9-9', country: 'jp', use: 'billing' }] }),
    expected: 'review address-not-claimed',
  },
  {
    name: 'an address of which the city alone agrees',
    changes: confirmed(inPart('SAME_CITY')),
    expected: 'review address-in-city',
  },
  { name: 'an address of which the town agrees', changes: confirmed(inPart('SAME_TOWN')), expected: 'approve' },
  { name: 'an address of which the block agrees', changes: confirmed(inPart('SAME_BLOCK')), expected: 'approve' },
  {
    name: 'a payer of whose address the city alone agrees',
    changes: {
      ...joined({ country: 'jp' }),
      confirmations: [...sampleEvidence.confirmations, sampleConfirmation({ ...inPart('SAME_CITY'), party: 'third' })],
    },
    expected: 'review address-in-city',
  },
  {
    name: 'an address that cannot be read, said once',
    changes: {
      ...confirmed({ verdict: 'NOT_CHECKABLE', reason: 'address-uncertain' }),
      gaps: [{ kind: 'register-incomplete', subject: 'buyer in jp-nta', detail: 'address-uncertain' }],
    },
    expected: 'review company-not-checkable',
  },
  {
    name: 'a company abroad that pays',
    changes: joined({ country: 'sg' }),
    expected: 'review in-no-register',
  },
  {
    name: 'a company of no country that pays and that the register does not know',
    changes: {
      ...joined({}),
      confirmations: [...sampleEvidence.confirmations, sampleNotFound({ party: 'third' })],
    },
    expected: 'review other-party-not-confirmed',
  },
  {
    name: 'a body named by hearsay that the register does not know',
    changes: {
      ...joined({ roles: ['related-person'], schema: 'Organization' }),
      confirmations: [...sampleEvidence.confirmations, sampleNotFound({ party: 'third' })],
    },
    expected: 'approve',
  },
  {
    name: 'a body named by hearsay, said to be of Japan, that the register does not know',
    changes: {
      ...joined({ roles: ['related-person'], schema: 'Organization', country: 'jp' }),
      confirmations: [...sampleEvidence.confirmations, sampleNotFound({ party: 'third' })],
    },
    expected: 'review other-party-not-confirmed',
  },
  { name: 'no number', changes: { identifiers: [] }, expected: 'review number-missing' },
  {
    name: 'a number of the contact alone',
    changes: checked('contact', 'VALID_UNCONFIRMED'),
    expected: 'review number-missing',
  },
  {
    name: 'a foreign company with a number',
    changes: confirmed({ fact: sampleFact({ kind: '401' }) }),
    expected: 'refuse kind-not-allowed',
  },
  {
    name: 'a seat abroad',
    changes: confirmed({ fact: sampleFact({ addressAbroad: '9 Sample Road' }) }),
    expected: 'refuse seat-abroad',
  },
  { name: 'check digit wrong', changes: checked('buyer', 'CHECK_INVALID'), expected: 'refuse identifier-wrong' },
  {
    name: 'number contradicted by the register, which has said so itself',
    changes: checked('buyer', 'CONTRADICTED'),
    expected: 'approve',
  },
  {
    name: 'number of another party wrong',
    changes: {
      identifiers: [...sampleEvidence.identifiers, ...(checked('contact', 'CHECK_INVALID').identifiers ?? [])],
    },
    expected: 'review identifier-of-other-wrong',
  },
  { name: 'not found', changes: { confirmations: [sampleNotFound()] }, expected: 'refuse company-not-found' },
  {
    name: 'closed',
    changes: confirmed({ verdict: 'MISMATCH', reason: 'closed', fact: sampleFact({ closedOn: '2026-10-01' }) }),
    expected: 'refuse company-closed',
  },
  {
    name: 'merged',
    changes: confirmed({
      verdict: 'MISMATCH',
      reason: 'merged',
      fact: sampleFact({ closedOn: '2026-10-01', successorNumber: '9800001000023' }),
    }),
    expected: 'review company-merged',
  },
  {
    name: 'another name',
    changes: confirmed({
      verdict: 'MISMATCH',
      reason: 'name-differs',
      fields: [{ field: 'name', verdict: 'DIFFERENT', claimed: 'A', registered: 'B' }],
    }),
    expected: 'review name-differs',
  },
  {
    name: 'another address',
    changes: confirmed({
      verdict: 'MISMATCH',
      reason: 'address-differs',
      fields: [{ field: 'address', verdict: 'DIFFERENT', claimed: 'A' }],
    }),
    expected: 'review address-differs',
  },
  {
    name: 'a mismatch that no rule names',
    changes: confirmed({ verdict: 'MISMATCH', reason: 'kind-differs', fields: [] }),
    expected: 'review buyer-not-confirmed',
  },
  {
    name: 'not checkable, said once',
    changes: {
      confirmations: [sampleNotFound({ verdict: 'NOT_CHECKABLE', reason: 'register-incomplete' })],
      gaps: [{ kind: 'register-incomplete', subject: 'buyer in jp-nta', detail: 'register-incomplete' }],
    },
    expected: 'review company-not-checkable',
  },
  {
    name: 'another company not found',
    changes: confirmed({}, { party: 'contact', verdict: 'NOT_FOUND' }),
    expected: 'review other-party-not-confirmed',
  },
  ...effects.map((effect): DecisionCase => ({
    name: `a hit with the effect ${effect}`,
    changes: hit({ effects: [effect] }),
    expected: ['block', 'export-licence', 'end-user-concern', 'debarment'].includes(effect)
      ? 'review hit-listed'
      : 'review hit-watched',
  })),
  { name: 'a hit on somebody of whom something is reported', changes: hit(reported), expected: 'review hit-reported' },
  {
    name: 'a listed company of which something is reported',
    changes: hit({ ...reported, effects: ['block', 'wanted'] }),
    expected: 'review hit-listed',
  },
  { name: 'a path to a listed party', changes: { paths: [path] }, expected: 'review path-to-listed' },
  {
    name: 'what a list puts beside its own entity is evidence, no finding',
    changes: { paths: [beside] },
    expected: 'approve',
  },
  { name: 'resale', changes: applied({ answers: answering('resale', ' YES ') }), expected: 'refuse resale-intended' },
  {
    name: 'resale, perhaps',
    changes: applied({ answers: answering('resale', 'perhaps') }),
    expected: 'review resale-unclear',
  },
  {
    name: 'resale not answered',
    changes: applied({ answers: answering('resale', ' ') }),
    expected: 'review answer-missing',
  },
  {
    name: 'instructed by somebody who is no party',
    changes: applied({ answers: answering('instructed-by', 'a friend') }),
    expected: 'review instructing-person-not-named',
  },
  {
    name: 'instructed by somebody who is a party and clean',
    changes: applied({
      answers: answering('instructed-by', 'contact'),
      parties: [sampleBuyer, { ...sampleContact, roles: ['instructing-person'] }],
    }),
    expected: 'approve',
  },
  {
    name: 'instructed by nobody, and by somebody',
    changes: applied({ links: [{ from: 'contact', kind: 'instructs', to: 'buyer' }] }),
    expected: 'review instruction-contradicted',
  },
  { name: 'delivery abroad', changes: applied({ delivery: { country: 'sg' } }), expected: 'refuse delivery-abroad' },
  { name: 'nothing said of delivery', changes: applied({ delivery: {} }), expected: 'review delivery-not-stated' },
  {
    name: 'delivery to an address without its country',
    changes: applied({ delivery: { method: 'shipment', address: '東京都千代田区霞が関9-9-9' } }),
    expected: 'review delivery-not-stated',
  },
  { name: 'no delivery at all', changes: { application: undelivered }, expected: 'review delivery-not-stated' },
  { name: 'a blocking signal', changes: raised('OW-2 OWNERSHIP B'), expected: 'refuse signal-raised' },
  { name: 'what the register said is told by its own rules', changes: raised('EX-2 EXISTENCE B'), expected: 'approve' },
  { name: 'a high signal', changes: raised('MO-1 MONEY H'), expected: 'review signal-raised' },
  {
    name: 'three medium signals of three families',
    changes: raised('AG-1 AGE M', 'PE-4 PEOPLE M', 'CO-5 CONTACT M'),
    expected: 'review signals-together',
  },
  {
    name: 'three medium signals of two families',
    changes: raised('AG-1 AGE M', 'AG-3 AGE M', 'CO-5 CONTACT M'),
    expected: 'approve',
  },
  { name: 'low signals', changes: raised('CO-1 CONTACT L', 'HO-1 HOSTING L', 'AG-1 AGE L'), expected: 'approve' },
];

const renter: Partial<Party> = {
  schema: 'Person',
  birthDate: '1984-03-02',
  names: [{ text: '見本 太郎' }],
  identifiers: [],
};
const renting = (changes: Partial<Party> = {}, application: Partial<Application> = {}): Partial<Evidence> => ({
  application: {
    ...sampleApplication,
    policy: 'hosting',
    parties: [{ ...sampleBuyer, ...renter, ...changes }, sampleContact],
    ...application,
  },
  confirmations: [],
  identifiers: [],
});

const { country: __, addresses: ___, ...elsewhere } = sampleBuyer;
/** What `renting` makes a company of no country of. */
const nowhere = { ...elsewhere, country: undefined, addresses: [{ full: '9 Sample Road' }] } as unknown as Partial<Party>;
const unnumbered = sampleNotFound({ basis: 'name', reason: 'name-not-found' });

const hostingCases: readonly DecisionCase[] = [
  { name: 'an honest natural person', changes: renting(), expected: 'approve' },
  {
    name: 'an honest company',
    changes: { ...renting({ schema: 'Company' }), confirmations: [sampleConfirmation()] },
    expected: 'approve',
  },
  {
    name: 'no date of birth',
    changes: renting({ birthDate: undefined } as unknown as Partial<Party>),
    expected: 'review birth-date-missing',
  },
  { name: 'no telephone', changes: renting({ phones: [] }), expected: 'review contact-missing' },
  {
    name: 'a wrong number',
    changes: { ...renting(), ...checked('contact', 'CHECK_INVALID') },
    expected: 'review identifier-of-other-wrong',
  },
  {
    name: 'a company nobody knows',
    changes: { ...renting({ schema: 'Company' }), confirmations: [sampleNotFound()] },
    expected: 'refuse company-not-found',
  },
  {
    name: 'a company that claims no country and nobody knows: it can be of any',
    changes: { ...renting(nowhere), confirmations: [unnumbered] },
    expected: 'review other-party-not-confirmed',
  },
  {
    name: 'a company of two countries that the register of one does not know',
    changes: {
      ...renting({ schema: 'Company', addresses: [{ full: '9 Sample Road', country: 'sg', use: 'seat' }] }),
      confirmations: [unnumbered],
    },
    expected: 'review other-party-not-confirmed',
  },
  {
    name: 'a company abroad whose number of the country nobody knows',
    changes: { ...renting({ ...abroad, schema: 'Company' }), confirmations: [sampleNotFound()] },
    expected: 'refuse company-not-found',
  },
  {
    name: 'a company abroad, in no register that is asked',
    changes: { ...renting({ ...abroad, schema: 'Company' }) },
    expected: 'review in-no-register',
  },
  {
    name: 'a company abroad for whom a natural person rents',
    changes: renting(
      {},
      {
        parties: [
          { ...sampleBuyer, ...renter },
          { ...sampleBuyer, ...abroad, id: 'user', roles: ['end-user'] },
        ],
      },
    ),
    expected: 'review in-no-register',
  },
  {
    name: 'a body named by hearsay, abroad',
    changes: renting(
      {},
      {
        parties: [
          { ...sampleBuyer, ...renter },
          { ...sampleBuyer, ...abroad, id: 'unit', roles: ['related-person'] },
        ],
      },
    ),
    expected: 'approve',
  },
  {
    name: 'a company without an address',
    changes: { ...renting({ schema: 'Company', addresses: [] }), confirmations: [sampleConfirmation()] },
    expected: 'review address-not-claimed',
  },
  {
    name: 'a company of whose address the city alone agrees',
    changes: { ...renting({ schema: 'Company' }), confirmations: [sampleConfirmation(inPart('SAME_CITY'))] },
    expected: 'review address-in-city',
  },
  {
    name: 'a company that could not be checked',
    changes: { ...renting({ schema: 'Company' }), confirmations: [sampleNotFound({ verdict: 'NOT_CHECKABLE' })] },
    expected: 'review other-party-not-confirmed',
  },
  { name: 'a hit', changes: { ...renting(), ...hit({}) }, expected: 'review hit-listed' },
  { name: 'a hit on a report', changes: { ...renting(), ...hit(reported) }, expected: 'review hit-reported' },
  {
    name: 'a hit on an own list',
    changes: { ...renting(), ...hit({ effects: ['internal-watch'] }) },
    expected: 'review hit-watched',
  },
  { name: 'a path', changes: { ...renting(), paths: [path] }, expected: 'review path-to-listed' },
  { name: 'resale', changes: renting({}, { answers: answering('resale', 'yes') }), expected: 'review resale-unclear' },
  {
    name: 'instructed by somebody',
    changes: renting({}, { answers: answering('instructed-by', 'a friend') }),
    expected: 'review instructing-person-not-named',
  },
  {
    name: 'one medium signal',
    changes: { ...renting(), ...raised('CO-5 CONTACT M') },
    expected: 'review signal-raised',
  },
  { name: 'one low signal', changes: { ...renting(), ...raised('HO-1 HOSTING L') }, expected: 'approve' },
  {
    name: 'a payer in another script',
    changes: {
      ...renting(),
      signals: [
        { id: 'MO-1', family: 'MONEY', severity: 'H', state: 'UNKNOWN', party: 'buyer', facts: [], sources: [] },
      ],
    },
    expected: 'review payer-not-comparable',
  },
];

for (const [policy, cases] of [
  [edition, editionCases],
  [hosting, hostingCases],
] as const) {
  for (const { name, changes, expected } of cases)
    test(`${policy.id}: ${name}`, () => {
      const { outcome, findings } = decide({ ...sampleEvidence, ...changes }, policy);
      assert.equal([outcome, ...findings.map(({ message }) => message)].join(' '), expected);
    });

  test(`${policy.id}: every rule has a case that fires it`, () => {
    const fired = new Set(
      cases.flatMap(({ changes }) =>
        decide({ ...sampleEvidence, ...changes }, policy).findings.map(({ rule }) => rule),
      ),
    );
    assert.deepEqual(
      policy.rules.map(({ id }) => id).filter((id) => !fired.has(id)),
      [],
    );
  });

  test(`${policy.id}: no rule fails on evidence with every part filled in`, () => {
    for (const { name, changes } of cases)
      assert.deepEqual(
        decide({ ...sampleEvidence, ...changes }, policy).findings.filter(({ message }) => message === 'rule-error'),
        [],
        name,
      );
  });

  test(`${policy.id}: no score refuses, and every question is one of the questionnaire`, () => {
    for (const { each, outcome } of policy.rules) assert.ok(each !== 'hits' || outcome === 'review');
    const asked = [...buildQuestionnaires(referenceFiles).values()].flatMap(({ questions }) =>
      questions.map(({ question }) => question),
    );
    assert.deepEqual(
      policy.requiredAnswers.filter((question) => !asked.includes(question)),
      [],
    );
    const named = policy.rules.flatMap(({ when }) =>
      [...when.matchAll(/answerTo\(application, "([^"]+)"\)/g)].map(([, question]) => question ?? ''),
    );
    assert.deepEqual(
      named.filter((question) => !asked.includes(question)),
      [],
    );
  });
}

test('a reported status is the newest that stands, told with who reports it and when', () => {
  const [undated] = decide(
    {
      ...sampleEvidence,
      ...hit({ ...reported, legalStatus: [{ status: 'SUSPECTED', authority: 'police', reportedBy: 'a paper' }] }),
    },
    edition,
  ).findings;
  assert.equal(undated?.facts['statusDate'], '');
  const [finding] = decide({ ...sampleEvidence, ...hit(reported) }, edition).findings;
  assert.deepEqual(finding?.facts, {
    name: 'Mihon',
    listedName: 'Mihon Trading',
    source: 'un-sc',
    entity: 'un-sc:QDe.1',
    nameOnly: true,
    status: 'NOT_INDICTED',
    reportedBy: 'a paper',
    statusDate: '2021-10',
  });
});
