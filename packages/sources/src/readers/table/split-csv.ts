// Text of a CSV file in, its rows out; a quote that is wrong costs the line it stands in and no other.

export interface CsvLine {
  readonly values: readonly string[];
  /** How many it goes over. */
  readonly lines: number;
  /** True when a quoted cell of it is not closed, or goes on behind its closing quote. */
  readonly isBroken: boolean;
}

export interface CsvLines {
  readonly rows: readonly CsvLine[];
  /** The place after the last whole row. */
  readonly end: number;
}

/** A cell that goes on for longer has lost its closing quote. */
const MAX_QUOTED_CHARS = 256 << 10;

/**
 * RFC 4180 with LF line ends and any delimiter of one character. Where a quote is wrong, parsers make one cell of all that
 * follows, up to the next quote that fits: here the row ends with its line, so that the customers below it are not lost.
 * @param isLast whether the text goes up to the end of the file; else a row that is not whole is left for the next text.
 */
export function splitCsv(text: string, delimiter: string, isLast: boolean): CsvLines {
  const rows: CsvLine[] = [];
  let end = 0;
  while (end < text.length) {
    const row = rowAt(text, end, delimiter, isLast);
    if (!row) break;
    rows.push(row.line);
    end = row.next;
  }
  return { rows, end };
}

interface RowAt {
  readonly line: CsvLine;
  readonly next: number;
}

/** Undefined when more text is needed to tell where the row ends. */
function rowAt(text: string, start: number, delimiter: string, isLast: boolean): RowAt | undefined {
  const lineEnd = text.indexOf('\n', start);
  if (lineEnd === -1 && !isLast) return undefined;
  const firstEnd = lineEnd === -1 ? text.length : lineEnd;
  const firstLine = text.slice(start, firstEnd);
  const after = Math.min(text.length, firstEnd + 1);
  if (!firstLine.includes('"'))
    return { line: { values: firstLine.split(delimiter), lines: 1, isBroken: false }, next: after };

  const values: string[] = [];
  for (let at = start; ;) {
    const cell = text[at] === '"' ? quotedAt(text, at, delimiter) : plainAt(text, at, delimiter);
    if (cell === 'unclosed' && !isLast && text.length - start < MAX_QUOTED_CHARS) return undefined;
    if (typeof cell === 'string')
      return { line: { values: firstLine.split(delimiter), lines: 1, isBroken: true }, next: after };
    values.push(cell.value);
    if (text[cell.end] !== delimiter) {
      const next = Math.min(text.length, cell.end + 1);
      return { line: { values, lines: 1 + lineFeeds(text, start, cell.end), isBroken: false }, next };
    }
    at = cell.end + 1;
  }
}

interface CellAt {
  readonly value: string;
  /** The place of the delimiter or line feed behind it, or the end of the text. */
  readonly end: number;
}

function plainAt(text: string, start: number, delimiter: string): CellAt {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
  return { value: text.slice(start, end), end };
}

function quotedAt(text: string, start: number, delimiter: string): CellAt | 'unclosed' | 'broken' {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  if (quote === -1) return 'unclosed';
  if (MAX_QUOTED_CHARS < quote - start) return 'broken';
  let end = quote + 1;
  while (text[end] === ' ') end++; // some programs align their columns
  if (end >= text.length) return { value: unquoted(text, start, quote), end };
  return text[end] === delimiter || text[end] === '\n' ? { value: unquoted(text, start, quote), end } : 'broken';
}

function unquoted(text: string, start: number, quote: number): string {
  return text.slice(start + 1, quote).replaceAll('""', '"');
}

function lineFeeds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
