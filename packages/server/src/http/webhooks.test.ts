// Webhooks of a served folder, told over real HTTP: signed, once for each event, again when the receiver was down, never inwards.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { operator } from '@sekisho/engine/model/person.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';
import { runJobs } from '../jobs/run-jobs.ts';

interface Told {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let served: ServedFolder;
let status = 204;
const told: Told[] = [];
const receiver = createServer((request, response) => {
  void Array.fromAsync(request).then((chunks) => {
    told.push({ headers: request.headers, body: Buffer.concat(chunks as Buffer[]).toString() });
    response.writeHead(status, { location: '/elsewhere' }).end('x'.repeat(100_000));
  });
});
let url = '';

before(async () => {
  served = await openServedFolder({}, { allowsPrivate: true });
  await served.folder.prepare();
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/hook`;
});
after(async () => {
  receiver.close();
  await served.dispose();
});

test('an address is told what it asked for, signed, with ids and states alone', async () => {
  const asked = { name: 'shop', url, events: ['decision.made', 'case.moved', 'proposal.waiting'] };
  const { webhook, secret } = (await served.ask(['administrator'], 'POST /v1/webhooks', asked)).json;
  const order = await served.folder.application('2016-11-fictitious-company.yml');
  await served.ask(['service'], 'POST /v1/applications', order);
  const reason = 'no such company';
  const decided = { outcome: 'REFUSE', reason };
  await served.ask(['analyst'], `POST /v1/cases/${String(order['id'])}/decisions`, decided);
  await work(true);
  const messages = told.map(({ body }) => JSON.parse(body) as { event: string; data: object; id: string });
  assert.deepEqual(
    messages.map(({ event, data }) => [event, data] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    [
      ['case.moved', { caseId: order['id'], state: 'HOLD' }],
      ['decision.made', { applicationId: order['id'], decisionId: `${String(order['id'])}/1`, outcome: 'refuse' }],
      ['proposal.waiting', { caseId: order['id'], state: 'REFUSE' }],
    ],
  );
  for (const { headers, body } of told) {
    const [, seconds = '', signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['sekisho-signature'])) ?? [];
    assert.equal(signature, createHmac('sha256', String(secret)).update(`${seconds}.${body}`).digest('hex'));
  }
  const list = await served.ask(['administrator'], 'GET /v1/webhooks');
  assert.equal(list.json.items[0].id, webhook.id);
  assert.ok(!list.text.includes(String(secret)) && !list.text.includes('sealedSecret'));
  await work(true);
  assert.equal(told.length, 3);
});

test('a receiver that is down is told later, and again when asked', async () => {
  const [known] = (await served.ask(['administrator'], 'GET /v1/webhooks')).json.items;
  const address = `/v1/webhooks/${String(known.id)}/deliveries`;
  status = 302; // followed nowhere
  const order = await served.folder.application('2016-11-honest.yml');
  await served.ask(['service'], 'POST /v1/applications', order);
  await work(true);
  const failed = (await served.ask(['administrator'], `GET ${address}?limit=1`)).json.items[0];
  assert.deepEqual([failed.state, failed.tries, failed.outcome.facts.status], ['waiting', 1, 302]);
  status = 200;
  const before = told.length;
  const again = await served.ask(['administrator'], `POST ${address}/${String(failed.id)}/redeliveries`);
  assert.equal(again.status, 201, again.text);
  await work(true);
  assert.equal(told.length, before + 1);
  assert.equal((await served.folder.parts.store.jobs.job(failed.id as string))?.state, 'done');
});

test('no address of this machine or network is told, whatever its name says', async () => {
  const worker = await work(false);
  const [known] = (await served.ask(['administrator'], 'GET /v1/webhooks')).json.items;
  const before = told.length;
  // a name that would be looked up, as one of a receiver that changes its mind
  const named = url.replace('http://127.0.0.1', 'https://localhost');
  await served.ask(['administrator'], `PATCH /v1/webhooks/${String(known.id)}`, { url: named });
  const [job] = await served.folder.parts.store.jobs.jobs({ subject: known.id as string, state: 'done', limit: 1 });
  const id = job?.id ?? '';
  await served.ask(['administrator'], `POST /v1/webhooks/${String(known.id)}/deliveries/${id}/redeliveries`);
  await worker();
  assert.equal(told.length, before);
  assert.match((await served.folder.parts.store.jobs.job(id))?.outcome ?? '', /no address of the public internet/);
  const public_ = await openServedFolder();
  for (const inward of [
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest',
    'http://hooks.example/',
  ])
    assert.equal(
      (await public_.ask(['administrator'], 'POST /v1/webhooks', { name: 'x', url: inward, events: ['case.moved'] }))
        .json.code,
      'webhook.invalid',
      inward,
    );
  await public_.dispose();
});

test('whoever puts a webhook into the table is found', async () => {
  const { store } = served.folder.parts;
  const [known] = await store.webhooks.webhooks();
  assert.ok(known);
  const differences = async () => (await served.ask(['auditor'], 'GET /v1/record/verification')).json.differences;
  assert.deepEqual(await differences(), []);
  await store.write((writer) => writer.webhooks.saveWebhook({ ...known, url: 'https://elsewhere.example/' }));
  assert.deepEqual(await differences(), ['webhook shop: another address or other events than the record says']);
  await store.write((writer) => writer.webhooks.saveWebhook(known));
  assert.equal((await served.ask(['administrator'], `DELETE /v1/webhooks/${known.id}`)).status, 204);
  assert.deepEqual(await differences(), []);
});

/** Jobs are done until none is due; given back is the same once more. */
async function work(allowsPrivate: boolean): Promise<() => Promise<void>> {
  const { parts, path: dataFolder } = served.folder;
  const places = { keysFolder: path.join(dataFolder, '..', 'keys'), dataFolder, witnesses: [] };
  const run = async () => {
    const worker = runJobs({ ...parts, actor: operator('sekisho') }, { places, delivery: { allowsPrivate } });
    const { jobs, webhooks } = parts.store;
    const isBusy = async () => {
      const head = (await parts.store.head())?.sequence ?? 0;
      const counts = await jobs.jobCounts();
      return (
        (await webhooks.webhooks()).some(({ toldUpTo }) => toldUpTo < head) ||
        0 < (counts.running ?? 0) ||
        (await jobs.dueJob(['webhook-delivery'], parts.clock())) !== undefined
      );
    };
    while (await isBusy()) await new Promise((resolve) => setTimeout(resolve, 20));
    await worker.stop();
  };
  await run();
  return run;
}
