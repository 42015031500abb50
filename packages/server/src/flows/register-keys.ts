// A company's row of a register in, the keys it is looked up by out: names, the address it has, telephone numbers and domains.
import { addressKey, writtenAddressKey } from '@sekisho/engine/identity/address-key.ts';
import { phoneKey } from '@sekisho/engine/identity/contact-key.ts';
import { registerNameKeys, registerNumberKey } from '@sekisho/engine/identity/register-name-keys.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import { mailDomain, siteDomain } from '@sekisho/engine/identity/mail-domain.ts';
import type { CompanyKeys } from '../store/registers/company-keys.ts';

type KeyReference = Pick<Reference, 'names' | 'japaneseAddresses' | 'latinAddresses' | 'signals'>;

/** @param country whose companies the register has; undefined when it has those of any. */
export function companyKeys(country: string | undefined, reference: KeyReference): CompanyKeys {
  return {
    nameKeys: (row) => nameKeysOf(row, reference),
    addressKey: (row) => (isOpen(row) ? addressKeyOf(row, country, reference) : undefined),
    contactKeys: (row) => contactKeysOf(row, country, reference),
  };
}

/**
 * Everything a company can be looked for by: its names, kana and English name, folded, and its numbers in other registers. Also
 * of one that asks not to be found by search: that is asked of the public page, and a buyer who names it has named it himself.
 */
export function nameKeysOf(row: RegisterRow, { names }: Pick<Reference, 'names'>): readonly string[] {
  const numbers = (row.identifiers ?? []).map(registerNumberKey).filter((key) => key !== undefined);
  return [...new Set([...namesOfRow(row).flatMap((text) => registerNameKeys(text, names)), ...numbers])];
}

/** The name, its reading, the English one, and all others. */
export function namesOfRow({ name, kana, englishName, otherNames = [] }: RegisterRow): readonly string[] {
  return [name, kana, englishName, ...otherNames.map(({ text }) => text)].filter((text) => text !== undefined);
}

/** Of the registered seat; undefined when it cannot be read, or there is none. */
export function addressKeyOf(
  { seat, prefecture, city, street = '' }: RegisterRow,
  country: string | undefined,
  reference: KeyReference,
): string | undefined {
  if (seat) return writtenAddressKey(seat.full, seat.country ?? country, reference);
  if (prefecture !== undefined && city !== undefined)
    return addressKey({ prefecture, city, street }, reference.japaneseAddresses);
  return street === '' ? undefined : writtenAddressKey(street, country, reference);
}

function contactKeysOf(
  { phones = [], emails = [], websites = [], seat }: RegisterRow,
  country: string | undefined,
  { signals }: KeyReference,
): readonly string[] {
  if (phones.length + emails.length + websites.length === 0) return [];
  const numbers = phones.map((phone) => phoneKey(phone, seat?.country ?? country, signals.callingCodes));
  const domains = [...websites.map(siteDomain), ...emails.map(mailDomain)].map(domainKey);
  return [...new Set([...numbers, ...domains].filter((key) => key !== undefined))];
}

/** Undefined for no domain. */
export function domainKey(domain: string | undefined): string | undefined {
  return domain === undefined ? undefined : `domain:${domain}`;
}

function isOpen({ standing, closedOn }: RegisterRow): boolean {
  return standing !== 'CLOSED' && closedOn === undefined;
}
