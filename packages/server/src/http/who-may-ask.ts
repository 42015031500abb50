// A request in, the parts of whoever asks out: of a server that knows who asks, or of one that somebody started for themselves.
import { nobody } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Parts } from '../flows/parts.ts';

export function actingIn(request: FastifyRequest, parts: Parts): Parts {
  return 'acting' in request ? request.acting : parts;
}

/**
 * Routes of the instance need somebody, but for those that are open; they are in no description of the API.
 * @param open paths below the prefix.
 */
export function needsSomebody(app: FastifyInstance, parts: Parts, open: readonly string[]): void {
  const openPaths = open.map((path) => app.prefix + path);
  app.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, hide: true };
  });
  app.addHook('onRequest', async (request) => {
    const isOpen = openPaths.includes(request.routeOptions.url ?? '');
    if (!isOpen && actingIn(request, parts).actor === nobody) throw new Problem('access.unknown');
    return Promise.resolve();
  });
}
