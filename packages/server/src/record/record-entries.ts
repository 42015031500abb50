// A store in, all entries of its record in stored order out, a page at a time.
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import type { StoreReader } from '../store/store.ts';

/** A payload may be long: a page is a few hundred. */
const PAGE = 500;

/** As a rule from the least number there can be: an entry numbered 0 or below was put in, and must be seen. */
export async function* recordEntries(
  reader: Pick<StoreReader, 'entries'>,
  first = Number.MIN_SAFE_INTEGER,
): AsyncGenerator<OpenEntry> {
  let from = first;
  for (;;) {
    const page = await reader.entries({ from, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    from = last.sequence + 1;
  }
}
