// CONTACT: the telephone numbers that the parties gave, against the country and the prefecture they say they are in.
import { buyerOf, claimedCountries, type Party } from '../model/application.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import {
  fromApplication,
  fromRegister,
  signal,
  wordsSetting,
  type Observation,
  type SignalEvidence,
} from './observation.ts';
import type { SignalsOf } from './observation.ts';
import { phoneNumber, prefecturesOfNumber, type PhoneNumber } from './phone-number.ts';
import { seatPrefecture } from './prefecture.ts';
import { reachedBy } from './reached-by.ts';

export const phoneSignals: SignalsOf = (evidence, reference) =>
  reachedBy(evidence.application, 'phones').map((party) =>
    signal('CO-5', phonePlace(party, evidence, reference), reference),
  );

function phonePlace(
  party: Party,
  { application, confirmations }: SignalEvidence,
  reference: SignalReference,
): Observation {
  const { id, phones = [] } = party;
  const buyer = buyerOf(application);
  const own = claimedCountries(party);
  const claimed = own.length === 0 ? claimedCountries(buyer) : own;
  if (phones.length === 0 || claimed.length === 0) return { party: id, state: 'UNKNOWN' };
  const numbers = phones.map((phone) => ({ phone, ...phoneNumber(phone, reference) }));
  const abroad = numbers.find(({ countries }) => countries && !countries.some((country) => claimed.includes(country)));
  if (abroad)
    return {
      party: id,
      state: 'RAISED',
      as: 'other-country',
      facts: { phone: abroad.phone, countries: abroad.countries?.join(', '), claimed: claimed.join(', ') },
    };
  if (claimed.includes('jp')) {
    if (numbers.every(({ national }) => isBoundToNoPlace(national, reference)))
      return { party: id, state: 'RAISED', as: 'no-place', facts: { phone: phones.join(', ') } };
    const seat = seatPrefecture(party, confirmations, reference) ?? seatPrefecture(buyer, confirmations, reference);
    if (seat) {
      const elsewhere = areaElsewhere(numbers, seat.prefecture, reference);
      const sources = seat.answer ? [...fromApplication, ...fromRegister(seat.answer)] : fromApplication;
      if (elsewhere) return { party: id, state: 'RAISED', as: 'other-prefecture', facts: elsewhere, sources };
    }
  }
  return { party: id, state: numbers.every(({ national }) => national !== undefined) ? 'CLEAR' : 'UNKNOWN' };
}

/** Facts when every number that is of a place is of another prefecture than the seat. */
function areaElsewhere(
  numbers: readonly (PhoneNumber & { readonly phone: string })[],
  seat: string,
  reference: SignalReference,
): Readonly<Record<string, string>> | undefined {
  const placed = numbers
    .map(({ phone, national = '' }) => ({ phone, prefectures: prefecturesOfNumber(national, reference) }))
    .filter(({ prefectures }) => 0 < prefectures.length);
  const [first] = placed;
  if (!first || placed.some(({ prefectures }) => prefectures.includes(seat))) return undefined;
  return { phone: first.phone, area: first.prefectures.join(', '), seat };
}

/** Mobile, IP and service numbers of Japan say nothing of a place: lawful, and usual with small firms. */
function isBoundToNoPlace(national: string | undefined, reference: SignalReference): boolean {
  return wordsSetting('CO-5', 'prefixesWithoutPlace', reference).some(
    (prefix) => national?.startsWith(prefix) ?? false,
  );
}
