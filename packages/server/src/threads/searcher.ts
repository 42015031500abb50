// Subjects and an index in, what a search of it gives out: searched here, or in threads that share the index.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import type { ReferenceFiles } from '@sekisho/engine/reference/reference-files.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { search, type SearchResult, type SearchSettings } from '@sekisho/engine/search/search.ts';
import { AskedThread, idlest } from './asked-thread.ts';

export interface Searcher {
  /** That answer now; none: searches are done by whoever asks. */
  readonly threads: number;
  /**
   * As `search` of the engine gives it.
   * @param index one that was opened or built, its words as rare as they are in it.
   * @throws Problem `search.thread` when a thread has died before it answered.
   */
  search(index: EntityIndex, subject: Subject, settings: SearchSettings): Promise<SearchResult>;
  close(): Promise<void>;
}

/** In this thread, at once. */
export const searchHere: Searcher = {
  threads: 0,
  search: (index, subject, settings) => Promise.resolve(search(index, subject, settings)),
  close: () => Promise.resolve(),
};

/** An index of fewer names is searched in less time than a thread needs to be asked. */
const LEAST_NAMES = 2000;

export interface SearchThreads {
  readonly count: number;
  /** The tables of names, as this thread has read them; while it throws, and until threads have read them, this one searches. */
  readonly readFiles: () => Promise<ReferenceFiles>;
  /** Is told, once, what keeps threads from being started. */
  readonly onWarning?: ((problem: Problem) => void) | undefined;
  /** Of an index that is searched in threads. */
  readonly leastNames?: number;
}

/** Threads are started when the first large index is searched. One that dies after it served is replaced. */
export function searchInThreads(settings: SearchThreads): Searcher {
  return new ThreadedSearcher(settings);
}

class ThreadedSearcher implements Searcher {
  readonly #settings: SearchThreads;
  #threads: readonly AskedThread[] = [];
  #files: ReferenceFiles | undefined;
  #beginning: Promise<void> | undefined;

  constructor(settings: SearchThreads) {
    this.#settings = settings;
  }

  get threads(): number {
    return this.#threads.filter(({ isReady }) => isReady).length;
  }

  async search(index: EntityIndex, subject: Subject, settings: SearchSettings): Promise<SearchResult> {
    if (index.names < (this.#settings.leastNames ?? LEAST_NAMES)) return search(index, subject, settings);
    this.#beginning ??= this.#begin();
    const thread = this.#idlest();
    if (!thread) return search(index, subject, settings);
    const [found] = await thread.ask('found', index, [subject], settings);
    return found as SearchResult;
  }

  async close(): Promise<void> {
    await this.#beginning;
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  async #begin(): Promise<void> {
    try {
      const files = await this.#settings.readFiles();
      this.#files = files;
      this.#threads = Array.from({ length: this.#settings.count }, () => threadOver(files));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#settings.onWarning?.(new Problem('search.thread', { reason }, { cause: error }));
    }
  }

  #idlest(): AskedThread | undefined {
    const files = this.#files;
    if (files) this.#threads = this.#threads.map((thread) => (thread.hasFallen ? threadOver(files) : thread));
    return idlest(this.#threads.filter(({ isReady }) => isReady));
  }
}

function threadOver(referenceFiles: ReferenceFiles): AskedThread {
  return new AskedThread({ referenceFiles }, 'search.thread');
}
