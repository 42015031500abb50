// What the servers of publishers said of the files they gave in, one small file of the data folder out; and back.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, writeDurably } from './durable-files.ts';

/** Of the edition in use of one source: what to ask with the next time, by address. */
export interface DownloadNote {
  /** The edition that the files made. */
  readonly editionId: string;
  readonly files: Readonly<Record<string, { readonly etag?: string; readonly lastModified?: string }>>;
}

/** The file `downloads.json`: a convenience. Without it, files are sent once more; it may be deleted at any time. */
export class DownloadNotes {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = dataFolder;
  }

  async of(source: string): Promise<DownloadNote | undefined> {
    return (await this.#read())[source];
  }

  async save(source: string, note: DownloadNote): Promise<void> {
    await makeFolder(this.#folder);
    const notes = { ...(await this.#read()), [source]: note };
    await writeDurably(this.#file, Buffer.from(`${JSON.stringify(notes, undefined, 2)}\n`));
  }

  get #file(): string {
    return path.join(this.#folder, 'downloads.json');
  }

  /** What cannot be read is not there. */
  async #read(): Promise<Readonly<Record<string, DownloadNote | undefined>>> {
    try {
      const notes: unknown = JSON.parse(await readFile(this.#file, 'utf8'));
      return typeof notes === 'object' && notes !== null ? (notes as Record<string, DownloadNote>) : {};
    } catch {
      return {};
    }
  }
}
