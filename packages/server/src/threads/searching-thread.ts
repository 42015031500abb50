// The thread that `asked-thread.ts` starts: the index it shares in, then subjects in and their hits out, message by message.
import { parentPort, workerData } from 'node:worker_threads';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { openIndex, type EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { search } from '@sekisho/engine/search/search.ts';
import type { ThreadAnswer, ThreadQuestion, ThreadStart } from './asked-thread.ts';
import { screenSubjects } from './screen-subjects.ts';

const { referenceFiles } = workerData as ThreadStart;
const reference = buildNameReference(referenceFiles);
let index: EntityIndex | undefined;

parentPort?.on('message', (question: ThreadQuestion) => {
  parentPort?.postMessage(answerTo(question));
});
parentPort?.postMessage('ready');

function answerTo({ id, bytes, subjects, settings, gives }: ThreadQuestion): ThreadAnswer {
  try {
    if (bytes) index = openIndex(bytes, reference);
    return { id, results: resultsIn(index as EntityIndex, subjects, settings, gives) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error : new Error(String(error)) };
  }
}

function resultsIn(
  asked: EntityIndex,
  subjects: ThreadQuestion['subjects'],
  settings: ThreadQuestion['settings'],
  gives: ThreadQuestion['gives'],
): readonly unknown[] {
  if (gives === 'screened') return screenSubjects(asked, subjects, settings);
  return subjects.map((subject) => search(asked, subject, settings));
}
