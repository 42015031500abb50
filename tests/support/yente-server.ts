// For whole-product tests: the endpoints for clients of yente over the sample lists, as functions that ask them.
import { judgeEntities } from '@sekisho/server/flows/merge-entities.ts';
import { serveSampleLists, type ServedLists } from '@sekisho/server/http/testing/served-lists.ts';
import { yenteRoutes } from '@sekisho/server/http/yente/routes.ts';

/** What stands in every entity on the wire. */
export const entityKeys = [
  'id',
  'caption',
  'schema',
  'properties',
  'datasets',
  'referents',
  'target',
  'first_seen',
  'last_seen',
  'last_change',
];

/** A person of a sample list, as a client asks for him. */
export const zarnov = {
  schema: 'Person',
  properties: { name: 'Viktor Zarnov', birthDate: ['1961'], nationality: 'Russia' },
};

export interface Asked {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test asserts the shape it needs
  readonly body: any;
}

export interface YenteServer {
  get(path: string, headers?: Record<string, string>): Promise<Asked>;
  post(path: string, payload: string | object, headers?: Record<string, string>): Promise<Asked>;
}

/** The sample lists, two of whose entries a person has joined. */
export async function serveJoinedLists(): Promise<ServedLists> {
  const served = await serveSampleLists();
  const request = { one: 'ftm-example:NK-co1', other: 'ofac-sdn:90002', reason: 'a test', by: 'test' };
  await judgeEntities({ ...request, verdict: 'join' }, served.parts);
  return served;
}

export async function yenteServer(served: ServedLists, prefix: string): Promise<YenteServer> {
  const routes = yenteRoutes(served.parts, { servesHealth: true, updateToken: 'a-token-of-the-test', say: served.say });
  const app = await served.server({ [prefix]: routes });
  const bodyOf = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));
  return {
    get: async (path, headers = {}) => {
      const response = await app.inject({ url: prefix + path, headers });
      return { status: response.statusCode, headers: response.headers, body: bodyOf(response.body) };
    },
    post: async (path, payload, headers = {}) => {
      const response = await app.inject({ method: 'POST', url: prefix + path, payload, headers });
      return { status: response.statusCode, headers: response.headers, body: bodyOf(response.body) };
    },
  };
}
