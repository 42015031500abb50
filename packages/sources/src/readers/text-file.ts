// A text file of a source in, its decoded text out, whole or in blocks of whole lines.
import { isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import { decodeText, encodingOfMark, lastLineEnd, markedText, type Encoding } from './encodings.ts';
import type { FileOfList } from './file-of-list.ts';
import { fileProblem, openFile } from './open-file.ts';

const BLOCK_BYTES = 1 << 20;
/** No line of a list or register comes near; without a bound, a file without line ends would be read whole. */
const MAX_LINE_BYTES = 64 << 20;
/** DOS end of file; OFAC still writes it. */
const CTRL_Z = 0x1a;
const LINE_FEED = 0x0a;

export interface TextBlock {
  /** Whole lines; the last block of a file may lack its line end. */
  readonly text: string;
  readonly firstLine: number;
  readonly encoding: Encoding;
  /** 0 to 1: how much of the file has been read with this block. */
  readonly share: number;
}

/**
 * The file's text, block by block, in bounded memory. The encoding is the first candidate that reads the first block
 * with anything but ASCII in it, and stays. A Ctrl-Z at the very end is dropped.
 * @param undecodable `mark`: bytes that do not belong become U+FFFD, for readers who tell which rows have one.
 * @throws Problem `file.not-found`, `file.unreadable`, `file.encoding`, or `file.unexpected` for an empty file or a web
 *   page in place of the list.
 */
export async function* readTextBlocks(
  file: SourceFile,
  list: string,
  candidates: readonly Encoding[],
  undecodable: 'refuse' | 'mark' = 'refuse',
): AsyncGenerator<TextBlock> {
  const where: FileOfList = { list, file: file.name };
  const { handle, size } = await openFile(file.path, where);
  try {
    let firstLine = 1;
    let known: Encoding | undefined;
    for await (const { lines, bytesRead } of blocksOfLines(handle, candidates, where)) {
      const isTelling = known === undefined && !isAscii(lines);
      const tried = known ? [known] : candidates;
      const { text, encoding } =
        undecodable === 'mark' ? markedText(lines, tried) : decodeText(lines, tried, where, firstLine);
      if (isTelling) known = encoding;
      if (firstLine === 1) refuseWebPage(text, where);
      yield { text, firstLine, encoding, share: Math.min(1, bytesRead / size) };
      firstLine += countLineFeeds(text);
    }
  } finally {
    await handle.close();
  }
}

/**
 * The bytes of a UTF-8 file, in blocks of whole lines, without a byte order mark: for readers who decode line by line.
 * @throws Problem as `readTextBlocks`.
 */
export async function* readLineBlocks(
  file: SourceFile,
  list: string,
): AsyncGenerator<{ readonly bytes: Buffer; readonly share: number }> {
  const where: FileOfList = { list, file: file.name };
  const { handle, size } = await openFile(file.path, where);
  try {
    let firstLine = 1;
    for await (const { lines, bytesRead } of blocksOfLines(handle, ['utf-8'], where)) {
      const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
      const mark = firstLine === 1 ? encodingOfMark(bytes) : undefined;
      if (firstLine === 1) refuseWebPage(bytes.toString('latin1', 0, 2000), where);
      // Throws with the line; a file in UTF-16 is refused here as well.
      if (!isUtf8(bytes) || (mark !== undefined && mark !== 'utf-8')) decodeText(bytes, ['utf-8'], where, firstLine);
      if (mark !== undefined && mark !== 'utf-8')
        throw new Problem('file.encoding', { ...where, line: 1, encoding: 'utf-8' });
      yield { bytes: mark === undefined ? bytes : bytes.subarray(3), share: Math.min(1, bytesRead / size) };
      firstLine += countBytes(bytes, LINE_FEED);
    }
  } finally {
    await handle.close();
  }
}

/** The whole text of a file of at most `maxBytes`. @throws Problem as `readTextBlocks`, and `file.too-large`. */
export async function readText(
  file: SourceFile,
  list: string,
  candidates: readonly Encoding[],
  maxBytes: number,
): Promise<string> {
  await refuseLarger(file, list, maxBytes);
  const texts: string[] = [];
  for await (const { text } of readTextBlocks(file, list, candidates)) texts.push(text);
  return texts.join('');
}

/** @throws Problem `file.too-large`, and as `openFile`. */
export async function refuseLarger(file: SourceFile, list: string, maxBytes: number): Promise<void> {
  const where: FileOfList = { list, file: file.name };
  const { handle, size } = await openFile(file.path, where);
  await handle.close();
  if (maxBytes < size) throw new Problem('file.too-large', { ...where, bytes: size, maxBytes });
}

/** True when the file's last byte is a Ctrl-Z. @throws Problem as `openFile`. */
export async function endsWithCtrlZ(file: SourceFile, list: string): Promise<boolean> {
  const where: FileOfList = { list, file: file.name };
  const { handle, size } = await openFile(file.path, where);
  try {
    const last = new Uint8Array(1);
    await handle.read(last, 0, 1, Math.max(0, size - 1));
    return last[0] === CTRL_Z;
  } catch (error) {
    throw fileProblem(error, where);
  } finally {
    await handle.close();
  }
}

/** @throws Problem `file.unexpected` when the text is a web page: an error page saved under the list's name. */
export function refuseWebPage(text: string, where: FileOfList): void {
  if (/^\s*(<!doctype\s+html|<html[\s>])/i.test(text.slice(0, 2000)))
    throw new Problem('file.unexpected', { ...where, line: 1, reason: 'it is a web page, not the list' });
}

async function* blocksOfLines(
  handle: FileHandle,
  candidates: readonly Encoding[],
  where: FileOfList,
): AsyncGenerator<{ lines: Uint8Array; bytesRead: number }> {
  let [rest, bytesRead]: [Uint8Array, number] = [new Uint8Array(0), 0];
  let marked: Encoding | undefined;
  for (;;) {
    const block = await readBlock(handle, where);
    if (bytesRead === 0) marked = encodingOfMark(block);
    bytesRead += block.length;
    if (bytesRead === 0) throw new Problem('file.unexpected', { ...where, reason: 'it is empty' });
    const bytes = rest.length === 0 ? block : Buffer.concat([rest, block]);
    if (block.length < BLOCK_BYTES) {
      const lines = bytes.at(-1) === CTRL_Z ? bytes.subarray(0, -1) : bytes;
      if (lines.length > 0) yield { lines, bytesRead };
      return;
    }
    const end = lastLineEnd(bytes, marked ?? candidates[0] ?? 'utf-8');
    rest = bytes.subarray(end);
    if (rest.length > MAX_LINE_BYTES)
      throw new Problem('file.unexpected', { ...where, reason: 'a line is longer than 64 MiB' });
    if (end > 0) yield { lines: bytes.subarray(0, end), bytesRead };
  }
}

/** The next block, shorter only at the end of the file. */
async function readBlock(handle: FileHandle, where: FileOfList): Promise<Uint8Array> {
  const block = new Uint8Array(BLOCK_BYTES);
  let length = 0;
  try {
    while (length < BLOCK_BYTES) {
      const { bytesRead } = await handle.read(block, length, BLOCK_BYTES - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
  } catch (error) {
    throw fileProblem(error, where);
  }
  return block.subarray(0, length);
}

/** ASCII reads the same in UTF-8, Shift_JIS and windows-1252: it tells nothing of the encoding. */
function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function countBytes(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}

function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
