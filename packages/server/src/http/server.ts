// What is served in, an HTTP server that is ready to listen out.
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyServerOptions } from 'fastify';
import type { TSchema } from 'typebox';
import { Convert } from 'typebox/value';
import { requestsPerMinute } from '../flows/settings/settings-in-force.ts';
import { limitBodyTime } from './body-time.ts';
import { asProblem, problemDetails, sendProblem } from './problem-reply.ts';
import { description, keptAnswerShapes } from './description.ts';
import { healthRoutes } from './health.ts';
import { interfaceFiles } from './interface-files.ts';
import { mcpEndpoint } from './mcp.ts';
import { countRequests } from './metrics.ts';
import { referencePage } from './reference-page.ts';
import { apiRoutes } from './routes/api.ts';
import type { Served, Server } from './serving.ts';
import { traceRequests } from './trace-requests.ts';
import { watchmanRoutes } from './watchman/routes.ts';
import { knowWhoAsks } from './who-asks.ts';
import { yenteRoutes } from './yente/routes.ts';

/** The largest body but for files, bytes. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;
/** A nationwide register over a slow line. */
const UPLOAD_TIMEOUT_MS = 3_600_000;
/** An address longer than this is no address (yente answers 414 from here on). */
const MAX_URL_CHARS = 60_000;
/** The address stands among them. */
const MAX_HEADER_BYTES = MAX_URL_CHARS + 16 * 1024;

/**
 * Everything the server answers. It listens to nothing yet.
 * @param logger where to log, as Fastify takes it: method, route, status and time, and nothing of what was asked.
 */
export async function buildServer(served: Served, logger: FastifyServerOptions['logger'] = false): Promise<Server> {
  const server: Server = fastify({
    bodyLimit: MAX_BODY_BYTES,
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    requestTimeout: UPLOAD_TIMEOUT_MS,
    trustProxy: [...(served.settings.trustedProxies ?? [])],
    logger,
    logController: new fastify.LogController({ disableRequestLogging: true }), // metrics.ts says what is logged
    routerOptions: { maxParamLength: 500 },
    ajv: { customOptions: { strict: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  server.setValidatorCompiler<TSchema>(({ schema, httpPart = 'body' }) => (value: unknown) => {
    // addresses and headers are texts: numbers and lists among them are read as such
    const given = httpPart === 'body' ? value : Convert(schema, value);
    return { value: parseShape(schema, given, 'request.invalid', { place: httpPart }) };
  });
  server.setSerializerCompiler(() => (value) => JSON.stringify(value));
  server.setErrorHandler(async (error: Error, request, reply) => {
    const problem = asProblem(error);
    if (problem.code === 'internal') request.log.error({ err: error, route: request.routeOptions.url }, 'failed');
    return sendProblem(reply, problemDetails(problem, served.say));
  });
  server.setNotFoundHandler(async (request, reply) =>
    sendProblem(reply, problemDetails(new Problem('request.not-found', { path: pathOf(request.url) }), served.say)),
  );
  traceRequests(server, served);
  limitBodyTime(server, { usualMs: REQUEST_TIMEOUT_MS, filesMs: UPLOAD_TIMEOUT_MS });
  server.addHook('onRequest', async (request) => {
    if (MAX_URL_CHARS < request.url.length) throw new Problem('request.invalid', { reason: 'has too long an address' });
    return Promise.resolve();
  });

  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: served.settings.publicUrl.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: served.settings.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'no-referrer' },
  });
  await server.register(cookie);
  countRequests(server, served);
  knowWhoAsks(server, served);
  await server.register(rateLimit, {
    max: rateOf(served),
    timeWindow: '1 minute',
    hook: 'preHandler',
    keyGenerator: ({ acting, ip }) => (acting.actor.id === 'nobody' ? ip : acting.actor.id),
    errorResponseBuilder: (_, { ttl }) => new Problem('request.too-many', { seconds: Math.ceil(ttl / 1000) }),
  });
  await server.register(swagger, description(served.parts.engineVersion, served.answerShapes ?? keptAnswerShapes()));
  healthRoutes(server, served);
  referencePage(server, served);
  await server.register(apiRoutes(served), { prefix: '/v1' });
  await clientsOfOthers(server, served);
  const { mcp } = served.settings;
  if (mcp !== undefined) mcpEndpoint(server, served, { writes: mcp === 'write' });
  await interfaceFiles(server, served);
  return server;
}

/** How long a change of the limit may go unseen, milliseconds. */
const RATE_SEEN_MS = 10_000;

/** Requests a minute as they are set now, without asking for each request. */
function rateOf({ parts, settings }: Served): () => Promise<number> {
  let seen = { rate: settings.requestsPerMinute, at: -Infinity };
  return async () => {
    const now = performance.now();
    if (RATE_SEEN_MS < now - seen.at) seen = { rate: await requestsPerMinute(parts.store, settings), at: now };
    return seen.rate;
  };
}

/** What clients of yente and Watchman ask, below prefixes; at the root as well when it is set. */
async function clientsOfOthers(server: Server, { parts, settings, say }: Served): Promise<void> {
  const { updateToken, yenteAtRoot } = settings;
  const yente = (servesHealth: boolean) =>
    yenteRoutes(parts, { servesHealth, say, ...(updateToken !== undefined && { updateToken }) });
  await server.register(yente(true), { prefix: '/yente' });
  await server.register(watchmanRoutes(parts, { say }), { prefix: '/watchman' });
  if (!yenteAtRoot) return;
  await server.register(yente(false));
  await server.register(watchmanRoutes(parts, { say }));
}

function pathOf(url: string): string {
  return (url.split('?', 1)[0] ?? '').slice(0, 200);
}
