// Cells and what was found in, lines of a CSV or JSON-lines file out, in which no cell is a formula.
import type { TableCell, TableRow } from '@sekisho/sources/readers/table/table.ts';

const addedColumns = ['match', 'score', 'listed_name', 'list', 'entity_id', 'reason', 'note'] as const;

/** What is written beside a row. `match` is empty where it is not known. */
export interface AddedCells {
  readonly match: boolean | '';
  readonly score: number | '';
  readonly listed_name: string;
  readonly list: string;
  readonly entity_id: string;
  readonly reason: string;
  readonly note: string;
}

export type OutputFormat = 'csv' | 'jsonl';

export interface LineWriter {
  /** Column names; empty where lines name them themselves. */
  readonly head: string;
  /** The added columns by the names they got. */
  readonly added: readonly string[];
  readonly lineOf: (row: TableRow, added: AddedCells) => string;
}

/** An added column whose name the table has already gets a number behind it. */
export function lineWriter(
  format: OutputFormat,
  columns: readonly string[],
  { delimiter = ',', isMarked }: { readonly delimiter?: string; readonly isMarked: boolean },
): LineWriter {
  const used = new Set<string>();
  const names = columns.map((column, place) => free(column === '' ? `column_${place + 1}` : column, used));
  const taken = new Set([...columns, ...names].map((column) => column.toLowerCase()));
  const added = addedColumns.map((column) => free(column, taken));
  if (format === 'csv') {
    const head = csvLine([...columns, ...added], delimiter);
    return {
      head: isMarked ? `\ufeff${head}` : head,
      added,
      lineOf: ({ cells }, found) =>
        csvLine([...cells.map(textOf), ...addedColumns.map((column) => addedText(found[column]))], delimiter),
    };
  }
  return { head: '', added, lineOf: (row, found) => jsonLine(row, names, added, found) };
}

/** As RFC 4180 has it; a cell that begins or ends with a blank is quoted too. */
export function csvLine(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\n`;
}

function csvCell(cell: string, delimiter: string): string {
  const text = isFormula(cell) ? `'${cell}` : cell;
  return text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Whether a spreadsheet program would compute the cell (OWASP, CSV Injection): it begins with `=`, `+`, `-`, `@`, a tab or
 * a line end, also in their wide forms; a plain number such as `-5` or `+81312345678` is none.
 */
function isFormula(cell: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?\d+(?:[.,]\d+)*%?$/.test(cell);
}

/** The line itself stays as it was, to the digit; what is added goes before its closing brace. */
function jsonLine(row: TableRow, names: readonly string[], added: readonly string[], found: AddedCells): string {
  const more = Object.fromEntries(
    addedColumns.map((column, place) => [added[place] ?? column, found[column] === '' ? null : found[column]]),
  );
  const own =
    row.text ?? JSON.stringify(Object.fromEntries(names.map((name, place) => [name, row.cells[place] ?? ''])));
  const isEmpty = /^\{\s*\}$/.test(own);
  return `${own.slice(0, -1)}${isEmpty ? '' : ','}${JSON.stringify(more).slice(1)}\n`;
}

/** A cell in one line of CSV. */
export function textOf(cell: TableCell): string {
  if (typeof cell === 'string') return cell;
  return 'json' in cell ? cell.json : cell.join('; ');
}

function addedText(value: AddedCells[keyof AddedCells]): string {
  return typeof value === 'number' ? value.toFixed(4) : String(value);
}

function free(column: string, taken: Set<string>): string {
  let name = column;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${column}_${number}`;
  taken.add(name.toLowerCase());
  return name;
}
