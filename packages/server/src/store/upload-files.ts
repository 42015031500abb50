// Files that somebody sends in, each sending in a folder of its own out, below the data folder; gone again once they were read.
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';

/** The folder `uploads` of a data folder. */
export class UploadFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = path.join(dataFolder, 'uploads');
  }

  /** A new, empty folder; its id. @throws Problem `store.failed` */
  async begin(): Promise<string> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      return path.basename(await mkdtemp(path.join(this.#folder, BEGINNING)));
    } catch (error) {
      throw new Problem('store.failed', { file: 'uploads', reason: (error as Error).message }, { cause: error });
    }
  }

  /** Where a file of that name stands, or would. @throws Problem `file.unexpected` for a name that leads elsewhere. */
  place(id: string, name: string): string {
    const told = (given: string) => given !== '' && given === path.basename(given) && !/^\.*$/.test(given);
    if (!told(name) || !told(id) || !id.startsWith(BEGINNING))
      throw new Problem('file.unexpected', { file: name.slice(0, 200), reason: 'its name is none of a file' });
    return path.join(this.#folder, id, name);
  }

  /** What is not there is gone already. */
  async remove(id: string): Promise<void> {
    await rm(path.dirname(this.place(id, 'any')), { recursive: true, force: true });
  }

  /** Ids of what was begun before that moment and is still there. */
  async begunBefore(moment: Instant): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const begun: string[] = [];
    for (const name of names.filter((one) => one.startsWith(BEGINNING))) {
      const found = await stat(path.join(this.#folder, name)).catch(() => undefined);
      if (found && found.mtime.toISOString() < moment) begun.push(name);
    }
    return begun;
  }
}

const BEGINNING = 'upload-';
