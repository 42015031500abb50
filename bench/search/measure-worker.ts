// Shared memory and a core's share of the questions in, `ready` and `done` out.
import { parentPort, workerData } from 'node:worker_threads';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { openShared } from './index-under-test.ts';

const { bytes, subjects } = workerData as { bytes: SharedArrayBuffer; subjects: readonly Subject[] };
const ask = openShared(bytes);
for (const subject of subjects.slice(0, 300)) ask(subject);
parentPort?.once('message', () => {
  for (const subject of subjects) ask(subject);
  parentPort?.postMessage('done');
});
parentPort?.postMessage('ready');
