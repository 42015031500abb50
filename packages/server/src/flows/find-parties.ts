// Words, a number or the beginning of a name in, the parties of the lists that have them out, a page at a time.
import { isDelisted, schemata, type Schema } from '@sekisho/engine/model/entity.ts';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import { foldText } from '@sekisho/engine/names/fold.ts';
import { listedWith, search } from '@sekisho/engine/search/search.ts';
import { canBeChangedSince } from '@sekisho/engine/search/search-filters.ts';
import { indexFacts, type EntryFacts } from './entry-facts.ts';
import type { ListedParty, ListsInUse } from './listed-parties.ts';
import type { PartyScope } from './match-parties.ts';

/** Fields that results can be put in order by. */
export const partyOrders = ['caption', 'first_seen', 'last_change'] as const;

export interface PartyQuestion {
  /** Empty: every entry. */
  readonly text: string;
  /** The text is the beginning of a word of the name, as somebody types it. */
  readonly isBeginning?: boolean;
  readonly scope: PartyScope;
  /** Entries that meet one of the topics and countries do; `all`: only those that have each of them. */
  readonly all?: boolean;
  readonly order?: { readonly by: (typeof partyOrders)[number]; readonly isDescending: boolean };
  readonly offset: number;
  readonly limit: number;
  readonly today: string;
}

export interface FoundParties {
  /** Of the entries of this page; a party whose entries are on several pages stands on the first of them. */
  readonly parties: readonly ListedParty[];
  /** Every entry that was found, in order: what is paged through. */
  readonly entries: readonly (EntryFacts & { readonly schema: Schema })[];
}

export async function findParties(question: PartyQuestion, lists: ListsInUse): Promise<FoundParties> {
  const { index } = lists.parties;
  const facts = await indexFacts(index);
  const { entryLists, entrySchemata } = index.parts;
  const asked = filterOf(question);
  const entries = facts.entries.flatMap((entry, place) => {
    const found = { ...entry, schema: schemata[entrySchemata[place] as number] as Schema };
    return asked(found, index.editions[entryLists[place] as number]?.source ?? '') ? [found] : [];
  });
  const inOrder = sorted(await ranked(entries, question, lists), question.order);
  const placeById = new Map(inOrder.map(({ id }, place) => [id, place]));
  const parties: ListedParty[] = [];
  for (const [place, { id }] of inOrder.entries()) {
    if (place < question.offset || question.offset + question.limit <= place) continue;
    const party = await lists.parties.later(id);
    if (party && !party.entries.some(({ entity }) => (placeById.get(entity.id) ?? place) < place)) parties.push(party);
  }
  return { parties, entries: inOrder };
}

type Entry = FoundParties['entries'][number];

function filterOf({ scope, all = false, today }: PartyQuestion): (entry: Entry, list: string) => boolean {
  const { lists, schemata: kinds, topics, countries, changedSince } = scope;
  const meets = (values: readonly string[], wanted: readonly string[] | undefined) =>
    !wanted || (all ? wanted.every((one) => values.includes(one)) : wanted.some((one) => values.includes(one)));
  return (entry, list) =>
    (lists?.includes(list) ?? true) &&
    (kinds?.includes(entry.schema) ?? true) &&
    meets(entry.topics, topics) &&
    meets(entry.countries, countries) &&
    (changedSince === undefined || canBeChangedSince(entry.changedOn, changedSince)) &&
    !isDelisted(entry, today);
}

/** Words may be anybody's name, or a ship's: as what they are compared with entries of which schemata. */
const askedAs: readonly (readonly [Schema, readonly Schema[]])[] = [
  ['LegalEntity', ['Person', 'Company', 'Organization', 'PublicBody', 'LegalEntity']],
  ['Vessel', ['Vessel']],
  ['Airplane', ['Airplane']],
];

/** The least score of a name that has something in common with the words: one of two words, both spelled otherwise. */
const LEAST_LIKE = 0.1;
const MOST_HITS = 10_000;

/** The best first; entries that have the words as a number or as their id before those that have them in a name. */
async function ranked(
  entries: readonly Entry[],
  { text, isBeginning = false }: PartyQuestion,
  { parties }: ListsInUse,
): Promise<readonly Entry[]> {
  if (text === '') return entries;
  const { index } = parties;
  const folded = foldText(text, index.reference);
  if (isBeginning) return entries.filter(({ caption }) => begins(foldText(caption, index.reference), folded));
  const identifiers = [{ type: 'other' as const, value: text }];
  const exact = [...listedWith(index, { identifiers }), ...((await parties.later(text))?.entries ?? [])];
  const scores = new Map<string, number>();
  for (const [asked, kinds] of askedAs) {
    const filters = { schemata: kinds };
    const settings = { minScore: LEAST_LIKE, limit: MOST_HITS, weakAliasesMakeHits: true, filters };
    for (const { entity, score } of search(index, subjectNamed(text, asked), settings).hits)
      scores.set(entity.id, score);
  }
  for (const { entity } of exact) scores.set(entity.id, 1);
  const found = entries.flatMap((entry) => {
    const score = scores.get(entry.id);
    return score === undefined ? [] : [{ entry, score }];
  });
  return found.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

function begins(name: string, beginning: string): boolean {
  return name.startsWith(beginning) || name.includes(` ${beginning}`);
}

function sorted(entries: readonly Entry[], order: PartyQuestion['order']): readonly Entry[] {
  if (!order) return entries;
  const valueOf = (entry: Entry) =>
    order.by === 'caption' ? entry.caption : ((order.by === 'first_seen' ? entry.listedOn : entry.changedOn) ?? '');
  const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return entries.toSorted((a, b) => compared(valueOf(a), valueOf(b)) * (order.isDescending ? -1 : 1));
}
