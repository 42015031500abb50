// The lists in use in, the parties that their entries are of out: each merged once for as long as nothing changes.
import { setImmediate as letOthersWork } from 'node:timers/promises';
import { judgementsOf, mergedEntity, type Judgements } from '@sekisho/engine/merge/merged-entity.ts';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { MergedEntity } from '@sekisho/engine/model/merge.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { listedSubjects } from '@sekisho/engine/search/search.ts';
import { isFtmSource, originOf } from '@sekisho/sources/lists/opensanctions/origin.ts';
import type { Searcher } from '../threads/searcher.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

export { isFtmSource, originOf, type FtmOrigin } from '@sekisho/sources/lists/opensanctions/origin.ts';

/** A party of the lists under one id: that of the first of its entries. */
export interface ListedParty extends MergedEntity {
  readonly id: string;
  /** What clients of FollowTheMoney know it by: of a list in that format, the id its record has there. */
  readonly ftmId: string;
}

/** The parties of one index, as people judge them now. */
export class ListedParties {
  readonly index: EntityIndex;
  readonly #judgements: Judgements;
  readonly #byEntry = new Map<string, ListedParty>();
  readonly #ftmSources: readonly string[];

  constructor(index: EntityIndex, judgements: Judgements) {
    this.index = index;
    this.#ftmSources = index.editions.map(({ source }) => source).filter(isFtmSource);
    this.#judgements = judgements;
  }

  /**
   * The party of an entry, or of a record of a list of FollowTheMoney; undefined when no list in use has it. It is the one of its first entry, as long as that one's
   * has the entry too: else the party as it is seen from the entry.
   */
  of(id: string): ListedParty | undefined {
    const known = this.#byEntry.get(id);
    if (known) return known;
    let party = this.#seenFrom(id);
    for (const source of this.#ftmSources) party ??= this.#seenFrom(`${source}:${id}`);
    const entityId = party?.id;
    while (party?.entries[0] && party.entries[0].entity.id !== party.id) {
      const first = this.#seenFrom(party.entries[0].entity.id);
      if (!first?.entries.some(({ entity }) => entity.id === entityId)) break;
      party = first;
    }
    if (!party || entityId === undefined) return undefined;
    if (MOST_KEPT <= this.#byEntry.size) this.#byEntry.clear();
    this.#byEntry.set(entityId, party);
    if (party.id !== entityId) this.#byEntry.set(party.id, party);
    return party;
  }

  /** As `of`, and others get their turn before each party that was not merged before: that takes some milliseconds. */
  async later(entityId: string): Promise<ListedParty | undefined> {
    if (!this.#byEntry.has(entityId)) await letOthersWork();
    return this.of(entityId);
  }

  /** The party of an entry when it was asked for before: nothing is compared. */
  known(entityId: string): ListedParty | undefined {
    return this.#byEntry.get(entityId);
  }

  #seenFrom(entityId: string): ListedParty | undefined {
    const [start] = listedSubjects(this.index, [entityId]);
    if (!start) return undefined;
    const merged = mergedEntity(this.index, start, this.#judgements);
    return { id: entityId, ftmId: originOf(start.entity)?.id ?? entityId, ...merged };
  }
}

/** Parties that are kept merged; some kilobytes each. */
const MOST_KEPT = 20_000;

/** What a question is answered from: one index, its editions, its parties. */
export interface ListsInUse {
  readonly editions: readonly ActiveEdition[];
  readonly parties: ListedParties;
  readonly searcher: Searcher;
}

/** Knows the lists in use without reading them at each question: the record's head moves whenever anything changes. */
export class ListsWatch {
  readonly #parts: Parts;
  #head = -1;
  #judgements = '';
  #inUse: ListsInUse | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * @param asking whom the lists are asked for.
   * @throws Problem `access.denied`; `edition.not-found` when no list is in use: no hit would mean nothing; `edition.damaged`.
   */
  async now(asking: Pick<Parts, 'actor'>): Promise<ListsInUse> {
    permit(asking, 'name.screen');
    const { store, index, searcher } = this.#parts;
    const head = (await store.head())?.sequence ?? 0;
    if (this.#inUse && head === this.#head) return this.#inUse;
    const given = await store.mergeJudgements();
    const snapshot = await index.over(await store.activeEditions());
    if (snapshot.editions.length === 0) throw new Problem('edition.not-found', { edition: 'of any list' });
    const judgements = JSON.stringify(given.map(({ one, other, verdict }) => [one, other, verdict]));
    const before = this.#inUse?.parties;
    const isKept = before?.index === snapshot.index && judgements === this.#judgements;
    const parties = isKept ? before : new ListedParties(snapshot.index, judgementsOf(given));
    const isSame = isKept && currencyOf(snapshot.editions) === currencyOf(this.#inUse?.editions ?? []);
    if (!isSame || !this.#inUse) this.#inUse = { editions: snapshot.editions, parties, searcher };
    [this.#head, this.#judgements] = [head, judgements];
    return this.#inUse;
  }
}

function currencyOf(editions: readonly ActiveEdition[]): string {
  return editions.map(({ edition, confirmedCurrentOn }) => `${edition.id} ${confirmedCurrentOn}`).join('\n');
}
