// A store in, each of its cases out, in order of id, a page at a time.
import type { StoredCase, StoreReader } from '../store/store.ts';

const PAGE = 500;

/** @param from the id that they come after; absent: all. */
export async function* everyCase(reader: Pick<StoreReader, 'cases'>, from?: string): AsyncGenerator<StoredCase> {
  for (let after = from; ;) {
    const page = await reader.cases({ ...(after !== undefined && { after }), limit: PAGE });
    yield* page;
    after = page.at(-1)?.id;
    if (after === undefined) return;
  }
}
