// Entities of list editions in, one frozen index over their names and identifiers out.
import type { Entity } from '../model/entity.ts';
import { analyseSubject, type AnalysedName, type AnalysedSubject } from '../match/compare-entities.ts';
import type { Rarity } from '../match/compare-names.ts';
import type { TokenMemo } from '../names/analyse-name.ts';
import type { NameToken } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { keyedWords, wordKey, type KeyMemo } from './keys.ts';

export interface IndexedList {
  readonly editionId: string;
  readonly source: string;
  readonly entities: readonly Entity[];
}

export interface IndexEntry {
  readonly entity: Entity;
  readonly editionId: string;
  readonly subject: AnalysedSubject;
}

/** A snapshot: never changed, swapped whole. */
export interface EntityIndex {
  readonly reference: NameReference;
  readonly editions: readonly { readonly source: string; readonly editionId: string }[];
  readonly entries: readonly IndexEntry[];
  /** Every name of every entry, in order; postings hold places in here. */
  readonly names: readonly { readonly entry: number; readonly name: AnalysedName }[];
  /** Key of a name to the names that have it, ascending. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** Identifier values and exact birth dates to entries. */
  readonly facts: ReadonlyMap<string, readonly number[]>;
  readonly rarity: Rarity;
}

/**
 * Reads and indexes every name once. Lists keep their order; an entity is indexed for each list that has it.
 * @param onProgress called now and then with the share done, 0 to 1.
 */
export function buildIndex(
  lists: readonly IndexedList[],
  reference: NameReference,
  onProgress?: (share: number) => void,
): EntityIndex {
  const all = lists.reduce((sum, { entities }) => sum + entities.length, 0);
  const tokens: TokenMemo = new Map();
  const keyMemo: KeyMemo = new Map();
  const entries: IndexEntry[] = [];
  const names: { entry: number; name: AnalysedName }[] = [];
  const postings = new Map<string, number[]>();
  const facts = new Map<string, number[]>();
  for (const { editionId, entities } of lists)
    for (const entity of entities) {
      const subject = analyseSubject(entity, reference, tokens);
      const entry = entries.length;
      if (entry % PROGRESS_EVERY === 0) onProgress?.(entry / all);
      entries.push({ entity, editionId, subject });
      for (const name of subject.names) {
        for (const { keys } of keyedWords(name.name, reference, keyMemo))
          for (const key of keys) post(postings, key, names.length);
        names.push({ entry, name });
      }
      for (const key of factKeys(subject)) post(facts, key, entry);
    }
  return Object.freeze({
    reference,
    editions: lists.map(({ source, editionId }) => ({ source, editionId })),
    entries,
    names,
    postings,
    facts,
    rarity: rarityIn(postings, names.length, tokens.values()),
  });
}

/** Entities between two reports of progress. */
const PROGRESS_EVERY = 500;

function post(postings: Map<string, number[]>, key: string, position: number): void {
  const positions = postings.get(key);
  if (!positions) postings.set(key, [position]);
  else if (positions.at(-1) !== position) positions.push(position);
}

/** What finds an entity besides its names: identifiers, exact birth dates. */
export function factKeys({ identifiers, birthDates }: AnalysedSubject): readonly string[] {
  return [
    ...identifiers.flatMap(({ type, value }) => (value === '' ? [] : [`${type} ${value}`])),
    ...birthDates.flatMap(({ earliest, latest }) => (earliest === latest ? [`born ${earliest}`] : [])),
  ];
}

/**
 * By the share of names that have the word; a small index counts as one of `FEWEST`, so that nothing is common in it by
 * chance. Words of the index are looked up once.
 */
function rarityIn(postings: ReadonlyMap<string, readonly number[]>, size: number, tokens: Iterable<NameToken>): Rarity {
  const all = Math.max(size, FEWEST) + 1;
  const rarityOf = (token: NameToken) => {
    const seen = postings.get(wordKey(token))?.length ?? 0;
    return seen <= 1 ? 1 : Math.max(0, 1 - Math.log(seen) / Math.log(all));
  };
  const known = new Map<NameToken, number>();
  for (const token of tokens) known.set(token, rarityOf(token));
  return (token) => known.get(token) ?? rarityOf(token);
}

const FEWEST = 1000;
