// Each request, parameter and error of Watchman's contract, asked of the sample lists that we ship: below a prefix and at the root.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveSampleLists, type ServedLists } from '@sekisho/server/http/testing/served-lists.ts';
import { watchmanRoutes } from '@sekisho/server/http/watchman/routes.ts';

type Server = Awaited<ReturnType<ServedLists['server']>>;

let served: ServedLists;
before(async () => {
  served = await serveSampleLists();
});
after(() => served.dispose());

for (const prefix of ['/watchman', ''])
  describe(`Watchman's contract at "${prefix}/"`, () => {
    let app: Server;
    before(async () => {
      app = await served.server({ [prefix]: watchmanRoutes(served.parts, { say: served.say }) });
    });

    const get = async (path: string) => {
      const response = await app.inject(prefix + path);
      return { status: response.statusCode, body: JSON.parse(response.body) };
    };
    const search = (parameters: string) => get(`/v2/search?${parameters}`);
    const idsOf = ({ body }: Awaited<ReturnType<typeof search>>) =>
      body.entities.map(({ sourceID }: { sourceID: string }) => sourceID);

    test('a person is found, flat, with a part for its type', async () => {
      const { status, body } = await search('name=Viktor+Zarnov&type=person&birthDate=1961&gov_nationality=RU:x');
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body), ['query', 'entities']);
      assert.deepEqual([body.query.name, body.query.entityType], ['Viktor Zarnov', 'person']);
      const [found] = body.entities;
      assert.deepEqual([found.name, found.entityType], ['ZARNOV, Viktor Petrovich', 'person']);
      assert.deepEqual([found.sourceList, found.sourceID], ['us_ofac', '90001']);
      assert.deepEqual([found.business, found.organization, found.aircraft, found.vessel], [null, null, null, null]);
      assert.equal(found.person.birthDate, '1961-03-05T00:00:00Z');
      assert.ok(found.person.altNames.includes('ZARNOFF, Victor'));
      assert.ok(found.person.governmentIDs.some(({ type }: { type: string }) => type === 'passport'));
      assert.deepEqual(found.contact.emailAddresses, ['office@zarnov.example']);
      assert.deepEqual(found.sanctionsInfo.programs, ['NPWMD', 'IFSR']);
      assert.deepEqual(found.historicalInfo, [{ type: 'Former Name', value: 'PETRENKO, Viktor' }]);
      assert.ok(0.9 < found.match && found.match <= 1);
    });

    test('companies, ships and aircraft have their parts', async () => {
      const ship = (await search('name=Sample+Star&type=vessel&imoNumber=9999993')).body.entities[0];
      assert.deepEqual([ship.entityType, ship.vessel.imoNumber, ship.person], ['vessel', '9999993', null]);
      const plane = (await search('name=ZZ-SMP&type=aircraft')).body.entities[0];
      assert.deepEqual([plane.entityType, plane.sourceID], ['aircraft', '90004']);
      const company = (await search('name=Kestrel+Marine+Trading&type=business')).body.entities[0];
      assert.deepEqual([company.entityType, company.sourceList], ['business', 'ftm-example']);
      assert.deepEqual(
        company.cryptoAddresses.map(({ address }: { address: string }) => address),
        ['bc1-sample-wallet'],
      );
    });

    test('numbers find by themselves: documents, ships, wallets', async () => {
      assert.deepEqual(idsOf(await search('gov_passport=RU:701234567&type=person')), ['90001']);
      assert.deepEqual(idsOf(await search('imoNumber=9999993&type=vessel')), ['90003']);
      assert.deepEqual(idsOf(await search('cryptoAddress=XBT:bc1-sample-wallet')), ['NK-co1']);
      assert.deepEqual(idsOf(await search('sourceID=90001')), ['90001']);
      assert.deepEqual(idsOf(await search('sourceID=nobody')), []);
    });

    test('limit, minMatch and source narrow what is given', async () => {
      const name = 'name=Viktor+Zarnov';
      assert.deepEqual(idsOf(await search(`${name}&minMatch=0.5`)), ['90001']);
      const [{ match }] = (await search(name)).body.entities;
      assert.deepEqual(idsOf(await search(`${name}&minMatch=${String(match)}`)), ['90001']);
      assert.deepEqual(idsOf(await search(`${name}&minMatch=1`)), []);
      assert.deepEqual(idsOf(await search(`${name}&limit=0`)), []);
      assert.equal((await search(`${name}&limit=1000`)).status, 200);
      for (const source of ['us_ofac', 'ofac-sdn'])
        assert.deepEqual(idsOf(await search(`${name}&source=${source}&minMatch=0.5`)), ['90001']);
      assert.deepEqual(idsOf(await search(`${name}&source=un_csl&minMatch=0.5`)), []);
      assert.deepEqual(idsOf(await search(`${name}&sourceID=90001&minMatch=0.5`)), ['90001']);
      assert.deepEqual(idsOf(await search(`${name}&sourceID=90002&minMatch=0.5`)), []);
    });

    test('a date that is none is dropped; the parts of a score are told when asked for', async () => {
      const plain = (await search('name=Viktor+Zarnov&type=person')).body.entities[0].match;
      assert.equal((await search('name=Viktor+Zarnov&type=person&birthDate=1961-02-30')).body.entities[0].match, plain);
      assert.ok(plain < (await search('name=Viktor+Zarnov&type=person&birthDate=1961-03-05')).body.entities[0].match);
      const { details } = (await search('name=Viktor+Zarnov&debug=true')).body.entities[0];
      assert.ok(details.contributions.some(({ factor }: { factor: string }) => factor === 'name'));
    });

    for (const [what, parameters] of [
      ['an unknown parameter', 'name=x&colour=red'],
      ['an unknown kind of number', 'name=x&gov_library-card=US:1'],
      ['a parameter of a prototype', 'name=x&__proto__=1'],
      ['another type', 'name=x&type=dragon'],
      ['no name', ''],
      ['a limit that is none', 'name=x&limit=many'],
      ['a score above one', 'name=x&minMatch=2'],
      ['an unknown source', 'name=x&source=nowhere'],
      ['a format that is not served', 'name=x&format=senzing'],
      ['a name that is too long', `name=${'x'.repeat(1001)}`],
      ['a name without a letter', 'name=%F0%9F%98%80'],
    ] as const)
      test(`${what} is refused with status 400 and a sentence`, async () => {
        const { status, body } = await search(parameters);
        assert.equal(status, 400);
        assert.deepEqual(Object.keys(body), ['error']);
        assert.equal(typeof body.error, 'string');
      });

    test('the lists in use, how many entries each has, and their hashes', async () => {
      const { status, body } = await get('/v2/listinfo');
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body), ['lists', 'listHashes', 'startedAt', 'endedAt', 'version']);
      assert.deepEqual(Object.keys(body.lists).toSorted(), ['ftm-example', 'jp-meti-eul', 'un_csl', 'us_ofac']);
      assert.equal(body.lists.us_ofac, 6);
      assert.match(body.listHashes.us_ofac, /^[0-9a-f]{64}$/);
      assert.equal((await app.inject(`${prefix}/ping`)).body, 'PONG');
    });
  });
