// An EDINET code or a Japanese securities code in, whether its form is right and its one normal form out; neither has a check digit.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';

/** The code that EDINET gives a filer: E and five digits. The codes of funds begin with G. */
export function checkJpEdinetCode(value: string): IdentifierReading {
  const normalised = bareText(value);
  return /^E\d{5}$/.test(normalised) ? { state: 'VALID_UNCONFIRMED', normalised } : { state: 'FORMAT_INVALID' };
}

/**
 * Four characters; since January 2024 the second and fourth may be a letter other than B, E, I, O, Q, V and Z (証券コード協議会).
 * With a fifth it names one class of share: 0 is the common one and goes without.
 */
export function checkJpSecuritiesCode(value: string): IdentifierReading {
  const code = bareText(value);
  const [, company = '', share = ''] = /^(\d[\dACDFGHJKLMNPRSTUWXY]\d[\dACDFGHJKLMNPRSTUWXY])(\d)?$/.exec(code) ?? [];
  if (company === '') return { state: 'FORMAT_INVALID' };
  return { state: 'VALID_UNCONFIRMED', normalised: share === '0' ? company : code };
}
