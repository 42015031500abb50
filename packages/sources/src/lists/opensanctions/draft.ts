// What is known of an entity while its records are gone through, and the entity that comes of it.
import {
  entityOf,
  type Address,
  type Effect,
  type Entity,
  type EntityLink,
  type EntityName,
} from '@sekisho/engine/model/entity.ts';
import { distinct, distinctBy } from '../distinct.ts';
import { sorted } from '../sorted.ts';
import { isDate } from './dates.ts';
import { topics as topicRules } from './model.ts';

type Lists = {
  -readonly [
    Field in
      | 'birthDates'
      | 'birthPlaces'
      | 'genders'
      | 'nationalities'
      | 'countries'
      | 'identifiers'
      | 'addresses'
      | 'emails'
      | 'phones'
      | 'websites'
      | 'positions'
      | 'topics'
      | 'programmes'
      | 'legalStatus'
      | 'links'
      | 'remarks'
  ]: Entity[Field][number][];
};

/** Lists in any order, with repetitions; dates of which the first or the last will be taken. */
export interface EntityDraft extends Lists {
  names: EntityName[];
  /** Of each listing, and of the entry itself when no listing has one. */
  readonly listedOn: string[];
  readonly createdOn: string[];
  /** One for each listing: the day it ends, undefined when it does not. */
  readonly listingEnds: (string | undefined)[];
  readonly updatedOn: string[];
  readonly sourceUrls: string[];
}

export function emptyDraft(): EntityDraft {
  return {
    names: [],
    birthDates: [],
    birthPlaces: [],
    genders: [],
    nationalities: [],
    countries: [],
    identifiers: [],
    addresses: [],
    emails: [],
    phones: [],
    websites: [],
    positions: [],
    topics: [],
    programmes: [],
    legalStatus: [],
    links: [],
    remarks: [],
    listedOn: [],
    createdOn: [],
    listingEnds: [],
    updatedOn: [],
    sourceUrls: [],
  };
}

/** The entity: without repetitions, in an order that does not hang on the order of the file. */
export function entityOfDraft(draft: EntityDraft, given: Pick<Entity, 'source' | 'recordId' | 'schema'>): Entity {
  const [sourceUrl, ...furtherUrls] = distinct(draft.sourceUrls);
  const listedOn = firstDay(draft.listedOn) ?? firstDay(draft.createdOn);
  const hasEnded = draft.listingEnds.length > 0 && draft.listingEnds.every((end) => end !== undefined);
  const delistedOn = hasEnded ? lastDay(draft.listingEnds) : undefined;
  const updatedOn = lastDay(draft.updatedOn);
  return entityOf({
    ...given,
    names: draft.names,
    birthDates: distinctBy(draft.birthDates, ({ earliest, latest, circa }) => `${earliest} ${latest} ${String(circa)}`),
    birthPlaces: distinct(draft.birthPlaces),
    genders: distinct(draft.genders),
    nationalities: distinct(draft.nationalities),
    countries: sorted(distinct([...draft.countries, ...draft.addresses.map(({ country }) => country)])),
    identifiers: distinctBy(
      draft.identifiers,
      ({ type, value, country, note }) => `${type}\n${value}\n${country ?? ''}\n${note ?? ''}`,
    ),
    addresses: sortedAddresses(draft.addresses),
    emails: distinct(draft.emails),
    phones: distinct(draft.phones),
    websites: distinct(draft.websites),
    positions: sorted(distinct(draft.positions)),
    topics: sorted(distinct(draft.topics)),
    effects: effectsOf(draft.topics),
    programmes: sorted(distinct(draft.programmes)),
    legalStatus: distinctBy(draft.legalStatus, (claim) => JSON.stringify(claim)),
    links: sortedLinks(draft.links),
    remarks: distinct([...draft.remarks, ...furtherUrls.map((url) => `Source: ${url}`)]),
    ...(listedOn !== undefined && { listedOn }),
    ...(updatedOn !== undefined && { updatedOn }),
    ...(delistedOn !== undefined && { delistedOn }),
    ...(sourceUrl !== undefined && { sourceUrl }),
  });
}

/** Of an entry whose topics bring nothing else: that it is there is information. */
function effectsOf(topics: readonly string[]): readonly Effect[] {
  const found = topics.flatMap((topic) => {
    const rule = topicRules.get(topic);
    return rule && 'effects' in rule ? rule.effects : [];
  });
  const telling = sorted(distinct(found.filter((effect) => effect !== 'information')));
  return telling.length === 0 ? ['information'] : telling;
}

/** The first day of those that can be read; a moment is its day. */
function firstDay(texts: readonly string[]): string | undefined {
  return sorted(texts)
    .find((text) => isDate(text.slice(0, 10)))
    ?.slice(0, 10);
}

function lastDay(texts: readonly (string | undefined)[]): string | undefined {
  const given = texts.filter((text) => text !== undefined);
  return sorted(given)
    .findLast((text) => isDate(text.slice(0, 10)))
    ?.slice(0, 10);
}

function sortedAddresses(addresses: readonly Address[]): Address[] {
  if (addresses.length < 2) return [...addresses];
  const inOrder = sorted(addresses, (a, b) => (a.full < b.full ? -1 : a.full > b.full ? 1 : 0));
  return distinctBy(inOrder, (address) => JSON.stringify(address));
}

function sortedLinks(links: readonly EntityLink[]): EntityLink[] {
  if (links.length < 2) return [...links];
  const inOrder = sorted(links, comparedLinks);
  return inOrder.filter((link, place, { [place - 1]: last }) => !last || comparedLinks(link, last) !== 0);
}

function comparedLinks(one: EntityLink, other: EntityLink): number {
  for (const field of ['kind', 'toId', 'toName', 'detail', 'since', 'until'] as const) {
    const [a, b] = [one[field] ?? '', other[field] ?? ''];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
