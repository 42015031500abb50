// An .xlsx workbook in, the texts of its cells out, row by row. The workbook is read in a thread of its own, within limits.
import { Worker } from 'node:worker_threads';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import type { FileOfList } from './file-of-list.ts';
import { readBytes } from './read-whole.ts';
import { checkZip } from './zip-check.ts';

export interface SheetRow {
  /** As the spreadsheet program counts: 1 for the first row. */
  readonly line: number;
  /** The texts shown (of a formula its value), from column A on, without empty cells at the end; line ends within are LF. */
  readonly values: readonly string[];
}

export interface Sheet {
  readonly name: string;
  /** Rows with at least one value. */
  readonly rows: readonly SheetRow[];
}

/** `shown`: the texts as a reader sees them. `data`: dates as `YYYY-MM-DD`, whatever their format; an error is a text as well. */
export type CellReading = 'shown' | 'data';

/** What the worker is given. */
export interface XlsxQuestion {
  readonly bytes: Uint8Array;
  readonly reading: CellReading;
}

/** What it answers. */
export type XlsxAnswer =
  | { readonly sheets: readonly Sheet[] }
  | {
      readonly errorCell: {
        readonly sheet: string;
        readonly line: number;
        readonly column: string;
        readonly value: string;
      };
    }
  | { readonly reason: string };

const ZIP_LIMITS = { maxEntries: 2000, maxBytes: 256 << 20, maxRatio: 200 };
const MAX_PACKED_BYTES = 64 << 20;
const MAX_HEAP_MB = 1024;
const MAX_SECONDS = 60;

/**
 * All sheets of a workbook, by the rows that are there and not by the dimension it states.
 * @throws Problem `file.unreadable` for a damaged or cut-off workbook, `file.too-large` for one that unpacks beyond the
 *   limits or needs too much time or memory, `list.unknown-value` for a cell that shows an error (`#REF!`), unless data is read.
 */
export async function readXlsx(
  file: SourceFile,
  list: string,
  reading: CellReading = 'shown',
): Promise<readonly Sheet[]> {
  const where: FileOfList = { list, file: file.name };
  await checkZip(file, list, ZIP_LIMITS);
  const bytes = await readBytes(file.path, where, MAX_PACKED_BYTES);
  const answer = await answerOfWorker({ bytes, reading }, where);
  if ('sheets' in answer) return answer.sheets;
  if ('errorCell' in answer) throw new Problem('list.unknown-value', { ...where, ...answer.errorCell });
  throw new Problem('file.unreadable', { ...where, reason: answer.reason });
}

function answerOfWorker(question: XlsxQuestion, where: FileOfList): Promise<XlsxAnswer> {
  const script = import.meta.url.endsWith('.ts') ? './xlsx-worker.ts' : './xlsx-worker.js';
  const worker = new Worker(new URL(script, import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const tooLarge = (reason: string) => new Problem('file.too-large', { ...where, reason });
  return new Promise<XlsxAnswer>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(tooLarge(`reading it takes more than ${MAX_SECONDS} seconds`));
      void worker.terminate();
    }, MAX_SECONDS * 1000);
    worker.on('message', resolve);
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const reason = outOfMemory ? `reading it takes more than ${MAX_HEAP_MB} MB of memory` : error.message;
      reject(outOfMemory ? tooLarge(reason) : new Problem('file.unreadable', { ...where, reason }, { cause: error }));
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(new Problem('file.unreadable', { ...where, reason: 'the reader stopped without an answer' }));
    });
  });
}
