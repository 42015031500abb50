// A workbook (.xlsx, .xls, .ods) in, the texts of its cells out, row by row. The workbook is read in a thread of its own, within limits.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import type { FileOfList } from './file-of-list.ts';
import { isOle2, refuseCutOffOle2 } from './ole2-check.ts';
import { readBytes } from './read-whole.ts';
import { answerOfThread } from './thread-answer.ts';
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

/** `shown`: the texts as a reader sees them. `data`: dates as `YYYY-MM-DD` (`YYYY-MM` or `YYYY` where no day or month is shown); an error is a text as well. */
export type CellReading = 'shown' | 'data';

/** What a workbook is packed in: .xlsx, .xlsm, .xlsb and .ods are zip files, .xls is an OLE2 file. */
export type WorkbookContainer = 'zip' | 'ole2';

/** What the worker is given. */
export interface WorkbookQuestion {
  readonly bytes: Uint8Array;
  readonly container: WorkbookContainer;
  readonly reading: CellReading;
}

/** What it answers. */
export type WorkbookAnswer =
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
const NO_WORKBOOK = 'it is not a workbook (.xlsx, .xls, .ods)';
const MAX_BYTES = 64 << 20;
const THREAD_LIMITS = { maxSeconds: 60, maxHeapMb: 1024 };
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? './workbook-worker.ts' : './workbook-worker.js',
  import.meta.url,
);

/**
 * All sheets of a workbook, by the rows that are there and not by the dimension it states. What it is is told from its bytes:
 * .xlsx, .xlsm, .xlsb and .ods, or .xls since Excel 5. Sheets of macros, dialogs and charts are left out.
 * @throws Problem `file.unexpected` for another file, `file.unreadable` for a workbook that is damaged, cut off or protected with a
 *   password or has no sheet of cells, `file.too-large` for one that unpacks beyond the
 *   limits or needs too much time or memory, `list.unknown-value` for a cell that shows an error (`#REF!`), unless data is read.
 */
export async function readWorkbook(
  file: SourceFile,
  list: string,
  reading: CellReading = 'shown',
): Promise<readonly Sheet[]> {
  const where: FileOfList = { list, file: file.name };
  const bytes = await readBytes(file.path, where, MAX_BYTES);
  const container = isOle2(bytes) ? 'ole2' : 'zip';
  if (container === 'ole2') refuseCutOffOle2(bytes, where);
  else await checkZip(file, list, ZIP_LIMITS, NO_WORKBOOK);
  const question: WorkbookQuestion = { bytes, container, reading };
  const answer = await answerOfThread<WorkbookAnswer>(THREAD, question, where, THREAD_LIMITS);
  if ('sheets' in answer) return answer.sheets;
  if ('errorCell' in answer) throw new Problem('list.unknown-value', { ...where, ...answer.errorCell });
  throw new Problem('file.unreadable', { ...where, reason: answer.reason });
}
