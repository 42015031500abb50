// CSV text in, its rows out; quotes as RFC 4180 has them.

/** Rows by the names of the first line. */
export function readCsv(text: string): readonly Record<string, string>[] {
  const [header = [], ...rows] = readCells(text.replace(/^\ufeff/, ''));
  return rows.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])));
}

/** Rows of a file without names of columns; empty lines are left out. */
export function readCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  for (const [whole, quoted, plain = '', end] of text.matchAll(CELL)) {
    if (whole === '') break;
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    if (1 < cells.length || cells[0] !== '') rows.push(cells);
    cells = [];
  }
  return rows;
}

const CELL = /(?:"((?:[^"]|"")*)"[^,\r\n]*|([^,\r\n]*))(,|\r?\n|$)/g;
