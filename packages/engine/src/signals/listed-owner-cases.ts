// For tests: what the signal of listed owners is to make of the answers about ownership.
import type { Evidence } from '../model/evidence.ts';
import type { OwnershipAnswer, OwnershipState } from '../model/ownership.ts';
import { sampleApplication, sampleBuyer } from '../../testing/sample-evidence.ts';
import type { SignalCase } from './signal-cases.ts';

const answer = (rule: string, state: OwnershipState, party = 'buyer'): OwnershipAnswer => ({
  party,
  rule,
  state,
  share: { least: 60, most: 100 },
  holders: [
    {
      id: 'owner',
      name: 'Mihon Trading',
      share: { least: 60, most: 60 },
      controls: false,
      standing: 'listed',
      entityIds: ['ofac-sdn:1'],
      statedBy: 'application',
    },
  ],
});
const owned = (...ownership: OwnershipAnswer[]): Partial<Evidence> => ({ ownership });

export const listedOwnerCases: readonly SignalCase[] = [
  {
    id: 'OW-2',
    name: 'owned by one rule, not by another',
    changes: owned(answer('uk-50', 'NOT_OWNED'), answer('ofac-50', 'OWNED')),
    expected: 'RAISED B',
    facts: { rules: 'ofac-50', share: '60 to 100 percent', holders: 'Mihon Trading' },
  },
  {
    id: 'OW-2',
    name: 'perhaps owned',
    changes: owned(answer('uk-50', 'UNKNOWN'), answer('ofac-50', 'MAY_BE_OWNED')),
    expected: 'RAISED H',
  },
  {
    id: 'OW-2',
    name: 'owned by none',
    changes: owned(answer('uk-50', 'NOT_OWNED'), answer('ofac-50', 'NOT_OWNED')),
    expected: 'CLEAR',
  },
  {
    id: 'OW-2',
    name: 'nobody says who holds it',
    changes: owned(answer('uk-50', 'NOT_OWNED'), answer('ofac-50', 'UNKNOWN')),
    expected: 'UNKNOWN',
  },
  { id: 'OW-2', name: 'no list of a rule is in use', changes: {}, expected: 'UNKNOWN' },
  {
    id: 'OW-2',
    name: 'a natural person buys',
    changes: { application: { ...sampleApplication, parties: [{ ...sampleBuyer, schema: 'Person' }] } },
    expected: 'NOT_APPLICABLE',
  },
  {
    id: 'OW-2',
    name: 'another company of the order',
    changes: {
      application: {
        ...sampleApplication,
        parties: [...sampleApplication.parties, { ...sampleBuyer, id: 'user', roles: ['end-user'] }],
      },
      ownership: [answer('ofac-50', 'OWNED', 'user')],
    },
    expected: 'RAISED B',
    party: 'user',
  },
];
