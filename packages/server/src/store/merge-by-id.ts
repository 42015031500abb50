// Streams sorted by id in, one row for each id out, with what each stream has of it.

/**
 * One row for each id, in the order of ids by UTF-16 code units; in it a place for each stream, empty where the stream lacks
 * the id. Each stream is sorted so and has no id twice. Only a batch of each is held.
 */
export async function* mergedById<T extends { readonly id: string }>(
  streams: readonly AsyncIterable<readonly T[]>[],
): AsyncGenerator<readonly (readonly (T | undefined)[])[]> {
  const readers = streams.map((stream) => new BatchReader(stream));
  try {
    for (const reader of readers) await reader.fill();
    let rows: (readonly (T | undefined)[])[] = [];
    for (;;) {
      let least: string | undefined;
      for (const { head } of readers) if (head && (least === undefined || head.id < least)) least = head.id;
      if (least === undefined) break;
      const row: (T | undefined)[] = [];
      for (const reader of readers) {
        const { head } = reader;
        const isOfRow = head?.id === least;
        row.push(isOfRow ? head : undefined);
        if (isOfRow && reader.step()) await reader.fill();
      }
      rows.push(row);
      if (rows.length < ROWS) continue;
      yield rows;
      rows = [];
    }
    if (0 < rows.length) yield rows;
  } finally {
    for (const reader of readers) await reader.close();
  }
}

/** Rows given at a time. */
const ROWS = 500;

class BatchReader<T> {
  head: T | undefined;
  readonly #batches: AsyncIterator<readonly T[]>;
  #batch: readonly T[] = [];
  #place = 0;

  constructor(stream: AsyncIterable<readonly T[]>) {
    this.#batches = stream[Symbol.asyncIterator]();
  }

  /** Goes to the next of the batch; true when another batch is needed for it. */
  step(): boolean {
    this.head = this.#batch[++this.#place];
    return this.head === undefined;
  }

  async fill(): Promise<void> {
    this.#place = 0;
    do {
      const next = await this.#batches.next();
      if (next.done) {
        this.head = undefined;
        return;
      }
      this.#batch = next.value;
      this.head = next.value[0];
    } while (this.head === undefined);
  }

  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}
