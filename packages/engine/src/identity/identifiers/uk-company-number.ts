// A number of the United Kingdom's Companies House in, its eight characters out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';

/** Eight digits, or two letters (SC, NI, OC, FC, …) and six; leading zeros, which people leave out, are filled in. No check digit. */
export function checkUkCompanyNumber(value: string): IdentifierReading {
  const [, letters, digits] = /^([A-Z]{2}|R0|)(\d{1,8})$/.exec(bareText(value)) ?? [];
  if (letters === undefined || digits === undefined || 8 < letters.length + digits.length)
    return { state: 'FORMAT_INVALID' };
  return { state: 'VALID_UNCONFIRMED', normalised: letters + digits.padStart(8 - letters.length, '0') };
}
