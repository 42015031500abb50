// A table, a screener and the files of a run in, every row that is not done yet screened and written out, in order.
import type { Subject } from '@sekisho/engine/model/subject.ts';
import type { Table, TableRow } from '@sekisho/sources/readers/table/table.ts';
import type { Screener } from '../../threads/screener.ts';
import type { FaultyRow, RowSubject } from './row-subject.ts';
import type { BatchCounts, RunFiles } from './run-files.ts';
import type { RowsWriter, WrittenRow } from './written-rows.ts';

export interface RowsWork {
  readonly table: Table;
  readonly run: RunFiles;
  readonly screener: Screener;
  readonly subjectOf: (row: TableRow) => RowSubject;
  readonly writer: RowsWriter;
  /** `share` of the table, 0 to 1, and rows done in this run. */
  readonly onProgress: (share: number, rows: number) => void;
}

/** Rows that go to a thread together. */
const CHUNK_ROWS = 200;
/** Chunks read ahead for each thread: enough that none waits, few enough that memory stays flat. */
const CHUNKS_AHEAD = 3;
/** Rows between two checkpoints: what a kill costs. */
const CHECKPOINT_ROWS = 2000;

/** @returns the counts of the run, with those of the unfinished run it goes on with. @throws Problem as table and screener do. */
export async function screenRows(work: RowsWork): Promise<BatchCounts> {
  const { table, run, screener, writer, onProgress } = work;
  if (run.isNew) await run.add(writer.head, writer.rejectedHead);
  const progress = new RunProgress(run, onProgress);
  const ahead: Promise<ScreenedChunk>[] = [];
  let passed = 0;
  for await (const { rows, share } of table.batches()) {
    const left = rows.slice(Math.max(0, run.resumed.rows - passed));
    passed += rows.length;
    for (let start = 0; start < left.length; start += CHUNK_ROWS) {
      const chunk = screenChunk(left.slice(start, start + CHUNK_ROWS), share, work);
      chunk.catch(() => undefined); // it is awaited in its turn, and one before it may fail first
      ahead.push(chunk);
      if (CHUNKS_AHEAD * screener.width <= ahead.length) await progress.write(await (ahead.shift() ?? chunk));
    }
  }
  for (const chunk of ahead) await progress.write(await chunk);
  return progress.counts;
}

interface ScreenedChunk {
  readonly rows: readonly WrittenRow[];
  readonly share: number;
}

async function screenChunk(
  rows: readonly TableRow[],
  share: number,
  { screener, subjectOf, writer }: RowsWork,
): Promise<ScreenedChunk> {
  const read = rows.map((row) => ({ row, ...subjectOf(row) }));
  const subjects = read.flatMap((each): readonly Subject[] => ('subject' in each ? [each.subject] : []));
  const answers = (await screener.screen(subjects)).values();
  const written = read.map((each): WrittenRow => {
    if (!('subject' in each)) return writer.rejected(each.row, each satisfies FaultyRow);
    const screened = answers.next().value;
    if (!screened) throw new TypeError('a screener answers every subject');
    const { counts, ...texts } = writer.screened(each.row, screened);
    return { ...texts, counts: { ...counts, ambiguousDates: Number(each.isAmbiguousDate) } };
  });
  return { rows: written, share };
}

/** What is written, counted, and made durable now and then. */
class RunProgress {
  counts: BatchCounts;
  readonly #run: RunFiles;
  readonly #onProgress: RowsWork['onProgress'];
  #atCheckpoint: number;

  constructor(run: RunFiles, onProgress: RowsWork['onProgress']) {
    this.#run = run;
    this.#onProgress = onProgress;
    this.counts = run.resumed;
    this.#atCheckpoint = run.resumed.rows;
  }

  async write({ rows, share }: ScreenedChunk): Promise<void> {
    const text = (of: 'outText' | 'rejectedText') => rows.map((row) => row[of]).join('');
    await this.#run.add(text('outText'), text('rejectedText'));
    for (const { counts } of rows) this.counts = sumOf(this.counts, counts);
    if (CHECKPOINT_ROWS <= this.counts.rows - this.#atCheckpoint) {
      await this.#run.checkpoint(this.counts);
      this.#atCheckpoint = this.counts.rows;
    }
    this.#onProgress(share, this.counts.rows - this.#run.resumed.rows);
  }
}

function sumOf(counts: BatchCounts, more: Partial<BatchCounts>): BatchCounts {
  const names = Object.keys(counts) as (keyof BatchCounts)[];
  return Object.fromEntries(names.map((name) => [name, counts[name] + (more[name] ?? 0)])) as unknown as BatchCounts;
}
