// An index and how many threads in, something that screens subjects out: here, or in threads that share the index.
import type { Subject } from '@sekisho/engine/model/subject.ts';
import type { ReferenceFiles } from '@sekisho/engine/reference/reference-files.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import type { SearchSettings } from '@sekisho/engine/search/search.ts';
import { AskedThread, idlest } from './asked-thread.ts';
import { screenSubjects, type ScreenedSubject } from './screen-subjects.ts';

export interface Screener {
  /** How many calls of `screen` it works on at a time. */
  readonly width: number;
  /** One answer for each subject, in order. @throws Problem `batch.thread` when a thread has died. */
  screen(subjects: readonly Subject[]): Promise<readonly ScreenedSubject[]>;
  close(): Promise<void>;
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
  const threads = Array.from({ length: count }, () => new AskedThread({ referenceFiles }, 'batch.thread'));
  return {
    width: count,
    screen: (subjects) => (idlest(threads) as AskedThread).ask('screened', index, subjects, settings),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
