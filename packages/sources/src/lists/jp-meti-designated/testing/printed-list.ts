// For tests: the heading and the entries of a list of designated parties in, a PDF as METI prints it out.
import { pdfOf, type PlacedText } from '../../../readers/testing/pdf-file.ts';

const MARGIN = 36;
const INDENT = 57;
const PITCH = 18;
const TOP = 792.68;
const FOOT = 54;

/** @param lines behind a tab: an entry's lines below the first; those of the heading and with a number are at the margin. */
export function printedList(lines: readonly string[]): Buffer {
  const pages: PlacedText[][] = [[]];
  let y = TOP;
  for (const line of lines) {
    if (y < FOOT) {
      pages.push([]);
      y = TOP;
    }
    pages.at(-1)?.push(...placed(line, y));
    y -= PITCH;
  }
  return pdfOf(pages);
}

/** The number and the name behind it are texts of their own, with a gap between them. */
function placed(line: string, y: number): PlacedText[] {
  if (line.startsWith('\t')) return [{ text: line.slice(1), x: INDENT, y }];
  const [, number, name] = /^([\d０-９]+) (.*)$/.exec(line) ?? [];
  if (number === undefined || name === undefined) return line === '' ? [] : [{ text: line, x: MARGIN, y }];
  const texts = [
    { text: number, x: MARGIN, y },
    { text: name, x: MARGIN + 30, y },
  ];
  return texts.filter(({ text }) => text !== '');
}
