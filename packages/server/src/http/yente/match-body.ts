// The body of a match request in, its queries by name and what narrows them out; or why it is none.
import { isRefusal, type FieldFault, type Refusal } from '../parameters.ts';

export interface MatchQuery {
  readonly id: string | null;
  readonly schema: string;
  readonly properties: ReadonlyMap<string, unknown>;
  /** Ids of entities that are left out of its answer alone. */
  readonly excluded: readonly string[];
}

export interface MatchBody {
  readonly queries: ReadonlyMap<string, MatchQuery>;
  readonly config: readonly string[];
  /** Parts of the body that change how others score, and nothing here. */
  readonly ignored: readonly string[];
  readonly includedDatasets: readonly string[];
  readonly excludedDatasets: readonly string[];
  readonly excludedEntities: readonly string[];
}

/** Queries of one request. */
export const MAX_BATCH = 100;
/** Ids in a body: there is no limit of an address to keep, and each is looked up. */
const MAX_EXCLUDED = 1000;

export function readMatchBody(body: unknown): MatchBody | Refusal {
  if (!isObject(body)) return faulty([], 'Input should be a valid dictionary', 'dict_type');
  const queries = body['queries'];
  if (queries === undefined) return faulty(['queries'], 'Field required', 'missing');
  if (!isObject(queries)) return faulty(['queries'], 'Input should be a valid dictionary', 'dict_type');
  const given = Object.entries(queries).filter(([, query]) => query !== null);
  if (MAX_BATCH < given.length)
    return { status: 400, detail: `Too many queries in one batch (limit: ${String(MAX_BATCH)})` };
  if (given.length === 0) return { status: 400, detail: 'No queries provided.' };
  const read = new Map<string, MatchQuery>();
  for (const [name, query] of given) {
    const found = readQuery(name, query);
    if (isRefusal(found)) return found;
    read.set(name, found);
  }
  const [weights, config, params] = [body['weights'] ?? {}, body['config'] ?? {}, body['params'] ?? {}];
  for (const [name, value] of Object.entries({ weights, config, params }))
    if (!isObject(value)) return faulty([name], 'Input should be a valid dictionary', 'dict_type');
  const lists = readLists(params as Fields, ['params']);
  if (isRefusal(lists)) return lists;
  return {
    queries: read,
    config: Object.keys(config),
    ignored: ['weights', 'config'].filter((name) => 0 < Object.keys((body[name] as Fields | null) ?? {}).length),
    ...lists,
  };
}

type Fields = Readonly<Record<string, unknown>>;

function readQuery(name: string, query: unknown): MatchQuery | Refusal {
  const at = ['queries', name];
  if (!isObject(query)) return faulty(at, 'Input should be a valid dictionary', 'model_type');
  const { id = null, schema, properties, params = {} } = query;
  const faults: FieldFault[] = [];
  if (schema === undefined) faults.push(fault([...at, 'schema'], 'Field required', 'missing'));
  else if (typeof schema !== 'string')
    faults.push(fault([...at, 'schema'], 'Input should be a valid string', 'string_type'));
  if (properties === undefined) faults.push(fault([...at, 'properties'], 'Field required', 'missing'));
  else if (!isObject(properties))
    faults.push(fault([...at, 'properties'], 'Input should be a valid dictionary', 'dict_type'));
  if (id !== null && typeof id !== 'string')
    faults.push(fault([...at, 'id'], 'Input should be a valid string', 'string_type'));
  if (!isObject(params)) faults.push(fault([...at, 'params'], 'Input should be a valid dictionary', 'dict_type'));
  if (0 < faults.length) return { status: 422, detail: faults };
  const lists = readLists(params as Fields, [...at, 'params']);
  if (isRefusal(lists)) return lists;
  return {
    id: id as string | null,
    schema: schema as string,
    properties: new Map(Object.entries(properties as Fields)),
    excluded: lists.excludedEntities,
  };
}

function readLists(
  params: Fields,
  at: readonly string[],
): Pick<MatchBody, 'includedDatasets' | 'excludedDatasets' | 'excludedEntities'> | Refusal {
  const names = ['include_datasets', 'exclude_datasets', 'exclude_entity_ids'] as const;
  const lists = names.map((name) => (Object.hasOwn(params, name) ? params[name] : []) ?? []);
  for (const [place, list] of lists.entries()) {
    const name = [...at, names[place] ?? ''];
    if (!Array.isArray(list) || !list.every((one) => typeof one === 'string'))
      return faulty(name, 'Input should be a valid list of strings', 'list_type');
    if (MAX_EXCLUDED < list.length)
      return faulty(name, `List should have at most ${String(MAX_EXCLUDED)} items`, 'too_long');
  }
  const [includedDatasets = [], excludedDatasets = [], excludedEntities = []] = lists as string[][];
  return { includedDatasets, excludedDatasets, excludedEntities };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function faulty(at: readonly string[], msg: string, type: string): Refusal {
  return { status: 422, detail: [fault(at, msg, type)] };
}

function fault(at: readonly string[], msg: string, type: string): FieldFault {
  return { loc: ['body', ...at], msg, type };
}
