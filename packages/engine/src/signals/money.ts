// MONEY: whether the one who pays is the one who buys.
import { buyerOf } from '../model/application.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import {
  fromApplication,
  fromRegister,
  signal,
  type Observation,
  type SignalEvidence,
  type SignalsOf,
} from './observation.ts';
import { isOneOf } from './payer-name.ts';

export const moneySignals: SignalsOf = (evidence, reference) => [
  signal('MO-1', thirdPartyPayer(evidence, reference), reference),
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
