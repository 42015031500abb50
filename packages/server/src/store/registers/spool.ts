// Lines or pairs of numbers in any order in, those of one part together out; what is too much for memory waits in a file.
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

/** Of each part in memory: a whole country's companies fill it some eighty times. */
const BUFFER_BYTES = 1 << 16;

interface Part {
  buffer: Buffer;
  used: number;
  /** Pieces of the file, in their order. */
  readonly written: { readonly at: number; readonly length: number }[];
}

/** Takes bytes by part once, then gives them back once. `discard` when that is done, or given up. @throws whatever the disk does. */
export class Spool {
  readonly parts: number;
  readonly #file: string;
  readonly #bufferBytes: number;
  readonly #parts: Part[];
  #descriptor: number | undefined;
  #end = 0;

  /** @param file where bytes may wait; made when it is needed. */
  constructor(file: string, parts: number, bufferBytes = BUFFER_BYTES) {
    this.#file = file;
    this.parts = parts;
    this.#bufferBytes = bufferBytes;
    this.#parts = Array.from({ length: parts }, () => ({ buffer: NOTHING, used: 0, written: [] }));
  }

  addLine(part: number, line: string): void {
    const to = this.#withRoom(part, MOST_BYTES_OF_UNIT * line.length + 1);
    to.used += to.buffer.write(line, to.used);
    to.buffer[to.used++] = LINE_FEED;
  }

  addNumbers(part: number, first: number, second: number): void {
    const to = this.#withRoom(part, 16);
    to.buffer.writeDoubleLE(first, to.used);
    to.buffer.writeDoubleLE(second, to.used + 8);
    to.used += 16;
  }

  /** In the order in which they came. */
  lines(part: number): readonly string[] {
    const text = this.#bytes(part).toString();
    return text === '' ? [] : text.slice(0, -1).split('\n');
  }

  /** First and second in turns. */
  numbers(part: number): Float64Array {
    const bytes = this.#bytes(part);
    const numbers = new Float64Array(bytes.length / 8);
    for (let place = 0; place < numbers.length; place++) numbers[place] = bytes.readDoubleLE(8 * place);
    return numbers;
  }

  discard(): void {
    if (this.#descriptor === undefined) return;
    closeSync(this.#descriptor);
    this.#descriptor = undefined;
    rmSync(this.#file, { force: true });
  }

  #withRoom(part: number, bytes: number): Part {
    const to = this.#parts[part];
    if (!to) throw new RangeError(`part ${part} of ${this.parts}`);
    if (to.buffer.length < to.used + bytes) {
      this.#putAside(to);
      const length = Math.max(bytes, this.#bufferBytes);
      if (to.buffer.length < length) to.buffer = Buffer.allocUnsafe(length);
    }
    return to;
  }

  #putAside(part: Part): void {
    if (part.used === 0) return;
    this.#descriptor ??= openSync(this.#file, 'wx+', 0o600);
    writeSync(this.#descriptor, part.buffer, 0, part.used, this.#end);
    part.written.push({ at: this.#end, length: part.used });
    this.#end += part.used;
    part.used = 0;
  }

  #bytes(part: number): Buffer {
    const from = this.#parts[part];
    if (!from) return NOTHING;
    const bytes = Buffer.allocUnsafe(from.written.reduce((sum, { length }) => sum + length, from.used));
    let end = 0;
    for (const { at, length } of from.written) end += readSync(this.#descriptor ?? -1, bytes, end, length, at);
    from.buffer.copy(bytes, end, 0, from.used);
    from.buffer = NOTHING;
    from.used = 0;
    return bytes;
  }
}

const NOTHING = Buffer.alloc(0);
const LINE_FEED = 0x0a;
/** A UTF-16 unit is three bytes of UTF-8 at most. */
const MOST_BYTES_OF_UNIT = 3;
