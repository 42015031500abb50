// The lists in use and the names that clients know them by in, which lists a data set is of out.
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { YenteNames } from '@sekisho/engine/reference/yente-names.ts';

/** Every list in use. */
export const EVERYTHING = 'default';

export class DataSets {
  readonly editions: readonly ActiveEdition[];
  readonly #names: YenteNames;
  readonly #isCollected: (source: string) => boolean;
  readonly #nameBySource: ReadonlyMap<string, string>;

  /** @param isCollected lists that hold what others list: which of their entries belong to a collection, they do not say. */
  constructor(editions: readonly ActiveEdition[], names: YenteNames, isCollected: (source: string) => boolean) {
    this.#isCollected = isCollected;
    this.editions = editions;
    this.#names = names;
    this.#nameBySource = new Map(Object.entries(names.lists).map(([name, source]) => [source, name]));
  }

  /** What clients know a list by: the name its data set has elsewhere, or else its id. */
  nameOf(source: string): string {
    return this.#nameBySource.get(source) ?? source;
  }

  /** Sources in use, by the name of a data set, of a collection or by a list's own id; undefined when there are none. */
  sourcesOf(name: string): readonly string[] | undefined {
    const inUse = this.editions.map(({ edition }) => edition.source);
    if (name === EVERYTHING) return inUse;
    const collection = Object.hasOwn(this.#names.collections, name) ? this.#names.collections[name] : undefined;
    const wanted = collection?.lists ?? [(Object.hasOwn(this.#names.lists, name) && this.#names.lists[name]) || name];
    const found = inUse.filter((source) => wanted.includes(source) || (collection && this.#isCollected(source)));
    return found.length === 0 ? undefined : found;
  }

  /** Collections of which at least one list is in use. */
  get collections(): readonly { readonly name: string; readonly title: string; readonly sources: readonly string[] }[] {
    return Object.entries(this.#names.collections).flatMap(([name, { title }]) => {
      const sources = this.sourcesOf(name);
      return sources ? [{ name, title, sources }] : [];
    });
  }

  /** A scope narrowed to some data sets, without others. Names of none are met by nothing. */
  narrowed(scope: readonly string[], included: readonly string[], excluded: readonly string[]): readonly string[] {
    const sourcesOf = (names: readonly string[]) => names.flatMap((name) => this.sourcesOf(name) ?? []);
    const wanted = sourcesOf(included);
    const unwanted = sourcesOf(excluded);
    return scope.filter((source) => (included.length === 0 || wanted.includes(source)) && !unwanted.includes(source));
  }
}
