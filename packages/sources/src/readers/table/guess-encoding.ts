// A text file of somebody's own in, its most likely encoding out.
import type { SourceFile } from '../../importer.ts';
import { encodingOfMark, lastLineEnd, type Encoding } from '../encodings.ts';
import { fileProblem, openFile } from '../open-file.ts';

export interface GuessedEncoding {
  readonly encoding: Encoding;
  /** A byte order mark says so. */
  readonly isMarked: boolean;
}

const BLOCK_BYTES = 1 << 20;
/** A file that is ASCII for as long is taken for UTF-8. */
const MAX_BLOCKS = 64;

/**
 * By the first megabyte that is not ASCII alone: the byte order mark; UTF-8 where it is UTF-8; UTF-16 where every other
 * byte is zero; else what Japanese or Western spreadsheet programs write.
 * @throws Problem `file.not-found`, `file.unreadable`.
 */
export async function guessEncoding(file: SourceFile): Promise<GuessedEncoding> {
  const { handle } = await openFile(file.path, { file: file.name });
  try {
    for (let block = 0; block < MAX_BLOCKS; block++) {
      const buffer = new Uint8Array(BLOCK_BYTES);
      const { bytesRead } = await handle.read(buffer, 0, BLOCK_BYTES, block * BLOCK_BYTES);
      const bytes = buffer.subarray(0, bytesRead);
      const marked = block === 0 ? encodingOfMark(bytes) : undefined;
      if (marked) return { encoding: marked, isMarked: true };
      if (!bytes.every((byte) => 0 < byte && byte < 0x80)) return { encoding: encodingOf(bytes), isMarked: false };
      if (bytesRead < BLOCK_BYTES) break;
    }
    return { encoding: 'utf-8', isMarked: false };
  } catch (error) {
    throw fileProblem(error, { file: file.name });
  } finally {
    await handle.close();
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const pairs = Math.floor(bytes.length / 2);
  let [first, second] = [0, 0]; // zeros in the first and in the second byte of each pair
  for (let at = 0; at < 2 * pairs; at += 2) {
    first += Number(bytes[at] === 0);
    second += Number(bytes[at + 1] === 0);
  }
  if (pairs < 20 * second && 20 * first < second) return 'utf-16le';
  if (pairs < 20 * first && 20 * second < first) return 'utf-16be';
  const lines = bytes.subarray(0, lastLineEnd(bytes, 'utf-8') || bytes.length);
  if (isUtf8(lines)) return 'utf-8';
  return looksJapanese(lines) ? 'shift_jis' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Shift_JIS reads nearly any bytes, so `José` would become a rare kanji. Kana and the kanji of daily life begin with 0x81 to
 * 0x9F there; letters with accents are 0xC0 and above in windows-1252, and what it has below 0xA0 is punctuation.
 */
function looksJapanese(bytes: Uint8Array): boolean {
  let [daily, others] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const next = bytes[at + 1] ?? 0;
    const isPair = ((0x81 <= byte && byte <= 0x9f) || (0xe0 <= byte && byte <= 0xfc)) && 0x40 <= next && next !== 0x7f;
    if (isPair && byte <= 0x9f) daily += 1;
    else others += 1;
    if (isPair) at += 1;
  }
  return others < daily;
}
