// Entries of applications of the past in, the applications out: each read once while one order is vetted.
import type { PastChain, StoreReader } from '../../store/store.ts';

export class PastChains {
  readonly #store: Pick<StoreReader, 'pastChains'>;
  /** Undefined: erased. */
  readonly #read = new Map<number, PastChain | undefined>();

  constructor(store: Pick<StoreReader, 'pastChains'>) {
    this.#store = store;
  }

  /** Those that are not erased, by entry. */
  async of(entries: readonly number[]): Promise<ReadonlyMap<number, PastChain>> {
    const asked = [...new Set(entries)];
    const wanted = asked.filter((entry) => !this.#read.has(entry));
    for (const entry of wanted) this.#read.set(entry, undefined);
    if (0 < wanted.length) for (const past of await this.#store.pastChains(wanted)) this.#read.set(past.entry, past);
    return new Map(
      asked.flatMap((entry) => {
        const past = this.#read.get(entry);
        return past ? [[entry, past]] : [];
      }),
    );
  }
}
