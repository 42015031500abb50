// ADDRESS: where the product goes, held against where the register says the buyer sits.
import { buyerOf, claimedCountries } from '../model/application.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import {
  fromApplication,
  fromRegister,
  signal,
  type Observation,
  type SignalEvidence,
  type SignalsOf,
} from './observation.ts';
import { prefectureIn } from './prefecture.ts';

export const addressSignals: SignalsOf = (evidence, reference) => [
  signal('AD-4', deliveryElsewhere(evidence, reference), reference),
];

function deliveryElsewhere({ application, confirmations }: SignalEvidence, reference: SignalReference): Observation {
  const buyer = buyerOf(application);
  const party = buyer.id;
  const { delivery } = application;
  if (delivery?.country === undefined && delivery?.address === undefined) return { party, state: 'UNKNOWN' };
  const countries = claimedCountries(buyer);
  const { country, address } = delivery;
  if (country !== undefined && 0 < countries.length && !countries.includes(country))
    return { party, state: 'RAISED', as: 'abroad', facts: { delivery: country, claimed: countries.join(', ') } };
  const answer = confirmations.find((known) => known.party === party && known.fact?.current.prefecture !== undefined);
  const registered = answer?.fact?.current.prefecture;
  const delivered = prefectureIn(address ?? '', reference);
  if (answer && registered !== undefined && delivered !== undefined)
    return {
      party,
      sources: [...fromApplication, ...fromRegister(answer)],
      ...(registered === delivered
        ? { state: 'CLEAR' }
        : { state: 'RAISED', as: 'other-prefecture', facts: { delivery: delivered, registered } }),
    };
  const isSameCountry = country !== undefined && countries.includes(country) && address === undefined;
  return { party, state: isSameCountry ? 'CLEAR' : 'UNKNOWN' };
}
