// For tests of routes: a served folder in which the founding case can be played, and people of each duty who are signed in.
import { nobody, type Duty } from '@sekisho/engine/model/person.ts';
import { sentence } from '@sekisho/engine/messages/sentence.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { issueKey } from '../../flows/people/access-keys.ts';
import { openPlayedFolder, type PlayedFolder } from '../../flows/testing/played-folder.ts';
import type { TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import { keptAnswerShapes } from '../description.ts';
import { buildServer } from '../server.ts';
import type { Served, Server } from '../serving.ts';

const catalogue = JSON.parse(
  readFileSync(new URL('../../../../../data/messages/en.json', import.meta.url), 'utf8'),
) as Record<string, string>;

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // what came over the wire: a test asks for what it expects
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  readonly text: string;
  readonly bytes: Buffer;
}

export interface ServedFolder {
  readonly folder: PlayedFolder;
  readonly server: Server;
  /** Asks with a key of these duties; none: without any. */
  ask(held: readonly Duty[], asked: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  dispose(): Promise<void>;
}

/** @param asked `POST /v1/cases`: the method and the address. */
export async function openServedFolder(
  changes: Partial<Served['settings']> = {},
  delivery: Served['delivery'] = { allowsPrivate: false },
): Promise<ServedFolder> {
  const folder = await openPlayedFolder();
  const server = await buildServer({
    parts: { ...folder.parts, actor: nobody },
    settings: {
      publicUrl: 'http://127.0.0.1:8700',
      requestsPerMinute: 100_000,
      yenteAtRoot: false,
      ...changes,
    },
    recordPlaces: { keysFolder: path.join(folder.path, '..', 'keys'), dataFolder: folder.path, witnesses: [] },
    delivery,
    say: (code, facts) => sentence(catalogue, code, facts),
  });
  const credentials = new Map<string, string>();
  const credentialOf = async (held: readonly Duty[]) => {
    const name = held.join(' and ');
    const known = credentials.get(name) ?? (await issueKey({ name, duties: held }, folder.parts)).credential;
    credentials.set(name, known);
    return known;
  };
  return {
    folder,
    server,
    ask: async (held, asked, body, headers = {}) => {
      const [method = 'GET', url = ''] = asked.split(' ');
      const answer = await server.inject({
        method: method as 'GET',
        url,
        headers: { ...(0 < held.length && { authorization: `Bearer ${await credentialOf(held)}` }), ...headers },
        ...(body !== undefined && { payload: body as object }),
      });
      const isJson = /^application\/(problem\+)?json\b/.test(String(answer.headers['content-type']));
      const json: unknown = isJson && answer.body !== '' ? JSON.parse(answer.body) : undefined;
      if (answer.statusCode < 300 && json !== undefined) holdAgainstShape(method, url, json);
      return { status: answer.statusCode, headers: answer.headers, json, text: answer.body, bytes: answer.rawPayload };
    },
    dispose: async () => {
      await server.close();
      await folder.dispose();
    },
  };
}

const { answers, schemas } = keptAnswerShapes();
const addresses = Object.keys(answers).map((route) => {
  const [method = '', path = ''] = route.split(' ');
  return { route, method, pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`) };
});

/** What came over the wire is what the description says. */
function holdAgainstShape(method: string, url: string, json: unknown): void {
  const path = url.split('?', 1)[0] ?? '';
  const found = addresses.find((address) => address.method === method && address.pattern.test(path));
  const shape = found && answers[found.route];
  if (!shape) return;
  const whole = { ...shape, $defs: schemas };
  const inDefinitions = JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/')) as TSchema;
  assert.ok(Check(inDefinitions, json), `${method} ${url}: ${JSON.stringify(Errors(inDefinitions, json).slice(0, 3))}`);
}
