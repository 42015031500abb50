// The thread that `pdf.ts` starts: the bytes of a PDF in, one message with the texts of its pages, or what is wrong, out.
import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import type { PdfAnswer, PdfPage, PdfQuestion, PdfText } from './pdf.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** Nothing of the PDF is run, fetched or drawn; the first error ends the reading, nothing is mended. */
const SAFELY = {
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWasm: false,
  stopAtErrors: true,
  verbosity: 0,
};

parentPort?.postMessage(await answer(workerData as PdfQuestion));

async function answer({ bytes, maxPages, maxCharacters }: PdfQuestion): Promise<PdfAnswer> {
  try {
    const document = await getDocumentProxy(bytes, SAFELY);
    if (maxPages < document.numPages) return { tooLarge: `more than ${maxPages} pages` };
    const pages: PdfPage[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const texts = await textsOf(page);
      characters = texts.reduce((sum, { text }) => sum + text.length, characters);
      if (maxCharacters < characters) return { tooLarge: `more than ${maxCharacters} characters` };
      pages.push({ number, texts });
      page.cleanup();
    }
    return { pages };
  } catch (error) {
    const { name, message } = error as Error;
    return { reason: name === 'PasswordException' ? 'it is locked with a password' : message };
  }
}

async function textsOf(page: Page): Promise<PdfText[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x, y] = item.transform as readonly number[];
    return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, height: item.height }];
  });
}
