// CONTACT: the mail addresses and telephone numbers that the parties gave.
import { buyerOf, claimedCountries, type Party } from '../model/application.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { mailDomain } from './mail-domain.ts';
import { signal, wordsSetting, type Observation, type SignalsOf } from './observation.ts';

export const contactSignals: SignalsOf = ({ application }, reference) => {
  const buyer = buyerOf(application);
  return [
    ...reachedBy(application.parties, buyer, 'emails').map((party) =>
      signal('CO-1', mailKind(party, reference), reference),
    ),
    ...reachedBy(application.parties, buyer, 'phones').map((party) =>
      signal('CO-5', phoneCountry(party, buyer, reference), reference),
    ),
  ];
};

/** The buyer, and everybody else who gave such a thing. */
function reachedBy(parties: readonly Party[], buyer: Party, by: 'emails' | 'phones'): readonly Party[] {
  return parties.filter((party) => party === buyer || 0 < (party[by] ?? []).length);
}

function mailKind({ id, emails = [] }: Party, { mailDomains }: SignalReference): Observation {
  if (emails.length === 0) return { party: id, state: 'UNKNOWN' };
  const domains = emails.map(mailDomain).filter((domain) => domain !== undefined);
  const known = domains.flatMap((domain) => {
    const parents = domain.split('.').map((_, index, labels) => labels.slice(index).join('.'));
    const listed = parents.find((parent) => mailDomains.has(parent));
    return listed === undefined ? [] : [{ domain, kind: mailDomains.get(listed) }];
  });
  const gravest = known.find(({ kind }) => kind === 'disposable') ?? known[0];
  if (gravest?.kind) return { party: id, state: 'RAISED', as: gravest.kind, facts: { domain: gravest.domain } };
  return { party: id, state: domains.length === emails.length ? 'CLEAR' : 'UNKNOWN' };
}

function phoneCountry(party: Party, buyer: Party, reference: SignalReference): Observation {
  const { id, phones = [] } = party;
  const own = claimedCountries(party);
  const claimed = own.length === 0 ? claimedCountries(buyer) : own;
  if (phones.length === 0 || claimed.length === 0) return { party: id, state: 'UNKNOWN' };
  const numbers = phones.map((phone) => ({ phone, ...numberOf(phone, reference) }));
  const abroad = numbers.find(({ countries }) => countries && !countries.some((country) => claimed.includes(country)));
  if (abroad)
    return {
      party: id,
      state: 'RAISED',
      as: 'other-country',
      facts: { phone: abroad.phone, countries: abroad.countries?.join(', '), claimed: claimed.join(', ') },
    };
  if (claimed.includes('jp') && numbers.every(({ national }) => isBoundToNoPlace(national, reference)))
    return { party: id, state: 'RAISED', as: 'no-place', facts: { phone: phones.join(', ') } };
  return { party: id, state: numbers.every(({ national }) => national !== undefined) ? 'CLEAR' : 'UNKNOWN' };
}

interface PhoneNumber {
  /** Of the calling code, when the number has one. */
  readonly countries?: readonly string[];
  /** As dialled inside the country, digits only; absent when the number cannot be read. */
  readonly national?: string;
}

/** `+81 (0)3-…`, `0081 3 …` and `03-…`. A number without a calling code is one of the claimed country. */
function numberOf(phone: string, { callingCodes }: SignalReference): PhoneNumber {
  const text = phone.normalize('NFKC').replace(/\(0\)/, '');
  const digits = text.replace(/\D/g, '');
  const [, after] = /^(?:\+|00)(\d+)$/.exec((text.trim().startsWith('+') ? '+' : '') + digits) ?? [];
  if (after === undefined) return /^0?\d{6,11}$/.test(digits) ? { national: digits } : {};
  const code = [4, 3, 2, 1].map((length) => after.slice(0, length)).find((start) => callingCodes.has(start));
  if (code === undefined) return {};
  return { countries: callingCodes.get(code) ?? [], national: `0${after.slice(code.length).replace(/^0/, '')}` };
}

/** Mobile and IP telephone numbers of Japan say nothing of a place: lawful, and usual with small firms. */
function isBoundToNoPlace(national: string | undefined, reference: SignalReference): boolean {
  return wordsSetting('CO-5', 'prefixesWithoutPlace', reference).some(
    (prefix) => national?.startsWith(prefix) ?? false,
  );
}
