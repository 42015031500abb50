// Numbers that a party claims beside what registers say of it: confirmed, contradicted, or neither.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleApplication, sampleBuyer, sampleConfirmation, sampleFact } from '../../testing/sample-evidence.ts';
import type { IdentifierType } from '../model/identifier.ts';
import type { Confirmation, RegisterJoin } from '../model/register.ts';
import { identifierStates } from './identifier-states.ts';

const LEI = '0000SAMPLEALPHA00105';
const OTHER_LEI = '0000SAMPLEBRAVO00283';

const join = (numbers: RegisterJoin['numbers'], name: 'SAME' | 'DIFFERENT' = 'SAME'): RegisterJoin => ({
  register: 'gleif',
  editionId: 'g-1',
  number: LEI,
  by: 'jp-corporate-number',
  statedBy: 'gleif',
  ...(numbers && { numbers }),
  fields: [{ field: 'name', verdict: name }],
});
const lei = (value: string) => [{ type: 'lei' as const, value }];

interface StateCase {
  readonly name: string;
  readonly claimed: readonly [type: IdentifierType, value: string];
  readonly confirmation: Partial<Confirmation>;
  readonly expected: readonly (string | undefined)[];
}

const cases: readonly StateCase[] = [
  {
    name: 'a joined register states it',
    claimed: ['lei', LEI.toLowerCase()],
    confirmation: { joins: [join(lei(LEI))] },
    expected: ['CONFIRMED', 'gleif', 'g-1', LEI],
  },
  {
    name: 'a joined register states another',
    claimed: ['lei', LEI],
    confirmation: { joins: [join(lei(OTHER_LEI))] },
    expected: ['CONTRADICTED', 'gleif', 'g-1', OTHER_LEI],
  },
  {
    name: 'one of several states it',
    claimed: ['lei', LEI],
    confirmation: { joins: [join(lei(OTHER_LEI)), join(lei(LEI))] },
    expected: ['CONFIRMED', 'gleif', 'g-1', LEI],
  },
  {
    name: 'the company itself is not confirmed',
    claimed: ['lei', LEI],
    confirmation: { verdict: 'MISMATCH', joins: [join(lei(LEI))] },
    expected: ['VALID_UNCONFIRMED'],
  },
  {
    name: 'the joined row has another name',
    claimed: ['lei', LEI],
    confirmation: { joins: [join(lei(OTHER_LEI), 'DIFFERENT')] },
    expected: ['VALID_UNCONFIRMED'],
  },
  {
    name: 'no register states one of its kind',
    claimed: ['lei', LEI],
    confirmation: { joins: [join([{ type: 'jp-edinet-code', value: 'E99001' }]), join(undefined)] },
    expected: ['VALID_UNCONFIRMED'],
  },
  {
    name: 'a code of a class of share is of the company',
    claimed: ['jp-securities-code', '9999'],
    confirmation: { joins: [join([{ type: 'jp-securities-code', value: '99995' }])] },
    expected: ['CONFIRMED', 'gleif', 'g-1', '99995'],
  },
  {
    name: 'the register that confirmed it states it itself',
    claimed: ['jp-edinet-code', 'E99001'],
    confirmation: { fact: sampleFact({ identifiers: [{ type: 'jp-edinet-code', value: 'E99001' }] }) },
    expected: ['CONFIRMED', sampleConfirmation().register, sampleConfirmation().editionId, 'E99001'],
  },
  {
    name: 'of a kind of which a company has several, another one says nothing',
    claimed: ['us-cik', '0000999999'],
    confirmation: { joins: [join([{ type: 'us-cik', value: '0000888888' }])] },
    expected: ['VALID_UNCONFIRMED'],
  },
  {
    name: 'check digits are wrong, whatever a register states',
    claimed: ['lei', LEI.replace('5', '6')],
    confirmation: { joins: [join(lei(LEI))] },
    expected: ['CHECK_INVALID'],
  },
];

for (const { name, claimed, confirmation, expected } of cases)
  test(name, () => {
    const [type, value] = claimed;
    const buyer = { ...sampleBuyer, identifiers: [{ type, value }] };
    const application = { ...sampleApplication, parties: [buyer] };
    const [check] = identifierStates(application, [sampleConfirmation({ party: buyer.id, ...confirmation })]);
    const { register, editionId, value: stated } = check?.stated ?? {};
    assert.deepEqual([check?.state, register, editionId, stated].slice(0, expected.length), expected);
    if (expected.length === 1) assert.equal(check?.stated, undefined);
  });
