// The thread that `screener.ts` starts: the index it shares in, then subjects in and their hits out, message by message.
import { parentPort, workerData } from 'node:worker_threads';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { openIndex } from '@sekisho/engine/search/entity-index.ts';
import type { ThreadAnswer, ThreadQuestion, ThreadStart } from './screener.ts';
import { screenSubjects } from './screen-subjects.ts';

const { bytes, referenceFiles, settings } = workerData as ThreadStart;
const index = openIndex(bytes, buildNameReference(referenceFiles));

parentPort?.on('message', ({ id, subjects }: ThreadQuestion) => {
  const answer: ThreadAnswer = { id, screened: screenSubjects(index, subjects, settings) };
  parentPort?.postMessage(answer);
});
