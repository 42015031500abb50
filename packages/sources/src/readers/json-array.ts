// A JSON file of any size that is one array of objects in, bare or as the only member of an object; its objects out one by one.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import type { FileOfList } from './file-of-list.ts';
import { jsonValueOf } from './json-lines.ts';
import { fileProblem, openFile } from './open-file.ts';
import { refuseWebPage } from './text-file.ts';

export interface JsonObject {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
}

export interface JsonObjects {
  /** The name of the member that is the array; undefined for a bare one. */
  readonly member: string | undefined;
  readonly objects: readonly JsonObject[];
  /** 0 to 1: how much of the file has been read with these. */
  readonly share: number;
}

const BLOCK_BYTES = 1 << 20;
/** No record of a list or register comes near. */
const MAX_OBJECT_CHARS = 16 << 20;
/** As deep as `readJson` goes. */
const MAX_DEPTH = 64;

/**
 * The objects of a UTF-8 file in their order, in bounded memory, whatever lines it has.
 * @throws Problem `file.unreadable` with the line where it stops being such an array, or for an object that nests deeper than 64 or is
 *   longer than 16 million characters; `file.encoding` for what is no UTF-8, `file.not-found`, `file.unexpected` for a web page.
 */
export async function* readJsonArray(file: SourceFile, list: string): AsyncGenerator<JsonObjects> {
  const where: FileOfList = { list, file: file.name };
  const splitter = new JsonArraySplitter(where);
  let isFirst = true;
  for await (const { text, share } of textOf(file, where)) {
    if (isFirst) refuseWebPage(text, where);
    isFirst = false;
    const objects = splitter.take(text);
    yield { member: splitter.member, objects, share };
  }
  splitter.end();
}

async function* textOf(file: SourceFile, where: FileOfList): AsyncGenerator<{ text: string; share: number }> {
  const { handle, size } = await openFile(file.path, where);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const block = Buffer.allocUnsafe(BLOCK_BYTES);
    for (let bytesRead = 0; ;) {
      const read = await handle.read(block, 0, BLOCK_BYTES, null).catch((error: unknown) => {
        throw fileProblem(error, where);
      });
      bytesRead += read.bytesRead;
      yield { text: decoded(decoder, block.subarray(0, read.bytesRead), where), share: Math.min(1, bytesRead / size) };
      if (read.bytesRead === 0) return;
    }
  } finally {
    await handle.close();
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, where: FileOfList): string {
  try {
    return decoder.decode(bytes, { stream: 0 < bytes.length });
  } catch {
    throw new Problem('file.encoding', { ...where, encoding: 'utf-8' });
  }
}

/** What may come next outside of objects. */
type Expected = 'start' | 'name' | 'colon' | 'array' | 'first' | 'object' | 'comma' | 'brace' | 'nothing';

const steps: Readonly<Record<Expected, Readonly<Record<string, Expected | 'open' | 'quote' | 'close'>>>> = {
  start: { '[': 'first', '{': 'name' },
  name: { '"': 'quote' },
  colon: { ':': 'array' },
  array: { '[': 'first' },
  first: { '{': 'open', ']': 'close' },
  object: { '{': 'open' },
  comma: { ',': 'object', ']': 'close' },
  brace: { '}': 'nothing' },
  nothing: {},
};

/** Takes text in pieces of any length; an object comes out with the piece that closes it. */
export class JsonArraySplitter {
  readonly #where: FileOfList;
  #member: string | undefined;
  #expected: Expected = 'start';
  /** Of an object, or of the member's name, that earlier pieces began. */
  #open = '';
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #line = 1;

  constructor(where: FileOfList) {
    this.#where = where;
  }

  /** The name of the member that is the array, once it has been met. */
  get member(): string | undefined {
    return this.#member;
  }

  /** @throws Problem `file.unreadable`, `list.unexpected-shape` for a character that no text can have. */
  take(text: string): readonly JsonObject[] {
    const objects: JsonObject[] = [];
    for (let at = 0; at < text.length;) {
      const isOpen = 0 < this.#depth || this.#isInString;
      if (!isOpen) {
        this.#step(text.charAt(at));
        if (0 < this.#depth || this.#isInString) this.#open = text.charAt(at);
        at++;
        continue;
      }
      const end = this.#endIn(text, at);
      this.#open += text.slice(at, end);
      at = end;
      if (MAX_OBJECT_CHARS < this.#open.length) throw this.#fault('an object is not closed');
      if (0 < this.#depth || this.#isInString) break; // goes on in the next piece
      if (this.#expected === 'colon') this.#member = this.#open.slice(1, -1);
      else objects.push(this.#object());
    }
    return objects;
  }

  /** @throws Problem `file.unreadable` for what is cut off. */
  end(): void {
    if (this.#expected !== 'nothing') throw this.#fault('it ends before its array does');
  }

  #step(character: string): void {
    if (character === '\n') this.#line++;
    if (' \t\r\n'.includes(character)) return;
    const next = steps[this.#expected][character];
    if (next === undefined) throw this.#fault(`it is no array of objects: ${JSON.stringify(character)} stands in it`);
    if (next === 'open') [this.#depth, this.#expected] = [1, 'comma'];
    else if (next === 'quote') [this.#isInString, this.#expected] = [true, 'colon'];
    else if (next === 'close') this.#expected = this.#member === undefined ? 'nothing' : 'brace';
    else this.#expected = next;
  }

  /** Behind the character that closes what is open; the length of the text when it goes on. */
  #endIn(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (this.#isInString) {
        if (code === BACKSLASH) this.#isEscaped = true;
        else if (code === QUOTE) {
          this.#isInString = false;
          if (this.#depth === 0) return at + 1;
        }
      } else if (code === QUOTE) this.#isInString = true;
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        if (MAX_DEPTH < ++this.#depth) throw this.#fault(`values nest deeper than ${String(MAX_DEPTH)}`);
      } else if ((code === CLOSE_BRACE || code === CLOSE_BRACKET) && --this.#depth === 0) return at + 1;
    }
    return text.length;
  }

  #object(): JsonObject {
    const [text, line] = [this.#open, this.#line];
    this.#open = '';
    const value = jsonValueOf(text, this.#where, line) as JsonObject['value'];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#line++;
    return { line, value };
  }

  #fault(reason: string): Problem {
    return new Problem('file.unreadable', { ...this.#where, line: this.#line, reason });
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
