// Parties of the past in, blocks of memory that are kept between look-backs out; and those parties that a listed entity hits.
import { analyseSubject, type AnalysedSubject } from '../match/compare-entities.ts';
import type { Rarity } from '../match/compare-names.ts';
import { entityOf } from '../model/entity.ts';
import type { HitTerms } from '../model/policy.ts';
import { Problem } from '../model/problem.ts';
import type { Subject } from '../model/subject.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { IndexBuilder } from './build-index.ts';
import type { EntityIndex } from './entity-index.ts';
import { readBlock } from './index-format.ts';
import type { PartyHit, PartyIndex, PartyKey } from './party-index.ts';
import { findEntries, hitOf, type ListedSubject } from './search.ts';
import { openSnapshot } from './snapshot.ts';

/** Parties that can be gone through, and searched by what is listed. */
export type SearchedParties = Pick<PartyIndex, 'size' | 'subjects' | 'findParties'>;

/** Up to which entry of the record the past was read. */
export interface ReadUpTo {
  readonly sequence: number;
  /** Of that entry: another record has another. */
  readonly hash: string;
}

/** Subjects. Names that are like one another grow with a block, and when a search compares no more of them, all are compared one by one. */
const MOST_IN_BLOCK = 250_000;
/** A number of a policy is a byte in a block. */
const MOST_POLICIES_IN_BLOCK = 200;
/** Parties whose names are kept as they were read. */
const MOST_READ = 5000;

/** Takes parties one by one and gives a block whenever one is full. */
export class KeptPartiesBuilder {
  readonly #reference: NameReference;
  readonly #upTo: ReadUpTo;
  readonly #madeWith: string;
  /** By policy and subject as JSON: customers come back. */
  #policies = new Map<string, Map<string, Subjects>>();
  #subjects = 0;
  #parties = 0;
  #place = 0;

  /** @param madeWith what names are read with (`EntityIndex.madeWith`). */
  constructor(reference: NameReference, upTo: ReadUpTo, madeWith: string) {
    this.#reference = reference;
    this.#upTo = upTo;
    this.#madeWith = madeWith;
  }

  /** @param place which of the party's subjects it is, from 0. */
  add(policy: string, { applicationId, revision, partyId }: PartyKey, place: number, subject: Subject): void {
    const ofPolicy = this.#policies.get(policy) ?? new Map<string, Subjects>();
    this.#policies.set(policy, ofPolicy);
    const text = JSON.stringify(subject);
    const key: KeyTuple = [applicationId, revision, partyId, place];
    const known = ofPolicy.get(text);
    if (known) known.keys.push(key);
    else {
      ofPolicy.set(text, { subject, keys: [key] });
      this.#subjects += 1;
    }
    if (place === 0) this.#parties += 1;
  }

  /** True when the next party belongs into another block. */
  get isFull(): boolean {
    return MOST_IN_BLOCK <= this.#subjects || MOST_POLICIES_IN_BLOCK <= this.#policies.size;
  }

  /** What was added since the block before. */
  finish({ isLast }: { readonly isLast: boolean }): SharedArrayBuffer {
    const head: BlockHead = { ...this.#upTo, place: this.#place, isLast, parties: this.#parties };
    const lists = [{ source: HEAD, editionId: JSON.stringify(head) }];
    const builder = new IndexBuilder(this.#reference);
    for (const [policy, subjects] of this.#policies) {
      for (const { subject, keys } of subjects.values()) {
        const { addresses, ...found } = subject;
        builder.add(entityOf({ source: 'past', recordId: JSON.stringify([keys, addresses]), ...found }), lists.length);
      }
      lists.push({ source: policy, editionId: '' });
    }
    this.#policies = new Map();
    [this.#subjects, this.#parties] = [0, 0];
    this.#place += 1;
    return builder.finish(lists, this.#madeWith);
  }
}

interface Subjects {
  readonly subject: Subject;
  readonly keys: KeyTuple[];
}

/** Application, revision, party, place. */
type KeyTuple = readonly [string, number, string, number];

/** Stands as the first list of a block; the others are policies. */
const HEAD = '(past)';

interface BlockHead extends ReadUpTo {
  /** Among the blocks, from 0. */
  readonly place: number;
  readonly isLast: boolean;
  /** Parties of revisions, each once however many subjects it has. */
  readonly parties: number;
}

/**
 * A block as it was kept.
 * @param place the blocks of a past are numbered from 0; they were made together.
 * @throws Problem `index.damaged`, or `index.outdated` when names are read otherwise now, or it is of another past than the block before.
 */
export function openKeptBlock(
  bytes: SharedArrayBuffer,
  reference: NameReference,
  { madeWith, place, before }: { readonly madeWith: string; readonly place: number; readonly before?: KeptBlock },
): KeptBlock {
  const block = readBlock(bytes);
  if ('refused' in block) throw new Problem(`index.${block.refused}`, { reason: block.reason });
  const index = openSnapshot(bytes, reference, { madeWith, editions: block.header.editions });
  const [first] = index.editions;
  if (first?.source !== HEAD) throw new Problem('index.damaged', { reason: 'it holds no parties of the past' });
  const head = JSON.parse(first.editionId) as BlockHead;
  if (head.place !== place || (before && (head.sequence !== before.sequence || head.hash !== before.hash)))
    throw new Problem('index.outdated', { reason: 'it is of another past than the files beside it' });
  return { ...head, index };
}

export interface KeptBlock extends BlockHead {
  readonly index: EntityIndex;
}

/** All blocks of a past. Nothing of it changes: what came or went since is for the asker to know. */
export class KeptParties {
  readonly upTo: ReadUpTo;
  /** Parties of revisions. */
  readonly parties: number;
  readonly policies: ReadonlySet<string>;
  readonly #blocks: readonly EntityIndex[];

  constructor(blocks: readonly [KeptBlock, ...KeptBlock[]]) {
    const [{ sequence, hash }] = blocks;
    this.upTo = { sequence, hash };
    this.parties = blocks.reduce((sum, { parties }) => sum + parties, 0);
    this.#blocks = blocks.map(({ index }) => index);
    this.policies = new Set(this.#blocks.flatMap(({ editions }) => editions.slice(1).map(({ source }) => source)));
  }

  /** Those of applications under these policies. @param isPassedOver applications whose parties are found elsewhere. */
  under(policies: ReadonlySet<string>, isPassedOver: (applicationId: string) => boolean): SearchedParties {
    return new PartiesUnder(this.#blocks, policies, isPassedOver);
  }
}

interface Party {
  readonly subject: Subject;
  readonly keys: readonly Pick<PartyHit, 'key' | 'place'>[];
}

class PartiesUnder implements SearchedParties {
  readonly #blocks: readonly BlockUnder[];
  readonly #isPassedOver: (applicationId: string) => boolean;
  #views: ReturnType<typeof viewsUnder> | undefined;
  #read = new Map<string, AnalysedSubject>();

  constructor(
    blocks: readonly EntityIndex[],
    policies: ReadonlySet<string>,
    isPassedOver: (applicationId: string) => boolean,
  ) {
    this.#isPassedOver = isPassedOver;
    this.#blocks = blocks.map((index) => {
      const isAskedList = index.editions.map(({ source }) => policies.has(source));
      return { index, isAsked: (entry) => isAskedList[index.parts.entryLists[entry] as number] === true };
    });
  }

  get size(): number {
    return this.#blocks.reduce((sum, block) => sum + entriesOf(block).reduce((count) => count + 1, 0), 0);
  }

  *subjects(): ReturnType<SearchedParties['subjects']> {
    for (const block of this.#blocks)
      for (const entry of entriesOf(block)) {
        const { subject, keys: parties } = this.#partyAt(block.index, entry);
        if (0 < parties.length) yield { subject, parties };
      }
  }

  findParties(
    { entity, editionId, subject }: ListedSubject,
    { rarity, ...terms }: HitTerms & { readonly rarity: Rarity },
  ): readonly PartyHit[] {
    if (this.#views?.of !== rarity) this.#views = viewsUnder(rarity, this.#blocks);
    const { views, remembered } = this.#views;
    return this.#blocks.flatMap((block, place) => {
      const view = views[place] as EntityIndex;
      const { entries, cutOff } = findEntries(view, subject, terms.minScore, block.isAsked);
      const likely = cutOff === undefined ? entries.keys() : entriesOf(block);
      return [...likely].flatMap((entry) => {
        const { subject: stated, keys } = this.#partyAt(view, entry);
        if (keys.length === 0) return [];
        const asked = this.#analysed(`${String(place)} ${String(entry)}`, stated, view.reference);
        const hits = hitOf(asked, subject, entity, editionId, view.reference, remembered, terms);
        return hits.flatMap((hit) => keys.map((key) => ({ ...key, hit })));
      });
    });
  }

  /** With the keys that are not passed over. */
  #partyAt(index: EntityIndex, entry: number): Party {
    const entity = index.entityAt(entry);
    const { schema, names, birthDates, genders, nationalities, countries, identifiers } = entity;
    const [keys, addresses] = JSON.parse(entity.recordId) as [readonly KeyTuple[], Subject['addresses']];
    return {
      subject: { schema, names, birthDates, genders, nationalities, countries, identifiers, addresses },
      keys: keys
        .filter(([applicationId]) => !this.#isPassedOver(applicationId))
        .map(([applicationId, revision, partyId, place]) => ({ key: { applicationId, revision, partyId }, place })),
    };
  }

  #analysed(known: string, subject: Subject, reference: NameReference): AnalysedSubject {
    let analysed = this.#read.get(known);
    if (analysed) return analysed;
    analysed = analyseSubject(subject, reference);
    if (MOST_READ <= this.#read.size) this.#read = new Map();
    this.#read.set(known, analysed);
    return analysed;
  }
}

interface BlockUnder {
  readonly index: EntityIndex;
  readonly isAsked: (entry: number) => boolean;
}

function entriesOf({ index, isAsked }: BlockUnder): IteratorObject<number> {
  return index.parts.entryLists.keys().filter(isAsked);
}

/** The blocks as they are asked under the rarity of words in the lists. */
function viewsUnder(
  rarity: Rarity,
  blocks: readonly BlockUnder[],
): { readonly of: Rarity; readonly remembered: Rarity; readonly views: readonly EntityIndex[] } {
  const known = new WeakMap<Parameters<Rarity>[0], number>();
  const remembered: Rarity = (token) => {
    let value = known.get(token);
    if (value === undefined) known.set(token, (value = rarity(token)));
    return value;
  };
  return { of: rarity, remembered, views: blocks.map(({ index }) => index.withRarity(remembered)) };
}
