// Requests as they are answered and the state of the folder in, figures for Prometheus out; nothing of what was asked.
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { folderStatus } from '../flows/folder-status.ts';
import { permit } from '../flows/permit.ts';
import type { Served, Server } from './serving.ts';

/** Seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function countRequests(server: Server, { parts }: Served): void {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const answered = new Histogram({
    name: 'sekisho_request_seconds',
    help: 'Time to answer, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const cases = new Gauge({ name: 'sekisho_cases', help: 'Cases by state.', labelNames: ['state'], registers });
  const age = new Gauge({
    name: 'sekisho_source_age_days',
    help: 'Days since a source was last established to be the newest.',
    labelNames: ['source', 'state'],
    registers,
  });
  const owed = new Gauge({ name: 'sekisho_look_backs_owed', help: 'Look-backs that are owed.', registers });
  const jobs = new Gauge({ name: 'sekisho_jobs', help: 'Jobs by state.', labelNames: ['state'], registers });
  const entries = new Gauge({ name: 'sekisho_record_entries', help: 'Entries of the record.', registers });

  const threads = new Gauge({ name: 'sekisho_search_threads', help: 'Threads that search large lists.', registers });

  server.addHook('onResponse', async (request, reply) => {
    const { url: route = 'none' } = request.routeOptions;
    answered.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000);
    request.log.info({ route, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
    return Promise.resolve();
  });
  server.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    permit(request.acting, 'metrics.read');
    const status = await folderStatus(parts);
    cases.reset();
    for (const [state, count] of Object.entries(status.cases)) cases.set({ state }, count);
    age.reset();
    for (const { source, state, ageDays } of status.sources)
      if (ageDays !== undefined) age.set({ source, state }, ageDays);
    owed.set(status.lookBacksOwed);
    jobs.reset();
    for (const [state, count] of Object.entries(await parts.store.jobs.jobCounts())) jobs.set({ state }, count);
    entries.set(status.recordEntries);
    threads.set(parts.searcher.threads);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
