// Requests that no client sends on purpose in, answers that are never the server's fault out: deep, large, cut off, with odd keys.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { serveSampleLists, type ServedLists } from './testing/served-lists.ts';
import { watchmanRoutes } from './watchman/routes.ts';
import { yenteRoutes } from './yente/routes.ts';

let served: ServedLists;
let app: FastifyInstance;
before(async () => {
  served = await serveSampleLists();
  const yente = yenteRoutes(served.parts, { servesHealth: true, say: served.say });
  app = await served.server({ '/yente': yente, '/watchman': watchmanRoutes(served.parts, { say: served.say }) });
});
after(() => served.dispose());

const statusOf = async (url: string, payload?: string, type = 'application/json') => {
  const headers = { 'content-type': type };
  const request = payload === undefined ? { url } : { url, method: 'POST' as const, payload, headers };
  return (await app.inject(request)).statusCode;
};
const match = (payload: string) => statusOf('/yente/match/default', payload);

const query = (properties: string) => `{"queries":{"q":{"schema":"Person","properties":${properties}}}}`;
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const bodies: readonly (readonly [what: string, body: string, status: number])[] = [
  ['a body of five megabytes', query(`{"name":"${'x'.repeat(5_000_000)}"}`), 413],
  ['a name of a megabyte', query(`{"name":"${'x'.repeat(1_000_000)}"}`), 400],
  ['100,000 names', query(`{"name":[${Array.from({ length: 100_000 }, () => '"x"').join(',')}]}`), 400],
  [
    '100,000 properties',
    query(`{"name":"Viktor",${Array.from({ length: 100_000 }, (_, n) => `"p${n}":1`).join(',')}}`),
    200,
  ],
  ['a value a thousand lists deep', query(`{"name":["Viktor",${deep(1000)}]}`), 200],
  ['a value a million lists deep', query(`{"name":${deep(1_000_000)}}`), 400],
  ['a batch of 10,000', `{"queries":{${Array.from({ length: 10_000 }, (_, n) => `"q${n}":{}`).join(',')}}}`, 400],
  ['a NUL in a name', query('{"name":"Vik\\u0000tor Zarnov"}'), 200],
  ['a lone surrogate', query('{"name":"Viktor \\ud800 Zarnov"}'), 200],
  ['the key of a prototype as property', query('{"name":"Viktor","__proto__":{"name":"x"},"constructor":["x"]}'), 200],
  [
    'the key of a prototype as query',
    '{"queries":{"__proto__":{"schema":"Person","properties":{"name":"Viktor"}}}}',
    200,
  ],
  [
    'the key of a prototype as config',
    '{"queries":{"q":{"schema":"Person","properties":{"name":"x"}}},"config":{"__proto__":1}}',
    400,
  ],
  ['a schema of a prototype', '{"queries":{"q":{"schema":"__proto__","properties":{"name":"x"}}}}', 400],
  ['dates that are none', query('{"name":"Viktor","birthDate":["9999-99-99","-1","1e400",null,true,{}]}'), 200],
  ['half of a body', '{"queries":{"q":', 422],
];

for (const [what, body, status] of bodies)
  test(`${what}: ${String(status)}`, async () => {
    const found = await match(body);
    // how deep a text may be is for the machine to say
    if (what.includes('million lists')) assert.ok(found < 500, String(found));
    else assert.equal(found, status);
  });

test('a query whose name is that of a prototype is answered under it', async () => {
  const payload = '{"queries":{"__proto__":{"schema":"Person","properties":{"name":"Viktor Zarnov"}}}}';
  const { body } = await app.inject({ method: 'POST', url: '/yente/match/default', payload });
  assert.match(body, /"responses":\{"__proto__":\{"status":200,"results":\[\{"id":"ofac-sdn:90001"/);
  assert.equal(Object.hasOwn(Object.prototype, 'status'), false);
});

test('no JSON, whatever it holds, is the fault of the server', async () => {
  const odd = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'name', 'birthDate', 'country', 'schema', 'properties', 'id', 'params'),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  const value = fc.jsonValue({ maxDepth: 3 });
  const example = fc.record(
    {
      schema: fc.oneof(fc.constantFrom('Person', 'Company', 'Vessel', 'Thing', 'Sanction'), value),
      properties: fc.oneof(fc.dictionary(odd, value, { maxKeys: 6 }), value),
      id: value,
      params: value,
    },
    { requiredKeys: [] },
  );
  const body = fc.record(
    {
      queries: fc.oneof(fc.dictionary(odd, fc.oneof(example, value), { maxKeys: 4 }), value),
      config: value,
      params: value,
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(body, value), async (payload) => {
      assert.ok((await match(JSON.stringify(payload))) < 500);
    }),
    { numRuns: 300 },
  );
});

test('no address, whatever it asks, is the fault of the server', async () => {
  const places = [
    '/yente/search/default',
    '/yente/entities/NK-co1/adjacent',
    '/yente/reconcile/default',
    '/yente/reconcile/default/suggest/entity',
    '/yente/reconcile/default/extend/property',
    '/watchman/v2/search',
  ];
  const names = [
    ...[
      'q',
      'limit',
      'offset',
      'sort',
      'filter',
      'facets',
      'schema',
      'changed_since',
      'countries',
      'filter_op',
      'prefix',
    ],
    ...[
      'queries',
      'type',
      'name',
      'birthDate',
      'minMatch',
      'gov_passport',
      'source',
      'sourceID',
      '__proto__',
      'address',
    ],
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('-1', '1e9', 'NaN', 'caption:desc'),
  );
  const pairs = fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), pairs, async (place, given) => {
      const parameters = given.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&');
      assert.ok((await statusOf(`${place}?${parameters}`)) < 500, `${place}?${parameters}`);
    }),
    { numRuns: 300 },
  );
});

test('no id of an entity or name of a data set is the fault of the server', async () => {
  const id = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 60 })
    .map((text) => encodeURIComponent(text.toWellFormed()));
  await fc.assert(
    fc.asyncProperty(id, async (name) => {
      for (const path of [`entities/${name}`, `entities/${name}/adjacent/x`, `search/${name}`, `reconcile/${name}`])
        assert.ok((await statusOf(`/yente/${path}`)) < 500, path);
    }),
    { numRuns: 100 },
  );
});

test('no form is the fault of the server', async () => {
  const type = 'application/x-www-form-urlencoded';
  const field = fc.constantFrom('queries', 'extend');
  await fc.assert(
    fc.asyncProperty(field, fc.json({ maxDepth: 3 }), async (name, json) => {
      const payload = `${name}=${encodeURIComponent(json.toWellFormed())}`;
      assert.ok((await statusOf('/yente/reconcile/default', payload, type)) < 500, payload);
    }),
    { numRuns: 200 },
  );
});
