// CONTACT: the mail addresses that the parties gave, and what else there is to reach the company by.
import { buyerOf, type Party } from '../model/application.ts';
import { daysBetween, parseCalendarDate } from '../model/calendar.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { answerGiven } from './answers.ts';
import { mailDomain, providerKind } from '../identity/mail-domain.ts';
import {
  fromApplication,
  fromRegister,
  numberSetting,
  signal,
  wordsSetting,
  type Observation,
  type SignalEvidence,
  type SignalsOf,
} from './observation.ts';
import { reachedBy } from './reached-by.ts';

export const contactSignals: SignalsOf = (evidence, reference) => [
  ...reachedBy(evidence.application, 'emails').map((party) => signal('CO-1', mailKind(party, reference), reference)),
  signal('CO-3', domainAge(evidence, reference), reference),
  signal('CO-4', webPresence(evidence, reference), reference),
];

function mailKind({ id, emails = [] }: Party, reference: SignalReference): Observation {
  if (emails.length === 0) return { party: id, state: 'UNKNOWN' };
  const domains = emails.map(mailDomain).filter((domain) => domain !== undefined);
  const known = domains.flatMap((domain) => {
    const kind = providerKind(domain, reference);
    return kind === undefined ? [] : [{ domain, kind }];
  });
  const gravest = known.find(({ kind }) => kind === 'disposable') ?? known[0];
  if (gravest) return { party: id, state: 'RAISED', as: gravest.kind, facts: { domain: gravest.domain } };
  return { party: id, state: domains.length === emails.length ? 'CLEAR' : 'UNKNOWN' };
}

/** The day a domain was registered stands in no list that is kept here: a reviewer asks for it (RDAP) and states it. */
function domainAge({ application }: SignalEvidence, reference: SignalReference): Observation {
  const { id: party } = buyerOf(application);
  const registeredOn = answerGiven(application, 'domain-registered-on');
  if (registeredOn === undefined || !parseCalendarDate(registeredOn)) return { party, state: 'UNKNOWN' };
  const days = daysBetween(registeredOn, application.receivedOn);
  return days < numberSetting('CO-3', 'days', reference)
    ? { party, state: 'RAISED', as: 'young', facts: { registeredOn, days: String(days) } }
    : { party, state: 'CLEAR' };
}

/** What a person found says more than what the company gave of itself. */
function webPresence({ application, confirmations }: SignalEvidence, reference: SignalReference): Observation {
  const { id: party, schema, websites = [] } = buyerOf(application);
  if (schema === 'Person') return { party, state: 'NOT_APPLICABLE' };
  const found = answerGiven(application, 'web-presence') ?? '';
  if (wordsSetting('CO-4', 'nothing', reference).includes(found)) return { party, state: 'RAISED', as: 'none' };
  const answer = confirmations.find(
    (known) => known.party === party && 0 < (known.fact?.current.websites ?? []).length,
  );
  if (found === '' && websites.length === 0 && !answer) return { party, state: 'UNKNOWN' };
  return { party, state: 'CLEAR', sources: [...fromApplication, ...(answer ? fromRegister(answer) : [])] };
}
