// An address of an LEI record in, an address out: its lines in their order, each once.
import type { Address } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StrictElement } from '../../readers/strict-element.ts';

/** @throws Problem `list.missing-field` without a country, `list.unknown-value` for one that is no code. */
export function addressOf(element: StrictElement): Address {
  element.ignore('@xml:lang');
  const first = element.take('FirstAddressLine');
  const numbers = [element.takeOptional('AddressNumber'), element.takeOptional('AddressNumberWithinBuilding')];
  const lines = [first, ...numbers, element.takeOptional('MailRouting'), ...element.takeTexts('AdditionalAddressLine')];
  const street = [...new Set(lines.filter((line) => line !== undefined))].join(', ');
  const city = element.takeOptional('City');
  const region = element.takeOptional('Region');
  const value = element.take('Country');
  if (!/^[A-Z]{2}$/.test(value)) throw new Problem('list.unknown-value', { ...element.where, field: 'Country', value });
  const postalCode = element.takeOptional('PostalCode');
  return {
    full: [street, city, region, postalCode, value].filter((part) => part !== undefined).join(', '),
    street,
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(postalCode !== undefined && { postalCode }),
    country: value.toLowerCase(),
  };
}
