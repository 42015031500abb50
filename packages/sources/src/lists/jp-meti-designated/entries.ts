// The lines of a list of designated parties (特定団体) in, its heading and its entries, each with its lines, out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { withoutRoom, type PdfLine } from '../../readers/pdf-lines.ts';

export interface NumberedEntry {
  /** As METI counts within the list. */
  readonly number: number;
  readonly page: number;
  /** The number is not in the first line. */
  readonly lines: readonly string[];
}

export interface EntriesOfList {
  readonly entries: readonly NumberedEntry[];
  /** The day of the last change; a list of what is new that day does not give it. */
  readonly changedOn?: CalendarDate;
}

/** `（別添④）○ …輸出等に係る禁止措置の対象となるロシア連邦の特定団体`; whole lists have the notification and its days behind it. */
const heading =
  /^(?:（別添.）)?○.*輸出等に係る禁止措置の対象となる(.+?)の(?:特定)?団体(?:を指定する件)?(?:（.+告示第.+号）)?(?:指定日：.+?日)?(?:最終更新日：(.+日))?$/u;
const address = /^所\s*在\s*地\s*[：:]/u;
const numbered = /^(\d{1,4})(?=\D)\s*/u;
/** In points. */
const SAME_MARGIN = 2;

/**
 * An entry begins with its number at the left margin, once the entry before it has its address: a line of a long name may
 * begin there too, and addresses begin with numbers.
 * @param region whose bodies the list names, in the words of its heading: `ロシア連邦`.
 * @throws Problem `file.unexpected` for another heading, `list.unexpected-shape` for numbers that do not go up.
 */
export function entriesOfLines(lines: readonly PdfLine[], region: string, where: FileOfList): EntriesOfList {
  const margin = lines.find(({ text }) => text.startsWith('○'))?.x ?? 0;
  const entries: { number: number; page: number; lines: string[] }[] = [];
  const headingLines: string[] = [];
  for (const { text, x, page } of lines) {
    const line = withoutRoom(text);
    const entry = entries.at(-1);
    const isComplete = entry?.lines.some((before) => address.test(before)) ?? true;
    const [begin = '', digits] = (x - margin < SAME_MARGIN && numbered.exec(text.normalize('NFKC'))) || [];
    const number = Number(digits);
    if (digits !== undefined && (isComplete || number === (entry?.number ?? 0) + 1)) {
      if (entry && number <= entry.number)
        throw new Problem('list.unexpected-shape', {
          ...where,
          record: String(number),
          reason: `on page ${page}, it stands behind number ${entry.number}`,
        });
      entries.push({ number, page, lines: [withoutRoom(text.slice(begin.length))] });
    } else (entry?.lines ?? headingLines).push(line);
  }
  const changedOn = changedOnIn(headingLines.join(''), region, where);
  return { entries, ...(changedOn !== undefined && { changedOn }) };
}

function changedOnIn(text: string, region: string, where: FileOfList): CalendarDate | undefined {
  const [found, named, changed] = heading.exec(text.replace(/\s/g, '')) ?? [];
  if (found === undefined || named !== region)
    throw new Problem('file.unexpected', { ...where, reason: `its heading is "${text.slice(0, 200)}"` });
  if (changed === undefined) return undefined;
  const parts = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(changed.normalize('NFKC'))?.slice(1) ?? [];
  const day = parseCalendarDate(parts.map((part) => part.padStart(2, '0')).join('-'));
  if (!day) throw new Problem('list.date', { ...where, field: '最終更新日', value: changed });
  return day;
}
