// A Japanese corporate number (法人番号) in, whether its check digit is right and its 13 digits out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';

/**
 * Reads 13 digits; `T` and 13 digits (an invoice number: a corporation's is T and its corporate number); or the 12 digits
 * of a registry number (会社法人等番号), for which the check digit is computed and put in front.
 * One random number in nine passes: a right check digit is no evidence that a company exists.
 */
export function checkJpCorporateNumber(value: string): IdentifierReading {
  const digits = bareText(value).replace(/^T/, '');
  if (/^\d{12}$/.test(digits)) return { state: 'VALID_UNCONFIRMED', normalised: jpCorporateNumberOf(digits) };
  if (!/^[1-9]\d{12}$/.test(digits)) return { state: 'FORMAT_INVALID' };
  return { state: isJpCorporateNumber(digits) ? 'VALID_UNCONFIRMED' : 'CHECK_INVALID', normalised: digits };
}

/** True when the text is 13 digits of which the first is the check digit of the others. */
export function isJpCorporateNumber(text: string): boolean {
  return /^[1-9]\d{12}$/.test(text) && jpCorporateNumberOf(text.slice(1)) === text;
}

/**
 * The corporate number of a base number of 12 digits: 9 − (Σ Pₙ·Qₙ mod 9) in front, n counted from the right, Q 1 for odd
 * and 2 for even n (財務省令第70号 of 2014, art. 2).
 */
export function jpCorporateNumberOf(base: string): string {
  let sum = 0;
  for (let index = 0; index < 12; index++) sum += (base.charCodeAt(index) - 48) * (index % 2 === 0 ? 2 : 1);
  return `${9 - (sum % 9)}${base}`;
}
