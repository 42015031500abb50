// A Russian tax number (ИНН) or register number (ОГРН) in, whether its check digits are right and its digits out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';
import { weightedSum } from './weighted-sum.ts';

const BODY = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const PERSON_11TH = [7, ...BODY];
const PERSON_12TH = [3, ...PERSON_11TH];

/** ИНН: ten digits of a body, the last a check digit; twelve of a person, the last two (приказ ФНС ММВ-7-6/435). */
export function checkRuInn(value: string): IdentifierReading {
  const digits = bareText(value).replace(/^(?:ИНН|INN):?/, '');
  if (!/^(?:\d{10}|\d{12})$/.test(digits)) return { state: 'FORMAT_INVALID' };
  const isRight =
    digits.length === 10 ? fits(digits, BODY, 9) : fits(digits, PERSON_11TH, 10) && fits(digits, PERSON_12TH, 11);
  return { state: isRight ? 'VALID_UNCONFIRMED' : 'CHECK_INVALID', normalised: digits };
}

/** ОГРН: thirteen digits, the first twelve mod 11; ОГРНИП: fifteen, the first fourteen mod 13; of either the last digit. */
export function checkRuOgrn(value: string): IdentifierReading {
  const digits = bareText(value).replace(/^(?:ОГРН(?:ИП)?|OGRN(?:IP)?):?/, '');
  if (!/^[1-9](?:\d{12}|\d{14})$/.test(digits)) return { state: 'FORMAT_INVALID' };
  const modulus = digits.length === 13 ? 11 : 13;
  const check = (Number(digits.slice(0, -1)) % modulus) % 10; // below 2^53: exact
  return { state: Number(digits.at(-1)) === check ? 'VALID_UNCONFIRMED' : 'CHECK_INVALID', normalised: digits };
}

function fits(digits: string, weights: readonly number[], place: number): boolean {
  return (weightedSum(digits, weights) % 11) % 10 === Number(digits[place]);
}
