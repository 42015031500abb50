// A telephone number as somebody writes it in, the same text for the same number however it is written out.

/**
 * `03-9999-0001` of Japan, `+81 (0)3 9999 0001` and `0081 3 9999 0001` are all `tel:+81399990001`. Undefined for what is no
 * number, and for one without a calling code of a country that is not known.
 * @param country ISO 3166-1 alpha-2, small letters: where a number without a calling code is dialled.
 * @param callingCodes calling codes with the countries that have them.
 */
export function phoneKey(
  phone: string,
  country: string | undefined,
  callingCodes: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const dialled = dialledNumber(phone, callingCodes);
  if (!dialled) return undefined;
  const { code, digits } = dialled;
  if (code !== undefined) return keyOf(code, digits);
  const own = [...callingCodes].find(([, countries]) => country !== undefined && countries.includes(country));
  return own && keyOf(own[0], digits);
}

/**
 * The digits of a number behind its calling code, where it has one (`+81 (0)3 …`, `0081 3 …`), else all. Undefined when it begins
 * as one from abroad and no country has the code.
 */
export function dialledNumber(
  phone: string,
  callingCodes: ReadonlyMap<string, readonly string[]>,
): { readonly code?: string; readonly digits: string } | undefined {
  const text = phone.normalize('NFKC').replace(/\(0\)/, '').trim();
  const digits = text.replace(/\D/g, '');
  const after = text.startsWith('+') ? digits : /^00(\d+)$/.exec(digits)?.[1];
  if (after === undefined) return { digits };
  const code = [4, 3, 2, 1].map((length) => after.slice(0, length)).find((start) => callingCodes.has(start));
  return code === undefined ? undefined : { code, digits: after.slice(code.length) };
}

/** Shorter ones are extensions and services, longer ones no numbers (ITU-T E.164: fifteen digits with the calling code). */
const [MIN_DIGITS, MAX_DIGITS] = [6, 15];

function keyOf(code: string, national: string): string | undefined {
  const number = national.replace(/^0/, '');
  const isPossible = MIN_DIGITS <= number.length && code.length + number.length <= MAX_DIGITS;
  return isPossible ? `tel:+${code}${number}` : undefined;
}
