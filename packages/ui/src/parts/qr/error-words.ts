// Bytes in, the words that let a reader repair them out: Reed and Solomon's code over GF(256), as QR codes have it (ISO/IEC 18004, 7.5).

/** @param count of words to add. */
export function errorWords(data: readonly number[], count: number): readonly number[] {
  const divisor = divisorOf(count);
  const rest = Array.from({ length: count }, () => 0);
  for (const word of data) {
    const factor = word ^ (rest.shift() ?? 0);
    rest.push(0);
    for (const [place, coefficient] of divisor.entries())
      rest[place] = (rest[place] ?? 0) ^ product(coefficient, factor);
  }
  return rest;
}

/** Coefficients of (x - 1)(x - 2)(x - 4)…, without the first, which is 1. */
function divisorOf(degree: number): readonly number[] {
  const divisor = [...Array.from({ length: degree - 1 }, () => 0), 1];
  let root = 1;
  for (let step = 0; step < degree; step++) {
    for (let place = 0; place < degree; place++)
      divisor[place] = product(divisor[place] ?? 0, root) ^ (divisor[place + 1] ?? 0);
    root = product(root, 2);
  }
  return divisor;
}

/** In the field of x^8 + x^4 + x^3 + x^2 + 1. */
export function product(a: number, b: number): number {
  let sum = 0;
  for (let bit = 7; 0 <= bit; bit--) {
    sum = (sum << 1) ^ ((sum >>> 7) * 0x11d);
    sum ^= ((b >>> bit) & 1) * a;
  }
  return sum;
}
