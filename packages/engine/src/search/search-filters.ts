// What of the lists is asked for in, whether an entry of an index is asked for out.
import type { CalendarDate } from '../model/calendar.ts';
import { schemata, type Entity, type Schema } from '../model/entity.ts';
import type { EntityIndex } from './entity-index.ts';

/** What is asked for: one of each that is given, and all that are given. An empty choice is met by nothing. */
export interface SearchFilters {
  /** Sources. */
  readonly lists?: readonly string[];
  readonly topics?: readonly string[];
  readonly schemata?: readonly Schema[];
  /** ISO 3166-1 alpha-2, lower case. */
  readonly countries?: readonly string[];
  /** Entities that the list listed or updated on this day or later; those whose day is not known, too. */
  readonly changedSince?: CalendarDate;
}

/** By list and schema, which an index knows without reading the entity. Undefined: every entry. */
export function entryFilter(index: EntityIndex, filters: SearchFilters): ((entry: number) => boolean) | undefined {
  if (!filters.lists && !filters.schemata) return undefined;
  const isListAsked = index.editions.map(({ source }) => filters.lists?.includes(source) ?? true);
  const isSchemaAsked = schemata.map((schema) => filters.schemata?.includes(schema) ?? true);
  const { entryLists, entrySchemata } = index.parts;
  return (entry) =>
    isListAsked[entryLists[entry] as number] === true && isSchemaAsked[entrySchemata[entry] as number] === true;
}

/** By what only the entity says: topics, countries, dates. */
export function isAskedFor(entity: Entity, { topics, countries, changedSince }: SearchFilters): boolean {
  return (
    (!topics || entity.topics.some((topic) => topics.includes(topic))) &&
    (!countries || [...entity.countries, ...entity.nationalities].some((country) => countries.includes(country))) &&
    (changedSince === undefined || canBeChangedSince(entity.updatedOn ?? entity.listedOn, changedSince))
  );
}

/** A year, a month or nothing at all may be the day or later: a gap hides nobody. */
export function canBeChangedSince(changedOn: string | undefined, day: CalendarDate): boolean {
  return changedOn === undefined || day.slice(0, changedOn.length) <= changedOn;
}
