// A date as British and Australian tables write it in, the first and last day it can mean out.
import { parseDateRange, type CalendarDate, type DateRange } from '@sekisho/engine/model/calendar.ts';

/**
 * `04/05/1961`; with an unknown part as zeros or letters, `00/05/1961`, `dd/mm/1961`; with an unknown part left out,
 * `05/1961`, `1961`; `1961-05-04` as well. A day whose month is unknown says no more than the year. Undefined for anything else.
 */
export function parseDayFirstDate(text: string): DateRange | undefined {
  const written = text.trim();
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(written) ? parseDateRange(written) : undefined;
  if (iso) return iso;
  const [, day, month, year] = /^(?:(?:(\d{1,2}|dd)[/.])?(\d{1,2}|mm)[/.])?(\d{4})$/i.exec(written) ?? [];
  if (year === undefined) return undefined;
  const [knownDay, knownMonth] = [day, month].map((part) => (Number(part) > 0 ? part : undefined));
  const parts = knownMonth === undefined ? [year] : [year, knownMonth, knownDay];
  const range = parseDateRange(parts.filter((part) => part !== undefined).join('-'));
  return range && { ...range, text: written };
}

/** The day, when the text names one; a year or month alone is none. */
export function parseDayFirstDay(text: string): CalendarDate | undefined {
  const range = parseDayFirstDate(text);
  return range?.earliest === range?.latest ? range?.earliest : undefined;
}
