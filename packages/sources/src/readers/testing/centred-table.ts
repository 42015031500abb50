// For tests: the lines of each cell of a table in, texts placed as a spreadsheet program prints them out: cells in the middle.
import { widthOfText, type PlacedText } from './pdf-file.ts';

export interface PrintedColumn {
  /** Of its left side, or with `centred` of its middle. */
  readonly x: number;
  readonly centred?: boolean;
}

export const LETTER = 7;
const PITCH = 7.5;
const ROOM = 8;

/**
 * @param rows row by row, cell by cell, the lines.
 * @param top where the first row begins, from the foot of the page.
 */
export function centredTexts(
  rows: readonly (readonly (readonly string[])[])[],
  columns: readonly PrintedColumn[],
  top = 800,
): PlacedText[] {
  let above = top;
  return rows.flatMap((cells) => {
    const height = Math.max(...cells.map((lines) => lines.length)) * PITCH + ROOM;
    const middle = above - height / 2;
    above -= height;
    return cells.flatMap((lines, index) => {
      const { x, centred } = columns[index] ?? { x: 0 };
      return lines.map((text, line) => ({
        text,
        x: centred ? x - widthOfText(text, LETTER) / 2 : x,
        y: middle + ((lines.length - 1) / 2 - line) * PITCH,
        size: LETTER,
      }));
    });
  });
}
