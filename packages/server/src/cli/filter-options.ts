// Options that narrow what is searched in, filters and how answers tell them out.
import { parseCalendarDate } from '@sekisho/engine/model/calendar.ts';
import { schemata } from '@sekisho/engine/model/entity.ts';
import type { Command } from 'commander';
import type { Parts } from '../flows/parts.ts';
import type { SearchFilters } from '../flows/search-filters.ts';
import { unusable, wordOf } from './options.ts';

export interface FilterOptions {
  readonly list?: readonly string[];
  readonly topic?: readonly string[];
  readonly entitySchema?: readonly string[];
  readonly inCountry?: readonly string[];
  readonly changedSince?: string;
}

/** The options that narrow a search, added to those of the command. */
export function filterOptions(command: Command): Command {
  return command
    .option('--list <id...>', 'search in these lists alone')
    .option('--topic <topic...>', 'entities with one of these topics: sanction, export.control, wanted, …')
    .option('--entity-schema <schema...>', `entities that the list calls ${schemata.join(', ')}`)
    .option('--in-country <country...>', 'entities that the list connects with one of these countries')
    .option(
      '--changed-since <date>',
      'entities listed or updated since (YYYY-MM-DD), or on a day the list does not say',
    );
}

/** Undefined when nothing is narrowed. @throws Problem `command.usage`. */
export function filtersFrom(options: FilterOptions, { reference }: Parts): SearchFilters | undefined {
  const { list, topic, entitySchema, inCountry, changedSince } = options;
  const filters: SearchFilters = {
    ...(list && { lists: list }),
    ...(topic && { topics: topic }),
    ...(entitySchema && { schemata: entitySchema.map((word) => wordOf('--entity-schema', word, schemata)) }),
    ...(inCountry && {
      countries: inCountry.map(
        (text) =>
          reference.territories.codeOf(text.length === 2 ? text.toUpperCase() : text) ??
          unusable('--in-country', text, 'a country'),
      ),
    }),
    ...(changedSince !== undefined && {
      changedSince: parseCalendarDate(changedSince) ?? unusable('--changed-since', changedSince, 'a day (YYYY-MM-DD)'),
    }),
  };
  return 0 < Object.keys(filters).length ? filters : undefined;
}

/** A line that says what was left out; none without filters. */
export function filterLines(filters: SearchFilters | undefined): readonly string[] {
  if (!filters) return [];
  const { lists, topics, schemata: called, countries, changedSince } = filters;
  const said = [
    ...(lists ? [`list ${lists.join(' or ')}`] : []),
    ...(topics ? [`topic ${topics.join(' or ')}`] : []),
    ...(called ? [`schema ${called.join(' or ')}`] : []),
    ...(countries ? [`country ${countries.join(' or ')}`] : []),
    ...(changedSince === undefined ? [] : [`changed since ${changedSince}`]),
  ];
  return [`only ${said.join(', ')}: the rest of the lists was not searched`];
}
