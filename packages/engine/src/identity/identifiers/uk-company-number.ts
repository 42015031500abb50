// A number of the United Kingdom's Companies House in, its eight characters out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';

/**
 * Eight digits, or two letters (SC, NI, OC, SO, NC, FC, OE, …) and six; leading zeros, which people leave out, are filled in.
 * Numbers of registered societies end in letters too: IP12345R, SP1234RS. No check digit.
 */
export function checkUkCompanyNumber(value: string): IdentifierReading {
  const [, letters, digits, ending = ''] =
    /^([A-Z]{2}|R0|)(\d{1,8})$/.exec(bareText(value)) ?? /^(IP|SP|NP)(\d{1,5})(R|RS|S)$/.exec(bareText(value)) ?? [];
  if (letters === undefined || digits === undefined || 8 < letters.length + digits.length + ending.length)
    return { state: 'FORMAT_INVALID' };
  const normalised = letters + digits.padStart(8 - letters.length - ending.length, '0') + ending;
  return /^0+$/.test(normalised) ? { state: 'FORMAT_INVALID' } : { state: 'VALID_UNCONFIRMED', normalised };
}
