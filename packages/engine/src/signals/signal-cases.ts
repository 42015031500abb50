// For tests: what each signal is to make of evidence that differs from an honest company's in one thing.
import type { Application, Party } from '../model/application.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Confirmation, FieldComparison, RegisterRow } from '../model/register.ts';
import {
  sampleApplication,
  sampleBuyer,
  sampleConfirmation,
  sampleContact,
  sampleFact,
  sampleNotFound,
  sampleRow,
} from '../../testing/sample-evidence.ts';

export interface SignalCase {
  readonly id: string;
  readonly name: string;
  readonly changes: Partial<Evidence>;
  /** State, and the severity of one that is raised. */
  readonly expected: `${'RAISED' | 'CLEAR' | 'UNKNOWN' | 'NOT_APPLICABLE'}${'' | ' B' | ' H' | ' M' | ' L' | ' I'}`;
  readonly party?: string;
  readonly facts?: Readonly<Record<string, string>>;
}

const applied = (changes: Partial<Application>): Partial<Evidence> => ({
  application: { ...sampleApplication, ...changes },
});
export const buying = (changes: Partial<Party>, ...others: Party[]): Partial<Evidence> =>
  applied({ parties: [{ ...sampleBuyer, ...changes }, ...others] });
const contacted = (changes: Partial<Party>): Partial<Evidence> => buying({}, { ...sampleContact, ...changes });
const confirmed = (changes: Partial<Confirmation>): Partial<Evidence> => ({
  confirmations: [sampleConfirmation(changes)],
});
const registered = (current: Partial<RegisterRow>, history: readonly RegisterRow[] = []): Partial<Evidence> =>
  confirmed({ fact: sampleFact(current, history) });
const compared = (field: FieldComparison): Partial<Evidence> => confirmed({ verdict: 'MISMATCH', fields: [field] });
export const unknown: Partial<Evidence> = { confirmations: [sampleNotFound()] };
const unchecked: Partial<Evidence> = { confirmations: [sampleNotFound({ verdict: 'NOT_CHECKABLE' })] };
const unasked: Partial<Evidence> = { confirmations: [] };
const checked = (state: Evidence['identifiers'][number]['state']): Partial<Evidence> => ({
  identifiers: [{ party: 'buyer', identifier: { type: 'jp-corporate-number', value: '123' }, state }],
});
const changed = (...rows: [process: string, on: string][]) =>
  rows.map(([process, changedOn]) => sampleRow({ process, changedOn, latest: false }));
const paid = (payerName: string, changes: Partial<Party> = {}): Partial<Evidence> => ({
  application: { ...sampleApplication, payment: { payerName }, parties: [{ ...sampleBuyer, ...changes }] },
});
const unregistered: Partial<Evidence> = { confirmations: [] };

export const signalCases: readonly SignalCase[] = [
  {
    id: 'EX-1',
    name: 'check digit wrong',
    changes: checked('CHECK_INVALID'),
    expected: 'RAISED B',
    facts: { number: '123', type: 'jp-corporate-number' },
  },
  { id: 'EX-1', name: 'form wrong', changes: checked('FORMAT_INVALID'), expected: 'RAISED B' },
  { id: 'EX-1', name: 'right', changes: checked('VALID_UNCONFIRMED'), expected: 'CLEAR' },
  { id: 'EX-1', name: 'none given', changes: { identifiers: [] }, expected: 'NOT_APPLICABLE' },

  {
    id: 'EX-2',
    name: 'not in the register',
    changes: unknown,
    expected: 'RAISED B',
    facts: { number: '4800001000022', register: 'jp-nta' },
  },
  { id: 'EX-2', name: 'register incomplete', changes: unchecked, expected: 'UNKNOWN' },
  { id: 'EX-2', name: 'register not asked', changes: unasked, expected: 'UNKNOWN' },
  {
    id: 'EX-2',
    name: 'natural person',
    changes: { ...unasked, ...buying({ schema: 'Person' }) },
    expected: 'NOT_APPLICABLE',
  },
  { id: 'EX-2', name: 'found', changes: {}, expected: 'CLEAR' },

  { id: 'EX-3', name: 'no such name', changes: unknown, expected: 'RAISED B' },
  {
    id: 'EX-3',
    name: 'similar names',
    changes: {
      confirmations: [sampleNotFound({ candidates: [{ number: '1', name: '見本電気', address: '大阪府' }] })],
    },
    expected: 'RAISED M',
    facts: { register: 'jp-nta', candidates: '見本電気 (1)' },
  },
  { id: 'EX-3', name: 'register incomplete', changes: unchecked, expected: 'UNKNOWN' },
  { id: 'EX-3', name: 'found', changes: {}, expected: 'CLEAR' },

  {
    id: 'EX-4',
    name: 'other name',
    changes: compared({ field: 'name', verdict: 'DIFFERENT', claimed: 'A', registered: 'B' }),
    expected: 'RAISED H',
    facts: { claimed: 'A', registered: 'B' },
  },
  { id: 'EX-4', name: 'former name', changes: compared({ field: 'name', verdict: 'FORMER' }), expected: 'CLEAR' },
  { id: 'EX-4', name: 'not compared', changes: confirmed({ fields: [] }), expected: 'UNKNOWN' },
  { id: 'EX-4', name: 'not found', changes: unknown, expected: 'NOT_APPLICABLE' },

  {
    id: 'EX-5',
    name: 'other town',
    changes: compared({ field: 'address', verdict: 'DIFFERENT', claimed: '東京都港区芝9-9-9' }),
    expected: 'RAISED M',
  },
  {
    id: 'EX-5',
    name: 'other prefecture',
    changes: compared({ field: 'address', verdict: 'DIFFERENT', claimed: '大阪府大阪市北区9-9-9' }),
    expected: 'RAISED H',
  },
  {
    id: 'EX-5',
    name: 'prefecture left out',
    changes: compared({ field: 'address', verdict: 'DIFFERENT', claimed: '大阪市北区9-9-9' }),
    expected: 'RAISED M',
  },
  {
    id: 'EX-5',
    name: 'unparseable',
    changes: compared({ field: 'address', verdict: 'UNPARSEABLE' }),
    expected: 'UNKNOWN',
  },
  { id: 'EX-5', name: 'same', changes: {}, expected: 'CLEAR' },

  {
    id: 'EX-6',
    name: 'closed',
    changes: registered({ closedOn: '2026-10-01', closeCause: '01' }),
    expected: 'RAISED B',
    facts: { closedOn: '2026-10-01', closeCause: '01' },
  },
  {
    id: 'EX-6',
    name: 'merged',
    changes: registered({ closedOn: '2026-10-01', closeCause: '11', successorNumber: '9' }),
    expected: 'RAISED M',
  },
  { id: 'EX-6', name: 'open', changes: {}, expected: 'CLEAR' },
  { id: 'EX-7', name: 'foreign company', changes: registered({ kind: '401' }), expected: 'RAISED I' },
  { id: 'EX-7', name: 'limited partnership', changes: registered({ kind: '304' }), expected: 'CLEAR' },
  { id: 'EX-7', name: 'unknown', changes: unchecked, expected: 'UNKNOWN' },

  {
    id: 'AG-1',
    name: 'five months',
    changes: registered({ assignedOn: '2026-06-02' }),
    expected: 'RAISED M',
    facts: { assignedOn: '2026-06-02', days: '153' },
  },
  { id: 'AG-1', name: 'eleven months', changes: registered({ assignedOn: '2025-12-02' }), expected: 'RAISED L' },
  { id: 'AG-1', name: 'a year', changes: registered({ assignedOn: '2025-11-02' }), expected: 'CLEAR' },
  { id: 'AG-1', name: 'the day numbers began, ten years on', changes: {}, expected: 'CLEAR' },
  {
    id: 'AG-1',
    name: 'the day numbers began, half a year on',
    changes: applied({ receivedOn: '2016-04-01' }),
    expected: 'UNKNOWN',
  },
  { id: 'AG-1', name: 'register incomplete', changes: unchecked, expected: 'UNKNOWN' },
  {
    id: 'AG-3',
    name: 'two names',
    changes: registered({}, changed(['11', '2025-01-10'], ['11', '2026-05-01'])),
    expected: 'RAISED M',
    facts: { nameChanges: '2025-01-10, 2026-05-01', addressChanges: '' },
  },
  {
    id: 'AG-3',
    name: 'two names, one long ago',
    changes: registered({}, changed(['11', '2024-10-10'], ['11', '2026-05-01'])),
    expected: 'CLEAR',
  },
  {
    id: 'AG-3',
    name: 'one change in two rows of one day',
    changes: registered({}, changed(['11', '2026-05-01'], ['11', '2026-05-01'])),
    expected: 'CLEAR',
  },
  {
    id: 'AG-3',
    name: 'three seats',
    changes: registered(
      { process: '12', changedOn: '2026-09-01' },
      changed(['12', '2025-09-01'], ['13', '2026-02-01']),
    ),
    expected: 'RAISED M',
  },
  {
    id: 'AG-3',
    name: 'two seats and a name',
    changes: registered({}, changed(['12', '2025-09-01'], ['12', '2026-02-01'], ['11', '2026-02-01'])),
    expected: 'CLEAR',
  },

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
    changes: applied({ delivery: { address: '八王子市9-9-9', country: 'jp' } }),
    expected: 'UNKNOWN',
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
    changes: { ...unregistered, ...paid('MIHON DENKI K.K.', { names: [{ text: 'Mihon Denki Co., Ltd.' }] }) },
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
    changes: { ...unregistered, ...paid('ベツモノ') },
    expected: 'UNKNOWN',
  },
  {
    id: 'MO-1',
    name: 'family name first on the card',
    changes: { ...unregistered, ...paid('MIHON TARO', { names: [{ text: 'Taro Mihon' }] }) },
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
];
