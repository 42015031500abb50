// A party of the lists in, the FollowTheMoney entity that clients of yente know out.
import { parseDateRange, type DateRange } from '@sekisho/engine/model/calendar.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { MergedEntity, MergedEntry } from '@sekisho/engine/model/merge.ts';
import type { FtmOrigin } from '../../flows/listed-parties.ts';
import type { FollowTheMoney } from '@sekisho/engine/reference/follow-the-money.ts';

export interface FtmEntity {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly (string | FtmEntity)[]>>;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly target: boolean;
  /** ISO 8601 to the second, without a zone. */
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly last_change: string | null;
}

export interface FtmTerms {
  readonly vocabulary: FollowTheMoney;
  /** What clients know a list by. */
  readonly nameOf: (source: string) => string;
  /** Of an entry of a list in this format, what its record was called there. */
  readonly originOf: (entity: Entity) => FtmOrigin | undefined;
  /** The day an edition was last known to be the newest. */
  readonly lastSeenOn: (editionId: string) => string | undefined;
}

/**
 * All that any entry says, each value once. The schema is the one that says most; of a property that it has not, the values
 * are left out. `first_seen` and `last_change` are the list's own days, where it says them.
 */
export function ftmEntity(party: MergedEntity & { readonly ftmId: string }, terms: FtmTerms): FtmEntity {
  const entities = party.entries.map(({ entity }) => entity);
  const schema = mostTelling(entities, terms.vocabulary);
  const topics = entities.flatMap((entity) => entity.topics);
  const origins = entities.map((entity) => terms.originOf(entity));
  const datasets = entities.flatMap(({ source }, place) => {
    const named = origins[place]?.datasets ?? [];
    return named.length === 0 ? [terms.nameOf(source)] : named;
  });
  const ids = entities.flatMap(({ id }, place) => [origins[place]?.id ?? id, ...(origins[place]?.referents ?? [])]);
  return {
    id: party.ftmId,
    caption: entities[0]?.names[0]?.text ?? party.ftmId,
    schema,
    properties: propertiesOf(entities, schema, terms),
    datasets: [...new Set(datasets)].sort(),
    referents: [...new Set(ids)].filter((id) => id !== party.ftmId),
    target: topics.some((topic) => terms.vocabulary.topics.get(topic)?.risk),
    ...seenAt(party.entries, terms),
  };
}

function mostTelling(entities: readonly Entity[], { schemata }: FollowTheMoney): Entity['schema'] {
  const depthOf = (entity: Entity) => schemata.get(entity.schema)?.ancestors.size ?? 0;
  const [first, ...others] = entities;
  if (!first) throw new RangeError('a party has at least one entry');
  return others.reduce((best, entity) => (depthOf(best) < depthOf(entity) ? entity : best), first).schema;
}

function seenAt(
  entries: readonly MergedEntry[],
  { lastSeenOn }: FtmTerms,
): Pick<FtmEntity, 'first_seen' | 'last_seen' | 'last_change'> {
  const days = (texts: readonly (string | undefined)[]) =>
    texts.flatMap((text) => (text === undefined ? [] : (parseDateRange(text)?.earliest ?? []))).sort();
  const listed = days(entries.map(({ entity }) => entity.listedOn));
  const changed = days(entries.map(({ entity }) => entity.updatedOn ?? entity.listedOn));
  const seen = days(entries.map(({ editionId }) => lastSeenOn(editionId)));
  return {
    first_seen: instantOf(listed[0]),
    last_seen: instantOf(seen.at(-1)),
    last_change: instantOf(changed.at(-1)),
  };
}

export function instantOf(day: string | undefined): string | null {
  return day === undefined ? null : `${day}T00:00:00`;
}

function propertiesOf(
  entities: readonly Entity[],
  schema: Entity['schema'],
  { vocabulary, originOf }: FtmTerms,
): Record<string, string[]> {
  const known = vocabulary.schemata.get(schema)?.properties;
  const values = new Map<string, Set<string>>();
  const put = (name: string | undefined, texts: readonly (string | undefined)[]) => {
    if (name === undefined || !known?.has(name)) return;
    for (const text of texts) {
      if (text === undefined || text === '') continue;
      const all = values.get(name);
      if (all) all.add(text);
      else values.set(name, new Set([text]));
    }
  };
  for (const entity of entities) {
    for (const { text, kind, given, family } of entity.names) {
      put(vocabulary.names[kind], [text]);
      put('firstName', [given]);
      put('lastName', [family]);
    }
    for (const { type, value } of entity.identifiers) put(vocabulary.identifierProperty(type, schema), [value]);
    put('birthDate', entity.birthDates.flatMap(datesOf));
    put('birthPlace', entity.birthPlaces);
    put('gender', entity.genders);
    put('nationality', entity.nationalities);
    put('country', entity.countries);
    put(
      'address',
      entity.addresses.map(({ full }) => full),
    );
    put('email', entity.emails);
    put('phone', entity.phones);
    put('website', entity.websites);
    put('position', entity.positions);
    put('topics', entity.topics);
    put('program', originOf(entity)?.programmes ?? entity.programmes);
    put('notes', entity.remarks);
    put('sourceUrl', [entity.sourceUrl]);
    put('createdAt', [entity.listedOn]);
    put('modifiedAt', [entity.updatedOn]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, [...all]]));
}

/** A day, a month, a year; or each year of several. */
function datesOf({ earliest, latest }: DateRange): readonly string[] {
  if (earliest === latest) return [earliest];
  const [from, to] = [Number(earliest.slice(0, 4)), Number(latest.slice(0, 4))];
  const isWholeMonth = earliest.slice(0, 7) === latest.slice(0, 7) && earliest.endsWith('-01');
  if (isWholeMonth && parseDateRange(earliest.slice(0, 7))?.latest === latest) return [earliest.slice(0, 7)];
  return Array.from({ length: Math.min(MOST_YEARS, to - from + 1) }, (_, place) => String(from + place));
}

/** A list that knows less of an age than this knows none. */
const MOST_YEARS = 20;
