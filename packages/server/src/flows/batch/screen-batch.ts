// A table of customers in, the same with what the lists in use hold of each out: in bounded memory, on all cores.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { DateOrder } from '@sekisho/engine/model/batch.ts';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { ReferenceFiles } from '@sekisho/engine/reference/reference-files.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import type { SearchFilters } from '@sekisho/engine/search/search-filters.ts';
import type { Encoding } from '@sekisho/sources/readers/encodings.ts';
import { openTable, type Table } from '@sekisho/sources/readers/table/table.ts';
import { screenHere, screenInThreads, type Screener } from '../../threads/screener.ts';
import type { Parts } from '../parts.ts';
import { searchedEditions } from '../search-filters.ts';
import { columnReadings, type ColumnReading } from './columns.ts';
import { inputFile, refuseChanged, refuseSameFile, type InputFile } from './input-file.ts';
import { lineWriter, type OutputFormat } from './output-lines.ts';
import { rowReader } from './row-subject.ts';
import { openRun, rejectedFileOf, type BatchCounts, type RunBasis } from './run-files.ts';
import { screenRows } from './screen-rows.ts';
import { rowsWriter, type BatchTexts, type WritingSettings } from './written-rows.ts';

export interface BatchRequest extends WritingSettings {
  readonly from: string;
  readonly to: string;
  readonly format: OutputFormat;
  /** Files that are there are written over, and an unfinished run of another kind is given up. */
  readonly replaces: boolean;
  /** `column=field` of each column whose reading is not to be guessed. */
  readonly map: readonly string[];
  readonly encoding?: Encoding;
  /** For rows that say none. */
  readonly schema?: Schema;
  readonly dates?: DateOrder;
  readonly minScore: number;
  /** Without it, all of every list. */
  readonly filters?: SearchFilters;
  /** How many threads screen; without it as many as `cores`, and for a small table this one alone. */
  readonly workers?: number;
  readonly cores: number;
}

/** What is known before the first row is screened. */
export interface BatchBeginning {
  readonly table: Pick<Table, 'format' | 'encoding' | 'sheet'>;
  readonly columns: readonly ColumnReading[];
  /** The columns that are added, by the names they got. */
  readonly added: readonly string[];
  /** Those that are searched in. */
  readonly editions: readonly ActiveEdition[];
  /** Rows that an unfinished run has done already. */
  readonly resumedRows: number;
}

export interface BatchEnd extends BatchBeginning {
  readonly counts: BatchCounts;
  /** There when a row was refused. */
  readonly rejectedFile?: string;
}

/** What a batch works with beside the parts of every flow. */
export interface BatchOutside {
  /** Threads read `data/` for themselves. */
  readonly referenceFiles: ReferenceFiles;
  readonly texts: BatchTexts;
  readonly onBegin: (beginning: BatchBeginning) => void;
  /** `share` of the table, 0 to 1, and rows done in this run. */
  readonly onProgress: (share: number, rows: number) => void;
}

/**
 * Screens every row of a table. The output has all rows that could be screened, in order; the others go to a file beside
 * it, with line and reason. A run that was killed is gone on with when the same is asked for again.
 * @throws Problem `edition.not-found` when no list is in use; as `openTable`, `columnReadings` and `openRun`;
 *   `filter.unknown`; `file.unexpected` for a table without a row, `batch.input-changed` when it changes meanwhile, `batch.thread`.
 */
export async function screenBatch(request: BatchRequest, parts: Parts, outside: BatchOutside): Promise<BatchEnd> {
  await refuseSameFile(request.from, request.to);
  const input = await inputFile(request.from);
  const table = await openTable(input, { encoding: request.encoding });
  const columns = columnReadings(table.columns, request.map, parts.reference.batchColumns, input.name);
  const snapshot = await parts.index.over(await parts.store.activeEditions());
  const { index, editions } = snapshot;
  if (editions.length === 0) throw new Problem('edition.not-found', { edition: 'of any list' });
  const searched = searchedEditions(request.filters ?? {}, snapshot, parts);

  const lines = lineWriter(request.format, table.columns, table);
  const basis = basisOf(request, input, columns, editions, parts, outside);
  const run = await openRun(request.to, basis, request.replaces);
  try {
    const beginning = { table, columns, added: lines.added, editions: searched, resumedRows: run.resumed.rows };
    outside.onBegin(beginning);
    let counts = run.resumed;
    if (!run.isComplete) {
      const screener = screenerFor(index, input, request, outside.referenceFiles);
      try {
        const subjectOf = rowReader({ ...request, columns }, parts.reference);
        const writer = rowsWriter(lines, table.columns, request, outside.texts);
        counts = await screenRows({ table, run, screener, subjectOf, writer, onProgress: outside.onProgress });
      } finally {
        await screener.close();
      }
      if (counts.rows === 0)
        throw new Problem('file.unexpected', { file: input.name, reason: 'it has no row below its column names' });
      await refuseChanged(input);
      await run.checkpoint(counts, true);
    }
    await run.finish();
    return { ...beginning, counts, ...(counts.rejected > 0 && { rejectedFile: rejectedFileOf(request.to) }) };
  } finally {
    await run.close();
  }
}

/** What of the answer, were it otherwise, would make another file. */
function basisOf(
  { format, schema, dates, minScore, filters, hits, discountsStated, encoding }: BatchRequest,
  { bytes, sha256 }: InputFile,
  columns: readonly ColumnReading[],
  editions: readonly ActiveEdition[],
  { engineVersion }: Parts,
  { referenceFiles }: BatchOutside,
): RunBasis {
  const reference = createHash('sha256');
  for (const [file, text] of referenceFiles) reference.update(`${file}\n${text}\n`);
  return {
    table: { bytes, sha256 },
    columns: canonicalJson(columns.map(({ column, field }) => [column.toWellFormed(), field ?? null])),
    lists: editions.map(({ edition }) => edition.id),
    settings: { format, schema, dates, minScore, filters, hits, discountsStated, encoding },
    program: { engineVersion, reference: reference.digest('hex') },
  };
}

/** The most hits that are looked at of one row. */
const MOST_HITS = { best: 100, all: 1000 } as const satisfies Record<WritingSettings['hits'], number>;
/** A table that is screened before threads have started. */
const SMALL_TABLE_BYTES = 128 << 10;
/** How many bytes of text a byte of a workbook holds, about. */
const PACKED = 6;

function screenerFor(
  index: EntityIndex,
  { bytes, name }: InputFile,
  { workers, cores, minScore, hits, filters }: BatchRequest,
  referenceFiles: ReferenceFiles,
): Screener {
  const textBytes = ['.xlsx', '.ods'].includes(path.extname(name).toLowerCase()) ? PACKED * bytes : bytes;
  const threads = workers ?? (textBytes < SMALL_TABLE_BYTES ? 1 : cores);
  const settings = { minScore, limit: MOST_HITS[hits], ...(filters && { filters }) };
  return threads <= 1 ? screenHere(index, settings) : screenInThreads(index, settings, referenceFiles, threads);
}
