// A file of JSON lines in, the value of each line out with its number and its bytes, block by block, in bounded memory.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import type { FileOfList } from './file-of-list.ts';
import { readLineBlocks } from './text-file.ts';

export interface JsonLine {
  /** 1 for the first line of the file. */
  readonly line: number;
  /** Where the line stands in the block, without its end. */
  readonly start: number;
  readonly end: number;
  /**
   * Its value.
   * @throws Problem `file.unreadable` for what is no JSON, `list.unexpected-shape` for a character that no text can have.
   */
  readonly read: () => unknown;
}

export interface JsonLines {
  readonly block: Buffer;
  /** To be gone through once, before the next block. */
  readonly lines: Iterable<JsonLine>;
  /** 0 to 1: how much of the file has been read with these. */
  readonly share: number;
}

/** A character that no text of a list needs can stand in JSON by its escape alone. */
const ESCAPE = '\\u';
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The lines of a UTF-8 file, one JSON value each. Blank lines are passed over.
 * @throws Problem as `readLineBlocks`; what is wrong with a line is known when it is read.
 */
export async function* readJsonLines(file: SourceFile, list: string): AsyncGenerator<JsonLines> {
  const where: FileOfList = { list, file: file.name };
  let firstLine = 1;
  for await (const { bytes: block, share } of readLineBlocks(file, list)) {
    const reader = new BlockReader(block, where, firstLine);
    yield { block, lines: reader.lines(), share };
    firstLine = reader.line;
  }
}

class BlockReader {
  /** Of the line to read next. */
  line: number;
  readonly #block: Buffer;
  readonly #where: FileOfList;

  constructor(block: Buffer, where: FileOfList, firstLine: number) {
    this.#block = block;
    this.#where = where;
    this.line = firstLine;
  }

  *lines(): Generator<JsonLine> {
    for (let start = 0; start < this.#block.length; this.line++) {
      const feed = this.#block.indexOf(LINE_FEED, start);
      const end = feed === -1 ? this.#block.length : feed;
      const { line } = this;
      if (!isBlank(this.#block, start, end))
        yield {
          line,
          start,
          end,
          read: () => jsonValueOf(this.#block.toString('utf8', start, end), this.#where, line),
        };
      start = end + 1;
    }
  }
}

function isBlank(block: Buffer, start: number, end: number): boolean {
  return start === end || (end - start === 1 && block[start] === CARRIAGE_RETURN);
}

/**
 * The value of a line's text.
 * @throws Problem as `JsonLine.read`.
 */
export function jsonValueOf(text: string, where: FileOfList, line: number): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Problem('file.unreadable', { ...where, line, reason: (error as SyntaxError).message });
  }
  if (text.includes(ESCAPE)) refuseUnwanted(text, where, line);
  return value;
}

/** U+0000 to U+001F but tab and line ends, and a half of a pair. `\\u0000`, a backslash and four digits, is none. */
function refuseUnwanted(text: string, where: FileOfList, line: number): void {
  const escapes = text.matchAll(/\\(?:u([0-9a-fA-F]{4})|.)/g);
  let high = '';
  let end = -1;
  for (const { 0: escape, 1: digits, index } of escapes) {
    const code = digits === undefined ? -1 : Number.parseInt(digits, 16);
    const isLow = 0xdc00 <= code && code <= 0xdfff;
    const isPair = isLow && high !== '' && index === end;
    if ((high !== '' && !isPair) || (isLow && !isPair)) throw unwanted(high === '' ? escape : high, where, line);
    if (0 <= code && code < 0x20 && ![0x09, 0x0a, 0x0d].includes(code)) throw unwanted(escape, where, line);
    high = 0xd800 <= code && code <= 0xdbff ? escape : '';
    end = index + escape.length;
  }
  if (high !== '') throw unwanted(high, where, line);
}

function unwanted(escape: string, where: FileOfList, line: number): Problem {
  const reason = `holds the character ${escape}, which cannot be part of a text`;
  return new Problem('list.unexpected-shape', { ...where, line, reason });
}
