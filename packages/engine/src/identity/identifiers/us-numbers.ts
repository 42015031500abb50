// A number of US authorities (CIK of the SEC, UEI of SAM) in, its plain form out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';

/** The SEC's central index key: up to ten digits, normally filled with zeros. No check digit. */
export function checkUsCik(value: string): IdentifierReading {
  const digits = bareText(value).replace(/^CIK/, '');
  if (!/^\d{1,10}$/.test(digits) || Number(digits) === 0) return { state: 'FORMAT_INVALID' };
  return { state: 'VALID_UNCONFIRMED', normalised: digits.padStart(10, '0') };
}

/**
 * Unique entity ID: twelve letters and digits without O and I, the first not 0, no nine digits in a row (GSA, "Unique
 * Entity ID"). How its last character checks the others is not published.
 */
export function checkUsUei(value: string): IdentifierReading {
  const code = bareText(value);
  if (!/^[A-HJ-NP-Z1-9][A-HJ-NP-Z0-9]{11}$/.test(code) || /\d{9}/.test(code)) return { state: 'FORMAT_INVALID' };
  return { state: 'VALID_UNCONFIRMED', normalised: code };
}
