// For tests: what `hosting` is to make of evidence.
import type { Application, Party } from '../model/application.ts';
import type { Evidence } from '../model/evidence.ts';
import {
  sampleApplication,
  sampleBuyer,
  sampleConfirmation,
  sampleContact,
  sampleNotFound,
} from '../../testing/sample-evidence.ts';
import {
  abroad,
  inPart,
  atFormerSeat,
  certified,
  joinedIn,
  inName,
  answering,
  checked,
  hit,
  reported,
  raised,
  path,
  beyond,
  toRefused,
  type DecisionCase,
} from './decision-cases.ts';

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
const nowhere = {
  ...elsewhere,
  country: undefined,
  addresses: [{ full: '9 Sample Road' }],
} as unknown as Partial<Party>;
const unnumbered = sampleNotFound({ basis: 'name', reason: 'name-not-found' });

export const hostingCases: readonly DecisionCase[] = [
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
    name: 'a company that claims Japan alone and nobody knows, by its name',
    changes: { ...renting({ schema: 'Company' }), confirmations: [unnumbered] },
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
    name: 'a certificate of last year',
    changes: { ...renting(), ...certified({ ageDays: 91 }) },
    expected: 'review document-not-recent',
  },
  {
    name: 'a certificate that states otherwise than the order',
    changes: { ...renting(), ...certified({ fields: inName }) },
    expected: 'review document-differs',
  },
  {
    name: 'a company of which another register has another name',
    changes: { ...renting({ schema: 'Company' }), confirmations: [sampleConfirmation(joinedIn('name'))] },
    expected: 'review registers-differ',
  },
  {
    name: 'a company at an address it has left',
    changes: { ...renting({ schema: 'Company' }), confirmations: [sampleConfirmation(atFormerSeat)] },
    expected: 'review address-former',
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
  { name: 'a refused order', changes: { ...renting(), paths: [toRefused] }, expected: 'review path-to-refused' },
  { name: 'somebody listed beyond', changes: { ...renting(), paths: [beyond] }, expected: 'review path-beyond' },
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
