// Pages of a PDF that hold one table in, its rows out: each cell as the lines that stand in it.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from './file-of-list.ts';
import { joined, linesOf, withoutPageNumber, type PdfLine } from './pdf-lines.ts';
import type { PdfPage, PdfText } from './pdf.ts';

export interface PdfTable {
  /** Where the text of each column begins and ends, over all pages. */
  readonly columns: readonly ColumnSpan[];
  readonly rows: readonly PdfTableRow[];
}

export interface ColumnSpan {
  readonly left: number;
  readonly right: number;
}

export interface PdfTableRow {
  readonly page: number;
  /** By column, from top to bottom; none where the cell is empty. */
  readonly cells: readonly (readonly PdfLine[])[];
}

/** Columns that are nearer to each other than this many points cannot be told apart. */
const LEAST_GUTTER = 1;
/** How far from the middle of its row a cell's middle may be, in sizes of a letter: a line too many moves it by half a line. */
const CENTRED = 0.35;
/** As far as that only where nothing else will do: below the text of such a cell are one or two empty lines. */
const OFF_CENTRE = 1.4;
/** In points: more than all lines of a page can be away from their rows. */
const WORST_DISTANCE = 1e6;

/**
 * A table without lines between its rows, as spreadsheet programs print it when every cell is centred from top to bottom.
 * The first column has one line in each row, a number mostly, which is the middle of the row; that of the other cells is
 * beside it, however many lines they have. Columns are what no text crosses on any page.
 * @throws Problem `list.unexpected-shape` when a page cannot be divided so.
 */
export function centredTable(pages: readonly PdfPage[], where: FileOfList): PdfTable {
  const plain = pages.map(withoutPageNumber);
  const columns = columnsOf(plain.flatMap(({ texts }) => texts));
  const rows = plain.flatMap((page) => rowsOf(page, columns, where));
  return { columns, rows };
}

/**
 * The text of a cell: lines that were broken for want of room are joined, others stay lines of their own, parted by LF.
 * @param beginsParagraph true for a line that cannot go on with the one before it, whatever the room.
 */
export function cellText(
  lines: readonly PdfLine[],
  column: ColumnSpan,
  beginsParagraph: (line: string, before: string) => boolean,
): string {
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const goesOn =
      before &&
      column.right < before.right + widthOfFirstWord(line) &&
      !beginsParagraph(line.text, paragraphs.at(-1) ?? '');
    if (goesOn) paragraphs.push(joined(paragraphs.pop() ?? '', line.text));
    else paragraphs.push(line.text);
  }
  return paragraphs.join('\n');
}

function columnsOf(texts: readonly PdfText[]): ColumnSpan[] {
  const columns: { left: number; right: number }[] = [];
  for (const { x, width } of texts.toSorted((one, other) => one.x - other.x)) {
    const column = columns.at(-1);
    if (column && x < column.right + LEAST_GUTTER) column.right = Math.max(column.right, x + width);
    else columns.push({ left: x, right: x + width });
  }
  return columns;
}

function rowsOf(page: PdfPage, columns: readonly ColumnSpan[], where: FileOfList): PdfTableRow[] {
  const isIn = ({ x }: PdfText, { left, right }: ColumnSpan) => left <= x && x <= right;
  const [middles = [], ...others] = columns.map((column) =>
    linesOf(
      page.texts.filter((text) => isIn(text, column)),
      page.number,
    ),
  );
  const cellsByColumn = others.map((lines, index) => {
    const cells = aroundMiddles(lines, middles);
    if (cells) return cells;
    throw new Problem('list.unexpected-shape', {
      ...where,
      reason: `on page ${page.number} the lines of column ${index + 2} do not stand beside the rows`,
    });
  });
  return middles.map((middle, row) => ({
    page: page.number,
    cells: [[middle], ...cellsByColumn.map((cells) => cells[row] ?? [])],
  }));
}

/**
 * Lines divided among the rows so that those of each row have their middle at the row's, with as few exceptions as can be,
 * and all are as near to their rows as can be; undefined when there is no way to.
 */
function aroundMiddles(lines: readonly PdfLine[], middles: readonly PdfLine[]): PdfLine[][] | undefined {
  /** By the number of lines used so far: the best division among the rows so far. */
  let reached = new Map<number, Division>([[0, { distance: 0, lines: [] }]]);
  for (const [row, middle] of middles.entries()) {
    const above = middles[row - 1]?.y ?? Infinity;
    const below = middles[row + 1]?.y ?? -Infinity;
    const next = new Map<number, Division>();
    for (const [from, before] of reached) {
      let offset = 0;
      let { distance } = before;
      for (let to = from; to <= lines.length; to++) {
        const off = offset / Math.max(1, to - from) / middle.height;
        const reachedAt = distance + (Math.abs(off) <= CENTRED ? 0 : WORST_DISTANCE);
        if (-CENTRED <= off && off <= OFF_CENTRE && reachedAt < (next.get(to)?.distance ?? Infinity))
          next.set(to, { distance: reachedAt, before, lines: lines.slice(from, to) });
        const y = lines[to]?.y ?? -Infinity;
        if (y <= below || above <= y) break;
        const away = y - middle.y;
        offset += away;
        distance += Math.abs(away);
      }
    }
    reached = next;
  }
  const cells: PdfLine[][] = [];
  const best = reached.get(lines.length);
  for (let division = best; division?.before; division = division.before) cells.unshift([...division.lines]);
  return best && cells;
}

interface Division {
  /** Of all lines from the middles of their rows, together; more when a cell is not centred. */
  readonly distance: number;
  /** Of the last row. */
  readonly lines: readonly PdfLine[];
  readonly before?: Division;
}

/**
 * What has to fit into the line before: a blank and a word, or one letter of Japanese, with the brackets and commas beside it
 * that no line begins or ends with. An estimate: letters of Japanese are as wide as high, others share what is left.
 */
function widthOfFirstWord({ text, x, right, height }: PdfLine): number {
  const wideCount = [...text].filter((letter) => wide.test(letter)).length;
  const narrow = (right - x - wideCount * height) / Math.max(1, text.length - wideCount);
  const word = firstWord.exec(text)?.[0] ?? '';
  const widths = [...word].map((letter) => (wide.test(letter) ? height : narrow));
  return widths.reduce((sum, width) => sum + width, narrow);
}

const WIDE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\u3000-\u30ff\uff00-\uff60';
const wide = new RegExp(`[${WIDE}]`, 'u');
const firstWord = new RegExp(`^[(（「『]*(?:[${WIDE}]|[^-\\s${WIDE}]+-?)[)）」』、。，．]*`, 'u');
