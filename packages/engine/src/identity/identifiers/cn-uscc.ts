// A Chinese unified social credit code or organisation code in, whether its check character is right and its plain form out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';

/** The characters of a code, each with its place as value: no I, O, Z, S, V (GB 32100-2015). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * 18 characters; the last makes Σ cᵢ·3ⁱ a multiple of 31 (GB 32100-2015). Characters 9 to 17 are the organisation code, whose
 * own check character is not looked at: codes are about in which it is wrong.
 */
export function checkCnUscc(value: string): IdentifierReading {
  const code = bareText(value);
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return { state: 'FORMAT_INVALID' };
  let [sum, weight] = [0, 1];
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  const check = ALPHABET[(31 - (sum % 31)) % 31];
  return { state: check === code[17] ? 'VALID_UNCONFIRMED' : 'CHECK_INVALID', normalised: code };
}

/** Eight characters and a check character, often with a hyphen between (GB 11714-1997): 11 − Σ mod 11, 10 as X, 11 as 0. */
export function checkCnOrganisationCode(value: string): IdentifierReading {
  const code = bareText(value);
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return { state: 'FORMAT_INVALID' };
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, place) => total + weight * parseInt(code[place] ?? '', 36),
    0,
  );
  const rest = (11 - (sum % 11)) % 11;
  const check = rest === 10 ? 'X' : String(rest);
  return { state: check === code[8] ? 'VALID_UNCONFIRMED' : 'CHECK_INVALID', normalised: code };
}
