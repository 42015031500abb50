// Command-line words in; requests a second, latency and CPU time of `POST /match` out, one query a request.
//
//   npm run bench -- match [--connections 16] [--requests 4000] [--threads 2] [--seed 1]
//
// The lists that SEKISHO_DEV_DATA holds (without it: 20,000 made entities). The server is a process of its own, the requests come
// from this one: on a machine of two cores they share it, so the CPU time of the server is the figure that can be compared.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { benchWorld, listedEntities, queriesOn } from '../search/dataset.ts';
import { madeEntity } from '../search/entities.ts';
import { FoldedNames } from '../search/folded-names.ts';
import type { Listed, Query } from '../search/queries.ts';
import { readRealLists, type RealList } from '../search/real-lists.ts';
import { listedInReality } from '../search/real-questions.ts';
import { keepLists } from './kept-lists.ts';

const MADE_ENTITIES = 20_000;

export async function matchBench(): Promise<object> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      connections: { type: 'string', default: '16' },
      requests: { type: 'string', default: '4000' },
      threads: { type: 'string', default: String(availableParallelism()) },
      seed: { type: 'string', default: '1' },
    },
  });
  const [connections, requests, seed] = [Number(values.connections), Number(values.requests), Number(values.seed)];
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-bench-'));
  try {
    const world = await benchWorld(seed);
    const { lists, listed } = await listsToServe(world);
    const names = new FoldedNames();
    for (const { entities } of lists)
      for (const entity of entities) for (const { text } of entity.names) names.add(text);
    const { changed, clean } = queriesOn(listed, world, requests, names);
    await keepLists(folder, lists);
    const server = await startServer(folder, values.threads);
    try {
      const figures = {
        entities: lists.reduce((sum, { entities }) => sum + entities.length, 0),
        connections,
        requests,
        threads: Number(values.threads),
        warmUp: (await load(server.port, clean.slice(0, WARM_UP), connections)).requestsPerSecond,
        clean: await load(server.port, clean, connections),
        /** Of no list: what the server does beside searching. */
        withoutSearch: await load(server.port, clean, connections, '?include_dataset=nothing'),
        listedFirstTime: await load(server.port, changed, connections),
        listedAgain: await load(server.port, changed, connections),
      };
      return figures;
    } finally {
      server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asked beforehand, so that what is measured is code that is compiled and memory that is there. */
const WARM_UP = 500;

async function listsToServe(
  world: Awaited<ReturnType<typeof benchWorld>>,
): Promise<{ lists: readonly RealList[]; listed: Listed }> {
  const real = process.env['SEKISHO_DEV_DATA'];
  if (real) {
    const lists = await readRealLists(real);
    return { lists, listed: listedInReality(lists, real, world.seed) };
  }
  const entry = (number: number) => madeEntity(world, 'listed', number);
  return {
    lists: [{ source: 'bench', entities: [...listedEntities(world, MADE_ENTITIES)] }],
    listed: { count: MADE_ENTITIES, seed: world.seed, entry },
  };
}

async function startServer(folder: string, threads: string): Promise<{ readonly port: number; stop(): void }> {
  const program = fileURLToPath(new URL('./server-process.ts', import.meta.url));
  const child = spawn(process.execPath, [program, folder, threads], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { port: Number(line), stop: () => child.kill() };
}

interface Load {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverCpuMsPerRequest: number;
  readonly withResults: number;
  readonly failed: number;
}

async function load(port: number, queries: readonly Query[], connections: number, parameters = ''): Promise<Load> {
  const pool = new Pool(`http://127.0.0.1:${String(port)}`, { connections, pipelining: 1 });
  const cpu = async () =>
    (await (await pool.request({ path: '/cpu', method: 'GET' })).body.json()) as { readonly milliseconds: number };
  const bodies = queries.map((query) => JSON.stringify({ queries: { q: exampleOf(query) } }));
  const times: number[] = [];
  const counts = { withResults: 0, failed: 0 };
  let next = 0;
  const before = await cpu();
  const start = performance.now();
  const client = async () => {
    while (next < bodies.length) {
      const payload = bodies[next++] ?? '';
      const asked = performance.now();
      const { statusCode, body } = await pool.request({
        path: `/match/default${parameters}`,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: payload,
      });
      const text = await body.text();
      times.push(performance.now() - asked);
      if (statusCode !== 200) counts.failed++;
      else if (!text.includes('"results":[]')) counts.withResults++;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const seconds = (performance.now() - start) / 1000;
  const after = await cpu();
  await pool.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0);
  return {
    requestsPerSecond: Math.round(bodies.length / seconds),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    serverCpuMsPerRequest: round((after.milliseconds - before.milliseconds) / bodies.length),
    ...counts,
  };
}

function exampleOf({ subject }: Query): object {
  const { schema, names, birthDates, countries, nationalities } = subject;
  const isPerson = schema === 'Person';
  return {
    schema,
    properties: {
      name: names.map(({ text }) => text),
      ...(isPerson && { birthDate: birthDates.map(({ text }) => text), nationality: nationalities }),
      country: countries,
    },
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
