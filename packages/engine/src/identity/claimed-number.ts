// A party in, the numbers it claims in a country's company register out.
import type { Party } from '../model/application.ts';
import type { IdentifierType } from '../model/identifier.ts';
import { checkIdentifier } from './identifiers/check-identifier.ts';
import { isJpCorporateNumber, jpCorporateNumberOf } from './identifiers/jp-corporate-number.ts';

export interface ClaimedNumbers {
  /** As the register writes them, each once; several contradict each other. */
  readonly valid: readonly string[];
  /** True when a number was given that cannot be one. */
  readonly invalid: boolean;
}

/** Whose companies a register has, and what its numbers are. */
export interface RegisterNumbers {
  /** ISO 3166-1 alpha-2, lower case: the country that the party is looked for in. */
  readonly country: string;
  readonly numbers: IdentifierType;
}

/** A number of the register's type; or one that is only said to be a registration number of the country. */
export function claimedNumbers(party: Party, { country, numbers }: RegisterNumbers): ClaimedNumbers {
  const valid = new Set<string>();
  let invalid = false;
  for (const identifier of party.identifiers ?? []) {
    const isOfType = identifier.type === numbers || alsoRead[numbers]?.includes(identifier.type) === true;
    const isOfCountry =
      isNational(numbers) && identifier.type === 'registration-number' && identifier.country === country;
    if (!isOfType && !isOfCountry) continue;
    const type = isOfType ? identifier.type : numbers;
    const { state, normalised } = checkIdentifier({ ...identifier, type });
    const number = state === 'VALID_UNCONFIRMED' && normalised !== undefined ? numberOf(type, normalised) : undefined;
    if (number === undefined) invalid = true;
    else valid.add(number);
  }
  return { valid: [...valid], invalid };
}

/** Types that lead to a number of another. */
const alsoRead: Readonly<Partial<Record<IdentifierType, readonly IdentifierType[]>>> = {
  'jp-corporate-number': ['jp-registry-number', 'jp-invoice-number'],
};

/** A registration number of a country is its company register's number; it is no LEI, and no code of a stock exchange or tax. */
function isNational(numbers: IdentifierType): boolean {
  return !notNational.includes(numbers);
}

const notNational: readonly IdentifierType[] = [
  'lei',
  'other',
  'jp-edinet-code',
  'jp-securities-code',
  'jp-invoice-number',
];

/** The number in the register: a registry number gains its check digit, an invoice number of a company loses its T. */
function numberOf(type: IdentifierType, normalised: string): string | undefined {
  if (type === 'jp-registry-number') return jpCorporateNumberOf(normalised);
  if (type !== 'jp-invoice-number') return normalised;
  const digits = normalised.slice(1);
  return isJpCorporateNumber(digits) ? digits : undefined;
}
