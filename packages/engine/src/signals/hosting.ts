// HOSTING: where the order came from on the network.
import { buyerOf, claimedCountries } from '../model/application.ts';
import { signal, type SignalsOf } from './observation.ts';

export const hostingSignals: SignalsOf = ({ application }, reference) => {
  const buyer = buyerOf(application);
  const party = buyer.id;
  const country = application.network?.country;
  const claimed = claimedCountries(buyer);
  if (country === undefined || claimed.length === 0) return [signal('HO-1', { party, state: 'UNKNOWN' }, reference)];
  if (claimed.includes(country)) return [signal('HO-1', { party, state: 'CLEAR' }, reference)];
  const facts = { network: country, claimed: claimed.join(', ') };
  return [signal('HO-1', { party, state: 'RAISED', as: 'other-country', facts }, reference)];
};
