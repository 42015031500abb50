// Pages of the queue as they are shown, its first page and what changed as they are now in; the pages out, every other row as it was.
import type { CaseSummary, Page } from '../answers.ts';

export type QueuePage = Page<CaseSummary>;

/**
 * @param changed by id; undefined for a case that is in this view of the queue no more
 * @returns as many pages, of the same sizes but for the last
 */
export function mergedPages(
  pages: readonly QueuePage[],
  first: QueuePage,
  changed: ReadonlyMap<string, CaseSummary | undefined>,
): QueuePage[] {
  const known = new Map(pages.flatMap(({ items }) => items.map((row) => [row.id, row])));
  const head = first.items.map((row) => sameOr(known.get(row.id), row));
  const inHead = new Set(head.map(({ id }) => id));
  const rest = [...known.values()].filter(({ id }) => !inHead.has(id) && !changed.has(id));
  const isWhole = pages.at(-1)?.next === undefined;
  for (const row of changed.values()) {
    if (row === undefined || inHead.has(row.id)) continue;
    const place = rest.findIndex((other) => isBefore(row, other));
    if (place !== -1) rest.splice(place, 0, sameOr(known.get(row.id), row));
    else if (isWhole) rest.push(row); // else it is on a page that is not loaded
  }
  const rows = [...head, ...rest];
  let begin = 0;
  return pages.map(({ items, next }, place) => {
    const isLast = place === pages.length - 1;
    const own = rows.slice(begin, isLast ? undefined : begin + items.length);
    begin += own.length;
    const last = own.at(-1)?.id;
    const { total = rows.length } = first;
    if (next === undefined || last === undefined) return { items: own, total };
    return { items: own, total, next: last };
  });
}

/** As the server orders them: the longest due first, then the oldest, of one moment by their ids. */
function isBefore(one: CaseSummary, other: CaseSummary): boolean {
  const [due, otherDue] = [one.dueOn ?? NEVER, other.dueOn ?? NEVER];
  if (due !== otherDue) return due < otherDue;
  return one.openedAt === other.openedAt ? one.id < other.id : one.openedAt < other.openedAt;
}

/** After every day. */
const NEVER = '~';

/** The row that is drawn already, where nothing of it is another. */
function sameOr(known: CaseSummary | undefined, row: CaseSummary): CaseSummary {
  return known && JSON.stringify(known) === JSON.stringify(row) ? known : row;
}
