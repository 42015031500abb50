// A domain in, its labels as they are shown to people out (RFC 3492).

/** `xn--…` labels in their own letters; a label that cannot be decoded stays as it is. */
export function decodedDomain(domain: string): string {
  return domain
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decoded(label.slice(4)) ?? label) : label))
    .join('.');
}

/** The parameters of RFC 3492, section 5. */
const BASE = 36;
const [T_MIN, T_MAX, SKEW, DAMP] = [1, 26, 38, 700];
const [FIRST_BIAS, FIRST_CODE] = [72, 128];
const MAX_CODE = 0x10ffff;

function decoded(text: string): string | undefined {
  const delimiter = text.lastIndexOf('-');
  const codes = [...text.slice(0, Math.max(delimiter, 0))].map((letter) => letter.codePointAt(0) ?? 0);
  const digits = [...text.slice(delimiter + 1)].map(digitOf);
  let [code, place, bias] = [FIRST_CODE, 0, FIRST_BIAS];
  for (let at = 0; at < digits.length;) {
    const start = place;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = digits[at++];
      if (digit === undefined || digit < 0) return undefined;
      place += digit * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const count = codes.length + 1;
    bias = adapted(place - start, count, start === 0);
    code += Math.floor(place / count);
    place %= count;
    if (MAX_CODE < code) return undefined;
    codes.splice(place++, 0, code);
  }
  return String.fromCodePoint(...codes);
}

function digitOf(letter: string): number {
  return '0123456789abcdefghijklmnopqrstuvwxyz'.indexOf(letter) < 0
    ? -1
    : /\d/.test(letter)
      ? Number(letter) + 26
      : letter.charCodeAt(0) - 0x61;
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? DAMP : 2));
  left += Math.floor(left / count);
  let k = 0;
  for (; ((BASE - T_MIN) * T_MAX) / 2 < left; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}
