// A VAT number of the European Union in, whether its check digit is right and its plain form out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';
import { fallingWeights, isLuhn, isMod11And10, weightedSum } from './weighted-sum.ts';

interface Country {
  /** Of what follows the two letters (VIES, "What is the format of a VAT number?"). */
  readonly format: RegExp;
  /** Whether the check digit is right; absent where a country has none that holds for all its numbers. */
  readonly isRight?: (body: string) => boolean;
}

/** Letters, then what the country gives. Great Britain left; Northern Ireland is XI. */
export function checkEuVat(value: string): IdentifierReading {
  const number = bareText(value).replace(/[./]/g, '');
  const country = countries[number.slice(0, 2)];
  const body = number.slice(2);
  if (!country?.format.test(body)) return { state: 'FORMAT_INVALID' };
  const isRight = country.isRight?.(body) ?? true;
  return { state: isRight ? 'VALID_UNCONFIRMED' : 'CHECK_INVALID', normalised: number };
}

const mod11 = (body: string, weights: readonly number[]) => weightedSum(body, weights) % 11;
const last = (body: string) => Number(body.at(-1));

/** 11 − Σ mod 11 is the last digit; 10 and 11 are 0. */
const isFilledTo11 = (weights: readonly number[]) => (body: string) =>
  ((11 - mod11(body, weights)) % 11) % 10 === last(body);

/** Σ mod 11, and 10 as 0, is the last digit. */
const isRestOf11 = (weights: readonly number[]) => (body: string) => (mod11(body, weights) % 11) % 10 === last(body);

const countries: Readonly<Record<string, Country>> = {
  AT: {
    format: /^U\d{8}$/,
    isRight: (body) => {
      const sum = Array.from(body.slice(1, 8), Number)
        .map((digit, place) => digit * (place % 2 === 0 ? 1 : 2))
        .reduce((total, product) => total + (9 < product ? product - 9 : product), 0);
      return (10 - ((sum + 4) % 10)) % 10 === last(body);
    },
  },
  BE: { format: /^[01]\d{9}$/, isRight: (body) => 97 - (Number(body.slice(0, 8)) % 97) === Number(body.slice(8)) },
  BG: { format: /^\d{9,10}$/ },
  CY: { format: /^\d{8}[A-Z]$/ },
  CZ: { format: /^\d{8,10}$/ },
  DE: { format: /^[1-9]\d{8}$/, isRight: isMod11And10 },
  DK: { format: /^\d{8}$/, isRight: (body) => mod11(body, [2, 7, 6, 5, 4, 3, 2, 1]) === 0 },
  EE: {
    format: /^\d{9}$/,
    isRight: (body) => weightedSum(body, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
  },
  EL: { format: /^\d{9}$/, isRight: isRestOf11([256, 128, 64, 32, 16, 8, 4, 2]) },
  ES: { format: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/ },
  FI: { format: /^\d{8}$/, isRight: (body) => mod11(body, [7, 9, 10, 5, 8, 4, 2, 1]) === 0 },
  // the key is in digits for all but a few numbers, whose letters follow a rule that is not published in full
  FR: {
    format: /^[0-9A-HJ-NP-Z]{2}\d{9}$/,
    isRight: (body) =>
      !/^\d{11}$/.test(body) || (12 + 3 * (Number(body.slice(2)) % 97)) % 97 === Number(body.slice(0, 2)),
  },
  HR: { format: /^\d{11}$/, isRight: isMod11And10 },
  HU: { format: /^\d{8}$/, isRight: (body) => weightedSum(body, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 },
  IE: {
    format: /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
    isRight: (body) => {
      if (!/^\d{7}/.test(body)) return true; // the old form
      const more = body.length === 9 ? 9 * ((body.codePointAt(8) ?? 64) - 64) : 0;
      return 'WABCDEFGHIJKLMNOPQRSTUV'[(weightedSum(body, fallingWeights(8)) + more) % 23] === body[7];
    },
  },
  IT: { format: /^\d{11}$/, isRight: isLuhn },
  LT: { format: /^(?:\d{9}|\d{12})$/ },
  LU: { format: /^\d{8}$/, isRight: (body) => Number(body.slice(0, 6)) % 89 === Number(body.slice(6)) },
  LV: { format: /^\d{11}$/ },
  MT: {
    format: /^[1-9]\d{7}$/,
    isRight: (body) => 37 - (weightedSum(body, [3, 4, 6, 7, 8, 9]) % 37) === Number(body.slice(6)),
  },
  // sole traders have numbers made by another rule since 2020
  NL: {
    format: /^\d{9}B\d{2}$/,
    isRight: (body) => mod11(body, fallingWeights(9)) === Number(body[8]) || isRightNetherlands(body),
  },
  PL: { format: /^\d{10}$/, isRight: (body) => mod11(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) === last(body) },
  PT: { format: /^[1-9]\d{8}$/, isRight: isFilledTo11(fallingWeights(9)) },
  RO: { format: /^[1-9]\d{1,9}$/, isRight: isRightRomania },
  SE: { format: /^\d{10}01$/, isRight: (body) => isLuhn(body.slice(0, 10)) },
  SI: { format: /^[1-9]\d{7}$/, isRight: isFilledTo11(fallingWeights(8)) },
  SK: { format: /^[1-9]\d{9}$/, isRight: (body) => Number(body) % 11 === 0 },
  XI: { format: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/ },
};

/** ISO/IEC 7064 MOD 97-10 over the whole number with its country, letters as 10 to 35. */
function isRightNetherlands(body: string): boolean {
  const digits = Array.from(`NL${body}`, (character) => String(parseInt(character, 36))).join('');
  return BigInt(digits) % 97n === 1n;
}

function isRightRomania(body: string): boolean {
  const sum = weightedSum(body.padStart(10, '0'), [7, 5, 3, 2, 1, 7, 5, 3, 2]);
  return ((10 * sum) % 11) % 10 === last(body);
}
