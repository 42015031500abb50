// MONEY: whether the one who pays is the one who buys, from where, and on which terms.
import { buyerOf, claimedCountries } from '../model/application.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import {
  fromApplication,
  fromRegister,
  signal,
  wordsSetting,
  type Observation,
  type SignalEvidence,
  type SignalsOf,
} from './observation.ts';
import { isOneOf } from './payer-name.ts';
import { statedAs } from './stated.ts';

export const moneySignals: SignalsOf = (evidence, reference) => [
  signal('MO-1', thirdPartyPayer(evidence, reference), reference),
  signal('MO-2', paymentCountry(evidence), reference),
  signal('MO-3', terms(evidence, reference), reference),
];

function thirdPartyPayer({ application, confirmations }: SignalEvidence, reference: SignalReference): Observation {
  const buyer = buyerOf(application);
  const party = buyer.id;
  const other = application.parties.find(({ roles, id }) => roles.includes('payer') && id !== party);
  if (other)
    return {
      party,
      state: 'RAISED',
      as: 'third-party',
      facts: { payer: other.names[0]?.text, buyer: buyer.names[0]?.text },
    };
  const payer = application.payment?.payerName;
  if (payer === undefined) return { party, state: 'UNKNOWN' };
  const answers = confirmations.filter((answer) => answer.party === party && answer.fact);
  const registered = answers.flatMap(({ fact }) => [fact?.current.name, fact?.current.kana, fact?.current.englishName]);
  const names = [...buyer.names.map(({ text }) => text), ...registered].filter((name) => name !== undefined);
  const sources = [...fromApplication, ...answers.flatMap(fromRegister)];
  const verdict = isOneOf(payer, names, reference);
  if (verdict === 'different')
    return { party, state: 'RAISED', as: 'third-party', facts: { payer, buyer: buyer.names[0]?.text }, sources };
  return { party, state: verdict === 'same' ? 'CLEAR' : 'UNKNOWN', sources };
}

function paymentCountry({ application }: SignalEvidence): Observation {
  const buyer = buyerOf(application);
  const party = buyer.id;
  const country = application.payment?.country;
  const claimed = claimedCountries(buyer);
  if (country === undefined || claimed.length === 0) return { party, state: 'UNKNOWN' };
  if (claimed.includes(country)) return { party, state: 'CLEAR' };
  return { party, state: 'RAISED', as: 'other-country', facts: { payment: country, claimed: claimed.join(', ') } };
}

/** What a person said of the terms first, then how is paid, then whether it is all paid beforehand. */
function terms(evidence: SignalEvidence, reference: SignalReference): Observation {
  const { application } = evidence;
  const party = buyerOf(application).id;
  const { method, prepaidInFull } = application.payment ?? {};
  const stated = statedAs('MO-3', evidence, reference);
  if (stated.state === 'RAISED') return { party, ...stated };
  if (method !== undefined && wordsSetting('MO-3', 'untraced', reference).includes(method))
    return { party, state: 'RAISED', as: 'untraced', facts: { method } };
  if (prepaidInFull === true) return { party, state: 'RAISED', as: 'prepaid', facts: { prepaidInFull: 'true' } };
  return { party, state: method === undefined && stated.state !== 'CLEAR' ? 'UNKNOWN' : 'CLEAR' };
}
