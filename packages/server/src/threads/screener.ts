// An index and how many threads in, something that screens subjects out: here, or in threads that share the index.
import { Worker } from 'node:worker_threads';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import type { ReferenceFiles } from '@sekisho/engine/reference/reference-files.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import type { SearchSettings } from '@sekisho/engine/search/search.ts';
import { screenSubjects, type ScreenedSubject } from './screen-subjects.ts';

export interface Screener {
  /** How many calls of `screen` it works on at a time. */
  readonly width: number;
  /** One answer for each subject, in order. @throws Problem `batch.thread` when a thread has died. */
  screen(subjects: readonly Subject[]): Promise<readonly ScreenedSubject[]>;
  close(): Promise<void>;
}

/** What a thread begins with. */
export interface ThreadStart {
  /** Of the index: shared, not copied. */
  readonly bytes: SharedArrayBuffer;
  readonly referenceFiles: ReferenceFiles;
  readonly settings: SearchSettings;
}

export interface ThreadQuestion {
  readonly id: number;
  readonly subjects: readonly Subject[];
}

export interface ThreadAnswer {
  readonly id: number;
  readonly screened: readonly ScreenedSubject[];
}

/** Screens in this thread: nothing to start, and nothing beside it. */
export function screenHere(index: EntityIndex, settings: SearchSettings): Screener {
  return {
    width: 1,
    screen: (subjects) => Promise.resolve(screenSubjects(index, subjects, settings)),
    close: () => Promise.resolve(),
  };
}

/** Screens in `count` threads, each call in the one with the least to do. */
export function screenInThreads(
  index: EntityIndex,
  settings: SearchSettings,
  referenceFiles: ReferenceFiles,
  count: number,
): Screener {
  const start: ThreadStart = { bytes: index.bytes, referenceFiles, settings };
  const threads = Array.from({ length: count }, () => new ScreeningThread(start));
  return {
    width: count,
    screen: (subjects) => {
      const idle = threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best));
      return idle.screen(subjects);
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

interface Waiting {
  readonly resolve: (screened: readonly ScreenedSubject[]) => void;
  readonly reject: (problem: Problem) => void;
}

class ScreeningThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #died: Problem | undefined;

  constructor(start: ThreadStart) {
    const script = import.meta.url.endsWith('.ts') ? './screening-thread.ts' : './screening-thread.js';
    this.#worker = new Worker(new URL(script, import.meta.url), { workerData: start });
    this.#worker.on('message', ({ id, screened }: ThreadAnswer) => {
      this.#waiting.get(id)?.resolve(screened);
      this.#waiting.delete(id);
    });
    this.#worker.on('error', (error: Error) => this.#die(error.message, error));
    this.#worker.on('messageerror', (error: Error) => this.#die(error.message, error));
    this.#worker.on('exit', (code) => this.#die(`it ended with code ${code}`));
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  screen(subjects: readonly Subject[]): Promise<readonly ScreenedSubject[]> {
    if (this.#died) return Promise.reject(this.#died);
    const id = this.#asked++;
    const answer = new Promise<readonly ScreenedSubject[]>((resolve, reject) =>
      this.#waiting.set(id, { resolve, reject }),
    );
    const question: ThreadQuestion = { id, subjects };
    this.#worker.postMessage(question);
    return answer;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #die(reason: string, cause?: Error): void {
    this.#died ??= new Problem('batch.thread', { reason }, { cause });
    for (const { reject } of this.#waiting.values()) reject(this.#died);
    this.#waiting.clear();
  }
}
