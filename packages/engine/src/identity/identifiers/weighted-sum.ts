// The digits of a number and a weight for each in, the sum that check digits are made of out.

/** Σ dᵢ·wᵢ over the weights; characters beyond them are not looked at. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);
}

/** Weights `from`, one less for each place, down to 2: `8, 7, 6, …, 2`. */
export function fallingWeights(from: number): readonly number[] {
  return Array.from({ length: from - 1 }, (_, place) => from - place);
}

/** True when the last digit makes the sum of Luhn's formula (ISO/IEC 7812-1, annex B) a multiple of ten. */
export function isLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .map((digit, place) => Number(digit) * (place % 2 === 0 ? 1 : 2))
    .reduce((total, value) => total + (9 < value ? value - 9 : value), 0);
  return sum % 10 === 0;
}

/** True when the digits are right by ISO/IEC 7064 MOD 11,10. */
export function isMod11And10(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}
