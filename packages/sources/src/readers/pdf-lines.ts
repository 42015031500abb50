// Texts of a PDF with their places in, lines as they are read out; and lines that one paragraph was broken into, joined.
import type { PdfPage, PdfText } from './pdf.ts';

export interface PdfLine {
  /** Trimmed; no two blanks in a row. */
  readonly text: string;
  readonly page: number;
  /** Left and right end, base line and size of letters, in points: see `PdfText`. */
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

/** How far apart the base lines of one line may be, in sizes of a letter. */
const SAME_LINE = 0.3;
/** From this distance on, in sizes of a letter, there is a blank between two texts: it is 0.25 and more in most fonts. */
const BLANK = 0.15;
const CJK =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\u3000-\u303f\u30fb\u30fc\uff00-\uffef';
const cjkEnd = new RegExp(`[${CJK}]$`, 'u');
const cjkStart = new RegExp(`^[${CJK}]`, 'u');
const roomBesideCjk = new RegExp(`(?<=[${CJK}]) | (?=[${CJK}])`, 'gu');

/** The lines of a page from top to bottom, without its number at the foot. */
export function linesOfPage(page: PdfPage): PdfLine[] {
  return linesOf(withoutPageNumber(page).texts, page.number);
}

/** A page without the text at its foot that is its number: `7`, `- 7 -`. */
export function withoutPageNumber(page: PdfPage): PdfPage {
  const lowest = page.texts.reduce<PdfText | undefined>(
    (low, text) => (low && low.y <= text.y ? low : text),
    undefined,
  );
  if (lowest?.text.normalize('NFKC').replace(/[-\s]/g, '') !== String(page.number)) return page;
  const isAlone = page.texts.every((text) => text === lowest || lowest.height < text.y - lowest.y);
  return isAlone ? { ...page, texts: page.texts.filter((text) => text !== lowest) } : page;
}

/** As `linesOfPage`, of some texts of a page: those of one column. */
export function linesOf(texts: readonly PdfText[], page: number): PdfLine[] {
  const lines: PdfText[][] = [];
  for (const text of texts.toSorted((one, other) => other.y - one.y)) {
    const line = lines.at(-1);
    if (line?.[0] && line[0].y - text.y < SAME_LINE * Math.max(line[0].height, text.height)) line.push(text);
    else lines.push([text]);
  }
  return lines.map((line) => lineOf(line, page));
}

function lineOf(texts: readonly PdfText[], page: number): PdfLine {
  const fromLeft = texts.toSorted((one, other) => one.x - other.x);
  let text = '';
  let right = -Infinity;
  for (const piece of fromLeft) {
    const isApart = text !== '' && BLANK * piece.height < piece.x - right;
    text += `${isApart ? ' ' : ''}${piece.text}`;
    right = Math.max(right, piece.x + piece.width);
  }
  const y = texts.reduce((sum, piece) => sum + piece.y, 0) / texts.length;
  const height = Math.max(...texts.map((piece) => piece.height));
  return { text: spaced(text), page, x: fromLeft[0]?.x ?? 0, right, y, height };
}

/** Two lines of one paragraph as one text: a blank between words, none in Japanese or behind a hyphen within a word. */
export function joined(before: string, after: string): string {
  const isTogether = before === '' || /\S-$/.test(before) || cjkEnd.test(before) || cjkStart.test(after);
  return spaced(`${before}${isTogether ? '' : ' '}${after}`);
}

/** Without the blanks between Japanese and Latin letters: a word processor leaves a little room there that nobody wrote. */
export function withoutRoom(text: string): string {
  return text.replace(roomBesideCjk, '');
}

function spaced(text: string): string {
  return text.replace(/[ \t\u00a0]+/g, ' ').trim();
}
