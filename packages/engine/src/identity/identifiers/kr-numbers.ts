// A Korean business or corporate number in, whether its check digit is right and its digits out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';
import { weightedSum } from './weighted-sum.ts';

const BUSINESS_WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];
const CORPORATE_WEIGHTS = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2];

/** 사업자등록번호, ten digits, written 3-2-5: Σ and the tens of five times the ninth digit, filled up to a multiple of ten. */
export function checkKrBusinessNumber(value: string): IdentifierReading {
  const digits = bareText(value);
  if (!/^\d{10}$/.test(digits)) return { state: 'FORMAT_INVALID' };
  const sum = weightedSum(digits, BUSINESS_WEIGHTS) + Math.floor((5 * Number(digits[8])) / 10);
  return readingOf(digits, (10 - (sum % 10)) % 10);
}

/** 법인등록번호, thirteen digits, written 6-7. */
export function checkKrCorporateNumber(value: string): IdentifierReading {
  const digits = bareText(value);
  if (!/^\d{13}$/.test(digits)) return { state: 'FORMAT_INVALID' };
  return readingOf(digits, (10 - (weightedSum(digits, CORPORATE_WEIGHTS) % 10)) % 10);
}

function readingOf(digits: string, check: number): IdentifierReading {
  return { state: Number(digits.at(-1)) === check ? 'VALID_UNCONFIRMED' : 'CHECK_INVALID', normalised: digits };
}
