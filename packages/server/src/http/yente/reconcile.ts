// Queries of OpenRefine in, candidates out: the W3C Reconciliation API 0.2 over the lists in use.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FollowTheMoney } from '@sekisho/engine/reference/follow-the-money.ts';
import { comparedSchema, readExample } from '../../flows/ftm-example.ts';
import { matchParties } from '../../flows/match-parties.ts';
import { isRefusal, QueryValues, type Refusal } from '../parameters.ts';
import { isAlgorithm } from './algorithms.ts';
import { isDay } from './days.ts';
import { MAX_BATCH } from './match-body.ts';
import { changedSinceForm, noSuchDataset, type ListsServed, type AskedService } from './service.ts';

/** Candidates below the threshold are given too: a person chooses. */
const LEAST_SCORE = 0.5;
const MATCH_SCORE = 0.7;
const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 500;

export async function answerReconciliation(
  service: AskedService,
  dataset: string,
  query: unknown,
  queriesText: string,
): Promise<Readonly<Record<string, object>> | Refusal> {
  const values = new QueryValues(query);
  const changedSince = values.matching('changed_since', changedSinceForm, isDay)?.slice(0, 10);
  if (values.refusal) return values.refusal;
  const algorithm = values.text('algorithm') ?? 'best';
  if (!isAlgorithm(algorithm, service.parts.reference.yenteNames))
    return { status: 400, detail: `Unknown algorithm: ${algorithm}` };
  const served = await service.served();
  const lists = served.dataSets.sourcesOf(dataset);
  if (!lists) return noSuchDataset;
  const queries = readQueries(queriesText, service);
  if (isRefusal(queries)) return queries;
  const scope = { lists, ...(changedSince !== undefined && { changedSince }) };
  const answers: (readonly [string, object])[] = [];
  for (const [name, asked] of queries) {
    const result = await candidatesFor(asked, scope, served, service);
    if (isRefusal(result)) return result;
    answers.push([name, { result }]);
  }
  return Object.fromEntries(answers);
}

/** @param base the address of the server, with the prefix that these endpoints stand below. */
export async function reconciliationManifest(
  service: AskedService,
  dataset: string,
  base: string,
  queryString: string,
): Promise<object | Refusal> {
  const served = await service.served();
  if (!served.dataSets.sourcesOf(dataset)) return noSuchDataset;
  const service_url = `${base}/reconcile/${encodeURIComponent(dataset)}`;
  const at = (path: string) => ({ service_url, service_path: `${path}${queryString}` });
  const { schemata } = service.parts.reference.followTheMoney;
  return {
    versions: ['0.2'],
    name: `${dataset} (Sekisho)`,
    identifierSpace: `${base}/entities/`,
    schemaSpace: 'https://followthemoney.tech/explorer/',
    documentation: 'https://followthemoney.tech/',
    view: { url: `${base}/entities/{{id}}` },
    preview: { url: `${base}/entities/{{id}}`, width: 430, height: 600 },
    suggest: { entity: at('/suggest/entity'), property: at('/suggest/property'), type: at('/suggest/type') },
    extend: {
      propose_properties: at('/extend/property'),
      property_settings: [
        {
          name: 'limit',
          label: 'Limit',
          type: 'number',
          default: 0,
          help_text: 'Maximum number of values to return per row (0 for no limit)',
        },
        {
          name: 'render',
          label: 'Value rendering',
          type: 'select',
          default: 'caption',
          choices: [
            { id: 'caption', name: 'User-readable value' },
            { id: 'raw', name: 'Machine-readable value' },
          ],
          help_text: 'Names of countries and topics in place of their codes',
        },
      ],
    },
    defaultTypes: [...schemata.values()]
      .filter(({ name, matchable }) => matchable && name !== 'CryptoWallet')
      .map(({ name }) => typeOf(name, service.parts.reference.followTheMoney)),
    batchSize: 3,
  };
}

export function typeOf(name: string, { schemata }: FollowTheMoney): { id: string; name: string; description: string } {
  const schema = schemata.get(name);
  return { id: name, name: schema?.plural ?? name, description: schema?.label ?? name };
}

interface Query {
  readonly schema: string;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly limit: number;
}

function readQueries(text: string, { parts: { reference } }: AskedService): ReadonlyMap<string, Query> | Refusal {
  const given = parsed(text);
  if (!isObject(given)) return unreadable(['queries'], 'Input should be a valid JSON object');
  const entries = Object.entries(given);
  if (MAX_BATCH < entries.length)
    return { status: 400, detail: `Too many queries in one batch (limit: ${String(MAX_BATCH)})` };
  const queries = new Map<string, Query>();
  for (const [name, query] of entries) {
    if (!isObject(query)) return unreadable(['queries', name], 'Input should be a valid dictionary');
    const { query: words, type, limit = DEFAULT_LIMIT, properties = [] } = query;
    const schema: unknown = (Array.isArray(type) ? (type as unknown[])[0] : type) ?? 'Thing';
    if (typeof schema !== 'string' || comparedSchema(schema, reference) === undefined)
      return { status: 400, detail: `No such schema: ${String(schema)}` };
    if (typeof limit !== 'number' || !Number.isSafeInteger(limit) || limit < 0 || MAX_LIMIT < limit)
      return unreadable(['queries', name, 'limit'], `Input should be between 0 and ${String(MAX_LIMIT)}`);
    if (!Array.isArray(properties)) return unreadable(['queries', name, 'properties'], 'Input should be a valid list');
    const stated = new Map<string, unknown[]>(words === undefined || words === null ? [] : [['name', [words]]]);
    for (const property of properties as unknown[]) {
      if (!isObject(property) || typeof property['pid'] !== 'string')
        return unreadable(['queries', name, 'properties'], 'Each has a pid and a value v');
      const pid = property['pid'].split(':').at(-1) ?? '';
      stated.set(pid, [...(stated.get(pid) ?? []), ...valuesOf(property['v'])]);
    }
    queries.set(name, { schema, properties: stated, limit });
  }
  return queries;
}

/** A value, several, or references to entities that were reconciled before. */
function valuesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return (value as unknown[]).flatMap(valuesOf);
  return isObject(value) ? [value['name'] ?? value['id']] : [value];
}

async function candidatesFor(
  { schema, properties, limit }: Query,
  scope: { readonly lists: readonly string[]; readonly changedSince?: string },
  served: ListsServed,
  service: AskedService,
): Promise<readonly object[] | Refusal> {
  const { reference } = service.parts;
  try {
    const example = readExample(schema, properties, reference);
    if (!example) return { status: 400, detail: `No such schema: ${schema}` };
    const terms = { limit, candidates: Math.max(20, limit * 10), cutoff: LEAST_SCORE, scope, today: service.today };
    const { matches } = await matchParties(example.subject, terms, served.lists);
    return matches.map(({ party, hit }) => {
      const { id, caption, schema: found } = served.namedOf(party);
      const type = typeOf(found, reference.followTheMoney);
      const isMatch = MATCH_SCORE <= hit.score;
      return { id, name: caption, description: type.description, type: [type], score: hit.score, match: isMatch };
    });
  } catch (error) {
    if (error instanceof Problem) return { status: 400, detail: service.sentence(error) };
    throw error;
  }
}

/** Undefined for a text that is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // told by whoever asked for something
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function unreadable(at: readonly string[], msg: string): Refusal {
  return { status: 422, detail: [{ loc: ['body', ...at], msg, type: 'value_error' }] };
}
