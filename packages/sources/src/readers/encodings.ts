// Bytes and the encodings they may be in, text out; a byte that does not belong is a problem, never a replacement character.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from './file-of-list.ts';

/**
 * `shift_jis` is Windows' cp932 (NEC and IBM extensions included), as Japanese offices mean it, `euc-kr` its Korean cp949; `gb18030`
 * reads GBK and GB2312 too. The windows ones are of Western, Central and Eastern Europe, Turkey and the Arab world.
 */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1256',
  'euc-kr',
  'gb18030',
  'big5',
  'euc-jp',
  'iso-2022-jp',
] as const;
export type Encoding = (typeof encodings)[number];

/**
 * Text of `bytes`, without a byte order mark.
 * @param candidates encodings the publisher is known to use, in order of trial; a byte order mark goes before them.
 * @param firstLine number of the line that `bytes` begin with, for the problem.
 * @throws Problem `file.encoding` with the first line that the last candidate cannot read either.
 */
export function decodeText(
  bytes: Uint8Array,
  candidates: readonly Encoding[],
  where: FileOfList,
  firstLine = 1,
): { readonly text: string; readonly encoding: Encoding } {
  const marked = encodingOfMark(bytes);
  const tried = marked ? [marked] : candidates;
  const decoded = firstDecoded(bytes, tried);
  if (decoded) return decoded;
  throw new Problem('file.encoding', {
    ...where,
    line: firstLine + readableLines(bytes, tried.at(-1) ?? 'utf-8'),
    encoding: tried.join(', '),
  });
}

/** The same, but where no candidate reads all bytes, those that the first cannot read become U+FFFD. */
export function markedText(
  bytes: Uint8Array,
  candidates: readonly Encoding[],
): { readonly text: string; readonly encoding: Encoding } {
  const marked = encodingOfMark(bytes);
  const tried = marked ? [marked] : candidates;
  const encoding = tried[0] ?? 'utf-8';
  return firstDecoded(bytes, tried) ?? { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** The encoding that a byte order mark at the beginning states. */
export function encodingOfMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** The place after the last whole line, 0 when there is none. `bytes` begin at a character. */
export function lastLineEnd(bytes: Uint8Array, encoding: Encoding): number {
  let [start, end] = [bytes.length, 0];
  while (end === 0 && start !== -1) {
    start = start === 0 ? -1 : bytes.lastIndexOf(0x0a, start - 1);
    if (start !== -1) end = endOfLineFeed(bytes, start, encoding);
  }
  return end;
}

function firstDecoded(
  bytes: Uint8Array,
  candidates: readonly Encoding[],
): { readonly text: string; readonly encoding: Encoding } | undefined {
  for (const encoding of candidates) {
    const text = strictlyDecoded(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  return undefined;
}

function readableLines(bytes: Uint8Array, encoding: Encoding): number {
  let lines = 0;
  for (let start = 0; start < bytes.length; lines++) {
    const end = nextLineEnd(bytes, start, encoding);
    if (strictlyDecoded(bytes.subarray(start, end), encoding) === undefined) break;
    start = end;
  }
  return lines;
}

function strictlyDecoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return isPlausible(text, encoding) ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The windows encodings leave some bytes undefined, which decode to C1 controls; what the East Asian ones leave for private use is
 * another encoding read as theirs; NULs betray UTF-16, and escape signs ISO-2022-JP, read as something else.
 */
function isPlausible(text: string, encoding: Encoding): boolean {
  if (/[\0\u001b]/.test(text)) return false;
  if (encoding.startsWith('windows-')) return !/[\u0080-\u009f]/.test(text);
  const isEastAsian = ['gb18030', 'big5', 'euc-kr', 'euc-jp', 'iso-2022-jp'].includes(encoding);
  return !(isEastAsian && /[\ue000-\uf8ff]/.test(text));
}

function nextLineEnd(bytes: Uint8Array, start: number, encoding: Encoding): number {
  for (let at = bytes.indexOf(0x0a, start); at !== -1; at = bytes.indexOf(0x0a, at + 1)) {
    const end = endOfLineFeed(bytes, at, encoding);
    if (end !== 0) return end;
  }
  return bytes.length;
}

/** The place after the line feed with its byte 0x0A at `at`; 0 when that byte is half of another UTF-16 character. */
function endOfLineFeed(bytes: Uint8Array, at: number, encoding: Encoding): number {
  if (encoding === 'utf-16le') return at % 2 === 0 && bytes[at + 1] === 0 ? at + 2 : 0;
  if (encoding === 'utf-16be') return at % 2 === 1 && bytes[at - 1] === 0 ? at + 1 : 0;
  return at + 1;
}
