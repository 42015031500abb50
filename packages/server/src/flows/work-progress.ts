// A step of an import or a look-back in, the same told to whoever waits for it out: the bar of a terminal, those who follow a job.
import type { Parts } from './parts.ts';

export const workPhases = ['hashing', 'reading', 'comparing', 'looking-back'] as const;

export interface WorkProgress {
  readonly phase: (typeof workPhases)[number];
  /** The file or source that it is about. */
  readonly of: string;
  /** Of this phase, 0 to 1, where it can be told. */
  readonly share?: number;
  /** Rows read, or parties looked at, in this phase. */
  readonly count?: number;
}

export type ToldParts = Pick<Parts, 'onProgress' | 'onWork'>;

export function tellProgress(progress: WorkProgress, { onProgress, onWork }: ToldParts): void {
  const { phase, of, share = 0, count } = progress;
  onProgress?.(`${phase} ${of}`, share, count === undefined ? undefined : count.toLocaleString('en'));
  onWork?.(progress);
}

/** The reading of one file or source: its share and its rows are known in different places. */
export class Reading {
  readonly #of: string;
  readonly #parts: ToldParts;
  #share = 0;
  #count = 0;

  constructor(of: string, parts: ToldParts) {
    this.#of = of;
    this.#parts = parts;
  }

  reached(share: number): void {
    this.#share = share;
    this.#tell();
  }

  took(rows: number): void {
    this.#count += rows;
    this.#tell();
  }

  #tell(): void {
    tellProgress({ phase: 'reading', of: this.#of, share: this.#share, count: this.#count }, this.#parts);
  }
}

/** The same rows, counted. */
export async function* rowsCounted<Row>(
  batches: AsyncIterable<readonly Row[]>,
  reading: Reading,
): AsyncGenerator<readonly Row[]> {
  for await (const batch of batches) {
    reading.took(batch.length);
    yield batch;
  }
}
