// For tests: what signals of people, owners, money, purpose, behaviour, network and rentals are to make of evidence.
import { NO_ANSWER, type Application, type Party } from '../model/application.ts';
import type { Path } from '../model/evidence.ts';
import type { IncidentMatch } from '../model/incident.ts';
import type { ProductNorm } from '../model/policy.ts';
import { sampleApplication, sampleBuyer, sampleContact } from '../../testing/sample-evidence.ts';
import {
  applied,
  buying,
  contacted,
  registered,
  unasked,
  paid,
  answered,
  shared,
  type SignalCase,
} from './signal-cases.ts';

const representative: Party = { ...sampleContact, id: 'rep', roles: ['representative'] };
const represented = (changes: Partial<Party>, application: Partial<Application> = {}) =>
  applied({ parties: [sampleBuyer, { ...representative, ...changes }], ...application });
const paying = (changes: NonNullable<Application['payment']>) => applied({ payment: changes });
const renting = (network: Application['network'] = {}, changes: Partial<Application> = {}) =>
  applied({ delivery: { method: 'provisioning', country: 'jp' }, network, ...changes });
const norm = (changes: Partial<ProductNorm>): SignalCase['changes'] => ({
  productNorm: { product: 'edition', reference: 'Vendor norm', ...changes },
});
const notLookedThrough = { earlierApplications: undefined } as unknown as SignalCase['changes'];
const renter: Partial<Party> = { schema: 'Person', names: [{ text: '見本 太郎' }], identifiers: [] };
const identified = (document: string, payerName: string, names = [{ text: '見本 太郎' }]) =>
  answered('name-on-document', document, {
    parties: [{ ...sampleBuyer, ...renter, names }],
    payment: { method: 'card', payerName },
  });
const path = (...kinds: string[]): Path => ({
  from: 'buyer',
  to: 'contact',
  entityId: 'un-sc:QDe.1',
  hops: kinds.map((kind) => ({ from: 'buyer', to: 'contact', kind, direction: 'backward', statedBy: 'application' })),
});
const linked = (match: IncidentMatch): SignalCase['changes'] => ({
  incidents: [
    {
      party: 'buyer',
      incidentId: 'C-1',
      version: 'v1',
      title: 'Invented campaign',
      source: { publisher: 'Example Daily', language: 'ja' },
      matches: [match],
    },
  ],
});
const purpose =
  'Protects the computers of our own office in Yokohama against malicious programs, forty of them at most.';

/** Signals that rest on one answer alone: raising and clearing answer, and the severity. */
const asked: readonly [
  id: string,
  question: string,
  raises: string,
  severity: 'H' | 'M' | 'L' | 'I',
  clears: string,
][] = [
  ['PE-1', 'representative-on-certificate', 'other-name', 'H', 'agrees'],
  ['PE-1', 'representative-on-certificate', 'former-name', 'I', 'agrees'],
  ['PE-3', 'nominee-signs', 'yes', 'M', 'no'],
  ['PU-4', 'support-declined', 'yes', 'L', 'no'],
  ['BE-1', 'pressure', 'yes', 'L', 'no'],
  ['BE-2', 'data-changed-after-check', 'yes', 'H', 'no'],
  ['BE-3', 'asks-about-checks', 'yes', 'I', 'no'],
  ['BE-4', 'avoids-contact', 'yes', 'L', 'no'],
  ['NE-2', 'follows-listed-customer', 'yes', 'H', 'no'],
];
/** The same, of rentals alone. */
const askedOfRentals: typeof asked = [
  ['HO-4', 'access-passed-on', 'yes', 'M', 'no'],
  ['HO-5', 'abuse-reported', 'yes', 'H', 'no'],
];

export const orderCases: readonly SignalCase[] = [
  { id: 'PU-5', name: 'nothing of the kind answered', changes: {}, expected: 'UNKNOWN' },
  { id: 'PU-5', name: 'asked, and not answered', changes: answered('military-use', NO_ANSWER), expected: 'UNKNOWN' },
  { id: 'PU-5', name: 'as usual', changes: answered('route', 'as-usual'), expected: 'CLEAR' },
  {
    id: 'PU-5',
    name: 'one answer of concern',
    changes: answered('military-site', 'Yes.'),
    expected: 'RAISED M',
    facts: { answers: 'military-site: yes' },
  },
  {
    id: 'PU-5',
    name: 'two, by applicant and reviewer',
    changes: applied({
      answers: [
        { question: 'military-site', answer: 'yes' },
        { question: 'knows-product', answer: 'no' },
        { question: 'route', answer: 'as-usual' },
      ],
    }),
    expected: 'RAISED H',
  },
  { id: 'PE-4', name: 'domain of the site', changes: {}, party: 'contact', expected: 'CLEAR' },
  {
    id: 'PE-4',
    name: 'domain below it',
    changes: contacted({ emails: ['a@mail.mihon-denki.example'] }),
    party: 'contact',
    expected: 'CLEAR',
  },
  {
    id: 'PE-4',
    name: 'another domain',
    changes: contacted({ emails: ['a@mihon-denki-corp.example'] }),
    party: 'contact',
    expected: 'RAISED M',
    facts: { mail: 'mihon-denki-corp.example', site: 'mihon-denki.example' },
  },
  {
    id: 'PE-4',
    name: 'no site',
    changes: buying({ websites: [] }, sampleContact),
    party: 'contact',
    expected: 'UNKNOWN',
  },
  { id: 'OW-1', name: 'answered', changes: {}, expected: 'CLEAR' },
  {
    id: 'OW-1',
    name: 'evaded',
    changes: applied({ answers: [{ question: 'owners', answer: ' Ｎ／Ａ ' }] }),
    expected: 'RAISED H',
  },
  {
    id: 'OW-1',
    name: 'evaded in Japanese',
    changes: applied({ answers: [{ question: 'owners', answer: '非公開。' }] }),
    expected: 'RAISED H',
  },
  { id: 'OW-1', name: 'not asked', changes: applied({ answers: [] }), expected: 'UNKNOWN' },
  {
    id: 'OW-1',
    name: 'an owner is a party',
    changes: applied({ answers: [], parties: [sampleBuyer, { ...sampleContact, roles: ['beneficial-owner'] }] }),
    expected: 'CLEAR',
  },
  { id: 'OW-1', name: 'natural person', changes: buying({ schema: 'Person' }), expected: 'NOT_APPLICABLE' },
  { id: 'MO-1', name: 'as a bank writes the kana of the register', changes: {}, expected: 'CLEAR' },
  {
    id: 'MO-1',
    name: 'half-width, with small kana made large',
    changes: { ...paid('ﾐﾎﾝｼﾖｳｶｲ(ｶ'), ...registered({ kana: 'ミホンショウカイ' }) },
    expected: 'CLEAR',
  },
  { id: 'MO-1', name: 'legal form on the other side', changes: paid('見本電機（株）'), expected: 'CLEAR' },
  {
    id: 'MO-1',
    name: 'a form in words',
    changes: { ...unasked, ...paid('MIHON DENKI K.K.', { names: [{ text: 'Mihon Denki Co., Ltd.' }] }) },
    expected: 'CLEAR',
  },
  {
    id: 'MO-1',
    name: 'another name in the same writing',
    changes: paid('株式会社別物商会'),
    expected: 'RAISED H',
    facts: { payer: '株式会社別物商会', buyer: '株式会社見本電機' },
  },
  { id: 'MO-1', name: 'other kana than the register has', changes: paid('ベツモノ'), expected: 'RAISED H' },
  {
    id: 'MO-1',
    name: 'kana, where only Han is known',
    changes: { ...unasked, ...paid('ベツモノ') },
    expected: 'UNKNOWN',
  },
  {
    id: 'MO-1',
    name: 'family name first on the card',
    changes: { ...unasked, ...paid('MIHON TARO', { names: [{ text: 'Taro Mihon' }] }) },
    expected: 'CLEAR',
  },
  { id: 'MO-1', name: 'a legal form and nothing else', changes: paid('株式会社'), expected: 'UNKNOWN' },
  { id: 'MO-1', name: 'nothing said of the payer', changes: applied({ payment: {} }), expected: 'UNKNOWN' },
  {
    id: 'MO-1',
    name: 'another party pays',
    changes: applied({ parties: [sampleBuyer, { ...sampleContact, roles: ['payer'] }] }),
    expected: 'RAISED H',
  },
  { id: 'HO-1', name: 'same country', changes: {}, expected: 'CLEAR' },
  {
    id: 'HO-1',
    name: 'another country',
    changes: applied({ network: { country: 'nl' } }),
    expected: 'RAISED L',
    facts: { network: 'nl', claimed: 'jp' },
  },
  { id: 'HO-1', name: 'nothing known', changes: applied({ network: {} }), expected: 'UNKNOWN' },

  ...asked.flatMap(([id, question, raises, severity, clears]): SignalCase[] => [
    {
      id,
      name: `${question}: ${raises}`,
      changes: answered(question, raises),
      expected: `RAISED ${severity}`,
      facts: { [question]: raises },
    },
    {
      id,
      name: `${question}: ${clears}`,
      changes: answered(question, ` ${clears.toUpperCase()}. `),
      expected: 'CLEAR',
    },
    { id, name: `${question}: not answered`, changes: {}, expected: 'UNKNOWN' },
  ]),
  ...askedOfRentals.flatMap(([id, question, raises, severity, clears]): SignalCase[] => [
    {
      id,
      name: `${question}: ${raises}`,
      changes: answered(question, raises, { delivery: { method: 'provisioning' } }),
      expected: `RAISED ${severity}`,
    },
    {
      id,
      name: `${question}: ${clears}`,
      changes: answered(question, clears, { delivery: { method: 'provisioning' } }),
      expected: 'CLEAR',
    },
    { id, name: `${question}: not answered`, changes: renting(), expected: 'UNKNOWN' },
    { id, name: 'no rental', changes: answered(question, raises), expected: 'NOT_APPLICABLE' },
  ]),
  { id: 'PE-1', name: 'a natural person', changes: buying({ schema: 'Person' }), expected: 'NOT_APPLICABLE' },

  {
    id: 'PE-2',
    name: 'twelve companies, by what a reviewer counted',
    changes: answered('companies-of-representative', '１２'),
    expected: 'RAISED M',
    facts: { companies: '12' },
  },
  {
    id: 'PE-2',
    name: 'five companies of the order',
    changes: represented(
      {},
      {
        links: ['a', 'b', 'c', 'd', 'buyer'].map((to) => ({ from: 'rep', kind: 'director-of' as const, to })),
      },
    ),
    expected: 'RAISED M',
  },
  { id: 'PE-2', name: 'one', changes: answered('companies-of-representative', '1'), expected: 'CLEAR' },
  { id: 'PE-2', name: 'nobody counted', changes: {}, expected: 'UNKNOWN' },
  { id: 'PE-2', name: 'no number', changes: answered('companies-of-representative', 'many'), expected: 'UNKNOWN' },
  { id: 'PE-2', name: 'a natural person', changes: buying({ schema: 'Person' }), expected: 'NOT_APPLICABLE' },
  {
    id: 'PE-3',
    name: 'lives where companies are formed',
    changes: represented({ addresses: [{ full: '横浜市中区海岸通99-97', country: 'jp' }] }),
    party: 'rep',
    expected: 'RAISED M',
    facts: { address: '横浜市中区海岸通99-97' },
  },
  { id: 'PE-3', name: 'a natural person', changes: buying({ schema: 'Person' }), expected: 'NOT_APPLICABLE' },

  {
    id: 'MO-2',
    name: 'from another country',
    changes: paying({ country: 'ae' }),
    expected: 'RAISED M',
    facts: { payment: 'ae', claimed: 'jp' },
  },
  { id: 'MO-2', name: 'from the same', changes: {}, expected: 'CLEAR' },
  { id: 'MO-2', name: 'nothing said', changes: paying({ method: 'card' }), expected: 'UNKNOWN' },
  { id: 'MO-3', name: 'cash', changes: paying({ method: 'cash' }), expected: 'RAISED M', facts: { method: 'cash' } },
  { id: 'MO-3', name: 'all beforehand', changes: paying({ prepaidInFull: true }), expected: 'RAISED L' },
  { id: 'MO-3', name: 'terms too good', changes: answered('terms-offered', 'over-favourable'), expected: 'RAISED M' },
  { id: 'MO-3', name: 'a transfer', changes: {}, expected: 'CLEAR' },
  {
    id: 'MO-3',
    name: 'usual, by a reviewer',
    changes: answered('terms-offered', 'usual', { payment: {} }),
    expected: 'CLEAR',
  },
  { id: 'MO-3', name: 'nothing said', changes: paying({}), expected: 'UNKNOWN' },

  {
    id: 'PU-1',
    name: 'another business',
    changes: { ...norm({ sectors: ['printing', '印刷'] }), ...buying({ sector: 'Fishery' }) },
    expected: 'RAISED M',
    facts: { sector: 'Fishery' },
  },
  {
    id: 'PU-1',
    name: 'a usual one',
    changes: { ...norm({ sectors: ['印刷'] }), ...buying({ sector: '製本・印刷業' }) },
    expected: 'CLEAR',
  },
  { id: 'PU-1', name: 'not stated', changes: norm({ sectors: ['printing'] }), expected: 'UNKNOWN' },
  { id: 'PU-1', name: 'no norm', changes: buying({ sector: 'Fishery' }), expected: 'NOT_APPLICABLE' },
  {
    id: 'PU-2',
    name: 'more than there are people',
    changes: {
      ...norm({ mostPerEmployee: 2, most: 100 }),
      ...answered('employees', '3', { product: { id: 'edition', quantity: 7 } }),
    },
    expected: 'RAISED M',
    facts: { quantity: '7', usual: '6', employees: '3' },
  },
  {
    id: 'PU-2',
    name: 'as many as anybody takes',
    changes: { ...norm({ mostPerEmployee: 2, most: 100 }), ...applied({ product: { id: 'edition', quantity: 100 } }) },
    expected: 'CLEAR',
  },
  {
    id: 'PU-2',
    name: 'more than anybody takes',
    changes: { ...norm({ most: 100 }), ...applied({ product: { id: 'edition', quantity: 101 } }) },
    expected: 'RAISED M',
  },
  { id: 'PU-2', name: 'people not stated', changes: norm({ mostPerEmployee: 2 }), expected: 'UNKNOWN' },
  {
    id: 'PU-2',
    name: 'quantity not stated',
    changes: { ...norm({ most: 9 }), ...applied({ product: { id: 'edition' } }) },
    expected: 'UNKNOWN',
  },
  { id: 'PU-2', name: 'no norm', changes: {}, expected: 'NOT_APPLICABLE' },

  ...['-', 'N/A', ' ｎ／ａ. ', 'none', 'なし。', '非公開', '…', '特になし'].map((answer): SignalCase => ({
    id: 'PU-3',
    name: `the purpose: ${answer}`,
    changes: answered('end-use', answer),
    expected: 'RAISED H',
    facts: { questions: 'end-use' },
  })),
  { id: 'PU-3', name: 'at whose request: -', changes: answered('instructed-by', '-'), expected: 'RAISED H' },
  { id: 'PU-3', name: 'at whose request: none', changes: answered('instructed-by', 'none'), expected: 'CLEAR' },
  { id: 'PU-3', name: 'resale: なし', changes: answered('resale', 'なし'), expected: 'CLEAR' },
  { id: 'PU-3', name: 'the owners are told elsewhere', changes: answered('owners', '-'), expected: 'CLEAR' },
  { id: 'PU-3', name: 'what a reviewer left open', changes: answered('pressure', '-'), expected: 'CLEAR' },
  {
    id: 'PU-3',
    name: 'in the words of a buyer who was refused',
    changes: shared({ shared: 'end-use', similarity: 0.953, outcome: 'REFUSE' }),
    expected: 'RAISED H',
    facts: { application: 'A-0', outcome: 'REFUSE', similarity: '0.95' },
  },
  {
    id: 'PU-3',
    name: 'in the words of another buyer',
    changes: shared({ shared: 'end-use', similarity: 1 }),
    expected: 'RAISED M',
  },
  {
    id: 'PU-3',
    name: 'in its own words',
    changes: shared({ shared: 'end-use', similarity: 1, sameBuyer: true }),
    expected: 'CLEAR',
  },
  { id: 'PU-3', name: 'said', changes: {}, expected: 'CLEAR' },
  { id: 'PU-3', name: 'not asked', changes: applied({ answers: [] }), expected: 'UNKNOWN' },
  {
    id: 'PU-3',
    name: 'said at length, and other orders not looked through',
    changes: { ...notLookedThrough, ...answered('end-use', purpose) },
    expected: 'UNKNOWN',
  },

  {
    id: 'NE-1',
    name: 'a listed party two steps off',
    changes: { paths: [path('contact', 'spouse-of')] },
    expected: 'RAISED H',
    facts: { parties: 'contact (un-sc:QDe.1)' },
  },
  {
    id: 'NE-1',
    name: 'three steps off',
    changes: { paths: [path('contact', 'spouse-of', 'member-of')] },
    expected: 'CLEAR',
  },
  {
    id: 'NE-1',
    name: 'the same buyer was refused',
    changes: shared({ sameBuyer: true, outcome: 'REFUSE' }),
    expected: 'RAISED H',
  },
  { id: 'NE-1', name: 'the same buyer was accepted', changes: shared({ sameBuyer: true }), expected: 'CLEAR' },
  { id: 'NE-1', name: 'not looked through', changes: notLookedThrough, expected: 'UNKNOWN' },

  {
    id: 'NE-3',
    name: 'a domain of an incident',
    changes: linked({ type: 'domain', indicator: 'kaku.example', stated: 'a@kaku.example' }),
    expected: 'RAISED H',
    facts: { shared: 'domain a@kaku.example (Invented campaign, C-1)', reported: 'by Example Daily, ja' },
  },
  {
    id: 'NE-3',
    name: 'a name in one',
    changes: linked({ type: 'name', indicator: '見本 太郎', stated: '見本 太郎', score: 0.9 }),
    expected: 'RAISED H',
  },
  { id: 'NE-3', name: 'nothing in common', changes: { incidents: [] }, expected: 'CLEAR' },
  { id: 'NE-3', name: 'no incident is kept', changes: {}, expected: 'UNKNOWN' },

  {
    id: 'HO-1',
    name: 'over an anonymous network',
    changes: applied({ network: { kind: 'tor' } }),
    expected: 'RAISED M',
    facts: { network: 'tor' },
  },
  {
    id: 'HO-1',
    name: 'over one of a company',
    changes: applied({ network: { kind: 'company', country: 'jp' } }),
    expected: 'CLEAR',
  },
  {
    id: 'HO-2',
    name: 'three others',
    changes: {
      ...renting({ deviceId: 'd' }),
      ...shared(...['A-1', 'A-2', 'A-3'].map((applicationId) => ({ applicationId, shared: 'device' as const }))),
    },
    expected: 'RAISED H',
    facts: { shared: 'device', applications: 'A-1 (ACCEPT), A-2 (ACCEPT), A-3 (ACCEPT)' },
  },
  {
    id: 'HO-2',
    name: 'two others, and a customer who comes back',
    changes: {
      ...renting({ deviceId: 'd' }),
      ...shared(
        { applicationId: 'A-1', shared: 'device' },
        { applicationId: 'A-2', shared: 'device' },
        { applicationId: 'A-3', shared: 'device', sameBuyer: true },
      ),
    },
    expected: 'CLEAR',
  },
  { id: 'HO-2', name: 'no device known', changes: renting(), expected: 'UNKNOWN' },
  {
    id: 'HO-2',
    name: 'not looked through',
    changes: { ...notLookedThrough, ...renting({ deviceId: 'd' }) },
    expected: 'UNKNOWN',
  },
  { id: 'HO-2', name: 'no rental', changes: {}, expected: 'NOT_APPLICABLE' },

  { id: 'HO-3', name: 'another name', changes: identified('別物 次郎', '見本 太郎'), expected: 'RAISED H' },
  {
    id: 'HO-3',
    name: 'another card',
    changes: identified('見本 太郎', '別物 次郎'),
    expected: 'RAISED H',
    facts: { document: '見本 太郎', given: '見本 太郎', card: '別物 次郎' },
  },
  {
    id: 'HO-3',
    name: 'all the same',
    changes: identified('見本　太郎', 'TARO MIHON', [{ text: '見本 太郎' }, { text: 'Taro Mihon' }]),
    expected: 'CLEAR',
  },
  { id: 'HO-3', name: 'a card in another script', changes: identified('見本 太郎', 'TARO MIHON'), expected: 'UNKNOWN' },
  { id: 'HO-3', name: 'no document seen', changes: buying(renter), expected: 'UNKNOWN' },
  {
    id: 'HO-3',
    name: 'a company',
    changes: answered('name-on-document', sampleApplication.id),
    expected: 'NOT_APPLICABLE',
  },
];
