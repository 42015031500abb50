// An ISIN in, whether its check digit is right and its twelve characters out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';
import { isLuhn } from './weighted-sum.ts';

/** Two letters, nine letters or digits, a check digit: Luhn's formula over the digits, letters as 10 to 35 (ISO 6166). */
export function checkIsin(value: string): IdentifierReading {
  const code = bareText(value);
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(code)) return { state: 'FORMAT_INVALID' };
  const digits = Array.from(code, (character) => String(parseInt(character, 36))).join('');
  return { state: isLuhn(digits) ? 'VALID_UNCONFIRMED' : 'CHECK_INVALID', normalised: code };
}
