// A row and what was found of it in, its lines for the output or for the file of refused rows out, and the counts with it.
import type { BatchNote, BatchRowFault } from '@sekisho/engine/model/batch.ts';
import type { ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { TableRow } from '@sekisho/sources/readers/table/table.ts';
import type { FoundHit, ScreenedSubject } from '../../threads/screen-subjects.ts';
import { csvLine, textOf, type AddedCells, type LineWriter } from './output-lines.ts';
import type { FaultyRow } from './row-subject.ts';
import type { BatchCounts } from './run-files.ts';

/** How codes become sentences in the files that are written. */
export interface BatchTexts {
  readonly reasonOf: (hit: FoundHit) => string;
  readonly note: (note: BatchNote, facts: ProblemFacts) => string;
  readonly fault: (fault: BatchRowFault, facts: ProblemFacts) => string;
}

export interface WritingSettings {
  readonly hits: 'best' | 'all';
  /** Whether a hit below the threshold only by what the row states is set aside. */
  readonly discountsStated: boolean;
}

/** What one row adds. */
export interface WrittenRow {
  readonly outText: string;
  readonly rejectedText: string;
  readonly counts: Partial<BatchCounts>;
}

export interface RowsWriter {
  readonly head: string;
  readonly rejectedHead: string;
  readonly screened: (row: TableRow, screened: ScreenedSubject) => WrittenRow;
  readonly rejected: (row: TableRow, faulty: FaultyRow) => WrittenRow;
}

export function rowsWriter(
  lines: LineWriter,
  columns: readonly string[],
  settings: WritingSettings,
  texts: BatchTexts,
): RowsWriter {
  return {
    head: lines.head,
    rejectedHead: csvLine(['line', 'reason', ...columns], ','),
    screened: (row, screened) => {
      const { cells, counts } = foundCells(screened, settings, texts);
      return { outText: cells.map((found) => lines.lineOf(row, found)).join(''), rejectedText: '', counts };
    },
    rejected: (row, { fault, facts }) => {
      const { line, cells, text } = row;
      // a row with too many cells keeps those that have a column; of a JSON line that cannot be read there is its text
      const own = cells.length === 0 && text !== undefined ? [text] : cells.slice(0, columns.length).map(textOf);
      const rest = Array<string>(Math.max(0, columns.length - own.length)).fill('');
      const rejectedText = csvLine([String(line), texts.fault(fault, facts), ...own, ...rest], ',');
      return { outText: '', rejectedText, counts: { rows: 1, rejected: 1 } };
    },
  };
}

const nothingFound: AddedCells = {
  match: false,
  score: '',
  listed_name: '',
  list: '',
  entity_id: '',
  reason: '',
  note: '',
};

/** One line for a row, or one for each hit. What could not be searched is never said to be no match. */
function foundCells(
  { hits, cutOff, isUnreadable }: ScreenedSubject,
  settings: WritingSettings,
  texts: BatchTexts,
): { readonly cells: readonly AddedCells[]; readonly counts: Partial<BatchCounts> } {
  const kept = settings.discountsStated ? hits.filter(({ disputedBy }) => disputedBy.length === 0) : hits;
  const [best] = kept;
  const [setAside] = hits;
  const notes = [
    ...(isUnreadable ? [texts.note('unreadable', {})] : []),
    ...(cutOff === undefined ? [] : [texts.note('cut-off', { reason: cutOff })]),
    ...(settings.hits === 'best' && 1 < kept.length ? [texts.note('more-hits', { hits: kept.length })] : []),
    ...(!best && setAside ? [texts.note('discounted', { ...factsOf(setAside) })] : []),
  ];
  const note = notes.join('; ');
  const isUnknown = isUnreadable || cutOff !== undefined;
  const shown = settings.hits === 'all' ? kept : kept.slice(0, 1);
  const found = shown.map((hit): AddedCells => ({
    match: true,
    score: hit.score,
    listed_name: hit.listedName,
    list: hit.list,
    entity_id: hit.entityId,
    reason: texts.reasonOf(hit),
    note,
  }));
  return {
    cells: best ? found : [{ ...nothingFound, match: isUnknown ? '' : false, note }],
    counts: {
      rows: 1,
      hits: kept.length,
      matches: Number(best !== undefined),
      unreadable: Number(isUnreadable),
      cutOff: Number(cutOff !== undefined),
      disputed: Number(hits.length > 0 && hits.every(({ disputedBy }) => disputedBy.length > 0)),
    },
  };
}

function factsOf({ listedName, entityId, disputedBy }: FoundHit): ProblemFacts {
  return { listedName, entityId, factors: disputedBy.join(', ') };
}
