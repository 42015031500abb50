// For tests: what signals of addresses, mail, domains, telephones and shared contact facts are to make of evidence.
import type { Party } from '../model/application.ts';
import { sampleBuyer, sampleNotFound } from '../../testing/sample-evidence.ts';
import {
  applied,
  buying,
  contacted,
  confirmed,
  registered,
  unasked,
  answered,
  shared,
  type SignalCase,
} from './signal-cases.ts';

const seated = (full: string, changes: Partial<Party> = {}) =>
  buying({ addresses: [{ full, country: 'jp', use: 'seat' }], ...changes });
const { websites: _, ...siteless } = sampleBuyer;
const sitesOf = (...websites: string[]) => registered({ websites });
const notLookedThrough = { earlierApplications: undefined } as unknown as SignalCase['changes'];

/** At a seat of so many companies. */
const crowded = (count: number, percentile: number) =>
  confirmed({ addressCompanies: { register: 'jp-nta', edition: 'e-nta', count, percentile } });

export const contactCases: readonly SignalCase[] = [
  {
    id: 'AD-4',
    name: 'abroad',
    changes: applied({ delivery: { country: 'sg' } }),
    expected: 'RAISED H',
    facts: { delivery: 'sg', claimed: 'jp' },
  },
  {
    id: 'AD-4',
    name: 'other prefecture',
    changes: applied({ delivery: { address: '〒530-0001 大阪府大阪市北区9-9-9', country: 'jp' } }),
    expected: 'RAISED M',
  },
  {
    id: 'AD-4',
    name: 'same prefecture',
    changes: applied({ delivery: { address: '東京都八王子市9-9-9' } }),
    expected: 'CLEAR',
  },
  {
    id: 'AD-4',
    name: 'prefecture left out',
    changes: applied({ delivery: { address: '〒192-9999 八王子市9-9-9', country: 'jp' } }),
    expected: 'CLEAR',
  },
  {
    id: 'AD-4',
    name: 'prefecture left out, and it is another one',
    changes: applied({ delivery: { address: '大阪市北区9-9-9', country: 'jp' } }),
    expected: 'RAISED M',
    facts: { delivery: '大阪府', registered: '東京都' },
  },
  {
    id: 'AD-4',
    name: 'a city of which there are two',
    changes: applied({ delivery: { address: '府中市9-9-9', country: 'jp' } }),
    expected: 'UNKNOWN',
  },
  {
    id: 'AD-4',
    name: 'the claimed seat, of a buyer that no register knows',
    changes: { ...unasked, ...applied({ delivery: { address: '東京都千代田区霞が関９丁目９番９号' } }) },
    expected: 'CLEAR',
  },
  {
    id: 'AD-4',
    name: 'another prefecture than the claimed seat, of a buyer that no register knows',
    changes: { ...unasked, ...applied({ delivery: { address: '大阪府大阪市北区9-9-9' } }) },
    expected: 'RAISED M',
  },
  {
    id: 'AD-4',
    name: 'a seat abroad, word for word',
    changes: {
      ...unasked,
      ...applied({
        parties: [{ ...sampleBuyer, country: 'sg', addresses: [{ full: '9 Sample Road, Singapore', country: 'sg' }] }],
        delivery: { address: '9 SAMPLE ROAD  Singapore', country: 'sg' },
      }),
    },
    expected: 'CLEAR',
  },
  {
    id: 'AD-4',
    name: 'the seat itself, in the house of a hotel',
    changes: applied({
      parties: [{ ...sampleBuyer, addresses: [{ full: '東京都新宿区西新宿9-9-9 見本ホテルビル2F', country: 'jp' }] }],
      delivery: { address: '新宿区西新宿９丁目９番９号 見本ホテルビル２階', country: 'jp' },
    }),
    expected: 'CLEAR',
  },
  {
    id: 'AD-4',
    name: 'a claimed seat that the register has elsewhere',
    changes: applied({
      parties: [{ ...sampleBuyer, addresses: [{ full: '大阪府大阪市北区9-9-9', country: 'jp' }] }],
      delivery: { address: '大阪府大阪市北区9-9-9', country: 'jp' },
    }),
    expected: 'RAISED M',
  },
  {
    id: 'AD-4',
    name: 'a forwarder',
    changes: applied({ delivery: { address: '東京都大田区9-9-9 見本転送センター', country: 'jp' } }),
    expected: 'RAISED M',
    facts: { delivery: '東京都大田区9-9-9 見本転送センター', word: '転送' },
  },
  { id: 'AD-4', name: 'the country alone', changes: {}, expected: 'CLEAR' },
  { id: 'AD-4', name: 'nothing said', changes: applied({ delivery: { method: 'download' } }), expected: 'UNKNOWN' },
  { id: 'CO-1', name: 'own domain', changes: {}, expected: 'CLEAR' },
  {
    id: 'CO-1',
    name: 'free mail',
    changes: buying({ emails: ['mihon@GMail.com'] }),
    expected: 'RAISED L',
    facts: { domain: 'gmail.com' },
  },
  {
    id: 'CO-1',
    name: 'throw-away mail below a known domain',
    changes: buying({ emails: ['a@x.mailinator.com', 'b@gmail.com'] }),
    expected: 'RAISED H',
  },
  {
    id: 'CO-1',
    name: 'a domain that only ends alike',
    changes: buying({ emails: ['a@notgmail.com'] }),
    expected: 'CLEAR',
  },
  { id: 'CO-1', name: 'no mail', changes: buying({ emails: [] }), expected: 'UNKNOWN' },
  { id: 'CO-1', name: 'not a mail address', changes: buying({ emails: ['mihon'] }), expected: 'UNKNOWN' },
  {
    id: 'CO-1',
    name: 'the contact too',
    changes: contacted({ emails: ['a@yopmail.com'] }),
    party: 'contact',
    expected: 'RAISED H',
  },
  { id: 'CO-5', name: 'a number of Tokyo', changes: {}, expected: 'CLEAR' },
  {
    id: 'CO-5',
    name: 'with the code of Japan',
    changes: buying({ phones: ['+81 (0)3-9999-0001'] }),
    expected: 'CLEAR',
  },
  {
    id: 'CO-5',
    name: 'of another country',
    changes: buying({ phones: ['03-9999-0001', '0086 10 9999 0001'] }),
    expected: 'RAISED M',
    facts: { phone: '0086 10 9999 0001', countries: 'cn', claimed: 'jp' },
  },
  {
    id: 'CO-5',
    name: 'of one of the countries of a code',
    changes: buying({ country: 'ca', addresses: [], phones: ['+1 416 555 0100'] }),
    expected: 'CLEAR',
  },
  {
    id: 'CO-5',
    name: 'mobile alone',
    changes: buying({ phones: ['090-9900-0001', '＋８１ 50 9999 0001'] }),
    expected: 'RAISED L',
  },
  {
    id: 'CO-5',
    name: 'mobile beside another',
    changes: buying({ phones: ['090-9900-0001', '03-9999-0001'] }),
    expected: 'CLEAR',
  },
  { id: 'CO-5', name: 'unreadable', changes: buying({ phones: ['ask reception'] }), expected: 'UNKNOWN' },
  { id: 'CO-5', name: 'a code nobody has', changes: buying({ phones: ['+999 12345678'] }), expected: 'UNKNOWN' },
  {
    id: 'CO-5',
    name: 'no country claimed',
    changes: buying({ country: undefined, addresses: [] } as unknown as Partial<Party>),
    expected: 'UNKNOWN',
  },
  {
    id: 'CO-5',
    name: 'the contact by the country of the buyer',
    changes: contacted({ phones: ['+65 9999 0001'] }),
    party: 'contact',
    expected: 'RAISED M',
  },

  {
    id: 'AD-1',
    name: 'more companies than nearly anywhere',
    changes: crowded(412, 99.9),
    expected: 'RAISED M',
    facts: { count: '412', percentile: '99.9' },
  },
  { id: 'AD-1', name: 'an office house', changes: crowded(30, 98), expected: 'CLEAR' },
  { id: 'AD-1', name: 'few, in a register of few', changes: crowded(3, 99.9), expected: 'CLEAR' },
  { id: 'AD-1', name: 'not looked for', changes: {}, expected: 'UNKNOWN' },
  { id: 'AD-1', name: 'a natural person', changes: buying({ schema: 'Person' }), expected: 'NOT_APPLICABLE' },

  {
    id: 'AD-2',
    name: 'a virtual office, written otherwise',
    changes: seated('千代田区霞ヶ関99-99-99 見本ビル 5F'),
    expected: 'RAISED M',
    facts: {
      address: '千代田区霞ヶ関99-99-99 見本ビル 5F',
      operator: 'Mihon Office (invented)',
      source: 'invented, to show the form',
    },
  },
  { id: 'AD-2', name: 'the house beside it', changes: seated('東京都千代田区霞が関99-99-98'), expected: 'CLEAR' },
  { id: 'AD-2', name: 'no address', changes: buying({ addresses: [] }), expected: 'UNKNOWN' },
  { id: 'AD-2', name: 'a natural person', changes: buying({ schema: 'Person' }), expected: 'NOT_APPLICABLE' },

  ...['コーポ見本203', ' ハイツ日和見 203', 'ﾏﾝｼｮﾝ見本 1203', '見本荘', ' 203号室'].map((building): SignalCase => ({
    id: 'AD-3',
    name: building,
    changes: seated(`東京都新宿区百人町9-99-9${building}`),
    expected: 'RAISED L',
  })),
  ...['', ' 見本ビル203号室', ' 見本コーポレーション', ' 3階 302号室', ' 山荘会館'].map((building): SignalCase => ({
    id: 'AD-3',
    name: `no home:${building}`,
    changes: seated(`東京都新宿区百人町9-99-9${building}`),
    expected: 'CLEAR',
  })),
  { id: 'AD-3', name: 'a town called 荘', changes: seated('岐阜県高山市荘川町新渕99-9'), expected: 'CLEAR' },
  { id: 'AD-3', name: 'no address', changes: buying({ addresses: [] }), expected: 'UNKNOWN' },
  { id: 'AD-3', name: 'a natural person', changes: buying({ schema: 'Person' }), expected: 'NOT_APPLICABLE' },

  {
    id: 'CO-2',
    name: 'one letter otherwise',
    changes: buying({ emails: ['info@mihon-denky.example'] }),
    expected: 'RAISED H',
    facts: { domain: 'mihon-denky.example', known: 'mihon-denki.example' },
  },
  {
    id: 'CO-2',
    name: 'a word more',
    changes: buying({ emails: ['a@mihon-denki-japan.example'] }),
    expected: 'RAISED H',
  },
  {
    id: 'CO-2',
    name: 'a digit for a letter',
    changes: buying({ emails: ['a@m1hon-denki.example'] }),
    expected: 'RAISED H',
  },
  {
    id: 'CO-2',
    name: 'a Cyrillic letter, as it goes over the wire',
    changes: buying({ emails: ['a@xn--mihn-denki-gvi.example'] }),
    expected: 'RAISED H',
    facts: { domain: 'xn--mihn-denki-gvi.example', known: 'mihon-denki.example' },
  },
  {
    id: 'CO-2',
    name: 'the name below another ending',
    changes: buying({ emails: ['a@mihon-denki.co.jp'] }),
    expected: 'RAISED L',
  },
  {
    id: 'CO-2',
    name: 'the site against the one of the register',
    changes: {
      ...sitesOf('http://mihondenki.co.jp'),
      ...buying({ websites: ['https://mih0ndenki.co.jp/'], emails: [] }),
    },
    expected: 'RAISED H',
    facts: { domain: 'mih0ndenki.co.jp', known: 'mihondenki.co.jp' },
  },
  {
    id: 'CO-2',
    name: 'the site of a company of nearly the same name',
    changes: {
      confirmations: [
        sampleNotFound({
          lookAlikes: [
            {
              number: '9800001000023',
              name: '見本電器',
              address: '大阪府',
              difference: 'one-character',
              addressVerdict: 'DIFFERENT',
              websites: ['https://mihondenki.co.jp'],
            },
          ],
        }),
      ],
      ...buying({ websites: [], emails: ['a@mihondenkl.co.jp'] }),
    },
    expected: 'RAISED H',
    facts: { domain: 'mihondenkl.co.jp', known: 'mihondenki.co.jp' },
  },
  { id: 'CO-2', name: 'another company', changes: buying({ emails: ['a@betsumono.example'] }), expected: 'CLEAR' },
  { id: 'CO-2', name: 'free mail', changes: buying({ emails: ['mihon-denki@gmail.com'] }), expected: 'CLEAR' },
  {
    id: 'CO-2',
    name: 'short names are near to any',
    changes: buying({ emails: ['a@abd.example'], websites: ['https://abc.example'] }),
    expected: 'CLEAR',
  },
  {
    id: 'CO-2',
    name: 'below the site',
    changes: contacted({ emails: ['a@mail.mihon-denki.example'] }),
    party: 'contact',
    expected: 'CLEAR',
  },
  { id: 'CO-2', name: 'no site known', changes: applied({ parties: [siteless] }), expected: 'UNKNOWN' },
  {
    id: 'CO-2',
    name: 'no mail and no other site',
    changes: applied({ parties: [{ ...siteless, emails: [] }] }),
    expected: 'UNKNOWN',
  },

  {
    id: 'CO-3',
    name: 'a month old',
    changes: answered('domain-registered-on', '2026-10-02'),
    expected: 'RAISED M',
    facts: { registeredOn: '2026-10-02', days: '31' },
  },
  { id: 'CO-3', name: 'years old', changes: answered('domain-registered-on', '2009-04-01'), expected: 'CLEAR' },
  { id: 'CO-3', name: 'no date', changes: answered('domain-registered-on', 'last year'), expected: 'UNKNOWN' },
  { id: 'CO-3', name: 'not asked', changes: {}, expected: 'UNKNOWN' },

  { id: 'CO-4', name: 'nothing found', changes: answered('web-presence', 'none'), expected: 'RAISED L' },
  { id: 'CO-4', name: 'a site', changes: {}, expected: 'CLEAR' },
  {
    id: 'CO-4',
    name: 'a site of the register',
    changes: { ...applied({ parties: [siteless] }), ...sitesOf('http://mihon-denki.example') },
    expected: 'CLEAR',
  },
  { id: 'CO-4', name: 'nothing known', changes: applied({ parties: [siteless] }), expected: 'UNKNOWN' },
  { id: 'CO-4', name: 'a natural person', changes: buying({ schema: 'Person' }), expected: 'NOT_APPLICABLE' },

  {
    id: 'CO-5',
    name: 'of another prefecture',
    changes: buying({ phones: ['06-9999-0001'] }),
    expected: 'RAISED L',
    facts: { phone: '06-9999-0001', area: '大阪府, 兵庫県', seat: '東京都' },
  },
  {
    id: 'CO-5',
    name: 'of another prefecture, beside one of it',
    changes: buying({ phones: ['06-9999-0001', '03-9999-0001'] }),
    expected: 'CLEAR',
  },
  {
    id: 'CO-5',
    name: 'of an area that crosses the border',
    changes: {
      confirmations: [],
      ...buying({ phones: ['0942-99-0001'], addresses: [{ full: '鳥栖市宿町9', country: 'jp', use: 'seat' }] }),
    },
    expected: 'CLEAR',
  },
  { id: 'CO-5', name: 'free of charge alone', changes: buying({ phones: ['0120-999-001'] }), expected: 'RAISED L' },
  {
    id: 'CO-5',
    name: 'no seat to compare with',
    changes: { ...unasked, ...buying({ phones: ['06-9999-0001'], addresses: [] }) },
    expected: 'CLEAR',
  },

  {
    id: 'CO-6',
    name: 'the telephone of a buyer who was refused',
    changes: shared({ outcome: 'REFUSE' }, { applicationId: 'A-9', shared: 'ip' }),
    expected: 'RAISED H',
    facts: { shared: 'phone', applications: 'A-0 (REFUSE)' },
  },
  { id: 'CO-6', name: 'the device of another buyer', changes: shared({ shared: 'device' }), expected: 'RAISED M' },
  {
    id: 'CO-6',
    name: 'the network of another buyer',
    changes: shared({ shared: 'ip' }, { shared: 'domain' }),
    expected: 'RAISED L',
  },
  { id: 'CO-6', name: 'the house of another buyer', changes: shared({ shared: 'address' }), expected: 'RAISED L' },
  {
    id: 'CO-6',
    name: 'the house of many companies',
    changes: { ...crowded(412, 99.9), ...shared({ shared: 'address', outcome: 'REFUSE' }) },
    expected: 'CLEAR',
  },
  { id: 'CO-6', name: 'a customer who comes back', changes: shared({ sameBuyer: true }), expected: 'CLEAR' },
  {
    id: 'CO-6',
    name: 'the words of the purpose are told elsewhere',
    changes: shared({ shared: 'end-use' }),
    expected: 'CLEAR',
  },
  { id: 'CO-6', name: 'not looked through', changes: notLookedThrough, expected: 'UNKNOWN' },

  { id: 'CO-7', name: 'twice in vain', changes: answered('contact-reached', 'failed-twice'), expected: 'RAISED H' },
  { id: 'CO-7', name: 'once in vain', changes: answered('contact-reached', 'failed-once'), expected: 'UNKNOWN' },
  { id: 'CO-7', name: 'reached', changes: answered('contact-reached', 'reached'), expected: 'CLEAR' },
];
