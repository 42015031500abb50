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

/** Numbers of a country without a reader here are looked up as they are given. */
export function claimedNumbers(party: Party, country: string): ClaimedNumbers {
  const valid = new Set<string>();
  let invalid = false;
  for (const identifier of party.identifiers ?? []) {
    const isOfCountry = identifier.country === country || typesByCountry[country]?.includes(identifier.type);
    const isCompanyNumber =
      identifier.type === 'registration-number' || typesByCountry[country]?.includes(identifier.type);
    if (!isOfCountry || !isCompanyNumber) continue;
    const type =
      country === 'jp' && identifier.type === 'registration-number' ? 'jp-corporate-number' : identifier.type;
    const { state, normalised } = checkIdentifier({ ...identifier, type });
    const number = state === 'VALID_UNCONFIRMED' && normalised !== undefined ? numberOf(type, normalised) : undefined;
    if (number === undefined) invalid = true;
    else valid.add(number);
  }
  return { valid: [...valid], invalid };
}

const typesByCountry: Readonly<Partial<Record<string, readonly IdentifierType[]>>> = {
  jp: ['jp-corporate-number', 'jp-registry-number', 'jp-invoice-number'],
};

/** The number in the register: a registry number gains its check digit, an invoice number of a company loses its T. */
function numberOf(type: IdentifierType, normalised: string): string | undefined {
  if (type === 'jp-registry-number') return jpCorporateNumberOf(normalised);
  if (type !== 'jp-invoice-number') return normalised;
  const digits = normalised.slice(1);
  return isJpCorporateNumber(digits) ? digits : undefined;
}
