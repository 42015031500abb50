// The client against a server that listens: what it sends and gets, and a problem as a problem.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sekishoClient } from '@sekisho/client/client.ts';
import { issueKey } from '@sekisho/server/flows/people/access-keys.ts';
import { openServedFolder, type ServedFolder } from '@sekisho/server/http/testing/served-folder.ts';

let served: ServedFolder;
let url = '';
before(async () => {
  served = await openServedFolder();
  await served.folder.prepare();
  url = await served.server.listen({ host: '127.0.0.1', port: 0 });
});
after(() => served.dispose());

test('a program screens a name and reads the queue with its key', async () => {
  const { credential: key } = await issueKey({ name: 'shop', duties: ['analyst'] }, served.folder.parts);
  const client = sekishoClient({ url, key });
  const { data, error } = await client.POST('/v1/screenings', { body: { name: 'Chen Guoqiang', limit: 3 } });
  assert.equal(error, undefined);
  assert.equal(data.isUnreadable, false);
  const queue = await client.GET('/v1/cases', { params: { query: { state: 'HOLD', limit: 10 } } });
  assert.equal(queue.data?.total, 0);
  const missing = await client.GET('/v1/cases/{id}', { params: { path: { id: 'nowhere' } } });
  assert.equal(missing.error?.code, 'case.not-found');
  assert.equal(missing.response.status, 404);
});

test('without a key nothing is told', async () => {
  const { error, response } = await sekishoClient({ url }).GET('/v1/status');
  assert.equal(response.status, 401);
  assert.equal(error?.code, 'access.unknown');
});
