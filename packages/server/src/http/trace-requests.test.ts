// What a collector is told of requests and jobs: how long each step took, below whose span, and nothing of what was asked.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { nobody } from '@sekisho/engine/model/person.ts';
import type { Problem } from '@sekisho/engine/model/problem.ts';
import { newJob } from '../flows/job-queue.ts';
import type { Parts } from '../flows/parts.ts';
import { issueKey } from '../flows/people/access-keys.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from '../flows/testing/played-folder.ts';
import { runJobs } from '../jobs/run-jobs.ts';
import { sealingKind } from '../jobs/testing/sealing-kind.ts';
import { openCollector, type Collector, type SentSpan } from '../telemetry/testing/collector.ts';
import type { Tracer } from '../telemetry/tracer.ts';
import { withTraces } from '../telemetry/with-traces.ts';
import { buildServer } from './server.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const ASKER = '00f067aa0ba902b7';
const traceparent = `00-${TRACE}-${ASKER}-01`;

let folder: PlayedFolder;
let authorization: string;
let collector: Collector;
before(async () => {
  folder = await openPlayedFolder();
  await folder.prepare();
  await folder.importNotices([noticeRow('1', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1989' })], '2016-11-13');
  authorization = `Bearer ${(await issueKey({ name: 'shop', duties: ['service'] }, folder.parts)).credential}`;
  collector = await openCollector();
});
after(async () => {
  await collector.close();
  await folder.dispose();
});

type Ask = (asked: string, body?: object, headers?: Readonly<Record<string, string>>) => Promise<number>;

/** Serves while `work` asks, all over the network; what was traced is sent when it has ended. */
async function serving(
  to: { readonly url: string; readonly sendMs?: number },
  work: (ask: Ask, parts: Parts, tracer: Tracer) => Promise<void>,
): Promise<readonly Problem[]> {
  const warnings: Problem[] = [];
  const service = { version: '1.2.3', onWarning: (problem: Problem) => void warnings.push(problem) };
  await withTraces(folder.parts, { ...to, serviceName: 'vetting' }, service, async (parts, tracer) => {
    assert.ok(tracer);
    const server = await buildServer({
      parts: { ...parts, actor: nobody },
      settings: { publicUrl: 'http://127.0.0.1:8700', requestsPerMinute: 100_000, yenteAtRoot: false },
      recordPlaces: { keysFolder: path.join(folder.path, '..', 'keys'), dataFolder: folder.path, witnesses: [] },
      delivery: { allowsPrivate: false },
      say: (code) => code,
      tracer,
    });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const ask: Ask = async (asked, body, headers = {}) => {
      const [method = '', address = ''] = asked.split(' ');
      const sent = { authorization, ...(body && { 'content-type': 'application/json' }), ...headers };
      const answer = await fetch(url + address, { method, headers: sent, ...(body && { body: JSON.stringify(body) }) });
      await answer.arrayBuffer();
      return answer.status;
    };
    try {
      await work(ask, parts, tracer);
    } finally {
      await server.close();
    }
  });
  return warnings;
}

test('an order is a span below the asker’s, its searches, look-ups and writes are below it, and nobody is named', async () => {
  const order = await folder.application('2016-11-fictitious-company.yml');
  const id = String(order['id']);
  const warnings = await serving({ url: `${collector.url}/v1/traces` }, async (ask, parts, tracer) => {
    assert.equal(await ask('POST /v1/applications', order, { traceparent }), 201);
    assert.equal(await ask(`GET /v1/applications/${id}/status`), 200);
    assert.equal(await ask('GET /nobody/Hiyorimi'), 404);
    assert.equal(await ask('GET /v1/applications/Hiyorimi/status', undefined, { traceparent: 'Hiyorimi' }), 404);
    await parts.store.write((writer) =>
      writer.jobs.addJob(newJob({ id: 'sealing-1', kind: 'sealing', content: {} }, parts.clock())),
    );
    const ended = Promise.withResolvers<void>();
    const sealing = sealingKind(async () => {
      await parts.store.write(() => Promise.resolve());
      ended.resolve();
    });
    const settings = { places: { keysFolder: '', dataFolder: '', witnesses: [] }, delivery: { allowsPrivate: false } };
    const worker = runJobs(parts, { ...settings, tracer, kinds: { sealing } });
    await ended.promise;
    await worker.stop();
  });
  assert.deepEqual(warnings, []);

  const spans = collector.spans();
  const named = (name: string) => spans.filter((span) => span.name === name);
  const below = ({ spanId }: SentSpan) => spans.filter(({ parentSpanId }) => parentSpanId === spanId);
  const [handedIn] = named('POST /v1/applications');
  assert.ok(handedIn, collector.text());
  assert.deepEqual([handedIn.traceId, handedIn.parentSpanId, handedIn.kind], [TRACE, ASKER, 2]);
  assert.deepEqual(handedIn.attributes, {
    'http.request.method': 'POST',
    'http.route': '/v1/applications',
    'http.response.status_code': 201,
  });
  const steps = below(handedIn);
  assert.deepEqual([...new Set(steps.map(({ name }) => name))].sort(), ['register look-up', 'search', 'store write']);
  assert.ok(steps.every(({ traceId }) => traceId === TRACE));
  const searches = steps.filter(({ name }) => name === 'search');
  assert.ok(searches.some(({ attributes }) => 0 < Number(attributes['sekisho.search.hits'])));
  assert.ok(searches.every(({ attributes }) => 0 < Number(attributes['sekisho.search.names'])));
  assert.ok(steps.some(({ attributes }) => attributes['sekisho.register'] === 'jp-nta'));

  const asked = named('GET /v1/applications/:id/status');
  assert.deepEqual(
    asked.map(({ attributes, parentSpanId }) => [attributes['http.response.status_code'], parentSpanId]),
    [
      [200, undefined],
      [404, undefined],
    ],
  );
  const [nowhere] = named('GET');
  assert.deepEqual(nowhere?.attributes, { 'http.request.method': 'GET', 'http.response.status_code': 404 });
  const [job] = named('job sealing');
  assert.ok(job);
  assert.deepEqual([job.kind, job.attributes], [5, { 'sekisho.job.kind': 'sealing' }]);
  assert.deepEqual(
    below(job).map(({ name }) => name),
    ['store write'],
  );
  assert.deepEqual([collector.service()['service.name'], collector.service()['service.version']], ['vetting', '1.2.3']);

  const said = collector.text();
  for (const told of ['Hiyorimi', 'hiyorimi', 'Bearer', 'shop', '志远', 'Zhiyuan', ...textsIn(order)])
    assert.ok(!said.includes(told), `the collector was told ${told}`);
});

test('while the collector does not answer, requests do, and it is told once', async () => {
  const warnings = await serving({ url: 'http://127.0.0.1:1/v1/traces', sendMs: 200 }, async (ask) => {
    for (let count = 0; count < 600; count++) assert.equal(await ask('GET /healthz'), 200); // more than one batch
  });
  assert.deepEqual(
    warnings.map(({ code, facts }) => [code, facts['url']]),
    [['trace.unreachable', 'http://127.0.0.1:1']],
  );
});

/** Whatever somebody wrote that is long enough to know them by. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return 5 < value.length ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
