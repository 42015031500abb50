// The flows in, the endpoints that clients of yente know out, as one plugin of Fastify: below a prefix, or at the root.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { operator } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Parts } from '../../flows/parts.ts';
import { updateLists } from '../../flows/update-every-list.ts';
import { isRefusal, QueryValues, type Refusal } from '../parameters.ts';
import { asProblem, problemDetails } from '../problem-reply.ts';
import { readsAnyBody } from '../read-any-body.ts';
import { actingIn, needsSomebody } from '../who-may-ask.ts';
import { algorithmList } from './algorithms.ts';
import { catalog } from './catalog.ts';
import { answerAdjacent, answerEntity, isRedirect } from './entity-routes.ts';
import { answerMatch } from './match-route.ts';
import { answerReconciliation, reconciliationManifest } from './reconcile.ts';
import { extendEntities, proposeProperties, suggestEntity, suggestWord } from './reconcile-more.ts';
import { answerSearch } from './search-route.ts';
import { YenteService, type AskedService, type YenteSettings } from './service.ts';

export type { YenteSettings } from './service.ts';

/** Bytes of an address; clients that leave out many entities say so in the body. */
const MAX_URL = 60_000;
const MAX_BODY = 4 * 1024 * 1024;

/** Who asks the server knows before; what they may ask, the flows say. */
export function yenteRoutes(parts: Parts, settings: YenteSettings): FastifyPluginCallback {
  return (app, _options, done) => {
    const service = new YenteService(parts, settings);
    readsAnyBody(app);
    app.addHook('onRequest', async (request, reply) => {
      if (MAX_URL < request.url.length) await refuse(reply, tooLong);
    });
    needsSomebody(app, parts, ['/healthz', '/readyz', '/updatez']);
    app.setErrorHandler((error, request, reply) => answerError(error, request, reply, service));
    lookUps(app, service);
    reconciliation(app, service);
    administration(app, service);
    done();
  };
}

type Answer = FastifyReply | Promise<FastifyReply>;

function refuse(reply: FastifyReply, { status, detail }: Refusal): FastifyReply {
  return reply.code(status).send({ detail });
}

function answered(reply: FastifyReply, answer: object): FastifyReply {
  return isRefusal(answer) ? refuse(reply, answer) : reply.send(answer);
}

const tooLong: Refusal = { status: 414, detail: 'URL too long' };

/** What is told of an error is its sentence, or nothing. */
function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  service: YenteService,
): FastifyReply {
  if (MAX_URL < request.url.length) return refuse(reply, tooLong);
  const problem = asProblem(error as Error);
  const { status, facts } = problemDetails(problem, service.settings.say);
  const isUnready = problem.code === 'edition.not-found' || status === 503;
  if (isUnready) return refuse(reply.header('retry-after', '5'), { status: 503, detail: service.sentence(problem) });
  if (status === 429) void reply.header('retry-after', String(facts['seconds'] ?? 60));
  const own = (error as { readonly statusCode?: number }).statusCode;
  if (status < 500)
    return refuse(
      reply,
      own === undefined
        ? { status, detail: service.sentence(problem) }
        : { status: own, detail: (error as Error).message },
    );
  request.log.error({ err: error, route: request.routeOptions.url }, 'failed');
  return reply.code(500).send({ status: 'error' });
}

/** The answer to whoever asks; what of it is to be sealed is, before it goes out. */
async function told<Answer>(
  request: FastifyRequest,
  yente: YenteService,
  answerTo: (service: AskedService) => Answer | Promise<Answer>,
): Promise<Answer> {
  const service = yente.askedBy(actingIn(request, yente.parts));
  const answer = await answerTo(service);
  await service.noteShown();
  return answer;
}

type OfDataset = FastifyRequest<{ Params: { dataset: string } }>;
type OfEntity = FastifyRequest<{ Params: { id: string; property?: string } }>;

function lookUps(app: FastifyInstance, yente: YenteService): void {
  app.post('/match/:dataset', { bodyLimit: MAX_BODY }, async (request: OfDataset, reply): Promise<FastifyReply> => {
    const answer = await told(request, yente, (service) =>
      answerMatch(service, request.params.dataset, request.query, request.body),
    );
    return isRefusal(answer) ? refuse(reply, answer) : reply.headers(answer.headers).send(answer.body);
  });
  app.get('/search/:dataset', async (request: OfDataset, reply): Promise<FastifyReply> =>
    answered(
      reply,
      await told(request, yente, (service) => answerSearch(service, request.params.dataset, request.query)),
    ),
  );
  const entity = (answer: object, request: FastifyRequest, reply: FastifyReply, rest: string): Answer => {
    if (!isRedirect(answer)) return answered(reply, answer);
    const query = /\?.*$/s.exec(request.raw.url ?? '')?.[0] ?? '';
    return reply.redirect(`${app.prefix}/entities/${encodeURIComponent(answer.canonicalId)}${rest}${query}`, 308);
  };
  app.get('/entities/:id', async (request: OfEntity, reply): Promise<FastifyReply> =>
    entity(
      await told(request, yente, (service) => answerEntity(service, request.params.id, request.query)),
      request,
      reply,
      '',
    ),
  );
  app.get('/entities/:id/adjacent', async (request: OfEntity, reply): Promise<FastifyReply> =>
    entity(
      await told(request, yente, (service) => answerAdjacent(service, request.params.id, request.query)),
      request,
      reply,
      '/adjacent',
    ),
  );
  app.get('/entities/:id/adjacent/:property', async (request: OfEntity, reply): Promise<FastifyReply> => {
    const { id, property = '' } = request.params;
    const answer = await told(request, yente, (service) => answerAdjacent(service, id, request.query, property));
    return entity(answer, request, reply, `/adjacent/${encodeURIComponent(property)}`);
  });
}

function reconciliation(app: FastifyInstance, yente: YenteService): void {
  const path = '/reconcile/:dataset';
  const queries = async (request: OfDataset, reply: FastifyReply, text: string): Promise<FastifyReply> => {
    const answer = await told(request, yente, (service) =>
      answerReconciliation(service, request.params.dataset, request.query, text),
    );
    if (isRefusal(answer)) return refuse(reply, answer);
    return reply.header('x-batch-size', String(Object.keys(answer).length)).send(answer);
  };
  app.get(path, async (request: OfDataset, reply): Promise<FastifyReply> => {
    const given = new QueryValues(request.query).text('queries');
    if (given !== undefined) return queries(request, reply, given);
    const base = `${request.protocol}://${request.host}${app.prefix}`;
    const query = /\?.*$/s.exec(request.raw.url ?? '')?.[0] ?? '';
    return answered(
      reply,
      await told(request, yente, (service) => reconciliationManifest(service, request.params.dataset, base, query)),
    );
  });
  app.post(path, { bodyLimit: MAX_BODY }, async (request: OfDataset, reply): Promise<FastifyReply> => {
    const form = new QueryValues(request.body);
    const extend = form.text('extend')?.trim() ?? '';
    if (extend === '') return queries(request, reply, form.text('queries') ?? '');
    const answer = await told(request, yente, (service) => extendEntities(service, extend));
    return answered(reply, answer);
  });
  app.get(`${path}/suggest/entity`, async (request: OfDataset, reply): Promise<FastifyReply> =>
    answered(
      reply,
      await told(request, yente, (service) => suggestEntity(service, request.params.dataset, request.query)),
    ),
  );
  for (const what of ['type', 'property'] as const)
    app.get(`${path}/suggest/${what}`, async (request: OfDataset, reply): Promise<FastifyReply> =>
      answered(
        reply,
        await told(request, yente, (service) => suggestWord(service, request.params.dataset, request.query, what)),
      ),
    );
  app.get(`${path}/extend/property`, async (request: OfDataset, reply): Promise<FastifyReply> =>
    answered(
      reply,
      await told(request, yente, (service) => proposeProperties(service, request.params.dataset, request.query)),
    ),
  );
}

function administration(app: FastifyInstance, service: YenteService): void {
  const { parts, settings } = service;
  for (const path of ['/catalog', '/manifest'])
    app.get(path, async (request, reply): Promise<FastifyReply> => {
      const { dataSets } = await service.askedBy(actingIn(request, parts)).served();
      const text = JSON.stringify(catalog(dataSets, parts.listImporters));
      const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
      reply.headers({ etag, 'cache-control': 'public, max-age=300' });
      const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
      if (known.includes(etag) || known.includes('*')) return reply.code(304).send();
      return reply.type('application/json; charset=utf-8').send(text);
    });
  app.get('/algorithms', (_request, reply) =>
    reply.send(algorithmList(parts.reference.yenteNames, parts.reference.names.weights)),
  );
  app.post('/updatez', async (request, reply): Promise<FastifyReply> => {
    const values = new QueryValues(request.query);
    const isAwaited = values.flag('sync', false);
    if (!isToken(values.text('token') ?? '', settings.updateToken))
      return refuse(reply, { status: 403, detail: 'Invalid token.' });
    if (values.refusal) return refuse(reply, values.refusal);
    const update = startUpdate(parts); // whoever has the token lets the lists be fetched
    if (isAwaited) await update;
    return reply.send({ status: 'ok' });
  });
  if (!settings.servesHealth) return;
  app.get('/healthz', (_request, reply) => reply.send({ status: 'ok' }));
  app.get('/readyz', async (_request, reply): Promise<FastifyReply> => {
    await service.askedBy({ actor: operator('readyz') }).served();
    return reply.send({ status: 'ok' });
  });
}

/** Hashes are compared, so that neither the length nor the letters can be told from the time. */
function isToken(given: string, wanted: string | undefined): boolean {
  if (wanted === undefined || wanted === '') return false;
  const hashOf = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hashOf(given), hashOf(wanted));
}

const updating = new WeakMap<Parts, Promise<void>>();

/** One at a time; whoever asks meanwhile waits for nothing. */
function startUpdate(parts: Parts): Promise<void> {
  if (updating.has(parts)) return Promise.resolve();
  const update = updateLists([], 'POST /updatez', { ...parts, actor: operator('POST /updatez') })
    .then(({ results }) => {
      for (const result of results) if (result.result === 'failed') parts.onWarning?.(result.problem);
    })
    .finally(() => updating.delete(parts));
  updating.set(parts, update);
  update.catch((error: unknown) => {
    if (error instanceof Problem) parts.onWarning?.(error);
  });
  return update;
}
