// For tests: an invented company of the register, and claims under its number with what is to be said of each.
import type { Party } from '../model/application.ts';
import type { Confirmation, RegisterFact, RegisterRow } from '../model/register.ts';
import type { RegisterAnswer } from './confirm.ts';

export const MIHON = '7990001000001';
const standing: RegisterRow = {
  number: MIHON,
  sequence: 1,
  process: '01',
  latest: true,
  updatedOn: '2026-10-30',
  changedOn: '2015-10-05',
  name: '株式会社見本商事',
  nameIsSubstitute: false,
  kana: 'ミホンショウジ',
  kind: '301',
  prefecture: '東京都',
  city: '千代田区',
  street: '霞が関８丁目９番１０号',
  addressIsSubstitute: false,
  postalCode: '1000013',
  assignedOn: '2015-10-05',
  excludedFromSearch: false,
};

export function factOf(changes: Partial<RegisterRow> = {}, ...history: readonly Partial<RegisterRow>[]): RegisterFact {
  return {
    register: 'jp-nta',
    editionId: 'edition',
    current: { ...standing, ...changes },
    history: history.map((former) => ({ ...standing, ...former, latest: false })),
  };
}

export const whole: RegisterAnswer = {
  register: 'jp-nta',
  country: 'jp',
  numbers: 'jp-corporate-number',
  editionId: 'edition',
  complete: true,
  fresh: true,
  standsAt: '2026-10-30',
  byName: [],
};

/** A party of one name; `number` absent for none, `full` absent for no address. */
export function partyOf(
  name: string,
  { number, full, ...more }: Partial<Party> & { readonly number?: string; readonly full?: string } = {},
): Party {
  return {
    id: 'buyer',
    roles: ['buyer'],
    schema: 'Company',
    names: [{ text: name }],
    ...(number !== undefined && { identifiers: [{ type: 'jp-corporate-number', value: number }] }),
    ...(full !== undefined && { addresses: [{ full }] }),
    ...more,
  };
}

export const ADDRESS = '東京都千代田区霞が関8-9-10';
export const honest = { number: MIHON, full: ADDRESS };

export type Expected = readonly [verdict: Confirmation['verdict'], reason: string];

export const numbered: readonly (readonly [what: string, party: Party, fact: RegisterFact, expected: Expected])[] = [
  ['as registered', partyOf('株式会社見本商事', honest), factOf(), ['CONFIRMED', 'number-and-name-agree']],
  [
    'by a former name',
    partyOf('株式会社旧見本', honest),
    factOf({}, { name: '株式会社旧見本' }),
    ['CONFIRMED', 'number-and-former-name-agree'],
  ],
  [
    'by registry number',
    partyOf('株式会社見本商事', {
      full: ADDRESS,
      identifiers: [{ type: 'jp-corporate-number', value: '9900-01-000001' }],
    }),
    factOf(),
    ['CONFIRMED', 'number-and-name-agree'],
  ],
  [
    'by invoice number',
    partyOf('株式会社見本商事', { full: ADDRESS, identifiers: [{ type: 'jp-invoice-number', value: `T${MIHON}` }] }),
    factOf(),
    ['CONFIRMED', 'number-and-name-agree'],
  ],
  [
    'by registration number of Japan',
    partyOf('株式会社見本商事', {
      full: ADDRESS,
      identifiers: [{ type: 'registration-number', value: MIHON, country: 'jp' }],
    }),
    factOf(),
    ['CONFIRMED', 'number-and-name-agree'],
  ],
  ['without address', partyOf('株式会社見本商事', { number: MIHON }), factOf(), ['CONFIRMED', 'number-and-name-agree']],
  [
    'house number missing',
    partyOf('株式会社見本商事', { number: MIHON, full: '千代田区霞が関8-9' }),
    factOf(),
    ['CONFIRMED', 'number-and-name-agree'],
  ],
  [
    'another house of the town',
    partyOf('株式会社見本商事', { number: MIHON, full: '千代田区霞が関8-1-2' }),
    factOf(),
    ['CONFIRMED', 'number-name-and-town-agree'],
  ],
  [
    'another town of the city',
    partyOf('株式会社見本商事', { number: MIHON, full: '東京都千代田区丸の内8-9-10' }),
    factOf(),
    ['CONFIRMED', 'number-name-and-city-agree'],
  ],
  [
    'a city without a town',
    partyOf('株式会社見本商事', { number: MIHON, full: '東京都千代田区' }),
    factOf(),
    ['CONFIRMED', 'number-name-and-city-agree'],
  ],
  [
    'an address for bills alone',
    partyOf('株式会社見本商事', { number: MIHON, addresses: [{ full: '大阪市北区梅田1-1', use: 'billing' }] }),
    factOf(),
    ['CONFIRMED', 'number-and-name-agree'],
  ],
  [
    'delivered elsewhere',
    partyOf('株式会社見本商事', {
      number: MIHON,
      addresses: [{ full: ADDRESS }, { full: '大阪府堺市堺区見本町1', use: 'delivery' }],
    }),
    factOf(),
    ['CONFIRMED', 'number-and-name-agree'],
  ],

  ['another name', partyOf('株式会社架空通商', honest), factOf(), ['MISMATCH', 'name-differs']],
  ['another form', partyOf('合同会社見本商事', honest), factOf(), ['MISMATCH', 'name-differs']],
  [
    'an alias that agrees under a name that does not',
    partyOf('株式会社架空通商', {
      ...honest,
      names: [{ text: '株式会社架空通商' }, { text: '株式会社見本商事', kind: 'alias' }],
    }),
    factOf(),
    ['MISMATCH', 'name-differs'],
  ],
  [
    'a name that translates',
    partyOf('Specimen Trading Co., Ltd.', honest),
    factOf(),
    ['NOT_CHECKABLE', 'name-in-other-script'],
  ],
  [
    'another prefecture',
    partyOf('株式会社見本商事', { number: MIHON, full: '大阪府大阪市北区霞が関8-9-10' }),
    factOf(),
    ['MISMATCH', 'address-differs'],
  ],
  [
    'another city',
    partyOf('株式会社見本商事', { number: MIHON, full: '東京都港区霞が関8-9-10' }),
    factOf(),
    ['MISMATCH', 'address-differs'],
  ],
  [
    'a seat abroad',
    partyOf('株式会社見本商事', { number: MIHON, addresses: [{ full: ADDRESS, country: 'kp' }] }),
    factOf(),
    ['MISMATCH', 'address-differs'],
  ],
  [
    'two seats, one of them right',
    partyOf('株式会社見本商事', {
      number: MIHON,
      addresses: [
        { full: ADDRESS, use: 'seat' },
        { full: '大阪市北区梅田1-1', use: 'seat' },
      ],
    }),
    factOf(),
    ['MISMATCH', 'address-differs'],
  ],
  [
    'an address it has left',
    partyOf('株式会社見本商事', { number: MIHON, full: '大阪市北区梅田9-8-7' }),
    factOf({}, { prefecture: '大阪府', city: '大阪市北区', street: '梅田９丁目８番７号' }),
    ['CONFIRMED', 'number-and-former-address-agree'],
  ],
  [
    'an address it has left, and a name it has given up',
    partyOf('株式会社旧見本', { number: MIHON, full: '大阪市北区梅田9-8-7' }),
    factOf({}, { name: '株式会社旧見本', prefecture: '大阪府', city: '大阪市北区', street: '梅田９丁目８番７号' }),
    ['MISMATCH', 'address-differs'],
  ],
  [
    'another house of a town it has left',
    partyOf('株式会社見本商事', { number: MIHON, full: '大阪市北区梅田9-1-1' }),
    factOf({}, { prefecture: '大阪府', city: '大阪市北区', street: '梅田９丁目８番７号' }),
    ['MISMATCH', 'address-differs'],
  ],
  [
    'another address that the register has',
    partyOf('株式会社見本商事', { number: MIHON, full: '大阪市北区梅田9-8-7' }),
    factOf({ otherAddresses: [{ full: '大阪府大阪市北区梅田９丁目８番７号', country: 'jp' }] }),
    ['CONFIRMED', 'number-and-other-address-agree'],
  ],
  [
    'a former name of another form',
    partyOf('有限会社旧見本', honest),
    factOf({}, { name: '有限会社旧見本', kind: '302' }),
    ['CONFIRMED', 'number-and-former-name-agree'],
  ],
  [
    'an address in English that the register has',
    partyOf('株式会社見本商事', { number: MIHON, full: '8-9-10 Kasumigaseki, Chiyoda-ku, Tokyo' }),
    factOf({ englishAddress: '8-9-10, Kasumigaseki, Chiyoda ku, Tokyo' }),
    ['CONFIRMED', 'number-and-name-agree'],
  ],
  [
    'another address in English than the register has',
    partyOf('株式会社見本商事', { number: MIHON, full: '8-9-10 Kasumigaseki, Minato-ku, Tokyo' }),
    factOf({ englishAddress: '8-9-10, Kasumigaseki, Chiyoda ku, Tokyo' }),
    ['NOT_CHECKABLE', 'address-uncertain'],
  ],
  [
    'closed',
    partyOf('株式会社見本商事', honest),
    factOf({ closedOn: '2024-03-31', closeCause: '01' }),
    ['MISMATCH', 'closed'],
  ],
  [
    'merged',
    partyOf('株式会社見本商事', honest),
    factOf({ closedOn: '2024-03-31', closeCause: '11', successorNumber: '6990001000002' }),
    ['MISMATCH', 'merged'],
  ],
  [
    'a register row of another kind',
    partyOf('株式会社見本商事', honest),
    factOf({ kind: '302' }),
    ['MISMATCH', 'kind-differs'],
  ],
  [
    'a state body under the claim of a company',
    partyOf('見本庁', honest),
    factOf({ name: '見本庁', kind: '101' }),
    ['MISMATCH', 'kind-differs'],
  ],
  [
    'a number of another company beside it',
    partyOf('株式会社見本商事', {
      full: ADDRESS,
      identifiers: [
        { type: 'jp-corporate-number', value: MIHON },
        { type: 'jp-invoice-number', value: 'T6990001000002' },
      ],
    }),
    factOf(),
    ['MISMATCH', 'numbers-contradict'],
  ],
  [
    'a number that is none beside it',
    partyOf('株式会社見本商事', {
      full: ADDRESS,
      identifiers: [
        { type: 'jp-corporate-number', value: MIHON },
        { type: 'jp-invoice-number', value: 'T6990001000003' },
      ],
    }),
    factOf(),
    ['MISMATCH', 'numbers-contradict'],
  ],
  [
    'an address in English',
    partyOf('株式会社見本商事', { number: MIHON, full: '8-9-10 Kasumigaseki, Chiyoda-ku' }),
    factOf(),
    ['NOT_CHECKABLE', 'address-uncertain'],
  ],
  [
    'an address in English under a former name',
    partyOf('株式会社旧見本', { number: MIHON, full: '8-9-10 Kasumigaseki, Chiyoda-ku' }),
    factOf({}, { name: '株式会社旧見本' }),
    ['NOT_CHECKABLE', 'address-uncertain'],
  ],
  [
    'an address that is none',
    partyOf('株式会社見本商事', { number: MIHON, full: '?' }),
    factOf(),
    ['NOT_CHECKABLE', 'address-uncertain'],
  ],
  [
    'an address at a crossing of Kyoto',
    partyOf('株式会社見本商事', { number: MIHON, full: '京都市中京区丸太町通河原町東入1' }),
    factOf({ prefecture: '京都府', city: '京都市中京区', street: '丸太町通河原町東入１' }),
    ['NOT_CHECKABLE', 'address-uncertain'],
  ],
  [
    'an address where the register has none',
    partyOf('株式会社見本商事', honest),
    (({ prefecture: _, city: __, street: ___, ...current }) => ({ ...factOf(), current }))(standing),
    ['NOT_CHECKABLE', 'address-uncertain'],
  ],
  [
    'an address nobody can read, and another name',
    partyOf('株式会社架空通商', { number: MIHON, full: '?' }),
    factOf(),
    ['MISMATCH', 'name-differs'],
  ],
  [
    'rows of the past alone',
    partyOf('株式会社見本商事', honest),
    factOf({ latest: false }),
    ['NOT_CHECKABLE', 'only-former-rows'],
  ],
];
