// HOSTING: where the order came from on the network, and whether document, name and card are one person's.
import { buyerOf, claimedCountries, type Application } from '../model/application.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { signal, wordsSetting, type Observation, type SignalsOf } from './observation.ts';
import { isOneOf } from './payer-name.ts';

export const hostingSignals: SignalsOf = ({ application }, reference) => [
  signal('HO-1', networkPlace(application, reference), reference),
  signal('HO-3', documentName(application, reference), reference),
];

function networkPlace(application: Application, reference: SignalReference): Observation {
  const buyer = buyerOf(application);
  const party = buyer.id;
  const { country, kind } = application.network ?? {};
  const claimed = claimedCountries(buyer);
  if (kind !== undefined && wordsSetting('HO-1', 'hidden', reference).includes(kind))
    return { party, state: 'RAISED', as: 'hidden', facts: { network: kind, country } };
  if (country === undefined || claimed.length === 0) return { party, state: 'UNKNOWN' };
  if (claimed.includes(country)) return { party, state: 'CLEAR' };
  return { party, state: 'RAISED', as: 'other-country', facts: { network: country, claimed: claimed.join(', ') } };
}

/** The name on the identity document, as a reviewer states it, against the one given and the one on the card. */
function documentName(application: Application, reference: SignalReference): Observation {
  const { answers, payment } = application;
  const buyer = buyerOf(application);
  const party = buyer.id;
  if (buyer.schema !== 'Person') return { party, state: 'NOT_APPLICABLE' };
  const written = answers?.find(({ question }) => question === 'name-on-document')?.answer;
  if (written === undefined) return { party, state: 'UNKNOWN' };
  const names = buyer.names.map(({ text }) => text);
  const card = payment?.method === 'card' ? payment.payerName : undefined;
  const facts = { document: written, given: names[0], card };
  const given = isOneOf(written, names, reference);
  if (given === 'different') return { party, state: 'RAISED', as: 'other-name', facts };
  const onCard = card === undefined ? 'same' : isOneOf(card, [written, ...names], reference);
  if (onCard === 'different') return { party, state: 'RAISED', as: 'other-card', facts };
  return { party, state: given === 'same' && onCard === 'same' ? 'CLEAR' : 'UNKNOWN' };
}
