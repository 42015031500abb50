// A PDF in, the texts of its pages with their places out. It is read in a thread of its own, within limits.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import type { FileOfList } from './file-of-list.ts';
import { checkPdfStreams } from './pdf-check.ts';
import { readBytes } from './read-whole.ts';
import { answerOfThread } from './thread-answer.ts';

/** A piece of text as the PDF places it: a word, a part of a word or a whole line. Lengths are in points, 1/72 inch. */
export interface PdfText {
  /** Never blank. */
  readonly text: string;
  /** Of its left end, from the left side of the page. */
  readonly x: number;
  /** Of its base line, from the foot of the page. */
  readonly y: number;
  readonly width: number;
  /** Of its letters: the size of the font. */
  readonly height: number;
}

export interface PdfPage {
  /** 1 for the first page. */
  readonly number: number;
  /** In the order the PDF draws them, which need not be that of reading. */
  readonly texts: readonly PdfText[];
}

/** What the thread is given. */
export interface PdfQuestion {
  readonly bytes: Uint8Array;
  readonly maxPages: number;
  readonly maxCharacters: number;
}

/** What it answers. */
export type PdfAnswer =
  { readonly pages: readonly PdfPage[] } | { readonly tooLarge: string } | { readonly reason: string };

const MAX_BYTES = 32 << 20;
const MAX_UNPACKED_BYTES = 256 << 20;
const MAX_PAGES = 2000;
const MAX_CHARACTERS = 20_000_000;
const THREAD_LIMITS = { maxSeconds: 60, maxHeapMb: 1024 };
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url);

/**
 * The texts of all pages. Pictures are not read: a page that was scanned has no text.
 * @throws Problem `file.unexpected` for a file that is no PDF, `file.unreadable` for one that is damaged, cut off, locked with
 *   a password or without any text, `file.too-large` for one that unpacks beyond the limits or needs too much time or memory,
 *   `file.encoding` for a character that the PDF does not tell the meaning of.
 */
export async function readPdf(file: SourceFile, list: string): Promise<readonly PdfPage[]> {
  const where: FileOfList = { list, file: file.name };
  const bytes = await readBytes(file.path, where, MAX_BYTES);
  checkPdfStreams(bytes, where, MAX_UNPACKED_BYTES);
  const question: PdfQuestion = { bytes, maxPages: MAX_PAGES, maxCharacters: MAX_CHARACTERS };
  const answer = await answerOfThread<PdfAnswer>(THREAD, question, where, THREAD_LIMITS);
  if ('tooLarge' in answer) throw new Problem('file.too-large', { ...where, reason: answer.tooLarge });
  if ('reason' in answer) throw new Problem('file.unreadable', { ...where, reason: answer.reason });
  const { pages } = answer;
  if (pages.every(({ texts }) => texts.length === 0))
    throw new Problem('file.unreadable', { ...where, reason: 'it has no text, only pictures or nothing' });
  for (const page of pages) refuseMeaningless(page, where);
  return pages;
}

/** Letters of a font without a table of meanings come out as controls or as characters of private use. */
function refuseMeaningless({ number, texts }: PdfPage, where: FileOfList): void {
  const meaningless = texts.find(({ text }) => /[\p{Cc}\p{Co}\ufffd]/u.test(text));
  if (meaningless)
    throw new Problem('file.encoding', {
      ...where,
      reason: `page ${number} has a character without a meaning in "${meaningless.text}"`,
    });
}
