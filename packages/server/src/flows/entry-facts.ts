// An index in, what its entries can be filtered and counted by out: read once for each index, a part at a time.
import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';

/** Of one entry, what a list of results is narrowed and counted by. */
export interface EntryFacts {
  /** The entry's number in the index. */
  readonly place: number;
  readonly id: string;
  readonly source: string;
  readonly caption: string;
  readonly topics: readonly string[];
  readonly countries: readonly string[];
  readonly genders: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly listedOn?: string;
  readonly changedOn?: string;
  readonly delistedOn?: string;
}

export interface IndexFacts {
  /** By the entry's number. */
  readonly entries: readonly EntryFacts[];
  /** By the id of an entry, the entries that name it in a link. */
  readonly namedBy: ReadonlyMap<string, readonly string[]>;
}

const factsByIndex = new WeakMap<EntityIndex, Promise<IndexFacts>>();

/** Kept as long as the index is. */
export function indexFacts(index: EntityIndex): Promise<IndexFacts> {
  let facts = factsByIndex.get(index);
  if (!facts) factsByIndex.set(index, (facts = readFacts(index)));
  return facts;
}

/** Entries that are read before others get their turn: some milliseconds. */
const AT_ONCE = 250;

async function readFacts(index: EntityIndex): Promise<IndexFacts> {
  const entries: EntryFacts[] = [];
  const namedBy = new Map<string, string[]>();
  const kept = new Map<string, readonly string[]>();
  const once = (values: readonly string[]) => {
    const key = values.join('\n');
    const known = kept.get(key) ?? values;
    kept.set(key, known);
    return known;
  };
  for (let entry = 0; entry < index.size; entry++) {
    if (entry % AT_ONCE === AT_ONCE - 1) await letOthersWork();
    const { id, source, names, topics, countries, nationalities, genders, links, ...dates } = index.entityAt(entry);
    const { listedOn, updatedOn, delistedOn } = dates;
    const changedOn = updatedOn ?? listedOn;
    entries.push({
      place: entry,
      id,
      source,
      caption: names[0]?.text ?? id,
      topics: once(topics),
      countries: once([...new Set([...nationalities, ...countries])]),
      genders: once(genders),
      ...(listedOn !== undefined && { listedOn }),
      ...(changedOn !== undefined && { changedOn }),
      ...(delistedOn !== undefined && { delistedOn }),
    });
    for (const { toId } of links) {
      if (toId === undefined || toId === id) continue;
      const naming = namedBy.get(toId);
      if (!naming) namedBy.set(toId, [id]);
      else if (!naming.includes(id)) naming.push(id);
    }
  }
  return { entries, namedBy };
}
