// A tab-separated or YAML file of `data/` in, its checked rows out; anything wrong is a Problem with file and line.
import { parseDocument, LineCounter } from 'yaml';
import { Problem } from '../model/problem.ts';
import type { ReferenceFiles } from './reference-files.ts';

/** A row with the place it stands at, for problems found later. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of a table: `#` begins a comment line, the first other line names the columns.
 * @throws Problem `reference.invalid` when the file is missing, has other columns or a row with another number of cells.
 */
export function readTable(files: ReferenceFiles, file: string, columns: readonly string[]): TableRow[] {
  const rows: TableRow[] = [];
  let header: readonly string[] | undefined;
  referenceText(files, file)
    .split('\n')
    .forEach((text, index) => {
      if (text === '' || text.startsWith('#')) return;
      const row = { line: index + 1, cells: text.replace(/\r$/, '').split('\t') };
      if (!header) {
        header = row.cells;
        if (header.join('\t') !== columns.join('\t'))
          throw invalid(file, row.line, `the columns are "${header.join(', ')}" instead of "${columns.join(', ')}"`);
      } else if (row.cells.length !== columns.length)
        throw invalid(file, row.line, `the row has ${row.cells.length} cells instead of ${columns.length}`);
      else rows.push(row);
    });
  if (!header) throw invalid(file, 1, 'the table has no row of column names');
  return rows;
}

/**
 * The value of a YAML file.
 * @throws Problem `reference.invalid` when the file is missing or is not YAML.
 */
export function readYaml(files: ReferenceFiles, file: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(referenceText(files, file), { lineCounter: lines });
  const [error] = document.errors;
  if (error) throw invalid(file, lines.linePos(error.pos[0]).line, error.message);
  return document.toJS();
}

/** The Problem for a file of `data/`; `where` is a line number or the entry. */
export function invalid(file: string, where: number | string, reason: string): Problem {
  return new Problem('reference.invalid', {
    file,
    ...(typeof where === 'number' ? { line: where } : { entry: where }),
    reason,
  });
}

/** @throws Problem `reference.invalid` when the file is missing. */
export function referenceText(files: ReferenceFiles, file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new Problem('reference.invalid', { file, reason: 'the file is missing' });
  return text;
}
