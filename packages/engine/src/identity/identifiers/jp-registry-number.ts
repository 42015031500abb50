// A Japanese registry number (会社法人等番号) in, its 12 digits out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';

/**
 * Registry office (4 digits), kind of register (2), serial (6). Numbers of the commercial register begin with 0 to 5 and
 * never with 00 (those bases are of state bodies, which no register holds). It has no check digit of its own.
 */
export function checkJpRegistryNumber(value: string): IdentifierReading {
  const digits = bareText(value);
  return /^(?!00)[0-5]\d{11}$/.test(digits)
    ? { state: 'VALID_UNCONFIRMED', normalised: digits }
    : { state: 'FORMAT_INVALID' };
}
