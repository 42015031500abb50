// A telephone number as it is written in, its country, what is dialled inside it and the prefectures it is of out.
import { dialledNumber } from '../identity/contact-key.ts';
import type { SignalReference } from '../reference/signal-reference.ts';

export interface PhoneNumber {
  /** Of the calling code, when the number has one. */
  readonly countries?: readonly string[];
  /** As dialled inside the country, digits only; absent when the number cannot be read. */
  readonly national?: string;
}

/** `+81 (0)3-…`, `0081 3 …` and `03-…`. A number without a calling code is one of the claimed country. */
export function phoneNumber(phone: string, { callingCodes }: Pick<SignalReference, 'callingCodes'>): PhoneNumber {
  const dialled = dialledNumber(phone, callingCodes);
  if (!dialled) return {};
  const { code, digits } = dialled;
  if (code === undefined) return /^0?\d{6,11}$/.test(digits) ? { national: digits } : {};
  return { countries: callingCodes.get(code) ?? [], national: `0${digits.replace(/^0/, '')}` };
}

/** The prefectures that a fixed number of Japan is of; none when its beginning is not known. */
export function prefecturesOfNumber(
  national: string,
  { areaCodes }: Pick<SignalReference, 'areaCodes'>,
): readonly string[] {
  for (let length = LONGEST_CODE; 1 < length; length--) {
    const prefectures = areaCodes.get(national.slice(0, length));
    if (prefectures) return prefectures;
  }
  return [];
}

/** Digits of the longest beginning that the table has. */
const LONGEST_CODE = 6;
