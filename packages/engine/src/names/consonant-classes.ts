// A word in Latin letters in, which kinds of consonants it has out: what tells quickly that two words are not spellings of one.

/**
 * Bits of the kinds of consonants that the word surely has, and in the upper half those that it may have, as some letters are said in two
 * ways (c, g, j, x) or are silent (h, w, y). Words may be compared without asking for them where one is empty.
 */
export function consonantClasses(latin: string): number {
  let sure = 0;
  let possible = 0;
  for (let index = 0; index < latin.length; index++) {
    const code = latin.charCodeAt(index) - 97;
    if (code < 0 || 25 < code) continue;
    sure |= SURE[code] as number;
    possible |= POSSIBLE[code] as number;
  }
  return sure | (possible << 16);
}

/** How many kinds of consonants each word surely has that the other cannot have. */
export function missingClasses(a: number, b: number): number {
  return bitsOf(a & 0xffff & ~(b >>> 16)) + bitsOf(b & 0xffff & ~(a >>> 16));
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

const KINDS = { m: 1, n: 2, l: 4, r: 8, lip: 16, tooth: 32, hiss: 64, throat: 128 };

/** By letter: kinds that it surely is, and that it may be. */
const SOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  b: [KINDS.lip, KINDS.lip],
  c: [0, KINDS.hiss | KINDS.throat | KINDS.tooth],
  d: [KINDS.tooth, KINDS.tooth | KINDS.hiss],
  f: [KINDS.lip, KINDS.lip | KINDS.throat],
  g: [0, KINDS.throat | KINDS.hiss | KINDS.n],
  h: [0, KINDS.throat],
  j: [0, KINDS.hiss | KINDS.throat],
  k: [KINDS.throat, KINDS.throat | KINDS.hiss],
  l: [KINDS.l, KINDS.l | KINDS.r],
  m: [KINDS.m, KINDS.m | KINDS.n],
  n: [KINDS.n, KINDS.n | KINDS.m],
  p: [KINDS.lip, KINDS.lip],
  q: [KINDS.throat, KINDS.throat | KINDS.hiss],
  r: [KINDS.r, KINDS.r | KINDS.l],
  s: [KINDS.hiss, KINDS.hiss | KINDS.tooth],
  t: [KINDS.tooth, KINDS.tooth | KINDS.hiss],
  u: [0, KINDS.lip],
  v: [0, KINDS.lip],
  w: [0, KINDS.lip],
  x: [0, KINDS.throat | KINDS.hiss],
  z: [KINDS.hiss, KINDS.hiss | KINDS.tooth],
  o: [0, KINDS.lip],
};
const SURE = Uint8Array.from({ length: 26 }, (_, index) => SOUNDS[String.fromCharCode(97 + index)]?.[0] ?? 0);
const POSSIBLE = Uint8Array.from({ length: 26 }, (_, index) => SOUNDS[String.fromCharCode(97 + index)]?.[1] ?? 0);
