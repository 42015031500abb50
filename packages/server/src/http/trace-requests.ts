// Requests in, a span of each out where the product is traced: method, route and status, and nothing of what was asked.
import type { Span } from '../telemetry/tracer.ts';
import type { Served, Server } from './serving.ts';

declare module 'fastify' {
  interface FastifyRequest {
    span: Span | undefined;
  }
}

/** Goes before all other hooks: what they do is part of the request. */
export function traceRequests(server: Server, { tracer }: Pick<Served, 'tracer'>): void {
  if (!tracer) return;
  server.decorateRequest('span', undefined);
  server.addHook('onRequest', (request, reply, done) => {
    const { method } = request;
    const { url: route } = request.routeOptions;
    const { traceparent } = request.headers;
    const span = tracer.request(method, typeof traceparent === 'string' ? traceparent : undefined);
    if (route !== undefined) span.named(route);
    request.span = span;
    reply.raw.once('close', () => {
      const { headersSent, statusCode: status } = reply.raw; // whoever went away before has no status
      span.end(
        {
          ...(route !== undefined && { 'http.route': route }),
          ...(headersSent && { 'http.response.status_code': status }),
        },
        500 <= status ? String(status) : undefined,
      );
    });
    span.around(done);
  });
  // a body is read beside what began with the request
  server.addHook('preValidation', (request, _, done) => {
    if (request.span) request.span.around(done);
    else done();
  });
}
