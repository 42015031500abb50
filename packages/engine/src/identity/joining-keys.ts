// An application in, what its parties could share with parties of other applications out, written the same way for the same thing.
import { buyerOf, claimedCountries, type Application, type Party } from '../model/application.ts';
import type { JoiningFact, JoiningKey } from '../model/chain.ts';
import { foldText } from '../names/fold.ts';
import type { Reference } from '../reference/reference.ts';
import { writtenAddressKey } from './address-key.ts';
import { phoneKey } from './contact-key.ts';
import { checkIdentifier } from './identifiers/check-identifier.ts';
import { kanaKey } from './kana-key.ts';
import { mailDomain, providerKind, siteDomain } from './mail-domain.ts';
import { withoutPostalCode } from './read-japanese-address.ts';
import { registerNameKeys } from './register-name-keys.ts';

export type KeyReference = Pick<Reference, 'names' | 'japaneseAddresses' | 'latinAddresses' | 'signals'>;

/**
 * Addresses (also where goods go), telephones, mailboxes, domains that are no provider's, the device and the payer of the
 * order, numbers, and persons by name and whole day of birth. Each once for each party. Of no use to read: a key says only
 * that two things are the same.
 */
export function joiningKeys(application: Application, reference: KeyReference): readonly JoiningKey[] {
  const known = lastKeys.get(application);
  if (known?.reference === reference) return known.keys;
  const keys = keysOf(application, reference);
  lastKeys.set(application, { reference, keys });
  return keys;
}

/** An order is asked for its keys by everything that joins it with others: they are made once. */
const lastKeys = new WeakMap<Application, { readonly reference: KeyReference; readonly keys: readonly JoiningKey[] }>();

function keysOf(application: Application, reference: KeyReference): readonly JoiningKey[] {
  const { parties, delivery, network, payment } = application;
  const buying = buyerOf(application);
  const { id: buyer } = buying;
  const payer = parties.find(({ roles }) => roles.includes('payer'))?.id ?? buyer;
  const keys: JoiningKey[] = parties.flatMap((party) => {
    const [country] = [...claimedCountries(party), ...claimedCountries(buying)];
    return keysOfParty(party, country, reference);
  });
  const add = (party: string, fact: JoiningFact, value: string | undefined, written: string) => {
    if (value !== undefined) keys.push({ party, fact, value, written });
  };
  if (delivery?.address !== undefined)
    add(
      delivery.recipient ?? buyer,
      'address',
      placeKey(delivery.address, delivery.country, reference),
      delivery.address,
    );
  const device = network?.deviceId?.normalize('NFKC').trim();
  if (device !== undefined && device !== '') add(buyer, 'device', device, device);
  const { payerName } = payment ?? {};
  if (payerName !== undefined) add(payer, 'payer', nameKey(payerName, reference), payerName);
  return [...new Map(keys.map((key) => [`${key.party}\n${key.fact}\n${key.value}`, key])).values()];
}

/** @param country where a number without a calling code is dialled. */
function keysOfParty(party: Party, country: string | undefined, reference: KeyReference): readonly JoiningKey[] {
  const { id, addresses = [], emails = [], phones = [], websites = [], identifiers = [] } = party;
  const of = (fact: JoiningFact, written: string, value: string | undefined): readonly JoiningKey[] =>
    value === undefined ? [] : [{ party: id, fact, value, written }];
  return [
    ...addresses.flatMap((address) =>
      of('address', address.full, placeKey(address.full, address.country ?? party.country, reference)),
    ),
    ...phones.flatMap((phone) => of('phone', phone, dialledKey(phone, country, reference))),
    ...emails.flatMap((mail) => of('mail', mail, mailKey(mail))),
    ...emails.flatMap((mail) => of('domain', mail, ownDomain(mailDomain(mail), reference))),
    ...websites.flatMap((website) => of('domain', website, ownDomain(siteDomain(website), reference))),
    ...identifiers.flatMap((identifier) => {
      const { state, normalised = identifier.value } = checkIdentifier(identifier);
      const { type, country = '' } = identifier;
      return state === 'FORMAT_INVALID' || state === 'CHECK_INVALID'
        ? []
        : of('number', identifier.value, `${type} ${country} ${normalised}`);
    }),
    ...(party.schema === 'Person' && party.birthDate?.length === WHOLE_DAY
      ? party.names.flatMap(({ text }) => of('person', text, personKey(text, party.birthDate ?? '', reference)))
      : []),
  ];
}

const WHOLE_DAY = 'YYYY-MM-DD'.length;

/** With the calling code of the country; of no country, the digits alone. */
function dialledKey(phone: string, country: string | undefined, { signals: { callingCodes } }: KeyReference) {
  const key = phoneKey(phone, country, callingCodes);
  if (key !== undefined) return key;
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  return country === undefined && LEAST_DIGITS <= digits.length ? digits : undefined;
}

const LEAST_DIGITS = 7;

/** Lower case; what follows a plus sign names no other mailbox. */
export function mailKey(mail: string): string {
  const text = mail.normalize('NFKC').trim().toLowerCase();
  const at = text.lastIndexOf('@');
  return `${text.slice(0, at).replace(/(?<=.)\+.*$/, '')}${text.slice(at)}`;
}

/** A domain of a provider, where anybody has mail, joins nobody. */
export function ownDomain(domain: string | undefined, { signals }: Pick<KeyReference, 'signals'>): string | undefined {
  return domain === undefined || providerKind(domain, signals) !== undefined ? undefined : domain;
}

/** Without a legal form; kana by its sound, as banks write no small letters. */
function nameKey(name: string, { names }: KeyReference): string | undefined {
  const [core] = registerNameKeys(name, names);
  return core && (kanaKey(core) ?? core);
}

function personKey(name: string, birthDate: string, { names }: KeyReference): string {
  const words = foldText(name, names)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort();
  return `${words.join(' ')} ${birthDate}`;
}

/**
 * Of the building; of an address of Japan that only a person could read, its letters and digits as they stand. Nothing for one
 * without a number, which can be a whole town.
 */
function placeKey(full: string, country: string | undefined, reference: KeyReference): string | undefined {
  const place = country ?? (/[都道府県市区町村]/u.test(full) ? 'jp' : undefined);
  const { fold } = reference.japaneseAddresses;
  const key =
    writtenAddressKey(full, place, reference) ??
    (place === 'jp' ? withoutPostalCode(fold(full)).replace(/[^\p{L}\p{N}]+/gu, '') : undefined);
  return key !== undefined && /\d/.test(key) ? key : undefined;
}
