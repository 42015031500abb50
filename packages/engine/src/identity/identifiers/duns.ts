// A D-U-N-S number in, its nine digits out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';

/** Nine digits. The old check digit was given up by its publisher and proves nothing today. */
export function checkDuns(value: string): IdentifierReading {
  const digits = bareText(value).replace(/^DUNS/, '');
  return /^\d{9}$/.test(digits) ? { state: 'VALID_UNCONFIRMED', normalised: digits } : { state: 'FORMAT_INVALID' };
}
