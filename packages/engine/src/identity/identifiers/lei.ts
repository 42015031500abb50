// A legal entity identifier (ISO 17442) in, whether its check digits are right and its 20 characters out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';

/** 18 letters or digits and 2 check digits: with A as 10 … Z as 35, the number leaves 1 when divided by 97 (ISO 7064). */
export function checkLei(value: string): IdentifierReading {
  const normalised = bareText(value);
  if (!/^[0-9A-Z]{18}\d{2}$/.test(normalised)) return { state: 'FORMAT_INVALID' };
  return { state: remainderBy97(normalised) === 1 ? 'VALID_UNCONFIRMED' : 'CHECK_INVALID', normalised };
}

function remainderBy97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
  }
  return remainder;
}
