// A batch that was screened in, a page of its rows out: those with a hit, without, unknown, or refused.
import { openTable, type TableRow } from '@sekisho/sources/readers/table/table.ts';
import type { Parts } from '../parts.ts';
import { resultFile } from './batches.ts';
import { textOf } from './output-lines.ts';

export const batchRowKinds = ['match', 'no-match', 'unknown', 'rejected'] as const;
export type BatchRowKind = (typeof batchRowKinds)[number];

export interface BatchRow {
  /** Its place in the file of results, or of refused rows. */
  readonly number: number;
  readonly kind: BatchRowKind;
  /** As in the table. */
  readonly cells: readonly string[];
  readonly score?: number;
  readonly listedName?: string;
  readonly list?: string;
  readonly entityId?: string;
  /** Why two names are alike; of a refused row, why it was refused. */
  readonly reason: string;
  readonly note?: string;
  /** Of a refused row: where it stands in the table. */
  readonly line?: number;
}

export interface BatchRows {
  readonly columns: readonly string[];
  readonly items: readonly BatchRow[];
  /** `after` of the next page; absent on the last. */
  readonly next?: number;
}

/** How many columns are added to a row, in the order of `output-lines.ts`. */
const ADDED = 7;

/** The file is read from its beginning for each page: nothing of it is held. @throws Problem as `resultFile`. */
export async function batchRows(
  id: string,
  asked: { readonly kind?: BatchRowKind; readonly after?: number; readonly limit: number },
  parts: Parts,
): Promise<BatchRows> {
  const { kind, after = 0, limit } = asked;
  const isRejected = kind === 'rejected';
  const file = await resultFile(id, isRejected ? 'rejected' : 'results', parts);
  const table = await openTable(file, { encoding: 'utf-8' });
  const columns = isRejected ? table.columns.slice(2) : table.columns.slice(0, -ADDED);
  const items: BatchRow[] = [];
  let number = 0;
  for await (const { rows } of table.batches())
    for (const row of rows) {
      number++;
      if (number <= after) continue;
      const read = isRejected ? rejectedRow(row, number) : screenedRow(row, number);
      if (kind !== undefined && read.kind !== kind) continue;
      if (items.length === limit) return { columns, items, next: items.at(-1)?.number ?? 0 };
      items.push(read);
    }
  return { columns, items };
}

function rejectedRow({ cells }: TableRow, number: number): BatchRow {
  const [line = '', reason = '', ...own] = cells.map(textOf);
  return { number, kind: 'rejected', cells: own, reason, line: Number(line) };
}

function screenedRow({ cells }: TableRow, number: number): BatchRow {
  const texts = cells.map(textOf);
  const [match = '', score = '', listedName = '', list = '', entityId = '', reason = '', note = ''] =
    texts.slice(-ADDED);
  const kind = match === 'true' ? 'match' : match === 'false' ? 'no-match' : 'unknown';
  return {
    number,
    kind,
    cells: texts.slice(0, -ADDED),
    ...(score !== '' && { score: Number(score) }),
    ...(listedName !== '' && { listedName }),
    ...(list !== '' && { list }),
    ...(entityId !== '' && { entityId }),
    reason,
    ...(note !== '' && { note }),
  };
}
