// Tables that somebody wants screened in, a folder each out, with what is known of it beside the files; gone at its end.
import { createWriteStream } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BatchField, DateOrder } from '@sekisho/engine/model/batch.ts';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { makeFolder, writeDurably } from './durable-files.ts';

/** How a table is to be screened. */
export interface BatchQuestion {
  /** What columns hold, where it is not as was guessed; without a field: nothing that is read. */
  readonly columns: readonly ColumnSaid[];
  /** For rows that say none. */
  readonly schema?: Schema;
  readonly dates?: DateOrder;
  readonly minScore: number;
  readonly hits: 'best' | 'all';
  readonly discountsStated: boolean;
}

export interface ColumnSaid {
  readonly column: string;
  readonly field?: BatchField;
}

/** What is known of a table that was received, and what was asked to be made of it. */
export interface KeptBatch {
  readonly id: string;
  /** As its owner calls it, without folders. */
  readonly file: string;
  readonly bytes: number;
  /** Whoever sent it: nobody else sees it. */
  readonly ownerId: string;
  readonly receivedAt: Instant;
  /** All of it is deleted then. */
  readonly endsAt: Instant;
  readonly format: string;
  readonly encoding?: string;
  /** Of a workbook: what is read, and what is not. */
  readonly sheet?: { readonly name: string; readonly others: readonly string[] };
  readonly columns: readonly ColumnSaid[];
  /** The first rows. */
  readonly sample: readonly (readonly string[])[];
  /** What was asked last; absent: nothing yet. */
  readonly screening?: { readonly number: number; readonly question: BatchQuestion };
}

/** How far a screening is. */
export interface BatchProgress {
  readonly number: number;
  /** 0 to 1, of the table. */
  readonly share: number;
  readonly rows: number;
  readonly rowsPerSecond: number;
  readonly secondsLeft: number;
}

const BATCH = 'batch.json';
const PROGRESS = 'progress.json';
const idForm = /^[\da-f-]{36}$/;

/** The folder `batches/` of a data folder: personal data of people who are no party of any case, and so no part of record or backup. */
export class BatchFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = path.join(dataFolder, 'batches');
  }

  /** Where a file of a batch stands. */
  placeOf(id: string, file: string): string {
    return path.join(this.#folder, id, file);
  }

  /** Writes what is sent; nothing is left of it when it breaks off. */
  async receive(id: string, file: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    await makeFolder(path.join(this.#folder, id));
    try {
      await pipeline(content, createWriteStream(this.placeOf(id, file), { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await this.remove(id);
      throw error;
    }
  }

  async save(batch: KeptBatch): Promise<void> {
    await writeDurably(this.placeOf(batch.id, BATCH), Buffer.from(JSON.stringify(batch)));
  }

  /** Undefined when there is none. */
  async batch(id: string): Promise<KeptBatch | undefined> {
    return idForm.test(id) ? this.#read<KeptBatch>(id, BATCH) : undefined;
  }

  /** The latest first. */
  async all(): Promise<readonly KeptBatch[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const read = await Promise.all(names.map((name) => this.batch(name)));
    return read.flatMap((batch) => batch ?? []).toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
  }

  async saveProgress(id: string, progress: BatchProgress): Promise<void> {
    await writeDurably(this.placeOf(id, PROGRESS), Buffer.from(JSON.stringify(progress)));
  }

  async progress(id: string): Promise<BatchProgress | undefined> {
    return this.#read<BatchProgress>(id, PROGRESS);
  }

  async remove(id: string): Promise<void> {
    await rm(path.join(this.#folder, id), { recursive: true, force: true, maxRetries: 3 });
  }

  async #read<Content>(id: string, file: string): Promise<Content | undefined> {
    try {
      return JSON.parse(await readFile(this.placeOf(id, file), 'utf8')) as Content;
    } catch {
      return undefined; // it is not there, or is being deleted
    }
  }
}
