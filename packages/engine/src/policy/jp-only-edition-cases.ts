// For tests: what `jp-only-edition` is to make of evidence.
import { effects } from '../model/entity.ts';
import {
  sampleBuyer,
  sampleConfirmation,
  sampleContact,
  sampleEvidence,
  sampleFact,
  sampleNotFound,
} from '../../testing/sample-evidence.ts';
import {
  applied,
  buying,
  abroad,
  joined,
  undelivered,
  inPart,
  atFormerSeat,
  certified,
  joinedIn,
  inName,
  confirmed,
  answering,
  checked,
  hit,
  reported,
  raised,
  path,
  beside,
  beyond,
  toRefused,
  type DecisionCase,
} from './decision-cases.ts';

export const editionCases: readonly DecisionCase[] = [
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
  { name: 'a certificate that agrees', changes: certified({}), expected: 'approve' },
  { name: 'a certificate of last year', changes: certified({ ageDays: 91 }), expected: 'review document-not-recent' },
  { name: 'a certificate of tomorrow', changes: certified({ ageDays: -1 }), expected: 'review document-not-recent' },
  {
    name: 'a certificate that states otherwise than the order',
    changes: certified({ fields: inName }),
    expected: 'review document-differs',
  },
  {
    name: 'another register that has another name of it',
    changes: confirmed(joinedIn('name')),
    expected: 'review registers-differ',
  },
  {
    name: 'another register that has another seat of it',
    changes: confirmed(joinedIn('address')),
    expected: 'approve',
  },
  { name: 'an address it has left', changes: confirmed(atFormerSeat), expected: 'review address-former' },
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
    name: 'a joined register states another number of the buyer',
    changes: {
      identifiers: sampleEvidence.identifiers.map((check) => ({
        ...check,
        state: 'CONTRADICTED' as const,
        stated: { register: 'gleif', editionId: 'e', value: 'another' },
      })),
    },
    expected: 'review identifier-of-other-wrong',
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
    expected: !['travel-ban', 'trade-ban', 'wanted', 'internal-watch', 'information'].includes(effect)
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
  { name: 'a path to a refused order', changes: { paths: [toRefused] }, expected: 'review path-to-refused' },
  {
    name: 'a path to an order that is to be refused',
    changes: { paths: [{ ...toRefused, reaches: 'refusal-proposed' }] },
    expected: 'review path-to-refused',
  },
  { name: 'a director who may be listed', changes: { paths: [beyond] }, expected: 'review path-beyond' },
  {
    name: 'what a list says of whom the buyer resembles',
    changes: { paths: [{ ...beside, reaches: 'listed' }] },
    expected: 'approve',
  },
  {
    name: 'what a list puts beside its own entity is evidence, no finding',
    changes: { paths: [beside] },
    expected: 'approve',
  },
  { name: 'resale', changes: applied({ answers: answering('resale', ' YES ') }), expected: 'refuse resale-intended' },
  {
    name: 'installed abroad',
    changes: applied({
      parties: [
        {
          ...sampleBuyer,
          addresses: [...(sampleBuyer.addresses ?? []), { full: 'Pyongyang', country: 'kp', use: 'installation' }],
        },
        sampleContact,
      ],
    }),
    expected: 'refuse place-abroad',
  },
  {
    name: 'a payer in another script',
    changes: {
      ...applied({ payment: { payerName: 'ヤマダ タロウ' } }),
      signals: [
        { id: 'MO-1', family: 'MONEY', severity: 'H', state: 'UNKNOWN', party: 'buyer', facts: [], sources: [] },
      ],
    },
    expected: 'review payer-not-comparable',
  },
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
  { name: 'a name like another company’s', changes: raised('EX-9 EXISTENCE H'), expected: 'review signal-raised' },
  {
    name: 'a company stated to be a person',
    changes: {
      ...raised('EX-10 EXISTENCE H'),
      gaps: [{ kind: 'register-not-asked', subject: 'Sample Ltd', detail: 'a person' }],
    },
    expected: 'review gap-register-not-asked',
  },
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
