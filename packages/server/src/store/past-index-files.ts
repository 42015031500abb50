// The number of a block of past parties in, the file that it is kept in out; and all of them gone, when somebody in them is erased.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { IndexFiles } from './index-files.ts';

const PLACE = 'index/past';

/** The folder `index/past` of a data folder: a cache of what the record makes, which names people and goes when one of them is erased. */
export class PastIndexFiles {
  readonly #dataFolder: string;

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  /** @param place from 0. */
  block(place: number): IndexFiles {
    return new IndexFiles(this.#dataFolder, `${PLACE}/${String(place)}`);
  }

  /** @throws Problem `store.failed` when it cannot be removed. */
  async remove(): Promise<void> {
    try {
      await rm(path.join(this.#dataFolder, PLACE), { recursive: true, force: true });
    } catch (error) {
      throw new Problem('store.failed', { file: PLACE, reason: (error as Error).message }, { cause: error });
    }
  }
}
