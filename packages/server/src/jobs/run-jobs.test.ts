// Jobs of a real folder: done once though a worker is killed over them, tried again, left for a person.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { listJobs, newJob, retryJob, takeJob, endJob } from '../flows/job-queue.ts';
import { openPlayedFolder, type PlayedFolder } from '../flows/testing/played-folder.ts';
import type { JobProgress } from '../flows/job-progress.ts';
import type { JobKind } from './job-kinds.ts';
import { runJobs } from './run-jobs.ts';
import { sealingKind } from './testing/sealing-kind.ts';

const LEASE_MS = 1500;

let folder: PlayedFolder;
let parts: PlayedFolder['parts'];
before(async () => {
  folder = await openPlayedFolder();
  parts = { ...folder.parts, clock: () => new Date().toISOString() };
});
after(() => folder.dispose());

test('a job whose worker was killed is taken up by another, and has its effect once', async () => {
  await add('sealing-1', 'sealing');
  const keys = path.join(folder.path, '..', 'keys');
  const script = fileURLToPath(new URL('testing/work-and-hang.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder.path, keys, String(LEASE_MS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  assert.equal((await parts.store.jobs.job('sealing-1'))?.state, 'running');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await done('sealing-1', { sealing: sealingKind(() => Promise.resolve()) });
  assert.equal(await effects('sealing-1'), 1);
  assert.equal((await parts.store.jobs.job('sealing-1'))?.fence, 2);
});

test('a worker that was silent too long writes nothing any more', async () => {
  await add('sealing-2', 'slow');
  const slow = await takeJob({ kinds: ['slow'] }, { worker: 'slow', leaseMs: -1 }, parts);
  const other = await takeJob({ kinds: ['slow'] }, { worker: 'other', leaseMs: LEASE_MS }, parts);
  assert.ok(slow && other);
  const sealing = (worker: string) => ({
    write: async (writer: Parameters<Parameters<typeof parts.store.write>[0]>[0]) => {
      await writer.seal('record-exported', 'sealing-2', { worker }, parts.clock());
    },
  });
  await assert.rejects(
    endJob(slow, sealing('slow'), parts),
    (error) => error instanceof Problem && error.code === 'job.lost',
  );
  await endJob(other, sealing('other'), parts);
  assert.equal(await effects('sealing-2'), 1);
});

test('a job that fails is tried as often as its kind allows, waits for a person, and is tried again', async () => {
  await add('sealing-3', 'failing');
  let tries = 0;
  const failing = sealingKind(() => {
    tries++;
    return Promise.reject(new Problem('source.unknown', { source: 'x' }));
  }, [0, 0]);
  await done('sealing-3', { failing }, 'dead');
  assert.equal(tries, 3);
  const { items, counts } = await listJobs({ state: 'dead', limit: 5 }, parts);
  assert.deepEqual(
    items.map(({ id, outcome }) => [id, outcome]),
    [['sealing-3', { problem: 'source.unknown', facts: { source: 'x' } }]],
  );
  assert.equal(counts.dead, 1);
  assert.equal(await effects('sealing-3'), 0);
  await retryJob('sealing-3', parts);
  await done('sealing-3', { failing: sealingKind(() => Promise.resolve()) });
  assert.equal(await effects('sealing-3'), 1);
});

test('what is done again and again waits for its next time, also when it fails', async () => {
  const worker = start();
  const waits = async (kind: string) => {
    const job = await parts.store.jobs.job(kind);
    return job?.state === 'waiting' && job.endedAt !== undefined && job.endedAt < job.dueAt;
  };
  await until(async () => (await waits('look-back')) && (await waits('checkpoint')) && (await waits('forgetting')));
  await worker.stop();
  assert.equal((await parts.store.checkpoints()).length, 1);
});

const start = (kinds?: Readonly<Record<string, JobKind>>) =>
  runJobs(parts, {
    places: { keysFolder: path.join(folder.path, '..', 'keys'), dataFolder: folder.path, witnesses: [] },
    delivery: { allowsPrivate: false },
    leaseMs: LEASE_MS,
    ...(kinds && { kinds }),
  });

async function add(id: string, kind: string): Promise<void> {
  await parts.store.write((writer) => writer.jobs.addJob(newJob({ id, kind, content: {} }, parts.clock())));
}

async function done(id: string, kinds: Readonly<Record<string, JobKind>>, state = 'done'): Promise<void> {
  const worker = start(kinds);
  await until(async () => (await parts.store.jobs.job(id))?.state === state);
  await worker.stop();
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function effects(id: string): Promise<number> {
  return (await parts.store.entriesAbout([id])).length;
}

test('how far a job is stands beside it while it runs, with how much a second, and not afterwards', async () => {
  await add('sealing-9', 'telling');
  let told: unknown;
  const telling: JobKind = {
    retryMs: [],
    run: async (job, { onWork, clock }) => {
      const began = Date.parse(clock());
      let count = 0;
      while (Date.parse(clock()) - began < 1600) {
        onWork?.({ phase: 'reading', of: 'a file', share: 0.5, count: (count += 100) });
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const [seen] = (await listJobs({ kind: 'telling', limit: 1 }, parts)).items;
      told = seen?.progress;
      return { outcome: { id: job.id } };
    },
  };
  await done('sealing-9', { telling });
  const { phase, of, share, count, perSecond } = told as JobProgress;
  assert.deepEqual([phase, of, share], ['reading', 'a file', 0.5]);
  assert.ok(100 <= (count ?? 0) && 100 <= (perSecond ?? 0), JSON.stringify(told));
  assert.equal((await parts.store.jobs.job('sealing-9'))?.progress, undefined);
});
