// QR codes are read back square by square, as a reader does; the standard's own numbers are what its tables say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorWords, product } from './error-words.ts';
import { formatBits, isFlipped, qrCode, versionBits, type QrCode } from './qr-code.ts';

test('the words for repair, the format and the version are the known ones', () => {
  // "HELLO WORLD" in version 1, level M
  const words = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
  assert.deepEqual(errorWords(words, 10), [196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  assert.equal(formatBits(0).toString(2), '101010000010010');
  assert.equal(formatBits(5).toString(2), '100000011001110');
  assert.equal(versionBits(7).toString(2).padStart(18, '0'), '000111110010010100');
});

/** Blocks of a version at level M: words of data in each, words for repair (table 9). */
const layouts: Readonly<Record<number, readonly [data: readonly number[], repair: number]>> = {
  1: [[16], 10],
  4: [[32, 32], 18],
  7: [[31, 31, 31, 31], 18],
  8: [[38, 38, 39, 39], 22],
  10: [[43, 43, 43, 43, 44], 26],
};

for (const [version, text] of [
  [1, 'sekisho'],
  [4, `otpauth://totp/Sekisho:${'K'.repeat(30)}`],
  [7, `otpauth://totp/Sekisho:K.%20Hayashi?issuer=Sekisho&secret=${'A'.repeat(32)}&algorithm=SHA1&digits=6`],
  [8, '関所'.repeat(24)],
  [10, 'x'.repeat(213)],
] as const)
  test(`version ${String(version)} reads back as what was written`, () => {
    const code = qrCode(text);
    assert.ok(code);
    assert.equal(code.length, 17 + 4 * version);
    assert.equal(textIn(code, version), text);
  });

test('a text that is too long has none', () => {
  assert.equal(qrCode('x'.repeat(214)), undefined);
});

function textIn(code: QrCode, version: number): string {
  const bits = bitsIn(code, version);
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, place) =>
    parseInt(bits.slice(8 * place, 8 * place + 8).join(''), 2),
  );
  const [data, repair] = layouts[version] ?? [[], 0];
  const inBlocks = data.map((count) => ({ count, words: [] as number[] }));
  let next = 0;
  for (let place = 0; place < Math.max(...data); place++)
    for (const block of inBlocks) if (place < block.count) block.words.push(words[next++] ?? -1);
  const read = inBlocks.flatMap((block) => [...block.words]);
  for (let place = 0; place < repair; place++) for (const block of inBlocks) block.words.push(words[next++] ?? -1);
  for (const block of inBlocks) assert.ok(isWhole(block.words, repair), 'a block does not repair to itself');
  const stream = read.map((word) => word.toString(2).padStart(8, '0')).join('');
  assert.equal(stream.slice(0, 4), '0100');
  const lengthBits = version < 10 ? 8 : 16;
  const length = parseInt(stream.slice(4, 4 + lengthBits), 2);
  const from = 4 + lengthBits;
  const bytes = Array.from({ length }, (_, place) => parseInt(stream.slice(from + 8 * place, from + 8 * place + 8), 2));
  return new TextDecoder().decode(new Uint8Array(bytes));
}

/** A code word is zero at every root of the divisor. */
function isWhole(words: readonly number[], repair: number): boolean {
  let root = 1;
  for (let power = 0; power < repair; power++, root = product(root, 2))
    if (words.reduce((sum, word) => product(sum, root) ^ word, 0) !== 0) return false;
  return true;
}

/** The squares of words in their order, unmasked by the mask that the format names. */
function bitsIn(code: QrCode, version: number): readonly number[] {
  const size = code.length;
  const isDark = (x: number, y: number) => code[y]?.[x] === true;
  const format = [0, 1, 2, 3, 4, 5, 7, 8]
    .map((y) => isDark(8, y))
    .concat([7, 5, 4, 3, 2, 1, 0].map((x) => isDark(x, 8)));
  const value = format.reduce((sum, bit, place) => sum + (bit ? 2 ** place : 0), 0);
  const mask = Array.from({ length: 8 }, (_, one) => one).find((one) => formatBits(one) === value);
  assert.ok(mask !== undefined, 'the format is none of level M');
  const bits: number[] = [];
  let isUp = true;
  for (let right = size - 1; 0 < right; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++) {
      const y = isUp ? size - 1 - step : step;
      for (const x of [right, right - 1])
        if (!isReserved(x, y, size, version)) bits.push(isDark(x, y) === isFlipped(mask, x, y) ? 0 : 1);
    }
    isUp = !isUp;
  }
  return bits;
}

const middles: Readonly<Record<number, readonly number[]>> = {
  1: [],
  4: [6, 26],
  7: [6, 22, 38],
  8: [6, 24, 42],
  10: [6, 28, 50],
};

/** Corners with their format, timing, small squares, version. */
function isReserved(x: number, y: number, size: number, version: number): boolean {
  const isCorner = (x < 9 && y < 9) || (size - 9 < x && y < 9) || (x < 9 && size - 9 < y);
  const places = middles[version] ?? [];
  const inSmall = places.some((a) =>
    places.some((b) => Math.abs(x - a) <= 2 && Math.abs(y - b) <= 2 && !isInCorner(a, b, size)),
  );
  const inVersion = 7 <= version && ((size - 12 < x && y < 6) || (x < 6 && size - 12 < y));
  return isCorner || x === 6 || y === 6 || inSmall || inVersion;
}

function isInCorner(a: number, b: number, size: number): boolean {
  const far = size - 7;
  return (a === 6 && b === 6) || (a === 6 && b === far) || (a === far && b === 6);
}
