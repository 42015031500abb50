// Numbers and bytes one after the other in, typed arrays of just their length out: what an index is built from.

/** Unsigned 32-bit numbers. */
export class NumberColumn {
  length = 0;
  #values = new Uint32Array(1024);

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Uint32Array(2 * this.length);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }

  at(place: number): number {
    return this.#values[place] as number;
  }

  /** A view: valid until the next `push`. */
  values(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }
}

/** Bytes, some at a time. */
export class ByteColumn {
  #values = new Uint8Array(1024);
  #length = 0;

  push(bytes: Uint8Array): void {
    if (this.#values.length < this.#length + bytes.length) {
      const grown = new Uint8Array(2 * this.#values.length + bytes.length);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  copyTo(target: Uint8Array): void {
    target.set(this.#values.subarray(0, this.#length));
  }
}

/** Texts as UTF-8, one after the other. */
export class TextColumn {
  readonly starts = new NumberColumn();
  readonly #chunks: Uint8Array[] = [];
  readonly #encoder = new TextEncoder();
  #used = 0;
  #before = 0;

  constructor() {
    this.starts.push(0);
  }

  push(text: string): void {
    let chunk = this.#chunks.at(-1);
    if (!chunk || chunk.length - this.#used < 3 * text.length) {
      if (chunk) {
        this.#chunks[this.#chunks.length - 1] = chunk.subarray(0, this.#used);
        this.#before += this.#used;
      }
      chunk = new Uint8Array(Math.max(CHUNK, 3 * text.length));
      this.#chunks.push(chunk);
      this.#used = 0;
    }
    this.#used += this.#encoder.encodeInto(text, chunk.subarray(this.#used)).written;
    this.starts.push(this.#before + this.#used);
  }

  get bytes(): number {
    return this.#before + this.#used;
  }

  copyTo(target: Uint8Array): void {
    let place = 0;
    this.#chunks.forEach((chunk, index) => {
      const used = index === this.#chunks.length - 1 ? chunk.subarray(0, this.#used) : chunk;
      target.set(used, place);
      place += used.length;
    });
  }
}

const CHUNK = 1 << 22;
