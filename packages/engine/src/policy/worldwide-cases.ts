// For tests: what `controlled-software-worldwide` is to make of evidence.
import type { Application, Party } from '../model/application.ts';
import type { Evidence } from '../model/evidence.ts';
import {
  sampleApplication,
  sampleBuyer,
  sampleConfirmation,
  sampleContact,
  sampleNotFound,
} from '../../testing/sample-evidence.ts';
import { freshSources } from '../../testing/fresh-sources.ts';
import {
  abroad,
  answering,
  checked,
  hit,
  inPart,
  path,
  raised,
  reported,
  undelivered,
  type DecisionCase,
} from './decision-cases.ts';

const sources = freshSources(['eu-fsf', 'jp-meti-eul', 'jp-mof', 'ofac-sdn', 'uk-sanctions', 'un-sc', 'us-csl']);
const answers = [...answering('foreign-instruction', 'no')];

const ordering = (application: Partial<Application> = {}, buyer: Partial<Party> = {}): Partial<Evidence> => ({
  sources,
  application: {
    ...sampleApplication,
    policy: 'controlled-software-worldwide',
    answers,
    parties: [{ ...sampleBuyer, ...buyer }, sampleContact],
    ...application,
  },
});
const said = (question: string, answer: string) =>
  ordering({ answers: [...answers.filter((given) => given.question !== question), { question, answer }] });

export const worldwideCases: readonly DecisionCase[] = [
  { name: 'an honest company of Japan', changes: ordering(), expected: 'approve' },
  {
    name: 'a wrong number',
    changes: { ...ordering(), ...checked('contact', 'CHECK_INVALID') },
    expected: 'review identifier-of-other-wrong',
  },
  {
    name: 'a number that the register does not know',
    changes: { ...ordering(), confirmations: [sampleNotFound()] },
    expected: 'refuse company-not-found',
  },
  {
    name: 'a company that could not be checked',
    changes: { ...ordering(), confirmations: [sampleConfirmation({ verdict: 'NOT_CHECKABLE' })] },
    expected: 'review other-party-not-confirmed',
  },
  {
    name: 'a company of a country whose register is not asked',
    changes: { ...ordering({}, abroad), confirmations: [] },
    expected: 'review in-no-register',
  },
  {
    name: 'a company of whose address the city alone agrees',
    changes: { ...ordering(), confirmations: [sampleConfirmation(inPart('SAME_CITY'))] },
    expected: 'review address-in-city',
  },
  { name: 'a hit', changes: { ...ordering(), ...hit({}) }, expected: 'review hit-listed' },
  { name: 'a hit on a report', changes: { ...ordering(), ...hit(reported) }, expected: 'review hit-reported' },
  {
    name: 'a hit on an own list',
    changes: { ...ordering(), ...hit({ effects: ['internal-watch'] }) },
    expected: 'review hit-watched',
  },
  { name: 'a path', changes: { ...ordering(), paths: [path] }, expected: 'review path-to-listed' },
  {
    name: 'no destination',
    changes: {
      sources,
      application: { ...undelivered, policy: 'controlled-software-worldwide', answers },
    },
    expected: 'review delivery-not-stated',
  },
  {
    name: 'a destination that is watched',
    changes: ordering({ delivery: { country: 'ir' } }),
    expected: 'review destination-watched',
  },
  {
    name: 'an address in a country that is watched',
    changes: ordering({
      parties: [sampleBuyer, { ...sampleContact, addresses: [{ full: '9 Sample Road', country: 'kp' }] }],
    }),
    expected: 'review place-watched',
  },
  {
    name: 'a nationality of that country alone',
    changes: ordering({ parties: [sampleBuyer, { ...sampleContact, nationalities: ['kp'] }] }),
    expected: 'approve',
  },
  { name: 'resale', changes: said('resale', 'yes'), expected: 'review resale-unclear' },
  {
    name: 'instructed by somebody',
    changes: said('instructed-by', 'a friend'),
    expected: 'review instructing-person-not-named',
  },
  {
    name: 'under foreign direction',
    changes: said('foreign-instruction', 'yes'),
    expected: 'review foreign-instruction-stated',
  },
  { name: 'a high signal', changes: { ...ordering(), ...raised('CO-2 CONTACT H') }, expected: 'review signal-raised' },
  {
    name: 'two medium signals',
    changes: { ...ordering(), ...raised('CO-5 CONTACT M', 'AD-1 ADDRESS M') },
    expected: 'review signals-together',
  },
];
