// An IMO ship number in, whether its check digit is right and its seven digits out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';

/** Seven digits, often with `IMO` in front: the first six times 7 to 2, added up, end in the seventh (IMO Res. A.1117). */
export function checkImoNumber(value: string): IdentifierReading {
  const digits = bareText(value).replace(/^IMO(?:NO\.?|NUMBER|:)?/, '');
  if (!/^\d{7}$/.test(digits)) return { state: 'FORMAT_INVALID' };
  const [d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, check] = Array.from(digits, Number);
  const sum = d1 * 7 + d2 * 6 + d3 * 5 + d4 * 4 + d5 * 3 + d6 * 2;
  return { state: sum % 10 === check ? 'VALID_UNCONFIRMED' : 'CHECK_INVALID', normalised: digits };
}
