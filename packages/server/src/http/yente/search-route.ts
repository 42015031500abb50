// `GET /search/{dataset}`: words and filters in, a page of listed parties with counts by country, topic and list out.
import { schemata, type Schema } from '@sekisho/engine/model/entity.ts';
import { findParties, partyOrders, type FoundParties, type PartyQuestion } from '../../flows/find-parties.ts';
import { asksForCrimes } from '../../flows/withheld.ts';
import { isRefusal, QueryValues, type Refusal } from '../parameters.ts';
import { isDay } from './days.ts';
import { changedSinceForm, noSuchDataset, onlyForPrograms, type ListsServed, type AskedService } from './service.ts';

/** As the contract has them. */
const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 500;
const MAX_OFFSET = 9499;
const MAX_TEXT_CHARS = 1000;

const facetNames = ['countries', 'topics', 'datasets', 'schema', 'identifiers', 'genders'] as const;
type FacetName = (typeof facetNames)[number];

export async function answerSearch(service: AskedService, dataset: string, query: unknown): Promise<object | Refusal> {
  const asked = readParameters(query);
  if (isRefusal(asked)) return asked;
  const served = await service.served();
  const sources = served.dataSets.sourcesOf(dataset);
  if (!sources) return noSuchDataset;
  const kinds = kindsOf(asked.schema, service);
  if (!kinds) return { status: 400, detail: 'Invalid schema' };
  const filters = asked.filters(served);
  if (service.withholds && asksForCrimes(filters.scope, service.parts.reference)) return onlyForPrograms;
  const found = await findParties(
    {
      text: asked.text,
      scope: {
        ...filters.scope,
        lists: served.dataSets.narrowed(sources, asked.included, asked.excluded).filter(filters.isAsked),
        schemata: kinds.filter((kind) => !asked.excludedSchemata.includes(kind) && filters.isKind(kind)),
      },
      all: asked.all,
      ...(asked.order && { order: asked.order }),
      limit: asked.limit,
      offset: asked.offset,
      today: service.today,
    },
    served.lists,
  );
  return {
    limit: asked.limit,
    offset: asked.offset,
    total: { value: found.entries.length, relation: 'eq' },
    results: found.parties.map((party) => served.entityOf(party)),
    facets: facetsOf(found, asked.facets, served, service),
  };
}

interface SearchParameters {
  readonly text: string;
  readonly schema: string;
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  readonly excludedSchemata: readonly string[];
  readonly all: boolean;
  readonly order: PartyQuestion['order'] | undefined;
  readonly limit: number;
  readonly offset: number;
  readonly facets: readonly FacetName[];
  readonly filters: (served: ListsServed) => Filters;
}

interface Filters {
  readonly scope: Pick<PartyQuestion['scope'], 'topics' | 'countries' | 'changedSince'>;
  readonly isAsked: (source: string) => boolean;
  readonly isKind: (kind: Schema) => boolean;
}

function readParameters(query: unknown): SearchParameters | Refusal {
  const values = new QueryValues(query);
  const text = (values.text('q') ?? '').replace(OPERATORS, ' ').replace(/\s+/g, ' ').trim();
  const changedSince = values.matching('changed_since', changedSinceForm, isDay)?.slice(0, 10);
  const given = new Map<string, string[]>();
  for (const name of ['countries', 'topics', 'datasets'] as const) {
    const wanted = values.texts(name);
    if (0 < wanted.length) given.set(name, [...wanted]);
  }
  for (const filter of values.texts('filter')) {
    const [, field = '', value = ''] = /^([^:]+):(.*)$/s.exec(filter) ?? [];
    if (field === '') return { status: 400, detail: `Invalid filter: ${filter}` };
    given.set(field, [...(given.get(field) ?? []), value]);
  }
  for (const name of ['fuzzy', 'simple', 'target']) values.flag(name, false); // taken, and change nothing here
  const facets = values.manyOf('facets', facetNames);
  const parameters: SearchParameters = {
    text,
    schema: values.text('schema') ?? 'Thing',
    included: values.texts('include_dataset'),
    excluded: values.texts('exclude_dataset'),
    excludedSchemata: values.texts('exclude_schema'),
    all: values.oneOf('filter_op', ['OR', 'AND'], 'OR') === 'AND',
    order: orderOf(values.texts('sort')),
    limit: Math.max(0, values.number('limit', { otherwise: DEFAULT_LIMIT, most: MAX_LIMIT, whole: true })),
    offset: Math.max(0, values.number('offset', { otherwise: 0, most: MAX_OFFSET, whole: true })),
    facets: facets.length === 0 ? ['countries', 'topics', 'datasets'] : facets,
    filters: (served) => filtersOf(given, changedSince, served),
  };
  if (MAX_TEXT_CHARS < text.length) return { status: 400, detail: 'The query is too long to be a name.' };
  return values.refusal ?? parameters;
}

/** Signs of a query language that is not spoken here: the words between them are searched for. */
const OPERATORS = /["*~^+()[\]{}\\!|?]|\b(?:AND|OR|NOT)\b|[\u0000-\u001f\u007f-\u009f\ufffd]/gu;

/** The first that is known; others are passed over. */
function orderOf(sorts: readonly string[]): PartyQuestion['order'] | undefined {
  for (const sort of sorts) {
    const [field, direction = 'asc'] = sort.split(':');
    const by = partyOrders.find((order) => order === (field === 'name' ? 'caption' : field));
    if (by) return { by, isDescending: direction.toLowerCase() === 'desc' };
  }
  return undefined;
}

/** By fields; one that no entry has is met by nothing. */
function filtersOf(
  given: ReadonlyMap<string, readonly string[]>,
  changedSince: string | undefined,
  { dataSets }: ListsServed,
): Filters {
  const topics = given.get('topics');
  const countries = given.get('countries')?.map((code) => code.toLowerCase());
  const datasets = given.get('datasets');
  const kinds = given.get('schema');
  const known = ['topics', 'countries', 'datasets', 'schema'];
  const isUnmet = [...given.keys()].some((field) => !known.includes(field));
  const sources = datasets?.flatMap((name) => dataSets.sourcesOf(name) ?? []);
  return {
    scope: {
      ...(topics && { topics }),
      ...(countries && { countries }),
      ...(changedSince !== undefined && { changedSince }),
    },
    isAsked: (source) => !isUnmet && (sources?.includes(source) ?? true),
    isKind: (kind) => kinds?.includes(kind) ?? true,
  };
}

/** A schema and all that extend it; undefined for one that nothing of a list can be. */
function kindsOf(schema: string, { parts: { reference } }: AskedService): readonly Schema[] | undefined {
  if (!reference.followTheMoney.schemata.has(schema)) return undefined;
  return schemata.filter((kind) => reference.followTheMoney.schemata.get(kind)?.ancestors.has(schema));
}

const facetLabels: Readonly<Record<FacetName, string>> = {
  countries: 'Countries',
  topics: 'Topics',
  datasets: 'Data sources',
  schema: 'Types',
  identifiers: 'Identifiers',
  genders: 'Genders',
};

/** Of every entry that was found, not of this page alone. */
function facetsOf(
  { entries }: FoundParties,
  names: readonly FacetName[],
  { dataSets, lists }: ListsServed,
  { parts: { reference }, withholds }: AskedService,
): object {
  const { territories, followTheMoney, protectedTopics } = reference;
  const valuesOf: Readonly<Record<FacetName, (entry: FoundParties['entries'][number]) => readonly string[]>> = {
    countries: ({ countries }) => countries,
    topics: ({ topics }) => (withholds ? topics.filter((topic) => !protectedTopics.has(topic)) : topics),
    datasets: ({ source }) => [dataSets.nameOf(source)],
    schema: ({ schema }) => [schema],
    genders: ({ genders }) => genders,
    identifiers: ({ place }) => lists.parties.index.entityAt(place).identifiers.map(({ value }) => value),
  };
  const labelOf = (facet: FacetName, value: string): string => {
    if (facet === 'countries') return territories.nameOf(value) ?? value;
    if (facet === 'topics') return followTheMoney.topics.get(value)?.label ?? value;
    return facet === 'schema' ? (followTheMoney.schemata.get(value)?.plural ?? value) : value;
  };
  return Object.fromEntries(
    names.map((facet) => {
      const counts = new Map<string, number>();
      for (const entry of facet === 'identifiers' ? entries.slice(0, MOST_READ) : entries)
        for (const value of new Set(valuesOf[facet](entry))) counts.set(value, (counts.get(value) ?? 0) + 1);
      const values = [...counts]
        .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
        .slice(0, MOST_VALUES)
        .map(([name, count]) => ({ name, label: labelOf(facet, name), count }));
      return [facet, { label: facetLabels[facet], values }];
    }),
  );
}

/** Values of one facet that are told. */
const MOST_VALUES = 300;
/** Entries whose numbers are read to be counted. */
const MOST_READ = 1000;
