// Parties of the past in as they come, those that a listed entity hits out: `search` the other way round.
import { analyseSubject, type AnalysedSubject } from '../match/compare-entities.ts';
import type { Rarity } from '../match/compare-names.ts';
import { entityOf, type Entity } from '../model/entity.ts';
import type { HitTerms } from '../model/policy.ts';
import type { Subject } from '../model/subject.ts';
import type { NameToken } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { buildIndex } from './build-index.ts';
import type { EntityIndex } from './entity-index.ts';
import { byScore, findEntries, hitOf, type ListedSubject, type SearchResult } from './search.ts';

/** A party in one revision of an application. */
export interface PartyKey {
  readonly applicationId: string;
  readonly revision: number;
  readonly partyId: string;
}

export interface PartyHit {
  readonly key: PartyKey;
  /** Which of the subjects that were added for the party is hit, from 0. */
  readonly place: number;
  readonly hit: SearchResult['hits'][number];
}

/** All parties that are the same subject: customers come back. */
interface Party {
  /** The subject as JSON: also what it is told from others by. */
  readonly text: string;
  /** By key as text. Empty once removed. */
  readonly keys: Map<string, Pick<PartyHit, 'key' | 'place'>>;
}

interface Segment {
  readonly index: EntityIndex;
  /** By entry of the index. */
  readonly parties: readonly Party[];
}

/** So many parties are compared one by one before they are worth an index. */
const MOST_IN_TAIL = 64;
/** Parties whose names are kept as they were read. */
const MOST_READ = 5000;

/**
 * An index that grows without a rebuild: what is added waits in a tail; when a search comes, a long tail is frozen into a segment,
 * together with segments that are no larger than it, so that a party is indexed a logarithmic number of times.
 */
export class PartyIndex {
  readonly #reference: NameReference;
  readonly #byText = new Map<string, Party>();
  readonly #byKey = new Map<string, Set<Party>>();
  #tail: Party[] = [];
  #segments: Segment[] = [];
  #read = new Map<Party, AnalysedSubject>();
  #rarity: RarityView | undefined;
  #isThinned = false;

  constructor(reference: NameReference) {
    this.#reference = reference;
  }

  /** Subjects, each once however many parties are it. */
  get size(): number {
    return this.#byText.size;
  }

  /** A party may have several subjects; each is added. */
  add(key: PartyKey, subject: Subject): void {
    const text = textOf(subject);
    let party = this.#byText.get(text);
    if (!party) {
      party = { text, keys: new Map() };
      this.#byText.set(text, party);
      this.#tail.push(party);
    }
    const keyText = textOfKey(key);
    let subjects = this.#byKey.get(keyText);
    if (!subjects) this.#byKey.set(keyText, (subjects = new Set()));
    if (subjects.has(party)) return;
    party.keys.set(keyText, { key, place: subjects.size });
    subjects.add(party);
  }

  /** Nothing finds the party any more; what is frozen of it goes when its segment is frozen anew, with the process at the latest. */
  remove(key: PartyKey): void {
    const keyText = textOfKey(key);
    for (const party of this.#byKey.get(keyText) ?? []) {
      party.keys.delete(keyText);
      if (0 < party.keys.size) continue;
      this.#byText.delete(party.text);
      this.#read.delete(party);
      this.#isThinned = true;
    }
    this.#byKey.delete(keyText);
    this.#tail = this.#tail.filter(isThere);
  }

  /** Every subject with the parties that are it. */
  *subjects(): Iterable<{ readonly subject: Subject; readonly parties: Iterable<Pick<PartyHit, 'key' | 'place'>> }> {
    for (const { text, keys } of this.#byText.values()) yield { subject: subjectOfText(text), parties: keys.values() };
  }

  /**
   * Every party that a search for it would find the entity with, by score, then by key. Nothing is cut off.
   * @param rarity that of the index which has the entity (`EntityIndex.rarity`): scores are those of `search` there.
   */
  findParties(
    listed: ListedSubject,
    { rarity, ...terms }: HitTerms & { readonly rarity: Rarity },
  ): readonly PartyHit[] {
    this.#settle();
    if (this.#rarity?.of !== rarity) this.#rarity = new RarityView(rarity);
    const view = this.#rarity;
    const found: PartyHit[] = [];
    for (const party of this.#candidates(listed, terms.minScore, view)) {
      const { entity, editionId, subject } = listed;
      const asked = this.#analysed(party);
      const [hit] = hitOf(asked, subject, entity, editionId, this.#reference, view.rarity, terms);
      if (hit) for (const { key, place } of party.keys.values()) found.push({ key, place, hit });
    }
    return found.sort((a, b) => byScore(a.hit, b.hit) || byKey(a, b));
  }

  *#candidates({ subject }: ListedSubject, minScore: number, view: RarityView): Iterable<Party> {
    yield* this.#tail;
    for (const { index, parties } of this.#segments) {
      const { entries, cutOff } = findEntries(view.over(index), subject, minScore);
      const likely = cutOff === undefined ? [...entries.keys()].map((entry) => parties[entry] as Party) : parties;
      yield* likely.filter(isThere);
    }
  }

  /** A long tail is frozen, and what is mostly removed is frozen anew; segments of like size become one. */
  #settle(): void {
    if (!this.#isThinned && this.#tail.length <= MOST_IN_TAIL) return;
    this.#isThinned = false;
    const thinned = this.#segments.filter(({ parties }) => 2 * parties.filter(isThere).length < parties.length);
    if (thinned.length === 0 && this.#tail.length <= MOST_IN_TAIL) return;
    const kept = this.#segments.filter((segment) => !thinned.includes(segment));
    const taken = [...thinned.flatMap(({ parties }) => parties.filter(isThere)), ...this.#tail];
    for (let last = kept.at(-1); last && last.parties.length <= taken.length; last = kept.at(-1)) {
      taken.unshift(...last.parties.filter(isThere));
      kept.pop();
    }
    this.#tail = [];
    if (taken.length <= MOST_IN_TAIL) this.#tail = taken;
    else kept.push(this.#frozen(taken));
    this.#segments = kept;
  }

  #frozen(parties: readonly Party[]): Segment {
    const list = { source: 'parties', editionId: '', entities: entitiesOf(parties) };
    return { index: buildIndex([list], this.#reference), parties };
  }

  #analysed(party: Party): AnalysedSubject {
    let subject = this.#read.get(party);
    if (subject) return subject;
    subject = analyseSubject(subjectOfText(party.text), this.#reference);
    if (MOST_READ <= this.#read.size) this.#read = new Map();
    this.#read.set(party, subject);
    return subject;
  }
}

/** Segments as they are asked under the rarity of one index of lists. */
class RarityView {
  readonly of: Rarity;
  readonly #known = new WeakMap<NameToken, number>();
  readonly #views = new WeakMap<EntityIndex, EntityIndex>();

  constructor(rarity: Rarity) {
    this.of = rarity;
  }

  readonly rarity: Rarity = (token) => {
    let value = this.#known.get(token);
    if (value === undefined) this.#known.set(token, (value = this.of(token)));
    return value;
  };

  over(index: EntityIndex): EntityIndex {
    let view = this.#views.get(index);
    if (!view) this.#views.set(index, (view = index.withRarity(this.rarity)));
    return view;
  }
}

function isThere({ keys }: Party): boolean {
  return 0 < keys.size;
}

/** Only what parties are found by. */
function* entitiesOf(parties: readonly Party[]): Iterable<Entity> {
  let recordId = 0;
  for (const { text } of parties) {
    const { addresses: _, ...found } = subjectOfText(text);
    yield entityOf({ source: 'parties', recordId: String(recordId++), ...found });
  }
}

function textOf({ schema, names, birthDates, genders, nationalities, countries, ...rest }: Subject): string {
  return JSON.stringify([
    schema,
    names,
    birthDates,
    genders,
    nationalities,
    countries,
    rest.identifiers,
    rest.addresses,
  ]);
}

type SubjectTuple = readonly [
  Subject['schema'],
  Subject['names'],
  Subject['birthDates'],
  Subject['genders'],
  Subject['nationalities'],
  Subject['countries'],
  Subject['identifiers'],
  Subject['addresses'],
];

function subjectOfText(text: string): Subject {
  const [schema, names, birthDates, genders, nationalities, countries, identifiers, addresses] = JSON.parse(
    text,
  ) as SubjectTuple;
  return { schema, names, birthDates, genders, nationalities, countries, identifiers, addresses };
}

function textOfKey({ applicationId, revision, partyId }: PartyKey): string {
  return JSON.stringify([applicationId, revision, partyId]);
}

function byKey(a: Pick<PartyHit, 'key' | 'place'>, b: Pick<PartyHit, 'key' | 'place'>): number {
  const inOrder = (x: string, y: string) => (x < y ? -1 : x === y ? 0 : 1);
  return (
    inOrder(a.key.applicationId, b.key.applicationId) ||
    a.key.revision - b.key.revision ||
    inOrder(a.key.partyId, b.key.partyId) ||
    a.place - b.place
  );
}
