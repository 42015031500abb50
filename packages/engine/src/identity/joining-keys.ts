// An application in, what its parties could share with parties of other applications out, written the same way for the same thing.
import { buyerOf, type Application, type Party } from '../model/application.ts';
import type { JoiningFact, JoiningKey } from '../model/chain.ts';
import { foldText } from '../names/fold.ts';
import type { Reference } from '../reference/reference.ts';
import { checkIdentifier } from './identifiers/check-identifier.ts';
import { kanaKey } from './kana-key.ts';
import { registerNameKeys } from './register-name-keys.ts';

type KeyReference = Pick<Reference, 'names' | 'japaneseAddresses' | 'latinAddresses' | 'signals'>;

/**
 * Addresses (also where goods go), telephones, mailboxes, domains that are no provider's, the device and the payer of the
 * order, numbers, and persons by name and whole day of birth. Each once for each party. Of no use to read: a key says only
 * that two things are the same.
 */
export function joiningKeys(application: Application, reference: KeyReference): readonly JoiningKey[] {
  const { parties, delivery, network, payment } = application;
  const buyer = buyerOf(application).id;
  const payer = parties.find(({ roles }) => roles.includes('payer'))?.id ?? buyer;
  const keys: JoiningKey[] = parties.flatMap((party) => keysOfParty(party, reference));
  const add = (party: string, fact: JoiningFact, value: string | undefined, written: string) => {
    if (value !== undefined) keys.push({ party, fact, value, written });
  };
  if (delivery?.address !== undefined)
    add(
      delivery.recipient ?? buyer,
      'address',
      addressKey({ full: delivery.address, country: delivery.country }, reference),
      delivery.address,
    );
  const device = network?.deviceId?.normalize('NFKC').trim();
  if (device !== undefined && device !== '') add(buyer, 'device', device, device);
  const { payerName } = payment ?? {};
  if (payerName !== undefined) add(payer, 'payer', nameKey(payerName, reference), payerName);
  return [...new Map(keys.map((key) => [`${key.party}\n${key.fact}\n${key.value}`, key])).values()];
}

/** Raise it when the same application would get other keys. */
export const joiningKeysVersion = 1;

function keysOfParty(party: Party, reference: KeyReference): readonly JoiningKey[] {
  const { id, addresses = [], emails = [], phones = [], websites = [], identifiers = [] } = party;
  const of = (fact: JoiningFact, written: string, value: string | undefined): readonly JoiningKey[] =>
    value === undefined ? [] : [{ party: id, fact, value, written }];
  return [
    ...addresses.flatMap((address) =>
      of('address', address.full, addressKey({ ...address, country: address.country ?? party.country }, reference)),
    ),
    ...phones.flatMap((phone) => of('phone', phone, phoneKey(phone, party.country, reference))),
    ...emails.flatMap((mail) => of('mail', mail, mailKey(mail))),
    ...emails.flatMap((mail) => of('domain', mail, domainKey(mail.slice(mail.lastIndexOf('@') + 1), reference))),
    ...websites.flatMap((website) => of('domain', website, domainKey(hostOf(website), reference))),
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

/** Digits with the calling code of the country: that of the number, else of the party; a number too short for one is none. */
function phoneKey(phone: string, country: string | undefined, { signals: { callingCodes } }: KeyReference) {
  const written = phone.normalize('NFKC').replace(/\(0\)/g, '');
  const digits = written.replace(/\D/g, '');
  if (digits.length < LEAST_DIGITS) return undefined;
  const international = /^\s*\+/.test(written) ? digits : digits.startsWith('00') ? digits.slice(2) : undefined;
  if (international !== undefined) {
    const code = [...callingCodes.keys()].find((one) => international.startsWith(one)) ?? '';
    return `${code} ${international.slice(code.length).replace(/^0/, '')}`;
  }
  const code = [...callingCodes].find(([, countries]) => country !== undefined && countries.includes(country))?.[0];
  return `${code ?? ''} ${digits.replace(/^0/, '')}`;
}

const LEAST_DIGITS = 7;

/** Lower case; what follows a plus sign names no other mailbox. */
function mailKey(mail: string): string {
  const text = mail.normalize('NFKC').trim().toLowerCase();
  const at = text.lastIndexOf('@');
  return `${text.slice(0, at).replace(/(?<=.)\+.*$/, '')}${text.slice(at)}`;
}

/** A domain of a provider, where anybody has mail, joins nobody. */
function domainKey(host: string | undefined, { signals: { mailDomains } }: KeyReference): string | undefined {
  const domain = host
    ?.normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^www\d?\./, '')
    .replace(/\.$/, '');
  return domain === undefined || !domain.includes('.') || mailDomains.has(domain) ? undefined : domain;
}

function hostOf(website: string): string | undefined {
  const text = website.normalize('NFKC').trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
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
 * Up to the last number of the block: building and room are too often left out. Nothing for an address without a number, which
 * can be a whole town.
 */
function addressKey(
  { full, country }: { readonly full: string; readonly country?: string | undefined },
  reference: KeyReference,
): string | undefined {
  const isJapanese = country === 'jp' || /[都道府県市区町村]/u.test(full);
  return isJapanese ? japaneseKey(full, reference) : latinKey(full, country, reference);
}

function japaneseKey(full: string, { japaneseAddresses: { fold, prefectures } }: KeyReference): string | undefined {
  const text = fold(full)
    .replace(/^(?:日本国?)?\s*〒?\s*\d{3}-?\d{4}\s*/u, '')
    .replace(/[一二三四五六七八九十]+(?=丁目|番地|番|号)/gu, arabicOf)
    .replace(/(?<=\d)\s*(?:丁目|番地の|番地|番|号|の)\s*(?=\d)/gu, '-')
    .replace(/\s+/g, '');
  const [block] = /^[^\d]*\d+(?:-\d+){0,2}/u.exec(text) ?? []; // a fourth number is a room
  if (block === undefined) return undefined;
  const prefecture = prefectures.find((name) => block.startsWith(name)) ?? '';
  return block.slice(prefecture.length);
}

/** 二十三 → 23. */
function arabicOf(kanji: string): string {
  const digits = '一二三四五六七八九';
  let [total, digit] = [0, 0];
  for (const character of kanji)
    if (character === '十') [total, digit] = [total + (digit || 1) * 10, 0];
    else digit = digits.indexOf(character) + 1;
  return String(total + digit);
}

function latinKey(
  full: string,
  country: string | undefined,
  { latinAddresses: { wordOf, leftOut } }: KeyReference,
): string | undefined {
  const words = full
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => wordOf.get(word) ?? word)
    .filter((word) => word !== '' && !leftOut.has(word));
  if (words.length < LEAST_WORDS || !words.some((word) => /\d/.test(word))) return undefined;
  return `${country ?? ''} ${words.join(' ')}`;
}

/** Fewer are a house without a town. */
const LEAST_WORDS = 3;
