// `sekisho worker` as a process of its own: it does what is due, others see it, and it stops in order when told to.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '@sekisho/server/store/open-store.ts';
import { openCollector, type Collector } from '@sekisho/server/telemetry/testing/collector.ts';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const main = fileURLToPath(new URL('../packages/server/src/cli/main.ts', import.meta.url));

let line: CommandLine;
let collector: Collector;
before(async () => {
  line = await newCommandLine();
  collector = await openCollector();
  const list = fileURLToPath(new URL('../cases/founding-case/lists/consolidated.xml', import.meta.url));
  await line.run('import', 'un-sc', list, '--published', '2016-11-10', '--accept', 'a sample');
});
after(async () => {
  await collector.close();
  await line.dispose();
});

test('a worker does what is due, tells who traces it, and stops when it is told to', async (run) => {
  const child = spawn(process.execPath, [main, '--data', line.folder, 'worker'], {
    env: {
      ...process.env,
      SEKISHO_KEYS: path.join(line.folder, '..', 'keys'),
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  run.after(() => child.kill('SIGKILL'));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const store = await openStore({ folderPath: line.folder, now: () => new Date().toISOString() });
  const isDone = async () => (await store.jobs.jobs({ limit: 9 })).filter(({ endedAt }) => endedAt).length === 3;
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 100));
  await store.close();
  const jobs = (await line.run('jobs')).json.items as readonly { readonly kind: string; readonly outcome?: object }[];
  assert.deepEqual(jobs.map(({ kind }) => kind).sort(), ['checkpoint', 'forgetting', 'look-back']);
  assert.deepEqual(jobs.find(({ kind }) => kind === 'look-back')?.outcome, { runs: 0, partiesScreened: 0, alerts: 0 });
  child.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null]);
  assert.match(said, /stopped\n$/);
  assert.equal(collector.service()['service.name'], 'sekisho');
  const names = new Set(collector.spans().map(({ name }) => name));
  for (const kind of ['checkpoint', 'forgetting', 'look-back']) assert.ok(names.has(`job ${kind}`), collector.text());
  assert.equal((await line.run('jobs', 'retry', 'nothing')).json.problem.code, 'job.not-found');
});
