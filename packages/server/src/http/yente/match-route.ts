// `POST /match/{dataset}`: examples in, the listed parties that each may be out, with what each part of a score says.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { schemata } from '@sekisho/engine/model/entity.ts';
import { comparedSchema, readExample, type ExampleRead } from '../../flows/ftm-example.ts';
import { matchParties, partyCount, type PartyMatch, type PartyScope } from '../../flows/match-parties.ts';
import { asksForCrimes } from '../../flows/withheld.ts';
import { isRefusal, QueryValues, type Refusal } from '../parameters.ts';
import { isAlgorithm } from './algorithms.ts';
import { readMatchBody, type MatchBody, type MatchQuery } from './match-body.ts';
import { changedSinceForm, noSuchDataset, onlyForPrograms, type ListsServed, type AskedService } from './service.ts';
import { isDay } from './days.ts';

export interface MatchAnswer {
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
}

/** As the contract has them. */
const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 500;
const DEFAULT_THRESHOLD = 0.7;
const MAX_EXCLUDED_IN_URL = 50;

export async function answerMatch(
  service: AskedService,
  dataset: string,
  query: unknown,
  body: unknown,
): Promise<MatchAnswer | Refusal> {
  const asked = readParameters(query);
  if (isRefusal(asked)) return asked;
  if (service.withholds && asksForCrimes(asked.scope, service.parts.reference)) return onlyForPrograms;
  const served = await service.served();
  const sources = served.dataSets.sourcesOf(dataset);
  if (!sources) return noSuchDataset;
  const { reference } = service.parts;
  if (!isAlgorithm(asked.algorithm, reference.yenteNames))
    return { status: 400, detail: `Unknown algorithm: ${asked.algorithm}` };
  const read = readMatchBody(body);
  if (isRefusal(read)) return read;
  const unfit = firstUnfit(read, asked.algorithm, service);
  if (unfit) return unfit;
  const scope: PartyScope = {
    ...asked.scope,
    lists: served.dataSets.narrowed(
      sources,
      [...asked.included, ...read.includedDatasets],
      [...asked.excluded, ...read.excludedDatasets],
    ),
    excluded: [...asked.excludedEntities, ...read.excludedEntities],
  };
  const responses: (readonly [string, QueryAnswer])[] = [];
  for (const [name, example] of read.queries)
    responses.push([name, await answerQuery(example, { ...asked, scope }, served, service)]);
  const [first] = responses;
  if (first && responses.every(([, { status }]) => status !== 200))
    return { status: first[1].status, detail: first[1].detail ?? '' };
  return {
    body: { responses: Object.fromEntries(responses), limit: asked.limit },
    headers: {
      'x-batch-size': String(responses.length),
      ...(0 < read.ignored.length && { 'x-ignored': read.ignored.join(', ') }),
    },
  };
}

interface MatchParameters {
  readonly limit: number;
  readonly threshold: number;
  readonly cutoff: number;
  readonly algorithm: string;
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  readonly excludedEntities: readonly string[];
  readonly scope: PartyScope;
}

function readParameters(query: unknown): MatchParameters | Refusal {
  const values = new QueryValues(query);
  const limit = values.number('limit', { otherwise: DEFAULT_LIMIT, most: MAX_LIMIT, whole: true });
  const threshold = values.number('threshold', { otherwise: DEFAULT_THRESHOLD });
  const cutoff = Math.min(threshold, values.number('cutoff', { otherwise: DEFAULT_THRESHOLD }));
  const changedSince = values.matching('changed_since', changedSinceForm, isDay)?.slice(0, 10);
  const excludedSchemata = values.texts('exclude_schema');
  const topics = values.texts('topics');
  const parameters = {
    limit: Math.max(0, limit),
    threshold,
    cutoff,
    algorithm: values.text('algorithm') ?? 'best',
    included: values.texts('include_dataset'),
    excluded: values.texts('exclude_dataset'),
    excludedEntities: values.texts('exclude_entity_ids', MAX_EXCLUDED_IN_URL),
    scope: {
      ...(0 < excludedSchemata.length && { schemata: schemata.filter((name) => !excludedSchemata.includes(name)) }),
      ...(0 < topics.length && { topics }),
      ...(changedSince !== undefined && { changedSince }),
    },
  };
  return values.refusal ?? parameters;
}

/** What makes the whole request wrong: a key of the configuration, a schema. */
function firstUnfit(
  { queries, config }: MatchBody,
  algorithm: string,
  { parts: { reference } }: AskedService,
): Refusal | undefined {
  const unknownKey = config.find((key) => !Object.hasOwn(reference.yenteNames.config, key));
  if (unknownKey !== undefined)
    return {
      status: 400,
      detail: `Invalid configuration parameter: ${unknownKey} for algorithm ${algorithm}`,
    };
  for (const { schema } of queries.values())
    if (comparedSchema(schema, reference) === undefined)
      return { status: 400, detail: `Cannot parse example entity: No such schema: ${schema}` };
  return undefined;
}

interface QueryAnswer {
  readonly status: number;
  readonly results: readonly object[];
  readonly total: { readonly value: number; readonly relation: string };
  readonly query: object;
  /** Why the query alone could not be answered. */
  readonly detail?: string;
}

async function answerQuery(
  { id, schema, properties, excluded }: MatchQuery,
  { limit, threshold, cutoff, scope }: MatchParameters,
  served: ListsServed,
  service: AskedService,
): Promise<QueryAnswer> {
  let example: ExampleRead | undefined;
  const echo = () => ({ id, schema, properties: example?.properties ?? {} });
  const failed = (status: number, detail: string): QueryAnswer => {
    return { status, results: [], total: { value: 0, relation: 'eq' }, query: echo(), detail };
  };
  try {
    example = readExample(schema, properties, service.parts.reference);
    if (!example) return failed(400, `Cannot parse example entity: No such schema: ${schema}`);
    const terms = {
      limit,
      candidates: candidatesOf(limit),
      cutoff,
      scope: { ...scope, excluded: [...(scope.excluded ?? []), ...excluded] },
      today: service.today,
    };
    const { matches, hits, isUnreadable } = await matchParties(example.subject, terms, served.lists);
    if (isUnreadable && hits.length === 0)
      return failed(400, 'Cannot parse example entity: nothing in its names can be searched for');
    const matching = hits.filter(({ score }) => threshold <= score).map(({ entity }) => entity);
    return {
      status: 200,
      results: matches.map((match) => scored(match, threshold, served)),
      total: partyCount(matching, served.lists),
      query: echo(),
    };
  } catch (error) {
    if (error instanceof Problem && error.code !== 'search.thread')
      return failed(400, `Cannot parse example entity: ${service.sentence(error)}`);
    throw error;
  }
}

/** As many as the contract scores. */
function candidatesOf(limit: number): number {
  return Math.min(Math.max(20, limit * 10), Math.max(500, limit));
}

/** `explanations`: the log-odds that each part brings; what the parts bring together is the score. */
function scored({ party, hit }: PartyMatch, threshold: number, { entityOf }: ListsServed): object {
  return {
    ...entityOf(party),
    score: hit.score,
    explanations: Object.fromEntries(
      hit.contributions.map(({ factor, points, detail }) => {
        const isName = factor === 'name';
        const told = detail ?? (isName ? pairsTold(hit) : `log-odds ${points.toFixed(2)}`);
        return [
          factor,
          {
            detail: told,
            score: points,
            query: isName ? hit.partyName : null,
            candidate: isName ? hit.listedName : null,
          },
        ];
      }),
    ),
    match: threshold <= hit.score,
  };
}

function pairsTold({ pairs }: PartyMatch['hit']): string {
  return pairs.map(({ query, listed, because }) => `${query ?? '–'}≈${listed ?? '–'} ${because}`).join('; ');
}
