// Whether the process lives, and whether it can answer, for whoever watches it; the description of the API.
import { whatIsLacking } from '../flows/readiness.ts';
import type { Served, Server } from './serving.ts';

export function healthRoutes(server: Server, { parts }: Served): void {
  server.get('/healthz', { schema: { hide: true } }, () => ({ status: 'ok' }));
  server.get('/readyz', { schema: { hide: true } }, async (_, reply) => {
    const lacking = await whatIsLacking(parts);
    if (lacking.length === 0) return { status: 'ok' };
    return reply.code(503).header('retry-after', '10').send({ status: 'not ready', lacking });
  });
  server.get('/openapi.json', { schema: { hide: true } }, () => server.swagger());
}
