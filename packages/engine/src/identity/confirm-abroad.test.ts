// Confirmation in registers that are not Japan's: other numbers, seats, standings, names.
import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { Party } from '../model/application.ts';
import type { Confirmation, RegisterFact, RegisterRow } from '../model/register.ts';
import { buildJapaneseAddresses } from '../reference/japanese-addresses.ts';
import { buildLatinAddresses } from '../reference/latin-addresses.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { confirm, registerQuestion, type ConfirmationReason } from './confirm.ts';

const names = buildNameReference(referenceFiles);
const reference = {
  names,
  japaneseAddresses: buildJapaneseAddresses(referenceFiles, names.characters),
  latinAddresses: buildLatinAddresses(referenceFiles),
};

const row: RegisterRow = {
  number: '09990001',
  sequence: 1,
  process: 'stated',
  latest: true,
  updatedOn: '2026-10-01',
  changedOn: '2026-10-01',
  name: 'EXAMPLE INSTRUMENTS LIMITED',
  nameIsSubstitute: false,
  kind: 'Private Limited Company',
  addressIsSubstitute: false,
  seat: {
    full: '12 Invented Street, London, EC1A 1BB',
    street: '12 Invented Street',
    city: 'London',
    postalCode: 'EC1A 1BB',
    country: 'gb',
  },
  otherNames: [
    { text: 'SAMPLE GAUGES LTD', kind: 'former', until: '2019-04-01' },
    { text: 'Exinst', kind: 'trading' },
  ],
  standing: 'OPEN',
  standingAsStated: 'Active',
  excludedFromSearch: false,
};
const factOf = (changes: Partial<RegisterRow> = {}): RegisterFact => ({
  register: 'uk-companies-house',
  editionId: 'edition',
  current: { ...row, ...changes },
  history: [],
});

const register = { country: 'gb', numbers: 'uk-company-number' } as const;

function ask(party: Party, fact: RegisterFact): Confirmation {
  const { number } = registerQuestion(party, register, names);
  return confirm(
    party,
    {
      ...register,
      register: 'uk-companies-house',
      editionId: 'edition',
      complete: true,
      fresh: true,
      standsAt: '2026-10-01',
      byName: [fact],
      ...(number === fact.current.number && { byNumber: fact }),
    },
    reference,
  );
}

const partyOf = (name: string, more: Partial<Party> = {}): Party => ({
  id: 'buyer',
  roles: ['buyer'],
  schema: 'Company',
  names: [{ text: name }],
  addresses: [{ full: '12 Invented St, London EC1A 1BB', country: 'gb' }],
  identifiers: [{ type: 'uk-company-number', value: '9990001' }],
  ...more,
});

const cases: readonly (readonly [
  what: string,
  party: Party,
  fact: RegisterFact,
  expected: readonly [Confirmation['verdict'], ConfirmationReason],
])[] = [
  ['number, name and address', partyOf('Example Instruments Ltd'), factOf(), ['CONFIRMED', 'number-and-name-agree']],
  [
    'a registration number of the country',
    partyOf('Example Instruments Ltd', {
      identifiers: [{ type: 'registration-number', value: '09990001', country: 'gb' }],
    }),
    factOf(),
    ['CONFIRMED', 'number-and-name-agree'],
  ],
  ['a former name', partyOf('Sample Gauges Ltd'), factOf(), ['CONFIRMED', 'number-and-former-name-agree']],
  ['a trading name', partyOf('Exinst'), factOf(), ['CONFIRMED', 'number-and-name-agree']],
  ['another name', partyOf('Somebody Else Ltd'), factOf(), ['MISMATCH', 'name-differs']],
  [
    'wound up',
    partyOf('Example Instruments Ltd'),
    factOf({ standing: 'CLOSING', standingAsStated: 'Liquidation' }),
    ['MISMATCH', 'closing'],
  ],
  [
    'dissolved',
    partyOf('Example Instruments Ltd'),
    factOf({ standing: 'CLOSED', standingAsStated: 'Dissolved' }),
    ['MISMATCH', 'closed'],
  ],
  [
    'another street of the town',
    partyOf('Example Instruments Ltd', { addresses: [{ full: '9 Other Road, London', country: 'gb' }] }),
    factOf(),
    ['CONFIRMED', 'number-name-and-city-agree'],
  ],
  [
    'a seat in another country',
    partyOf('Example Instruments Ltd', { addresses: [{ full: '12 Invented St, London', country: 'ie' }] }),
    factOf(),
    ['MISMATCH', 'address-differs'],
  ],
  [
    'a number that is in no register',
    partyOf('Example Instruments Ltd', { identifiers: [{ type: 'uk-company-number', value: '00000009' }] }),
    factOf(),
    ['NOT_FOUND', 'number-not-found'],
  ],
  [
    'name and address alone',
    partyOf('Example Instruments Limited', { identifiers: [] }),
    factOf(),
    ['CONFIRMED', 'name-and-address-agree'],
  ],
];
for (const [what, party, fact, expected] of cases)
  test(`${what}: ${expected.join(', ')}`, () => {
    const { verdict, reason } = ask(party, fact);
    assert.deepEqual([verdict, reason], expected);
  });
