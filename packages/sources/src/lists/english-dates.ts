// A date as English-language lists write it in, the first and last day it can mean out.
import { parseDateRange, type DateRange } from '@sekisho/engine/model/calendar.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * `1961`, `Mar 1961`, `05 Mar 1961`, `circa 1961`, `1960 to 1965`, `01 Jan 1960 to 31 Dec 1961`, `circa 1979-1982`,
 * `Between Aug. and Sep. 1977`. Undefined for anything else.
 */
export function parseEnglishDate(text: string): DateRange | undefined {
  const [, circa, plain = ''] = /^(circa|approximately|approx\.|c\.)?\s*(.*)$/is.exec(text.trim()) ?? [];
  const isCirca = circa !== undefined;
  const single = parseSingle(plain);
  if (single) return { ...single, circa: isCirca, text };
  const [, from, to] =
    /^between (.+) and (.+)$/i.exec(plain) ??
    /^(.+?) to (.+)$/i.exec(plain) ??
    /^(\d{4})\s*-\s*(\d{4})$/.exec(plain) ??
    [];
  if (from === undefined || to === undefined) return undefined;
  const last = parseSingle(to);
  const first = parseSingle(from) ?? parseSingle(`${from} ${/\d{4}$/.exec(to)?.[0] ?? ''}`);
  if (!first || !last || last.latest < first.earliest) return undefined;
  return { earliest: first.earliest, latest: last.latest, circa: isCirca, text };
}

function parseSingle(text: string): DateRange | undefined {
  const [, day, month, year] = /^(?:(?:(\d{1,2}) )?([A-Za-z]{3,9})\.? )?(\d{4})$/.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return parseDateRange(year);
  const word = month.toLowerCase(); // `sep`, `sept` and `september` are September; `sepia` is not
  const monthNumber = months.findIndex((name) => name.startsWith(word)) + 1;
  return monthNumber === 0 ? undefined : parseDateRange([year, monthNumber, day].filter(Boolean).join('-'));
}
