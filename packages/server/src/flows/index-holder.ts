// The lists in use in, one frozen index over their entities out; built anew when an edition changes, swapped whole.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { NameReference } from '@sekisho/engine/reference/name-reference.ts';
import { buildIndex, type EntityIndex } from '@sekisho/engine/search/build-index.ts';
import type { EditionFiles } from '../store/edition-files.ts';

/** An index and the editions it is made of: a run holds one from beginning to end. */
export interface IndexSnapshot {
  readonly index: EntityIndex;
  readonly editions: readonly ActiveEdition[];
  readonly entitiesById: ReadonlyMap<string, Entity>;
}

/** The index over the lists in use, kept until they change. */
export class IndexHolder {
  readonly #editionFiles: EditionFiles;
  readonly #reference: NameReference;
  readonly #onProgress: ((step: string, share: number) => void) | undefined;
  #key = '';
  #snapshot: Promise<IndexSnapshot> | undefined;

  constructor(
    editionFiles: EditionFiles,
    reference: NameReference,
    onProgress?: (step: string, share: number) => void,
  ) {
    this.#editionFiles = editionFiles;
    this.#reference = reference;
    this.#onProgress = onProgress;
  }

  /**
   * The index over exactly these editions (registers among them are left out).
   * @throws Problem `edition.damaged` when one cannot be read whole: no search without it.
   */
  over(active: readonly ActiveEdition[]): Promise<IndexSnapshot> {
    const lists = active.filter(({ edition }) => edition.kind === 'list');
    const key = lists.map(({ edition }) => edition.id).join(' ');
    if (this.#snapshot && key === this.#key) return this.#snapshot;
    this.#key = key;
    this.#snapshot = this.#build(lists);
    this.#snapshot.catch(() => {
      this.#snapshot = undefined; // the next caller tries again; this one gets the problem
    });
    return this.#snapshot;
  }

  async #build(editions: readonly ActiveEdition[]): Promise<IndexSnapshot> {
    const lists = [];
    const entitiesById = new Map<string, Entity>();
    for (const { edition } of editions) {
      const entities = await this.#editionFiles.loadList(edition.contentSha256);
      lists.push({ editionId: edition.id, source: edition.source, entities });
      for (const entity of entities) entitiesById.set(entity.id, entity);
    }
    const index = buildIndex(lists, this.#reference, (share) =>
      this.#onProgress?.('reading the names of the lists', share),
    );
    return { index, editions, entitiesById };
  }
}
