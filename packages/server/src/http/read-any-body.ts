// A Fastify instance in, one that reads JSON whatever its content type says, and forms, out.
import type { FastifyInstance } from 'fastify';

/**
 * Clients send JSON without a content type, or as text. Keys such as `__proto__` are keys as any other: what was read is never
 * merged into another object.
 */
export function readsAnyBody(app: FastifyInstance): void {
  const forms = 'application/x-www-form-urlencoded';
  for (const type of ['application/json', 'text/plain', forms, '*'])
    if (app.hasContentTypeParser(type)) app.removeContentTypeParser(type);
  app.addContentTypeParser(forms, { parseAs: 'string' }, (_request, body, done) => {
    const values = new Map<string, string>();
    for (const [name, value] of new URLSearchParams(body as string)) values.set(name, value);
    done(null, Object.fromEntries(values));
  });
  for (const type of ['application/json', '*'])
    app.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) => {
      try {
        done(null, body === '' ? undefined : (JSON.parse(body as string) as unknown));
      } catch {
        done(Object.assign(new SyntaxError('JSON decode error'), { statusCode: 422 }));
      }
    });
}
