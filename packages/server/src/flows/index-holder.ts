// The lists in use in, one frozen index over their entities out; another when an edition changes, swapped whole.
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { listIndex, type IndexParts } from './list-index.ts';

/** An index and the editions it is made of: a run holds one from beginning to end. */
export interface IndexSnapshot {
  readonly index: EntityIndex;
  readonly editions: readonly ActiveEdition[];
}

/** The index over the lists in use, kept until they change. */
export class IndexHolder {
  readonly #parts: IndexParts;
  #key = '';
  #index: Promise<EntityIndex> | undefined;
  #isMade = false;

  constructor(parts: IndexParts) {
    this.#parts = parts;
  }

  /**
   * The index over exactly these editions (registers among them are left out).
   * @throws Problem `edition.damaged` when it must be made of one that cannot be read whole: no search without it.
   */
  async over(active: readonly ActiveEdition[]): Promise<IndexSnapshot> {
    const editions = listsAmong(active);
    const key = keyOf(editions);
    if (!this.#index || key !== this.#key) this.#make(key, editions);
    return { index: await (this.#index as Promise<EntityIndex>), editions };
  }

  /** Whether `over` would answer at once; where it would not, it is begun. */
  isReady(active: readonly ActiveEdition[]): boolean {
    const editions = listsAmong(active);
    const key = keyOf(editions);
    if (!this.#index || key !== this.#key) this.#make(key, editions);
    return this.#isMade;
  }

  #make(key: string, editions: readonly ActiveEdition[]): void {
    const index = listIndex(
      editions.map(({ edition }) => edition),
      this.#parts,
    );
    [this.#key, this.#index, this.#isMade] = [key, index, false];
    index.then(
      () => {
        if (this.#index === index) this.#isMade = true;
      },
      () => {
        if (this.#index === index) this.#index = undefined; // the next caller tries again; this one gets the problem
      },
    );
  }
}

function listsAmong(active: readonly ActiveEdition[]): readonly ActiveEdition[] {
  return active.filter(({ edition }) => edition.kind === 'list');
}

function keyOf(editions: readonly ActiveEdition[]): string {
  return editions.map(({ edition }) => edition.id).join(' ');
}
