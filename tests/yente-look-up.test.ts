// The rest of yente's contract (search, entities, catalogue, reconciliation), asked of the sample lists that we ship, below a prefix and at the root.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ServedLists } from '@sekisho/server/http/testing/served-lists.ts';
import { yenteRoutes } from '@sekisho/server/http/yente/routes.ts';
import { entityKeys, serveJoinedLists, type YenteServer, yenteServer } from './support/yente-server.ts';

let served: ServedLists;
before(async () => {
  served = await serveJoinedLists();
});
after(() => served.dispose());

for (const prefix of ['/yente', ''])
  describe(`looking up at "${prefix}/"`, () => {
    let yente: YenteServer;
    before(async () => {
      yente = await yenteServer(served, prefix);
    });
    const get: YenteServer['get'] = (...asked) => yente.get(...asked);
    const post: YenteServer['post'] = (...asked) => yente.post(...asked);

    test('an address that is too long is refused', async () => {
      const { status, body } = await get(`/search/default?q=${'x'.repeat(60_001)}`);
      assert.equal(status, 414);
      assert.equal(typeof body.detail, 'string');
    });

    test('a search gives a page of entities with facets, and no scores', async () => {
      const { status, body } = await get('/search/default?q=kestrel');
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body), ['limit', 'offset', 'total', 'results', 'facets']);
      assert.deepEqual([body.limit, body.offset], [10, 0]);
      assert.deepEqual(body.results.map(({ id }: { id: string }) => id).toSorted(), ['NK-co1', 'NK-v1', 'new-1']);
      for (const entity of body.results) assert.deepEqual(Object.keys(entity), entityKeys);
      assert.deepEqual(Object.keys(body.facets), ['countries', 'topics', 'datasets']);
      assert.equal(body.facets.countries.label, 'Countries');
      const emirates = body.facets.countries.values.find(({ name }: { name: string }) => name === 'ae');
      assert.deepEqual(emirates, { name: 'ae', label: 'United Arab Emirates', count: 1 });
    });

    test('a search is paged, narrowed and put in order', async () => {
      const idsFor = async (parameters: string) => {
        const { status, body } = await get(`/search/default?${parameters}`);
        assert.equal(status, 200, parameters);
        return body.results.map(({ id }: { id: string }) => id) as string[];
      };
      const all = await idsFor('limit=500');
      const { body } = await get('/search/default?limit=500');
      assert.equal(body.total.value, all.length + 1); // one party has two entries
      const pages = [...(await idsFor('limit=4&offset=0')), ...(await idsFor('limit=400&offset=4'))];
      assert.deepEqual(pages, all);
      assert.deepEqual(await idsFor('q=zarnov'), ['ofac-sdn:90001']);
      assert.deepEqual(await idsFor('q=9074729'), ['NK-v1']);
      assert.deepEqual(await idsFor('q=NK-v1'), ['NK-v1']);
      assert.deepEqual(await idsFor('q=%22kestrel%22%20AND%20one*&schema=Vessel'), ['NK-v1']);
      assert.deepEqual(await idsFor('q=kestrel&schema=Vehicle'), ['NK-v1']);
      assert.deepEqual(await idsFor('q=kestrel&countries=ae'), ['NK-co1']);
      assert.deepEqual(await idsFor('q=kestrel&filter=countries:ae'), ['NK-co1']);
      assert.deepEqual(await idsFor('q=kestrel&filter=colour:red'), []);
      assert.deepEqual(await idsFor('q=kestrel&topics=sanction&exclude_schema=Company'), ['NK-v1']);
      assert.deepEqual(await idsFor('q=kestrel&datasets=us_ofac_sdn'), []);
      assert.deepEqual(await idsFor('q=kestrel&include_dataset=ftm-example&exclude_dataset=ftm-example'), []);
      assert.deepEqual(await idsFor('countries=ru&countries=ir&filter_op=AND'), ['ofac-sdn:90001']);
      assert.ok(1 < (await idsFor('countries=ru&countries=ir&filter_op=OR')).length);
      const captions = async (order: string) => {
        const page = await get(`/search/ftm-example?limit=500&sort=${order}`);
        return page.body.results.map(({ caption }: { caption: string }) => caption) as string[];
      };
      assert.deepEqual((await captions('caption:desc')).toReversed(), await captions('caption:asc'));
      const facets = await get('/search/default?facets=schema&facets=genders&facets=identifiers');
      assert.deepEqual(Object.keys(facets.body.facets), ['schema', 'genders', 'identifiers']);
    });

    test('a search refuses what the contract refuses', async () => {
      const statusOf = async (parameters: string) => (await get(`/search/default?${parameters}`)).status;
      assert.equal(await statusOf('limit=501'), 422);
      assert.equal(await statusOf('offset=9500'), 422);
      assert.equal(await statusOf('facets=colours'), 422);
      assert.equal(await statusOf('filter_op=XOR'), 422);
      assert.equal(await statusOf('changed_since=soon'), 422);
      assert.equal(await statusOf('fuzzy=perhaps'), 422);
      assert.equal(await statusOf('fuzzy=true&simple=1&target=false'), 200);
      assert.deepEqual((await get('/search/default?schema=Dragon')).body, { detail: 'Invalid schema' });
      assert.equal(await statusOf('filter=nonsense'), 400);
      assert.deepEqual((await get('/search/nothing')).body, { detail: 'No such dataset.' });
    });

    test('an entity is given whole, with its neighbours or without', async () => {
      const { status, body } = await get('/entities/NK-co1');
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body), entityKeys);
      const [owned] = body.properties.ownershipAsset;
      assert.deepEqual([owned.schema, owned.properties.asset], ['Ownership', ['NK-co1']]);
      assert.equal(owned.properties.owner[0].id, 'NK-p1');
      assert.deepEqual(Object.keys(owned.properties.owner[0]), entityKeys);
      assert.equal(body.properties.sanctions.length, 2);
      assert.deepEqual(body.properties.cryptoWallets[0].properties.publicKey, ['bc1-sample-wallet']);
      const flat = await get('/entities/NK-co1?nested=false');
      for (const values of Object.values<unknown[]>(flat.body.properties))
        for (const value of values) assert.equal(typeof value, 'string');
      assert.deepEqual((await get('/entities/nobody')).body, { detail: 'No such entity!' });
      assert.equal((await get('/entities/nobody')).status, 404);
      assert.equal((await get('/entities/NK-co1?nested=maybe')).status, 422);
    });

    test('where the list says no days, an entity has those of its editions', async () => {
      const { body } = await get('/entities/ofac-sdn:90001');
      assert.deepEqual([body.first_seen, body.last_change], ['2026-11-10T00:00:00', '2026-11-10T00:00:00']);
    });

    test('an id that was merged leads to the one of its party', async () => {
      for (const path of ['', '/adjacent', '/adjacent/sanctions']) {
        const { status, headers } = await get(`/entities/ofac-sdn:90002${path}?limit=2`);
        assert.deepEqual([status, headers['location']], [308, `${prefix}/entities/NK-co1${path}?limit=2`]);
      }
      assert.equal((await get('/entities/ftm-example:NK-v1')).headers['location'], `${prefix}/entities/NK-v1`);
    });

    test('neighbours come in pages, by the property that leads to them', async () => {
      const { status, body } = await get('/entities/NK-co1/adjacent');
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body), ['entity', 'adjacent']);
      assert.deepEqual(Object.keys(body.adjacent.sanctions), ['results', 'total', 'limit', 'offset']);
      assert.deepEqual(body.adjacent.ownershipAsset.results[0].properties.owner, ['NK-p1']);
      const one = await get('/entities/NK-co1/adjacent/sanctions?limit=1&offset=1&sort=caption:asc');
      assert.deepEqual([one.body.total.value, one.body.results.length, one.body.limit, one.body.offset], [2, 1, 1, 1]);
      assert.deepEqual((await get('/entities/NK-co1/adjacent/subsidiaries')).status, 404);
      assert.deepEqual((await get('/entities/NK-co1/adjacent/name')).status, 404);
      assert.equal((await get('/entities/NK-co1/adjacent/predecessors')).body.total.value, 0);
      assert.equal((await get('/entities/nobody/adjacent')).status, 404);
      assert.equal((await get('/entities/NK-co1/adjacent?limit=501')).status, 422);
    });

    test('the catalogue tells each data set with its version, and whether it changed', async () => {
      for (const path of ['/catalog', '/manifest']) {
        const { status, headers, body } = await get(path);
        assert.equal(status, 200);
        assert.equal(headers['cache-control'], 'public, max-age=300');
        assert.deepEqual(Object.keys(body), ['datasets', 'current', 'outdated', 'index_stale']);
        assert.deepEqual([body.current, body.outdated, body.index_stale], [['default'], [], false]);
        const ofac = body.datasets.find(({ name }: { name: string }) => name === 'us_ofac_sdn');
        assert.match(ofac.version, /^20261110000000-[0-9a-f]{6}$/);
        assert.deepEqual([ofac.index_version, ofac.index_current, ofac.load], [ofac.version, true, true]);
        assert.equal(ofac.updated_at, '2026-11-10T00:00:00');
        const [all] = body.datasets;
        assert.deepEqual(
          [all.name, all.children.toSorted()],
          ['default', ['ftm-example', 'jp_meti_eul', 'un_sc_sanctions', 'us_ofac_sdn']],
        );
        const again = await get(path, { 'if-none-match': String(headers['etag']) });
        assert.deepEqual([again.status, again.body, again.headers['etag']], [304, undefined, headers['etag']]);
        assert.equal((await get(path, { 'if-none-match': '"another"' })).status, 200);
      }
    });

    test('health, readiness and the token of updates', async () => {
      for (const path of ['/healthz', '/readyz']) {
        const { status, body } = await get(path);
        assert.deepEqual([status, body], [200, { status: 'ok' }]);
      }
      assert.equal((await post('/updatez', '')).status, 403);
      assert.equal((await post('/updatez?token=unsafe-default', '')).status, 403);
    });

    test('OpenRefine finds the service and its queries are answered', async () => {
      const { body: manifest } = await get('/reconcile/default?api_key=k');
      assert.deepEqual(manifest.versions, ['0.2']);
      assert.equal(manifest.batchSize, 3);
      assert.match(manifest.suggest.entity.service_url, new RegExp(`${prefix}/reconcile/default$`));
      assert.equal(manifest.suggest.entity.service_path, '/suggest/entity?api_key=k');
      for (const key of ['name', 'identifierSpace', 'schemaSpace', 'view', 'preview', 'extend', 'defaultTypes'])
        assert.ok(manifest[key], key);
      const queries = {
        q0: { query: 'Viktor Zarnov', type: 'Person', limit: 5, properties: [{ pid: 'Person:birthDate', v: '1961' }] },
        q1: { query: 'Nobody Whatsoever' },
      };
      const form = (name: string, value: object) => `${name}=${encodeURIComponent(JSON.stringify(value))}`;
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const { status, headers, body } = await post('/reconcile/default', form('queries', queries), type);
      assert.deepEqual([status, headers['x-batch-size']], [200, '2']);
      assert.deepEqual(body.q1, { result: [] });
      const [candidate] = body.q0.result;
      assert.deepEqual(Object.keys(candidate), ['id', 'name', 'description', 'type', 'score', 'match']);
      assert.deepEqual([candidate.id, candidate.match], ['ofac-sdn:90001', true]);
      assert.deepEqual(candidate.type, [{ id: 'Person', name: 'People', description: 'Person' }]);
      const asked = await get(`/reconcile/default?${form('queries', queries)}`);
      assert.deepEqual(asked.body, body);
      assert.equal((await post('/reconcile/default?algorithm=magic', form('queries', queries), type)).status, 400);
      assert.equal((await post('/reconcile/default?changed_since=x', form('queries', queries), type)).status, 422);
      assert.equal((await post('/reconcile/default', 'queries=nonsense', type)).status, 422);
      assert.equal(
        (await post('/reconcile/default', form('queries', { q: { type: 'Dragon', query: 'x' } }), type)).status,
        400,
      );
      assert.equal((await get('/reconcile/nothing')).status, 404);
    });

    test('OpenRefine is told what could be meant, and further columns', async () => {
      const entity = await get('/reconcile/default/suggest/entity?prefix=kes&limit=2');
      assert.deepEqual(Object.keys(entity.body), ['code', 'status', 'prefix', 'result']);
      assert.deepEqual([entity.body.code, entity.body.prefix], ['/api/status/ok', 'kes']);
      assert.equal(entity.body.result.length, 2);
      const property = await get('/reconcile/default/suggest/property?prefix=birth');
      assert.ok(property.body.result.some(({ id }: { id: string }) => id === 'Person:birthDate'));
      const type = await get('/reconcile/default/suggest/type?prefix=comp');
      assert.deepEqual(type.body.result, [{ id: 'Company', name: 'Companies', description: 'Company' }]);
      for (const what of ['entity', 'property', 'type'])
        assert.equal((await get(`/reconcile/default/suggest/${what}`)).status, 422, what);
      const proposed = await get('/reconcile/default/extend/property?type=Company&limit=3');
      assert.equal(proposed.body.properties.length, 3);
      const extend = (query: object) =>
        post('/reconcile/default', `extend=${encodeURIComponent(JSON.stringify(query))}`, {
          'content-type': 'application/x-www-form-urlencoded',
        });
      const asked = [{ id: 'name', settings: { limit: 1 } }, { id: 'country' }, { id: 'country2' }];
      const { body } = await extend({ ids: ['NK-co1', 'nobody'], properties: asked });
      assert.deepEqual(body.meta, [
        { id: 'name', name: 'Name' },
        { id: 'country', name: 'Country' },
      ]);
      assert.deepEqual(body.rows['NK-co1'].name, [{ str: 'Kestrel Marine Trading LLC' }]);
      assert.ok(body.rows['NK-co1'].country.some(({ str }: { str: string }) => str === 'United Arab Emirates'));
      assert.deepEqual(body.rows.nobody, {});
      const raw = await extend({ ids: ['NK-co1'], properties: [{ id: 'country', settings: { render: 'raw' } }] });
      assert.ok(raw.body.rows['NK-co1'].country.some(({ str }: { str: string }) => str === 'ae'));
      assert.equal((await extend({ ids: ['ofac-sdn:90002'], properties: [] })).status, 400);
      assert.equal((await extend({ ids: 'x', properties: [] })).status, 422);
    });
  });

test('an update needs the token, which nobody has when none is set', async () => {
  const app = await served.server({ '/yente': yenteRoutes(served.parts, { servesHealth: false, say: served.say }) });
  for (const query of ['', '?token=', '?token=unsafe-default'])
    assert.equal((await app.inject({ method: 'POST', url: `/yente/updatez${query}` })).statusCode, 403);
  assert.equal((await app.inject('/yente/healthz')).statusCode, 404);
});
