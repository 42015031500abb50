// A worker's file and a question in, its one answer out, or a problem when it takes too much time or memory.
import { Worker } from 'node:worker_threads';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from './file-of-list.ts';

export interface ThreadLimits {
  readonly maxSeconds: number;
  readonly maxHeapMb: number;
}

/**
 * What the thread posts first. The thread has `question` as its `workerData`.
 * @throws Problem `file.too-large` when a limit is reached, `file.unreadable` when the thread fails or ends without an answer.
 */
export function answerOfThread<Answer>(
  script: URL,
  question: unknown,
  where: FileOfList,
  { maxSeconds, maxHeapMb }: ThreadLimits,
): Promise<Answer> {
  const worker = new Worker(script, {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    // what a library prints about a damaged file is no answer of ours
    stdout: true,
    stderr: true,
  });
  const tooLarge = (reason: string) => new Problem('file.too-large', { ...where, reason });
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(tooLarge(`reading it takes more than ${maxSeconds} seconds`));
      void worker.terminate();
    }, maxSeconds * 1000);
    worker.on('message', resolve);
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const reason = outOfMemory ? `reading it takes more than ${maxHeapMb} MB of memory` : error.message;
      reject(outOfMemory ? tooLarge(reason) : new Problem('file.unreadable', { ...where, reason }, { cause: error }));
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(new Problem('file.unreadable', { ...where, reason: 'the reader stopped without an answer' }));
    });
  });
}
