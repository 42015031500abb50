// The sheets of a workbook and what is said of where its table stands in, the header row and the rows below it out.
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { Sheet, SheetRow } from '../workbook.ts';

/** Where a table stands in its file. */
export interface TablePlace {
  /** Of a workbook: the name of the sheet; without it, the first that has rows. */
  readonly sheet?: string;
  /** The line of the column names, from 1, as the spreadsheet program counts; without it, the first that is not empty. */
  readonly headerRow?: number;
}

export interface ChosenSheet {
  readonly name: string;
  readonly header: SheetRow;
  /** Those that follow the header. */
  readonly rows: readonly SheetRow[];
  /** Other sheets that have rows. */
  readonly others: readonly string[];
}

/** @throws Problem `file.unexpected` with `where`: no such sheet, no sheet with rows, an empty header row. */
export function chosenSheet(
  sheets: readonly Sheet[],
  { sheet: wanted, headerRow }: TablePlace,
  where: ProblemFacts,
): ChosenSheet {
  const sheet = sheets.find(({ name, rows }) => (wanted === undefined ? rows.length > 0 : name === wanted));
  if (!sheet) {
    const reason = wanted === undefined ? 'no sheet of it has a row' : `it has no sheet "${wanted}"`;
    throw new Problem('file.unexpected', { ...where, reason });
  }
  const headerAt = headerRow === undefined ? 0 : sheet.rows.findIndex(({ line }) => line === headerRow);
  const header = sheet.rows[headerAt];
  if (!header)
    throw new Problem('file.unexpected', {
      ...where,
      sheet: sheet.name,
      line: headerRow,
      reason: 'its header row is empty',
    });
  return {
    name: sheet.name,
    header,
    rows: sheet.rows.slice(headerAt + 1),
    others: sheets.filter((other) => other !== sheet && other.rows.length > 0).map(({ name }) => name),
  };
}
