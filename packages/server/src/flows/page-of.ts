// Everything that is asked for, in order, and where a page begins in; the page out.

export interface PageRequest {
  /** The id of the last item of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** On all pages. */
  readonly total: number;
  /** `after` of the next page; absent on the last. */
  readonly next?: string;
}

/** An `after` that is not among the items begins at the first. */
export function pageOf<Item extends { readonly id: string }>(
  all: readonly Item[],
  { after, limit }: PageRequest,
): Page<Item> {
  const begin = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const items = all.slice(begin, begin + limit);
  const last = items.at(-1);
  return { items, total: all.length, ...(last && begin + limit < all.length && { next: last.id }) };
}
