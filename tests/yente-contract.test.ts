// Each request, parameter and error of yente's contract for matching, asked of the sample lists that we ship: below a prefix and at the root.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ServedLists } from '@sekisho/server/http/testing/served-lists.ts';
import {
  type Asked,
  entityKeys,
  serveJoinedLists,
  type YenteServer,
  yenteServer,
  zarnov,
} from './support/yente-server.ts';

let served: ServedLists;
before(async () => {
  served = await serveJoinedLists();
});
after(() => served.dispose());

for (const prefix of ['/yente', ''])
  describe(`matching at "${prefix}/"`, () => {
    let yente: YenteServer;
    before(async () => {
      yente = await yenteServer(served, prefix);
    });
    const get: YenteServer['get'] = (...asked) => yente.get(...asked);
    const post: YenteServer['post'] = (...asked) => yente.post(...asked);
    const match = (query: object = zarnov, parameters = '', rest: object = {}) =>
      post(`/match/default${parameters}`, { queries: { q: query }, ...rest });
    const idsOf = ({ body }: Asked, name = 'q') => body.responses[name].results.map(({ id }: { id: string }) => id);

    test('a match answers each query under its name, with the cleaned example', async () => {
      const { status, headers, body } = await post('/match/default', {
        queries: {
          q1: { id: 'my-customer-77', ...zarnov },
          q2: {
            schema: 'Company',
            properties: { name: 'Kestrel Marine Trading', jurisdiction: 'UAE', nothing: ['x'] },
          },
        },
      });
      assert.equal(status, 200);
      assert.equal(headers['x-batch-size'], '2');
      assert.deepEqual(Object.keys(body), ['responses', 'limit']);
      assert.equal(body.limit, 5);
      const { q1, q2 } = body.responses;
      assert.deepEqual([q1.status, q1.total], [200, { value: 1, relation: 'eq' }]);
      assert.deepEqual(q1.query, {
        id: 'my-customer-77',
        schema: 'Person',
        properties: { name: ['Viktor Zarnov'], birthDate: ['1961'], nationality: ['ru'] },
      });
      assert.deepEqual(q2.query.properties, { name: ['Kestrel Marine Trading'], jurisdiction: ['ae'] });
      const [found] = q1.results;
      assert.deepEqual(Object.keys(found), [...entityKeys, 'score', 'explanations', 'match']);
      assert.deepEqual([found.id, found.schema, found.datasets], ['ofac-sdn:90001', 'Person', ['us_ofac_sdn']]);
      assert.equal(found.caption, 'ZARNOV, Viktor Petrovich');
      assert.deepEqual(found.properties.birthDate, ['1961-03-05', '1962']);
      assert.deepEqual(found.properties.topics, ['sanction']);
      assert.deepEqual([found.target, found.match], [true, true]);
      assert.equal(found.last_seen, '2026-11-25T00:00:00');
    });

    test('the parts of a score add up to it, and each is a feature that /algorithms names', async () => {
      const { body } = await match();
      const [{ score, explanations }] = body.responses.q.results;
      const { body: told } = await get('/algorithms');
      let sum = 0;
      for (const [feature, part] of Object.entries<{ readonly score: number }>(explanations)) {
        assert.deepEqual(Object.keys(part), ['detail', 'score', 'query', 'candidate']);
        assert.ok(Object.hasOwn(told.algorithms[0].docs.features, feature), feature);
        sum += part.score;
      }
      assert.ok(Math.abs(score - 1 / (1 + Math.exp(-sum))) < 1e-9);
      assert.equal(explanations.name.query, 'Viktor Zarnov');
    });

    test('values may be texts, numbers or lists; a missing content type is read as JSON', async () => {
      const query = { schema: 'Person', properties: { name: 'Viktor Zarnov', birthDate: 1961, gender: 'M' } };
      const payload = JSON.stringify({ queries: { q: query } });
      for (const headers of [{}, { 'content-type': 'text/plain' }, { 'content-type': 'application/octet-stream' }]) {
        const { status, body } = await post('/match/default', payload, headers);
        assert.equal(status, 200);
        assert.deepEqual(body.responses.q.query.properties.birthDate, ['1961']);
        assert.deepEqual(body.responses.q.query.properties.gender, ['male']);
      }
    });

    test('what is no country, date or gender is left out of the example', async () => {
      const properties = {
        name: ['Viktor Zarnov'],
        birthDate: ['1961-02-30', 'spring'],
        country: ['Atlantis'],
        gender: 'x',
      };
      const { status, body } = await match({ schema: 'Person', properties });
      assert.equal(status, 200);
      assert.deepEqual(body.responses.q.query.properties, { name: ['Viktor Zarnov'] });
    });

    test('threshold decides the match, cut-off what is given: nothing at or below it', async () => {
      const [{ score }] = (await match()).body.responses.q.results;
      const high = await match(zarnov, `?threshold=0.9999`);
      assert.equal(high.body.responses.q.results[0].match, false);
      assert.equal(high.body.responses.q.total.value, 0);
      assert.deepEqual(idsOf(await match(zarnov, `?threshold=${score}&cutoff=${score}`)), []);
      const [exact] = (await match(zarnov, `?threshold=${score}`)).body.responses.q.results;
      assert.equal(exact.match, true);
      // a cut-off above the threshold is the threshold
      assert.deepEqual(idsOf(await match(zarnov, '?threshold=0.8&cutoff=0.99999')), ['ofac-sdn:90001']);
      const one = { schema: 'Person', properties: { name: 'Viktor' } };
      assert.deepEqual(idsOf(await match(one)), []);
      const low = await match(one, '?cutoff=0.1');
      assert.ok(0 < low.body.responses.q.results.length);
      for (const { score: each } of low.body.responses.q.results) assert.ok(0.1 < each);
    });

    test('limit counts the results, not the total', async () => {
      const { body } = await match(zarnov, '?limit=0');
      assert.deepEqual([body.limit, body.responses.q.results], [0, []]);
      assert.equal(body.responses.q.total.value, 1);
      for (const limit of ['501', 'x', '1.5']) assert.equal((await match(zarnov, `?limit=${limit}`)).status, 422);
      const { body: fault } = await match(zarnov, '?limit=501');
      assert.deepEqual(fault.detail[0].loc, ['query', 'limit']);
      assert.equal(fault.detail[0].type, 'less_than_equal');
    });

    test('algorithms are taken by any name that is known, and no other', async () => {
      for (const name of ['best', 'logic-v2', 'Logic-V1', 'name-based', 'name-qualified', 'regression-v1'])
        assert.equal((await match(zarnov, `?algorithm=${name}`)).status, 200, name);
      const { status, body } = await match(zarnov, '?algorithm=magic');
      assert.equal(status, 400);
      assert.equal(typeof body.detail, 'string');
      const told = (await get('/algorithms')).body;
      assert.deepEqual([told.default, told.best], ['best', 'logic-v2']);
      for (const { name, description, features, docs } of told.algorithms) {
        assert.equal((await match(zarnov, `?algorithm=${name}`)).status, 200);
        assert.equal(docs.description, description);
        assert.deepEqual(docs.features, features);
        assert.deepEqual(Object.keys(docs.config.nm_number_mismatch), ['type', 'description', 'default']);
      }
    });

    test('weights and config are taken, and told to change nothing; an unknown key is refused', async () => {
      const plain = await match();
      const given = await match(zarnov, '', { weights: { name_match: 0.1 }, config: { nm_number_mismatch: 0.4 } });
      assert.equal(given.status, 200);
      assert.deepEqual(given.body, plain.body);
      assert.equal(given.headers['x-ignored'], 'weights, config');
      assert.equal((await match(zarnov, '', { config: { nm_nothing: 1 } })).status, 400);
    });

    test('data sets are named by alias, by our id, or as a collection; another name is not found', async () => {
      const asked = { queries: { q: zarnov } };
      for (const name of ['default', 'us_ofac_sdn', 'ofac-sdn', 'sanctions'])
        assert.deepEqual(idsOf(await post(`/match/${name}`, asked)), ['ofac-sdn:90001'], name);
      assert.deepEqual(idsOf(await post('/match/un_sc_sanctions', asked)), []);
      for (const name of ['nothing', 'eu_fsf', '__proto__', 'constructor', 'us_ofac_sdn%00']) {
        const { status, body } = await post(`/match/${name}`, asked);
        assert.deepEqual([status, body], [404, { detail: 'No such dataset.' }], name);
      }
    });

    test('data sets are included and excluded in the address and in the body', async () => {
      assert.deepEqual(idsOf(await match(zarnov, '?include_dataset=us_ofac_sdn')), ['ofac-sdn:90001']);
      assert.deepEqual(idsOf(await match(zarnov, '?include_dataset=un_sc_sanctions')), []);
      assert.deepEqual(idsOf(await match(zarnov, '?include_dataset=nothing')), []);
      assert.deepEqual(idsOf(await match(zarnov, '?exclude_dataset=us_ofac_sdn')), []);
      assert.deepEqual(idsOf(await match(zarnov, '?exclude_dataset=un_sc_sanctions&exclude_dataset=x')), [
        'ofac-sdn:90001',
      ]);
      assert.deepEqual(idsOf(await match(zarnov, '', { params: { exclude_datasets: ['ofac-sdn'] } })), []);
      assert.deepEqual(idsOf(await match(zarnov, '', { params: { include_datasets: ['jp_meti_eul'] } })), []);
    });

    test('schemata, topics and days narrow what is looked at', async () => {
      assert.deepEqual(idsOf(await match(zarnov, '?exclude_schema=Person')), []);
      assert.deepEqual(idsOf(await match(zarnov, '?exclude_schema=Company')), ['ofac-sdn:90001']);
      assert.deepEqual(idsOf(await match(zarnov, '?topics=debarment&topics=sanction')), ['ofac-sdn:90001']);
      assert.deepEqual(idsOf(await match(zarnov, '?topics=debarment')), []);
      const kestrel = { schema: 'Vessel', properties: { name: 'Kestrel One', imoNumber: '9074729' } };
      assert.deepEqual(idsOf(await match(kestrel, '?changed_since=2026-01-01')), ['NK-v1']);
      assert.deepEqual(idsOf(await match(kestrel, '?changed_since=2026-10-05T10:00:00')), []);
      for (const day of ['yesterday', '2026-13-01', '2026-02-30', '2026-01-01T25', '2026-1-1'])
        assert.equal((await match(kestrel, `?changed_since=${day}`)).status, 422, day);
    });

    test('an entity is left out by any id of its party: in the address, in the body, or for one query', async () => {
      const company = { schema: 'Company', properties: { name: 'Kestrel Marine Trading' } };
      const [id] = idsOf(await match(company));
      assert.equal(id, 'NK-co1');
      for (const each of ['NK-co1', 'ftm-example:NK-co1', 'ofac-sdn:90002']) {
        assert.deepEqual(idsOf(await match(company, `?exclude_entity_ids=${each}`)), [], each);
        assert.deepEqual(idsOf(await match(company, '', { params: { exclude_entity_ids: [each] } })), [], each);
        assert.deepEqual(idsOf(await match({ ...company, params: { exclude_entity_ids: [each] } })), [], each);
      }
      assert.deepEqual(idsOf(await match(company, '?exclude_entity_ids=nobody')), ['NK-co1']);
      const ids = (count: number) =>
        `?${Array.from({ length: count }, (_, n) => `exclude_entity_ids=x${n}`).join('&')}`;
      assert.equal((await match(company, ids(50))).status, 200);
      assert.equal((await match(company, ids(51))).status, 422);
    });

    test('a party of two lists is one result, with the ids and data sets of both', async () => {
      const { body } = await match({ schema: 'Company', properties: { name: 'Sample Machine Works LLC' } });
      const [found] = body.responses.q.results;
      assert.equal(found.id, 'NK-co1');
      assert.deepEqual(found.datasets, ['us_ofac_sdn', 'xx_example', 'yy_example']);
      assert.deepEqual(found.referents, ['NK-old1', 'xx-77', 'ofac-sdn:90002']);
      assert.equal(body.responses.q.results.length, 1);
      assert.equal(body.responses.q.total.value, 1);
    });

    test('what is wrong with a request is told as the contract has it', async () => {
      const schema = await match({ schema: 'Dragon', properties: { name: 'x' } });
      assert.equal(schema.status, 400);
      assert.match(schema.body.detail, /Dragon/);
      for (const relation of ['Sanction', 'Ownership', '__proto__', 'toString'])
        assert.equal((await match({ schema: relation, properties: { name: 'x' } })).status, 400, relation);
      assert.deepEqual((await post('/match/default', { queries: {} })).body, { detail: 'No queries provided.' });
      const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`q${n}`, zarnov]));
      assert.equal((await post('/match/default', { queries: many(100) })).status, 200);
      const tooMany = await post('/match/default', { queries: many(101) });
      assert.equal(tooMany.status, 400);
      assert.match(tooMany.body.detail, /100/);
      const missing = await match({ properties: { name: ['x'] } });
      assert.equal(missing.status, 422);
      assert.deepEqual(missing.body.detail, [
        { loc: ['body', 'queries', 'q', 'schema'], msg: 'Field required', type: 'missing' },
      ]);
      assert.equal((await match({ schema: 'Person' })).status, 422);
      assert.equal((await post('/match/default', {})).status, 422);
      assert.equal((await post('/match/default', '{"queries":')).status, 422);
      assert.equal((await post('/match/default', '')).status, 422);
      assert.equal((await post('/match/default', '[]')).status, 422);
    });

    test('one bad query fails alone; when none is good, the request fails', async () => {
      const long = { schema: 'Person', properties: { name: ['x'.repeat(5000)] } };
      const nameless = { schema: 'Person', properties: { birthDate: ['1961'] } };
      const { status, body } = await post('/match/default', { queries: { good: zarnov, long, nameless, gone: null } });
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body.responses), ['good', 'long', 'nameless']);
      assert.equal(body.responses.good.results.length, 1);
      for (const name of ['long', 'nameless']) {
        assert.equal(body.responses[name].status, 400);
        assert.deepEqual(body.responses[name].results, []);
        assert.equal(typeof body.responses[name].detail, 'string');
      }
      assert.equal((await match(long)).status, 400);
      assert.equal((await match({ schema: 'Person', properties: { name: ['😀'] } })).status, 400);
      assert.match((await match(nameless)).body.detail, /neither a name nor a number/);
    });
  });
