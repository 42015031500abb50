// A short text in, the squares of its QR code out: bytes, error correction M, versions 1 to 10 (ISO/IEC 18004).
import { errorWords } from './error-words.ts';

/** Rows of squares, true for a dark one; without the light frame of four squares that a reader needs. */
export type QrCode = readonly (readonly boolean[])[];

/** Of versions 1 to 10 at level M: words for repair in a block, and blocks (table 9). */
const blocks = [
  [10, 1],
  [16, 1],
  [26, 1],
  [18, 2],
  [24, 2],
  [16, 4],
  [18, 4],
  [22, 4],
  [22, 5],
  [26, 5],
] as const;
/** Where small squares stand that keep a reader straight (table E.1). */
const alignments: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];
const LEVEL_M = 0;

/** Undefined for a text of more than 213 bytes of UTF-8. */
export function qrCode(text: string): QrCode | undefined {
  const bytes = [...new TextEncoder().encode(text)];
  const version = blocks.findIndex((_, place) => bytes.length + headBytes(place + 1) <= dataWords(place + 1)) + 1;
  if (version === 0) return undefined;
  const grid = new Grid(version);
  grid.drawWords(withErrorWords(paddedWords(bytes, version), version));
  const masked = Array.from({ length: 8 }, (_, mask) => grid.masked(mask));
  return masked.toSorted((a, b) => penaltyOf(a) - penaltyOf(b))[0];
}

/** Mode and length, in whole bytes that they add. */
const headBytes = (version: number) => (version < 10 ? 2 : 3);

/** Squares that are left for words, of all. */
function rawSquares(version: number): number {
  const squares = (16 * version + 128) * version + 64;
  if (version < 2) return squares;
  const across = Math.floor(version / 7) + 2;
  return squares - (25 * across - 10) * across + 55 - (version < 7 ? 0 : 36);
}

const allWords = (version: number) => Math.floor(rawSquares(version) / 8);

function blocksOf(version: number): { readonly repair: number; readonly count: number } {
  const [repair = 0, count = 1] = blocks[version - 1] ?? [];
  return { repair, count };
}

function dataWords(version: number): number {
  const { repair, count } = blocksOf(version);
  return allWords(version) - repair * count;
}

/** Mode, length, the bytes, and what fills the rest. */
function paddedWords(bytes: readonly number[], version: number): readonly number[] {
  const bits = [...bitsOf(0b0100, 4), ...bitsOf(bytes.length, version < 10 ? 8 : 16)];
  for (const byte of bytes) bits.push(...bitsOf(byte, 8));
  const room = 8 * dataWords(version);
  bits.push(...bitsOf(0, Math.min(4, room - bits.length)));
  bits.push(...bitsOf(0, (8 - (bits.length % 8)) % 8));
  for (let fill = 0xec; bits.length < room; fill ^= 0xec ^ 0x11) bits.push(...bitsOf(fill, 8));
  return Array.from({ length: bits.length / 8 }, (_, word) =>
    bits.slice(8 * word, 8 * word + 8).reduce((value, bit) => (value << 1) | bit, 0),
  );
}

const bitsOf = (value: number, length: number) =>
  Array.from({ length }, (_, place) => (value >>> (length - 1 - place)) & 1);

/** In blocks, of which the first are one word shorter; then word by word of all blocks. */
function withErrorWords(words: readonly number[], version: number): readonly number[] {
  const { repair, count } = blocksOf(version);
  const short = Math.floor(words.length / count);
  const shortBlocks = count - (words.length % count);
  let from = 0;
  const parts = Array.from({ length: count }, (_, block) => {
    const data = words.slice(from, (from += short + (block < shortBlocks ? 0 : 1)));
    return { data, errors: errorWords(data, repair) };
  });
  const interleaved = (lists: readonly (readonly number[])[]) =>
    Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, place) =>
      lists.flatMap((list) => list[place] ?? []),
    ).flat();
  return [...interleaved(parts.map(({ data }) => data)), ...interleaved(parts.map(({ errors }) => errors))];
}

class Grid {
  readonly #size: number;
  readonly #dark: boolean[][];
  /** Squares that mean something to the reader, and are not masked. */
  readonly #isFixed: boolean[][];

  constructor(version: number) {
    this.#size = 17 + 4 * version;
    this.#dark = this.#squares();
    this.#isFixed = this.#squares();
    for (let place = 0; place < this.#size; place++) {
      this.#fix(6, place, place % 2 === 0);
      this.#fix(place, 6, place % 2 === 0);
    }
    const far = this.#size - 4;
    for (const [x, y] of [
      [3, 3],
      [far, 3],
      [3, far],
    ] as const)
      this.#drawRings(x, y, 4);
    this.#drawAlignments(alignments[version - 1] ?? []);
    this.#drawFormat(0); // takes the squares; each mask draws its own
    if (7 <= version) this.#drawVersion(version);
  }

  /** From the lower right corner, in columns two wide, upwards and downwards in turn. */
  drawWords(words: readonly number[]): void {
    const bits = words.flatMap((word) => bitsOf(word, 8));
    let next = 0;
    for (let right = this.#size - 1; 1 <= right; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < this.#size; step++) {
        const y = ((right + 1) & 2) === 0 ? this.#size - 1 - step : step;
        for (const x of [right, right - 1]) if (this.#isFixed[y]?.[x] === false) this.#set(x, y, bits[next++] === 1);
      }
    }
  }

  masked(mask: number): QrCode {
    this.#drawFormat(mask);
    return this.#dark.map((row, y) =>
      row.map((isDark, x) => (this.#isFixed[y]?.[x] === true ? isDark : isDark !== isFlipped(mask, x, y))),
    );
  }

  #squares(): boolean[][] {
    return Array.from({ length: this.#size }, () => Array.from({ length: this.#size }, () => false));
  }

  #set(x: number, y: number, isDark: boolean): void {
    const row = this.#dark[y];
    if (row && x in row) row[x] = isDark;
  }

  #fix(x: number, y: number, isDark: boolean): void {
    const row = this.#isFixed[y];
    if (!row || !(x in row)) return;
    this.#set(x, y, isDark);
    row[x] = true;
  }

  /** Dark and light around a middle: of the large squares in three corners, and of the small ones. */
  #drawRings(x: number, y: number, reach: number): void {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) {
        const away = Math.max(Math.abs(dx), Math.abs(dy));
        this.#fix(x + dx, y + dy, reach === 4 ? away !== 2 && away !== 4 : away !== 1);
      }
  }

  #drawAlignments(places: readonly number[]): void {
    const last = places.length - 1;
    for (const [i, x] of places.entries())
      for (const [j, y] of places.entries())
        if (!(i === 0 && j === 0) && !(i === 0 && j === last) && !(i === last && j === 0)) this.#drawRings(x, y, 2);
  }

  #drawFormat(mask: number): void {
    const bits = formatBits(mask);
    const bit = (place: number) => ((bits >>> place) & 1) === 1;
    for (let place = 0; place < 6; place++) this.#fix(8, place, bit(place));
    this.#fix(8, 7, bit(6));
    this.#fix(8, 8, bit(7));
    this.#fix(7, 8, bit(8));
    for (let place = 9; place < 15; place++) this.#fix(14 - place, 8, bit(place));
    for (let place = 0; place < 8; place++) this.#fix(this.#size - 1 - place, 8, bit(place));
    for (let place = 8; place < 15; place++) this.#fix(8, this.#size - 15 + place, bit(place));
    this.#fix(8, this.#size - 8, true);
  }

  #drawVersion(version: number): void {
    const bits = versionBits(version);
    for (let place = 0; place < 18; place++) {
      const isDark = ((bits >>> place) & 1) === 1;
      const [a, b] = [this.#size - 11 + (place % 3), Math.floor(place / 3)];
      this.#fix(a, b, isDark);
      this.#fix(b, a, isDark);
    }
  }
}

/** Level and mask with ten bits for repair (annex C). */
export function formatBits(mask: number): number {
  const data = (LEVEL_M << 3) | mask;
  let rest = data;
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  return ((data << 10) | rest) ^ 0x5412;
}

/** With twelve bits for repair (annex D). */
export function versionBits(version: number): number {
  let rest = version;
  for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  return (version << 12) | rest;
}

/** Table 10. */
export function isFlipped(mask: number, x: number, y: number): boolean {
  const rules = [
    (x + y) % 2,
    y % 2,
    x % 3,
    (x + y) % 3,
    (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    ((x * y) % 2) + ((x * y) % 3),
    (((x * y) % 2) + ((x * y) % 3)) % 2,
    (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];
  return rules[mask] === 0;
}

/** How hard it is to read (7.8.3): runs, squares of four, what looks like a corner, too dark or too light. */
function penaltyOf(code: QrCode): number {
  const columns = code.map((_, x) => code.map((row) => row[x] === true));
  const lines = [...code, ...columns].map((line) => line.map((isDark) => (isDark ? '1' : '0')).join(''));
  let penalty = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) penalty += run.length - 2;
    penalty += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  for (const [y, row] of code.entries())
    for (const [x, isDark] of row.entries()) {
      const below = code[y + 1];
      if (below && x + 1 < row.length && [row[x + 1], below[x], below[x + 1]].every((other) => other === isDark))
        penalty += 3;
    }
  const squares = code.flat();
  const share = squares.filter(Boolean).length / squares.length;
  return penalty + 10 * Math.floor(Math.abs(share - 0.5) * 20);
}
