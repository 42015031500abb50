// Questions for a thread in, its answers out: it searches in the memory of an index that it shares.
import { Worker } from 'node:worker_threads';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import type { ReferenceFiles } from '@sekisho/engine/reference/reference-files.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import type { SearchResult, SearchSettings } from '@sekisho/engine/search/search.ts';
import type { ScreenedSubject } from './screen-subjects.ts';

/** What a thread begins with. */
export interface ThreadStart {
  readonly referenceFiles: ReferenceFiles;
}

export interface ThreadQuestion {
  readonly id: number;
  /** Of the index that is searched from this question on: shared, not copied. */
  readonly bytes?: SharedArrayBuffer;
  readonly subjects: readonly Subject[];
  readonly settings: SearchSettings;
  readonly gives: keyof ThreadResults;
}

export interface ThreadResults {
  /** What a batch tells of each. */
  readonly screened: ScreenedSubject;
  readonly found: SearchResult;
}

export type ThreadAnswer =
  | { readonly id: number; readonly results: readonly unknown[] }
  /** Searching failed; the thread goes on. */
  | { readonly id: number; readonly failure: Error };

interface Waiting {
  readonly resolve: (results: readonly never[]) => void;
  readonly reject: (problem: Problem) => void;
}

export class AskedThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #index: EntityIndex | undefined;
  #asked = 0;
  #isReady = false;
  #died: Problem | undefined;

  /** @param code what a question fails with when the thread ends before it has answered. */
  constructor(start: ThreadStart, code: 'batch.thread' | 'search.thread') {
    const script = import.meta.url.endsWith('.ts') ? './searching-thread.ts' : './searching-thread.js';
    const worker = new Worker(new URL(script, import.meta.url), { workerData: start });
    this.#worker = worker;
    const die = (reason: string, cause?: Error) => {
      this.#died ??= new Problem(code, { reason }, { cause });
      for (const { reject } of this.#waiting.values()) reject(this.#died);
      this.#waiting.clear();
    };
    worker.on('message', (answer: ThreadAnswer | 'ready') => {
      if (answer === 'ready') {
        this.#isReady = true;
        return;
      }
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('results' in answer) waiting?.resolve(answer.results as readonly never[]);
      else waiting?.reject(new Problem(code, { reason: answer.failure.message }, { cause: answer.failure }));
    });
    worker.on('error', (error: Error) => die(error.message, error));
    worker.on('messageerror', (error: Error) => die(error.message, error));
    worker.on('exit', (code) => die(`it ended with code ${code}`));
  }

  /** Questions that are not answered yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** It has read its tables: a question is answered as soon as those before it. */
  get isReady(): boolean {
    return this.#isReady && !this.#died;
  }

  /** It has served, and does so no longer. */
  get hasFallen(): boolean {
    return this.#isReady && this.#died !== undefined;
  }

  /** One result for each subject, in order, each of this index and no other. */
  ask<Gives extends keyof ThreadResults>(
    gives: Gives,
    index: EntityIndex,
    subjects: readonly Subject[],
    settings: SearchSettings,
  ): Promise<readonly ThreadResults[Gives][]> {
    if (this.#died) return Promise.reject(this.#died);
    const id = this.#asked++;
    const answer = new Promise<readonly ThreadResults[Gives][]>((resolve, reject) =>
      this.#waiting.set(id, { resolve, reject }),
    );
    const isNew = this.#index !== index;
    this.#index = index;
    const question: ThreadQuestion = { id, subjects, settings, gives, ...(isNew && { bytes: index.bytes }) };
    this.#worker.postMessage(question);
    return answer;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** The one with the least to do. */
export function idlest(threads: readonly AskedThread[]): AskedThread | undefined {
  const [first, ...others] = threads;
  return others.reduce((best, thread) => (best && best.waiting <= thread.waiting ? best : thread), first);
}
