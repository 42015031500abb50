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

  constructor(parts: IndexParts) {
    this.#parts = parts;
  }

  /**
   * The index over exactly these editions (registers among them are left out).
   * @throws Problem `edition.damaged` when it must be made of one that cannot be read whole: no search without it.
   */
  async over(active: readonly ActiveEdition[]): Promise<IndexSnapshot> {
    const editions = active.filter(({ edition }) => edition.kind === 'list');
    const key = editions.map(({ edition }) => edition.id).join(' ');
    if (!this.#index || key !== this.#key) this.#make(key, editions);
    return { index: await (this.#index as Promise<EntityIndex>), editions };
  }

  #make(key: string, editions: readonly ActiveEdition[]): void {
    const index = listIndex(
      editions.map(({ edition }) => edition),
      this.#parts,
    );
    [this.#key, this.#index] = [key, index];
    index.catch(() => {
      if (this.#index === index) this.#index = undefined; // the next caller tries again; this one gets the problem
    });
  }
}
