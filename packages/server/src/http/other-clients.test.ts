// The endpoints for clients of yente and Watchman as the server serves them: who may ask, with which key, and at which address.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { duties, mayAct } from '@sekisho/engine/model/person.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

let served: ServedFolder;
before(async () => {
  served = await openServedFolder();
  await served.folder.prepare();
});
after(() => served.dispose());

const query = { queries: { q: { schema: 'Person', properties: { name: 'Chen Guoqiang' } } } };
const routes: readonly (readonly [route: string, body?: unknown])[] = [
  ['POST /yente/match/default', query],
  ['GET /yente/search/default?q=chen'],
  ['GET /yente/entities/nobody'],
  ['GET /yente/entities/nobody/adjacent'],
  ['GET /yente/catalog'],
  ['GET /yente/reconcile/default'],
  ['GET /yente/reconcile/default/suggest/entity?prefix=c'],
  ['GET /watchman/v2/search?name=chen'],
  ['GET /watchman/v2/listinfo'],
];

for (const [route, body] of routes)
  test(`${route} needs somebody who may screen`, async () => {
    assert.equal((await served.ask([], route, body)).status, 401);
    for (const duty of duties) {
      const { status, text } = await served.ask([duty], route, body);
      assert.ok(status < 500, text);
      assert.equal(status !== 403, mayAct({ duties: [duty] }, 'name.screen'), `${duty}: ${text}`);
    }
  });

test('health needs nobody; an update needs the token, which nobody has', async () => {
  assert.equal((await served.ask([], 'GET /yente/healthz')).status, 200);
  assert.equal((await served.ask([], 'POST /yente/updatez?token=x')).status, 403);
  assert.equal((await served.ask([], 'GET /watchman/ping')).status, 200);
});

test('they are in no description of the API, and not at the root unless it is set', async () => {
  await served.server.ready();
  const { paths = {} } = served.server.swagger();
  assert.deepEqual(
    Object.keys(paths).filter((path) => !path.startsWith('/v1/')),
    [],
  );
  assert.equal((await served.ask(['service'], 'POST /match/default', query)).status, 404);
});

test('by setting they are at the root as well, where health is that of the server', async () => {
  const atRoot = await openServedFolder({ yenteAtRoot: true, updateToken: 'a-token' });
  try {
    await atRoot.folder.prepare();
    for (const prefix of ['', '/yente'])
      assert.equal((await atRoot.ask(['service'], `POST ${prefix}/match/default`, query)).status, 200);
    assert.equal((await atRoot.ask(['service'], 'GET /v2/search?name=chen')).status, 200);
    assert.equal((await atRoot.ask([], 'GET /healthz')).status, 200);
    assert.equal((await atRoot.ask(['service'], `GET /search/default?q=${'x'.repeat(60_001)}`)).status, 414);
  } finally {
    await atRoot.dispose();
  }
});
