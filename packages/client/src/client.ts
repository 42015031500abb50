// The address of a server in, its API as typed calls out.
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './paths.ts';

export interface ClientSettings {
  /** `https://sekisho.example`; empty in a page of the server itself. */
  readonly url: string;
  /** A program's: `<id>.<secret>`. */
  readonly key?: string;
  /** Of the session that a page is signed in with: asked for at each request, as it changes with the session. */
  readonly csrf?: () => string | undefined;
}

/**
 * Each call gives `data`, or `error` as problem details; it throws when the server cannot be reached alone.
 * @example const { data, error } = await sekishoClient({ url, key }).POST('/v1/screenings', { body: { name: 'Chen' } });
 */
export function sekishoClient({ url, key, csrf }: ClientSettings): Client<paths> {
  const client = createClient<paths>({
    baseUrl: url,
    ...(key !== undefined && { headers: { authorization: `Bearer ${key}` } }),
  });
  if (csrf)
    client.use({
      onRequest: ({ request }) => {
        const token = csrf();
        if (token !== undefined && request.method !== 'GET') request.headers.set('x-csrf-token', token);
        return request;
      },
    });
  return client;
}
