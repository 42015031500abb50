// A snapshot's place and questions in, how well and how fast they are answered in this process out.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { foldedName } from './folded-names.ts';
import { openSaved, type Answer } from './index-under-test.ts';
import type { Query } from './queries.ts';

/** What came of one question. */
export interface Outcome {
  readonly milliseconds: number;
  /** Place of the entity that is meant, from 1; 0 when it is not among the hits. */
  readonly rank: number;
  /** Of that entity. */
  readonly score?: number;
  readonly best?: { readonly name: string; readonly score: number };
}

export interface Measured {
  readonly loadSeconds: number;
  readonly queriesPerSecondOneCore: number;
  readonly queriesPerSecondAllCores: number;
  readonly cores: number;
  /** Before the other cores are started. */
  readonly peakRssBytes: number;
  readonly peakRssBytesAllCores: number;
  readonly outcomes: readonly Outcome[];
}

/** Asked beforehand, so that what is measured is code that is compiled and memory that is there. */
const WARM_UP = 500;
const PROGRESS_EVERY = 5000;

export async function measure(snapshotPath: string, queries: readonly Query[]): Promise<Measured> {
  const loadStart = performance.now();
  const bytes = readShared(snapshotPath);
  const ask = openSaved(bytes);
  const loadSeconds = (performance.now() - loadStart) / 1000;
  for (const { subject } of queries.slice(0, WARM_UP)) ask(subject);
  let total = 0;
  const outcomes = queries.map((query, place) => {
    if (0 < place && place % PROGRESS_EVERY === 0) console.error(`${place} of ${queries.length} asked`);
    const start = performance.now();
    const answers = ask(query.subject);
    const milliseconds = performance.now() - start;
    total += milliseconds;
    return outcomeOf(query, answers, milliseconds);
  });
  const peakRssBytes = process.resourceUsage().maxRSS * 1024;
  const cores = availableParallelism();
  return {
    loadSeconds,
    queriesPerSecondOneCore: Math.round((1000 * queries.length) / total),
    queriesPerSecondAllCores: await rateOfAllCores(bytes, queries, cores),
    cores,
    peakRssBytes,
    peakRssBytesAllCores: process.resourceUsage().maxRSS * 1024,
    outcomes,
  };
}

const MOST_READ_AT_ONCE = 2 ** 28;

function readShared(path: string): SharedArrayBuffer {
  const file = openSync(path, 'r');
  try {
    const shared = new SharedArrayBuffer(fstatSync(file).size);
    const bytes = new Uint8Array(shared);
    for (let at = 0; at < bytes.length;) {
      const read = readSync(file, bytes, at, Math.min(MOST_READ_AT_ONCE, bytes.length - at), at);
      if (read === 0) throw new Error(`${path} ends early`);
      at += read;
    }
    return shared;
  } finally {
    closeSync(file);
  }
}

/** Found is the entity itself, or one of the same name: in millions of entities many share one, and nothing tells them apart. */
function outcomeOf({ entityId, listedName = '' }: Query, answers: readonly Answer[], milliseconds: number): Outcome {
  const [first] = answers;
  const best = first ? { best: { name: first.listedName, score: first.score } } : {};
  if (entityId === undefined) return { milliseconds, rank: 0, ...best };
  const itself = answers.findIndex(({ entity }) => entity.id === entityId);
  const name = foldedName(listedName);
  const place = answers.findIndex(
    ({ entity }, at) => at === itself || entity.names.some(({ text }) => foldedName(text) === name),
  );
  const found = answers[place];
  return { milliseconds, rank: place + 1, ...best, ...(found ? { score: found.score } : {}) };
}

/** All workers search in the same memory. The clock runs from when all are ready until the last is done. */
async function rateOfAllCores(bytes: SharedArrayBuffer, queries: readonly Query[], cores: number): Promise<number> {
  const workers = Array.from({ length: cores }, (_, core) => {
    const share = queries.filter((_query, place) => place % cores === core).map(({ subject }) => subject);
    return new Worker(new URL('./measure-worker.ts', import.meta.url), { workerData: { bytes, subjects: share } });
  });
  const said = () =>
    Promise.all(
      workers.map(
        (worker) =>
          new Promise((resolve, reject) => {
            worker.once('message', resolve);
            worker.once('error', reject);
          }),
      ),
    );
  await said();
  const start = performance.now();
  for (const worker of workers) worker.postMessage('start');
  await said();
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return Math.round(queries.length / seconds);
}
