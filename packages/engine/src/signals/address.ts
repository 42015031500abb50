// ADDRESS: what is known of the claimed seat, and where the product goes, held against where the buyer sits.
import { compareJapaneseAddresses } from '../identity/japanese-address.ts';
import { buyerOf, claimedCountries, seatAddresses } from '../model/application.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
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
import { prefectureIn, seatPrefecture } from './prefecture.ts';

export const addressSignals: SignalsOf = (evidence, reference) => [
  signal('AD-1', massAddress(evidence, reference), reference),
  signal('AD-2', virtualOffice(evidence, reference), reference),
  signal('AD-3', residence(evidence, reference), reference),
  signal('AD-4', deliveryElsewhere(evidence, reference), reference),
];

/** How many companies the register has at the seat, beside what other addresses have. */
export function massAddress(
  { application, confirmations }: Omit<SignalEvidence, 'earlierApplications'>,
  reference: SignalReference,
): Observation {
  const { id: party, schema } = buyerOf(application);
  if (schema === 'Person') return { party, state: 'NOT_APPLICABLE' };
  const answer = confirmations.find((known) => known.party === party && known.addressCompanies);
  if (!answer?.addressCompanies) return { party, state: 'UNKNOWN' };
  const { register, edition, count, percentile } = answer.addressCompanies;
  const sources = [{ source: register, editionId: edition }];
  const isMass =
    numberSetting('AD-1', 'percentile', reference) <= percentile &&
    numberSetting('AD-1', 'companies', reference) <= count;
  return isMass
    ? { party, state: 'RAISED', as: 'mass', facts: { count: String(count), percentile: String(percentile) }, sources }
    : { party, state: 'CLEAR', sources };
}

function virtualOffice({ application }: SignalEvidence, reference: SignalReference): Observation {
  const buyer = buyerOf(application);
  const party = buyer.id;
  if (buyer.schema === 'Person') return { party, state: 'NOT_APPLICABLE' };
  const seats = seatAddresses(buyer);
  const found = seats.flatMap(({ full }) =>
    reference.virtualOffices
      .filter(({ address }) => compareJapaneseAddresses(full, address, reference.japaneseAddresses).verdict === 'SAME')
      .map((office) => ({ full, ...office })),
  );
  const [first] = found;
  if (!first) return { party, state: seats.length === 0 ? 'UNKNOWN' : 'CLEAR' };
  const { full, kind, operator, source } = first;
  return { party, state: 'RAISED', as: kind, facts: { address: full, operator, source } };
}

/** By the words behind the number of the house: 荘 and コーポ are names of towns and companies before it. */
function residence({ application }: SignalEvidence, reference: SignalReference): Observation {
  const buyer = buyerOf(application);
  const party = buyer.id;
  if (buyer.schema === 'Person') return { party, state: 'NOT_APPLICABLE' };
  const seats = seatAddresses(buyer);
  const words = (setting: string) => wordsSetting('AD-3', setting, reference);
  for (const { full } of seats) {
    const [, building = ''] = /\d(.*)$/su.exec(full.normalize('NFKC')) ?? [];
    const plain = words('otherWords').reduce((text, word) => text.replaceAll(word, ' '), building);
    const word = words('homes').find((home) => plain.includes(home));
    const room = words('rooms').find((one) => plain.includes(one));
    const isOffice = words('offices').some((office) => plain.includes(office));
    const seen = word ?? (isOffice ? undefined : room);
    if (seen !== undefined) return { party, state: 'RAISED', as: 'residential', facts: { address: full, word: seen } };
  }
  return { party, state: seats.length === 0 ? 'UNKNOWN' : 'CLEAR' };
}

function deliveryElsewhere(evidence: SignalEvidence, reference: SignalReference): Observation {
  const { application, confirmations } = evidence;
  const buyer = buyerOf(application);
  const party = buyer.id;
  const { delivery } = application;
  if (delivery?.country === undefined && delivery?.address === undefined) return { party, state: 'UNKNOWN' };
  const countries = claimedCountries(buyer);
  const { country, address } = delivery;
  if (country !== undefined && 0 < countries.length && !countries.includes(country))
    return { party, state: 'RAISED', as: 'abroad', facts: { delivery: country, claimed: countries.join(', ') } };
  const isOwn = address !== undefined && isClaimed(address, evidence, reference);
  const place = passedOnAt(address, reference);
  if (place !== undefined && !isOwn)
    return { party, state: 'RAISED', as: 'passed-on', facts: { delivery: address, word: place } };
  const isSameCountry = country !== undefined && countries.includes(country);
  if (address === undefined) return { party, state: isSameCountry ? 'CLEAR' : 'UNKNOWN' };
  const seat = seatPrefecture(buyer, confirmations, reference);
  if (isOwn && !seat?.answer) return { party, state: 'CLEAR' };
  const delivered = prefectureIn(address, reference);
  if (seat === undefined || delivered === undefined) return { party, state: 'UNKNOWN' };
  return {
    party,
    sources: [...fromApplication, ...(seat.answer ? fromRegister(seat.answer) : [])],
    ...(seat.prefecture === delivered
      ? { state: 'CLEAR' }
      : { state: 'RAISED', as: 'other-prefecture', facts: { delivery: delivered, registered: seat.prefecture } }),
  };
}

/** The word by which an address is a forwarder's, a hotel's or a locker's: whoever it goes to from there is not known. */
function passedOnAt(address: string | undefined, reference: SignalReference): string | undefined {
  const text = address?.normalize('NFKC').toLowerCase() ?? '';
  return wordsSetting('AD-4', 'passedOn', reference).find((word) => text.includes(word));
}

/** Word for word, or by its parts, an address that the buyer claims; so also one abroad, of which no prefecture is known. */
function isClaimed(address: string, { application }: SignalEvidence, reference: SignalReference): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return seatAddresses(buyerOf(application)).some(
    ({ full }) =>
      plain(full) === plain(address) ||
      compareJapaneseAddresses(full, address, reference.japaneseAddresses).verdict === 'SAME',
  );
}
