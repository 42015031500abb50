// The flows in, the endpoints that clients of Watchman know out, as one plugin of Fastify.
import type { FastifyPluginCallback, FastifyReply } from 'fastify';
import { isDelisted, type Entity } from '@sekisho/engine/model/entity.ts';
import type { Problem } from '@sekisho/engine/model/problem.ts';
import { ListsWatch, type ListsInUse } from '../../flows/listed-parties.ts';
import { matchParties } from '../../flows/match-parties.ts';
import type { Parts } from '../../flows/parts.ts';
import { isProgram, ProgramViews } from '../../flows/program-views.ts';
import { plainEntity } from '../../flows/withheld.ts';
import { listedSubjects } from '@sekisho/engine/search/search.ts';
import { asProblem, problemDetails } from '../problem-reply.ts';
import { actingIn, needsSomebody } from '../who-may-ask.ts';
import { watchmanEntity, watchmanQueryEntity } from './entity.ts';
import { readQuery, type WatchmanQuery } from './query.ts';

export interface WatchmanSettings {
  /** A sentence for the key of a message (`problem.name.too-long`) and its facts. */
  readonly say: (key: string, facts: Problem['facts']) => string;
}

/** Every error is told with status 400, as the contract has it, but for who may not ask, and for lists that are not there. */
export function watchmanRoutes(parts: Parts, { say }: WatchmanSettings): FastifyPluginCallback {
  const watch = new ListsWatch(parts);
  const views = new ProgramViews(parts);
  const names = parts.reference.watchmanNames;
  const nameBySource = new Map(Object.entries(names.lists).map(([name, source]) => [source, name]));
  const listName = (source: string) => nameBySource.get(source) ?? source;
  const refuse = (reply: FastifyReply, error: string) => reply.code(400).send({ error });
  return (app, _options, done) => {
    needsSomebody(app, parts, ['/ping']);
    app.setErrorHandler((error: Error, request, reply) => {
      const problem = asProblem(error);
      const { status } = problemDetails(problem, say);
      const told = status === 500 ? 'internal error' : say(`problem.${problem.code}`, problem.facts);
      if (problem.code === 'edition.not-found') return reply.code(503).send({ error: told });
      if (status === 500) request.log.error({ err: error, route: request.routeOptions.url }, 'failed');
      return reply.code([401, 403, 429, 500, 503].includes(status) ? status : 400).send({ error: told });
    });
    app.get('/v2/search', async (request, reply): Promise<FastifyReply> => {
      const query = readQuery(request.query, parts.reference);
      if (typeof query === 'string') return refuse(reply, query);
      const { actor } = actingIn(request, parts);
      const lists = await watch.now({ actor });
      const shown: Entity[] = [];
      const toldOf = (entity: Entity) => {
        if (!isProgram(actor)) return watchmanEntity(plainEntity(entity, parts.reference), names, listName);
        shown.push(entity);
        return watchmanEntity(entity, names, listName);
      };
      const found = await answer(query, lists, parts, { listName, toldOf });
      await views.note(actor, shown);
      return typeof found === 'string' ? refuse(reply, found) : reply.send(found);
    });
    app.get('/v2/listinfo', async (request, reply): Promise<FastifyReply> => {
      const { editions } = await watch.now(actingIn(request, parts));
      const counts = editions.map(({ edition }) => [listName(edition.source), edition.counts['entities'] ?? 0]);
      const hashes = editions.map(({ edition }) => [listName(edition.source), edition.contentSha256]);
      const days = editions.map(({ confirmedCurrentOn }) => `${confirmedCurrentOn}T00:00:00Z`).sort();
      return reply.send({
        lists: Object.fromEntries(counts) as object,
        listHashes: Object.fromEntries(hashes) as object,
        startedAt: days[0],
        endedAt: days.at(-1),
        version: parts.engineVersion,
      });
    });
    app.get('/ping', (_request, reply) => reply.type('text/plain').send('PONG'));
    done();
  };
}

async function answer(
  query: WatchmanQuery,
  lists: ListsInUse,
  parts: Parts,
  { listName, toldOf }: { readonly listName: (source: string) => string; readonly toldOf: (entity: Entity) => object },
): Promise<object | string> {
  const names = parts.reference.watchmanNames;
  const today = parts.clock().slice(0, 10);
  const inUse = lists.editions.map(({ edition }) => edition.source);
  const wanted =
    query.source === undefined || query.source === ''
      ? inUse
      : inUse.filter((source) => [source, listName(source)].includes(query.source ?? ''));
  if (wanted.length === 0) return `unknown source: ${query.source ?? ''}`;
  const terms = {
    limit: 0,
    candidates: query.sourceId === undefined ? query.limit : MOST_OF_NAME,
    cutoff: Math.max(0, query.minMatch - SMALLEST),
    scope: { lists: wanted, ...(query.type && { schemata: [...names.types[query.type].of, 'LegalEntity' as const] }) },
    today,
  };
  const asked = query.subject.names.length + query.subject.identifiers.length;
  const nothing = { hits: [], isUnreadable: false };
  const { hits, isUnreadable } = asked === 0 ? nothing : await matchParties(query.subject, terms, lists);
  if (isUnreadable && hits.length === 0) return 'nothing in the name can be searched for';
  const told = hits
    .filter(({ entity }) => query.sourceId === undefined || entity.recordId === query.sourceId)
    .map(({ entity, score, contributions }) => ({
      ...toldOf(entity),
      match: score,
      ...(query.tellsDetails && { details: { contributions } }),
    }));
  const exact =
    query.sourceId !== undefined && told.length === 0 && asked === 0 ? bySourceId(query.sourceId, wanted, lists) : [];
  return {
    query: watchmanQueryEntity(query, names),
    entities: [
      ...told,
      ...exact.filter((entity) => !isDelisted(entity, today)).map((entity) => ({ ...toldOf(entity), match: 1 })),
    ],
  };
}

/** Of which one is looked for by its id. */
const MOST_OF_NAME = 1000;
/** `minMatch` is met by a score that is equal to it. */
const SMALLEST = 1e-9;

function bySourceId(sourceId: string, sources: readonly string[], { parties }: ListsInUse) {
  return listedSubjects(
    parties.index,
    sources.map((source) => `${source}:${sourceId}`),
  ).map(({ entity }) => entity);
}
